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
  /** A notice above has said already by whom and when. */
  told: boolean
}

type Decided = StateBannerProps & { decision: QuoteDecision }

const AcceptedOn = ({ decision: { by, name, at }, content }: Decided) => {
  const words = useWords(quoteWords)
  const when = useFormats().instant(at, content.time_zone)
  if (by === 'business') return <p>{words.recordedAcceptance(<bdi>{content.business.name}</bdi>, when)}</p>
  return <p>{name ? words.acceptedBy(<bdi>{name}</bdi>, when) : words.acceptedUnnamed(when)}</p>
}

const AcceptedBanner = (decided: Decided) => {
  const words = useWords(quoteWords)
  const { poNumber } = decided.decision
  return (
    <Banner tone="good" shape="check" title={words.accepted}>
      {!decided.told && <AcceptedOn {...decided} />}
      {poNumber && <p>{words.poNumber(<bdi>{poNumber}</bdi>)}</p>}
      {decided.receipt && (
        <Go href={decided.receipt}>{decided.decision.by === 'client' ? words.receipt : words.record}</Go>
      )}
    </Banner>
  )
}

const RejectedOn = ({ decision: { by, at }, content }: Decided) => {
  const words = useWords(quoteWords)
  return (
    <>
      <p>{words.rejectedOn(useFormats().instant(at, content.time_zone))}</p>
      {by === 'business' && <p>{words.recordedBy(<bdi>{content.business.name}</bdi>)}</p>}
    </>
  )
}

const RejectedBanner = (decided: Decided) => {
  const words = useWords(quoteWords)
  const { reason, note } = decided.decision
  return (
    <Banner tone="bad" shape="cross" title={words.rejected}>
      {!decided.told && <RejectedOn {...decided} />}
      {reason && <p dir="auto">{words.reason(reasonText(words, reason))}</p>}
      {note && (
        <>
          <p>{words.yourNote + useWords(uiWords).colon}</p>
          <Text>{note}</Text>
        </>
      )}
      <p>{words.changedMind}</p>
      <Reach
        {...{ phone: decided.business.phone, email: decided.business.email }}
        subject={words.named(decided.content.number)}
      />
    </Banner>
  )
}

const ExpiredBanner = ({ business, content, closedOn }: StateBannerProps) => {
  const words = useWords(quoteWords)
  const { longDate } = useFormats()
  return (
    <Banner tone="warn" shape="clock" title={closedOn ? words.closed : words.expired}>
      <p>{closedOn ? words.closedOn(longDate(closedOn)) : words.expiredOn(longDate(content.valid_until))}</p>
      <Reach phone={business.phone} email={business.email} subject={words.named(content.number)} />
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
