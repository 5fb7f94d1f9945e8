// The head of a quote or an invoice: what it is, the figure that matters, who sent it to whom and when.
import type { PropsWithChildren } from 'hono/jsx'
import { Badge, Figure, Text } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import type { Content, Sender } from '../content.ts'
import { words as documentWords } from '../words.ts'
import { badgeOf, type Status } from './state.ts'

export type HeadProps = PropsWithChildren<{
  /** "Quote", "Invoice". */
  kind: string
  content: Content
  status?: Status | undefined
  /** The figure that matters and what it is, "Total" or "Balance due". */
  label: string
  figure: string
}>

/** What it is for, and how much; `children` say until when. */
export const Head = ({ kind, content, status, label, figure, children }: HeadProps) => {
  const words = useWords(documentWords)
  return (
    <header class="top">
      <p class="kicker">
        <span>
          {kind} <bdi>{content.number}</bdi>
        </span>
        {status && <Badge {...badgeOf(status, words)} />}
      </p>
      <h1>
        <bdi>{content.title}</bdi>
      </h1>
      {content.description && <Text>{content.description}</Text>}
      <div class="sums">
        <div>
          <p>{words.inCurrency(label, content.currency)}</p>
          <Figure text={figure} />
        </div>
        <div>{children}</div>
      </div>
    </header>
  )
}

/** Every way to reach the sender, on paper only: on a screen the page's header has them to tap. */
const OnPaper = ({ phone, email, website }: Sender) => (
  <>
    {[phone, email, website].map(
      way =>
        way && (
          <p class="paper">
            <bdi>{way}</bdi>
          </p>
        ),
    )}
  </>
)

/** Sender and addressee as they were when it was sent, and that day. */
export const Parties = ({ content }: { content: Content }) => {
  const words = useWords(documentWords)
  const { mediumDate } = useFormats()
  return (
    <dl class="parties">
      <div>
        <dt>{words.from}</dt>
        <dd>
          <b dir="auto">{content.business.name}</b>
          {content.business.address && <Text>{content.business.address}</Text>}
          <OnPaper {...content.business} />
        </dd>
      </div>
      <div>
        <dt>{words.preparedFor}</dt>
        <dd>
          <b dir="auto">{content.client.name}</b>
          {content.client.company && <p dir="auto">{content.client.company}</p>}
        </dd>
      </div>
      <div>
        <dt>{words.sent}</dt>
        <dd>
          <b>{mediumDate(content.sent_on)}</b>
          {content.revision > 1 && <p>{words.version(content.revision)}</p>}
        </dd>
      </div>
    </dl>
  )
}
