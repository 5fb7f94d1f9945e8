// What became of a quote, above it.
import type { QuoteContent } from '../../documents/content.ts'
import { Reach } from '../../ui/contact.tsx'
import type { Brand } from '../../ui/layout.tsx'
import { Banner, Go, Text } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { words as uiWords } from '../../ui/words.ts'
import { words as quoteWords, reasonText } from '../words.ts'
import type { QuoteDecision, QuoteStatus } from './state.ts'

export type StateBannerProps = {
  business: Brand
  content: QuoteContent
  status: QuoteStatus
  decision: QuoteDecision | null
  closedOn: string | null
  /** Where the receipt is. */
  receipt: string | null
}

type Decided = StateBannerProps & { decision: QuoteDecision }

const AcceptedOn = ({ decision: { by, name, at }, content }: Decided) => {
  const words = useWords(quoteWords)
  const when = useFormats().instant(at, content.time_zone)
  if (by === 'business') return <p>{words.recordedAcceptance(<bdi>{content.business.name}</bdi>, when)}</p>
  return <p>{name ? words.acceptedBy(<bdi>{name}</bdi>, when) : words.acceptedUnnamed(when)}</p>
}

/** What an acceptance holds besides by whom and when, and the way to its receipt. */
export const AcceptedWith = ({ decision, receipt }: Pick<Decided, 'decision' | 'receipt'>) => {
  const words = useWords(quoteWords)
  const { by, poNumber } = decision
  return (
    <>
      {poNumber && <p>{words.poNumber(<bdi>{poNumber}</bdi>)}</p>}
      {receipt && <Go href={receipt}>{by === 'client' ? words.receipt : words.record}</Go>}
    </>
  )
}

const AcceptedBanner = (decided: Decided) => (
  <Banner tone="good" shape="check" title={useWords(quoteWords).accepted}>
    <AcceptedOn {...decided} />
    <AcceptedWith {...decided} />
  </Banner>
)

const RejectedOn = ({ decision: { by, at }, content }: Decided) => {
  const words = useWords(quoteWords)
  return (
    <>
      <p>{words.rejectedOn(useFormats().instant(at, content.time_zone))}</p>
      {by === 'business' && <p>{words.recordedBy(<bdi>{content.business.name}</bdi>)}</p>}
    </>
  )
}

/** Why it was declined, as far as the client said. */
export const RejectedWith = ({ decision: { reason, note } }: Pick<Decided, 'decision'>) => {
  const words = useWords(quoteWords)
  return (
    <>
      {reason && <p dir="auto">{words.reason(reasonText(words, reason))}</p>}
      {note && (
        <>
          <p>{words.yourNote + useWords(uiWords).colon}</p>
          <Text>{note}</Text>
        </>
      )}
    </>
  )
}

const RejectedBanner = (decided: Decided) => {
  const words = useWords(quoteWords)
  return (
    <Banner tone="bad" shape="cross" title={words.rejected}>
      <RejectedOn {...decided} />
      <RejectedWith {...decided} />
      <p>{words.changedMind}</p>
      <ReachAbout {...decided} />
    </Banner>
  )
}

/** How to reach the business about a quote. */
export const ReachAbout = ({ business, content }: Pick<StateBannerProps, 'business' | 'content'>) => (
  <Reach phone={business.phone} email={business.email} subject={useWords(quoteWords).named(content.number)} />
)

const ExpiredBanner = ({ closedOn, ...quote }: StateBannerProps) => {
  const words = useWords(quoteWords)
  const { longDate } = useFormats()
  return (
    <Banner tone="warn" shape="clock" title={closedOn ? words.closed : words.expired}>
      <p>
        {closedOn ? words.closedOn(longDate(closedOn)) : words.expiredOn(longDate(quote.content.valid_until))}
      </p>
      <ReachAbout {...quote} />
    </Banner>
  )
}

/** Nothing while it waits for an answer. */
export const StateBanner = (quote: StateBannerProps) => {
  const { status, decision } = quote
  if (status === 'expired') return <ExpiredBanner {...quote} />
  if (status === 'accepted' && decision) return <AcceptedBanner {...quote} decision={decision} />
  if (status === 'rejected' && decision) return <RejectedBanner {...quote} decision={decision} />
  return null
}
