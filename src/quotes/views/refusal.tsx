// Why an answer was not recorded: the notice above the quote as it stands now.
import type { QuoteContent } from '../../documents/content.ts'
import type { Brand } from '../../ui/layout.tsx'
import { Banner } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { refusalWords } from '../answer-words.ts'
import { AcceptedWith, ReachAbout, RejectedWith } from './banners.tsx'
import { type Change, Changes } from './changes.tsx'
import type { QuoteDecision, QuoteStatus } from './state.ts'

export type RefusalProps =
  /** `changes`: null where it isn't known what they are. */
  | { kind: 'changed'; changes: Change[] | null }
  | { kind: 'expired' }
  | { kind: 'closed' }
  /** Answered already, and not in this way. */
  | { kind: 'decided'; decision: QuoteDecision; wanted: 'accepted' | 'rejected' }

type Standing = { business: Brand; content: QuoteContent; status: QuoteStatus; receipt: string | null }
type Decided = Extract<RefusalProps, { kind: 'decided' }>

const Signed = ({ decision: { by, name, at }, content }: Decided & Standing) => {
  const words = useWords(refusalWords)
  const when = useFormats().instant(at, content.time_zone)
  if (by === 'business') return <>{words.recorded(<bdi>{content.business.name}</bdi>, when)}</>
  return <>{name ? words.signedBy(<bdi>{name}</bdi>, when) : words.acceptedOn(when)}</>
}

const Declined = ({ decision: { by, at }, content }: Decided & Standing) => {
  const words = useWords(refusalWords)
  const when = useFormats().instant(at, content.time_zone)
  if (by === 'business') return <>{words.recordedDecline(<bdi>{content.business.name}</bdi>, when)}</>
  return <>{words.declinedOn(when)}</>
}

/** All that there is to say of the answer that stands, so that no second banner has to. */
const Already = (refusal: Decided & Standing) => {
  const words = useWords(refusalWords)
  const accepted = refusal.status === 'accepted'
  const otherwise = accepted ? words.notDeclined : words.notAccepted
  const same = refusal.wanted === (accepted ? 'accepted' : 'rejected')
  return (
    <Banner tone="warn" shape="alert" title={accepted ? words.accepted : words.declined} alert>
      <p>
        {accepted ? <Signed {...refusal} /> : <Declined {...refusal} />}
        {same ? words.nothingNew : otherwise}
      </p>
      {accepted ? <AcceptedWith {...refusal} /> : <RejectedWith {...refusal} />}
      <ReachAbout {...refusal} />
    </Banner>
  )
}

/** What happened instead of what was asked for. */
export const Refusal = ({ refusal, ...context }: Standing & { refusal: RefusalProps }) => {
  const words = useWords(refusalWords)
  if (refusal.kind === 'decided') return <Already {...refusal} {...context} />
  const changed = refusal.kind === 'changed'
  return (
    <>
      <Banner tone="warn" shape="alert" title={changed ? words.changed : words.nothing} alert>
        {changed && <p>{words.changedLead}</p>}
        {refusal.kind === 'expired' && <p>{words.expired}</p>}
        {refusal.kind === 'closed' && <p>{words.closed(<bdi>{context.content.business.name}</bdi>)}</p>}
      </Banner>
      {changed && refusal.changes && refusal.changes.length > 0 && <Changes changes={refusal.changes} />}
    </>
  )
}
