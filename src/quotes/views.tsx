// A quote as its client reads it: what became of it, what it is for and how much, line by line, and how to answer.
import type { PropsWithChildren } from 'hono/jsx'
import type { QuoteContent } from '../documents/content.ts'
import { Head, Parties } from '../documents/views/head.tsx'
import { Closing, Lines, sumsOf } from '../documents/views/lines.tsx'
import { fewDaysLeft } from '../documents/views/state.ts'
import { words as shared } from '../documents/words.ts'
import type { Formats } from '../i18n/format.ts'
import { Reach, ReachButtons } from '../ui/contact.tsx'
import { type Brand, Page } from '../ui/layout.tsx'
import { Back, Banner, Text, Totals } from '../ui/parts.tsx'
import { words } from './words.ts'

export type QuoteStatus = 'sent' | 'viewed' | 'accepted' | 'rejected' | 'expired'

/** The answer to a quote, by its client or, recorded as given elsewhere, by the business. */
export type QuoteDecision = {
  by: 'client' | 'business'
  name: string | null
  poNumber: string | null
  at: number
  reason: string | null
  note: string | null
}

export type QuotePageProps = PropsWithChildren<{
  /** The business as it is today, for the frame and for reaching it. */
  business: Brand
  formats: Formats
  /** The dashboard. */
  home: string
  content: QuoteContent
  status: QuoteStatus
  /** Whole days until the last day; 0 on that day. */
  daysLeft: number
  /** When accepted or rejected. */
  decision: QuoteDecision | null
  /** The day on which the business closed it, when it is expired for that reason. */
  closedOn: string | null
}>

type Decided = { content: QuoteContent; formats: Formats; decision: QuoteDecision }

const Recorded = ({ content, decision }: Decided) =>
  decision.by === 'business' && <p>{words.recordedBy(<bdi>{content.business.name}</bdi>)}</p>

const AcceptedBanner = (decided: Decided) => {
  const { name, at, poNumber } = decided.decision
  const when = decided.formats.instant(at, decided.content.time_zone)
  return (
    <Banner tone="good" shape="check" title={words.accepted}>
      {decided.decision.by === 'business' ? (
        <p>{words.recordedAcceptance(<bdi>{decided.content.business.name}</bdi>, when)}</p>
      ) : (
        <p>{name ? words.acceptedBy(<bdi>{name}</bdi>, when) : words.acceptedUnnamed(when)}</p>
      )}
      {poNumber && <p>{words.poNumber(<bdi>{poNumber}</bdi>)}</p>}
    </Banner>
  )
}

const RejectedBanner = (decided: Decided) => {
  const { at, reason, note } = decided.decision
  return (
    <Banner tone="bad" shape="cross" title={words.rejected}>
      <p>{words.rejectedOn(decided.formats.instant(at, decided.content.time_zone))}</p>
      <Recorded {...decided} />
      {reason && <p dir="auto">{words.reason(reason)}</p>}
      {note && <Text>{note}</Text>}
    </Banner>
  )
}

const ExpiredBanner = ({ business, content, formats, closedOn }: QuotePageProps) => (
  <Banner tone="warn" shape="clock" title={closedOn ? words.closed : words.expired}>
    <p>
      {closedOn
        ? words.closedOn(formats.longDate(closedOn))
        : words.expiredOn(formats.longDate(content.valid_until))}
    </p>
    <Reach phone={business.phone} email={business.email} subject={words.named(content.number)} />
  </Banner>
)

const StateBanner = (quote: QuotePageProps) => {
  const { status, decision } = quote
  if (status === 'expired') return <ExpiredBanner {...quote} />
  if (status === 'accepted' && decision) return <AcceptedBanner {...quote} decision={decision} />
  if (status === 'rejected' && decision) return <RejectedBanner {...quote} decision={decision} />
  return null
}

const isOpen = (status: QuoteStatus): boolean => status === 'sent' || status === 'viewed'

const ValidUntil = ({ content, formats, status, daysLeft }: QuotePageProps) => {
  const few = isOpen(status) ? fewDaysLeft(daysLeft) : null
  return (
    <p>
      {(isOpen(status) ? words.validUntil : words.offeredUntil)(formats.longDate(content.valid_until))}
      {few && <b class="urgent warn"> {few}</b>}
    </p>
  )
}

/** Where the answer is given; without a form of its own, by calling or writing. */
const Answer = ({ business, content, children }: QuotePageProps) => (
  <section class="answer">
    {children ?? (
      <>
        <h2>{words.answer}</h2>
        <p>{words.howToAnswer(<bdi>{business.name}</bdi>)}</p>
        <ReachButtons phone={business.phone} email={business.email} subject={words.named(content.number)} />
      </>
    )}
  </section>
)

/** A quote in any state that its client may see; `children` are the ways to answer it, shown while it is open. */
export const QuotePage = (quote: QuotePageProps) => {
  const { business, formats, home, content, status } = quote
  const total = formats.money(content.total, content.currency)
  return (
    <Page title={words.named(content.number)} business={business}>
      <Back href={home} />
      <StateBanner {...quote} />
      <article class="doc">
        <Head kind={words.kind} content={content} label={shared.total} figure={total}>
          <ValidUntil {...quote} />
        </Head>
        <Parties content={content} formats={formats} />
        <Lines content={content} formats={formats} />
        <Totals rows={sumsOf(content, formats)} />
        <Closing content={content} />
        {isOpen(status) && <Answer {...quote} />}
      </article>
    </Page>
  )
}
