/**
 * The pieces that pages are put together from. They know nothing of quotes or invoices, and every text a person
 * typed stands in a <bdi> or dir="auto", so that a name written right to left can't scramble its line.
 */
import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'calm'
export type Shape = 'dot' | 'ring' | 'half' | 'alert' | 'check' | 'cross' | 'clock' | 'bar'
/** A state as it looks: colour and shape say the same as the word beside them, never instead of it. */
export type Look = { tone: Tone; shape: Shape }
export type BadgeProps = Look & { word: string }

/** The longer a figure, the smaller it is set, so that it fits a phone in one line. */
const sizeOf = (figure: string): string => (figure.length > 16 ? ' huge' : figure.length > 12 ? ' long' : '')

/** A state in one word. */
export const Badge = ({ tone, shape, word }: BadgeProps) => (
  <span class={`badge ${tone} ${shape}`}>{word}</span>
)

export type BannerProps = PropsWithChildren<Look & { title: string; alert?: boolean }>

/** What became of the document, above it; `alert` when it answers what the person just did. */
export const Banner = ({ tone, shape, title, alert, children }: BannerProps) => (
  <div class={`banner ${tone} ${shape}`} role={alert ? 'alert' : 'status'}>
    <strong>{title}</strong>
    {children}
  </div>
)

/** An amount that stands out. */
export const Figure = ({ text }: { text: string }) => <b class={`figure${sizeOf(text)}`}>{text}</b>

/** Figures side by side. */
export const Cards = ({ children }: PropsWithChildren) => <dl class="cards">{children}</dl>

export type CardProps = PropsWithChildren<{ label: string; wide?: boolean; filled?: boolean }>

/** A figure with its name; the wide one leads on a phone, the filled one wears the business's colour. */
export const Card = ({ label, wide, filled, children }: CardProps) => (
  <div class={[wide && 'wide', filled && 'owed'].filter(Boolean).join(' ') || undefined}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

export type RowProps = {
  href: string
  title: string
  sum: string
  /** What the sum is a part of. */
  of?: string | undefined
  number: string
  when: string
  /** What presses: said in words, and in a colour. */
  urgent?: { tone: 'warn' | 'bad'; text: string } | undefined
  badge?: BadgeProps | undefined
}

/**
 * One document in a list: a single large target. A template and no JSX, because a dashboard has dozens of rows and
 * JSX makes fifteen nodes of each; `html` escapes what it is given just as JSX does.
 */
const Row = ({ href, title, sum, of, number, when, urgent, badge }: RowProps) =>
  html`<li><a href="${href}"><span class="pair"><bdi>${title}</bdi> <span class="sum">${sum}</span></span> <span class="meta"><bdi>${number}</bdi> <span class="when"><span>${when}${pressing(urgent)}</span>${of ? html` <span>${of}</span>` : ''}</span>${badge ? html` <span class="badge ${badge.tone} ${badge.shape}">${badge.word}</span>` : ''}</span></a></li>`

const pressing = (urgent: RowProps['urgent']) =>
  urgent ? html` · <span class="urgent ${urgent.tone}">${urgent.text}</span>` : ''

export type ListProps = { rows: RowProps[]; empty: string; more?: { href: string; text: string } | undefined }

/** Rows, or a sentence where there are none, and the way to the older ones. */
export const List = ({ rows, empty, more }: ListProps) => (
  <>
    {rows.length === 0 ? (
      <Empty>{empty}</Empty>
    ) : (
      <ul class="rows">
        {rows.map(row => (
          <Row {...row} />
        ))}
      </ul>
    )}
    {more && <Go href={more.href}>{more.text}</Go>}
  </>
)

/** A friendly sentence where a list would be. */
export const Empty = ({ children }: PropsWithChildren) => <p class="empty">{children}</p>

export type Total = { label: Child; value: string }

/** Sums below one another; the last is the one that counts. */
export const Totals = ({ rows }: { rows: Total[] }) => (
  <dl class="totals">
    {rows.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** Text as it was typed: line breaks kept, each paragraph in its own direction, and in whatever language. */
export const Text = ({ children }: { children: string }) => (
  <p class="text" dir="auto" lang="">
    {children}
  </p>
)

/** A text under its own heading. */
export const Prose = ({ title, text }: { title: string; text: string }) => (
  <section class="prose">
    <h2>{title}</h2>
    <Text>{text}</Text>
  </section>
)

/** A text that is needed elsewhere: where there is a script, a button copies it. `id`: unique in the page. */
export const Copied = ({ id, title, text }: { id: string; title: string; text: string }) => {
  const { copy, copied } = useWords(uiWords)
  return (
    <section class="prose" id={id}>
      <h2>{title}</h2>
      <div id={`${id}-text`}>
        <Text>{text}</Text>
      </div>
      <button
        type="button"
        class="btn small"
        data-copy={`${id}-text`}
        data-done={copied}
        aria-live="polite"
        hidden
      >
        {copy}
      </button>
    </section>
  )
}

/** Prints the page, where there is a script; a browser's own menu does without. */
export const Print = () => (
  <button type="button" class="btn small" data-print="" hidden>
    {useWords(uiWords).print}
  </button>
)

/**
 * The way from anywhere on a long page to what there is to do: it keeps to the lower edge of the screen until that comes
 * in sight, and then lies behind it. What it leads to follows right after it, at least as tall. It
 * only leads there, so it is never green.
 */
export const Jump = ({ to, children }: PropsWithChildren<{ to: string }>) => (
  <p class="jump">
    <a class="btn own" href={`#${to}`}>
      {children}
    </a>
  </p>
)

/** A link of its own line. */
export const Go = ({ href, children }: PropsWithChildren<{ href: string }>) => (
  <p>
    <a class="go" href={href}>
      {children}
    </a>
  </p>
)

/** The way back to the dashboard. */
export const Back = ({ href }: { href: string }) => (
  <p>
    <a class="go back" href={href}>
      {useWords(uiWords).allDocuments}
    </a>
  </p>
)
