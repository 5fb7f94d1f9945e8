// Why an answer was not recorded: the notice above the quote as it stands now.
import type { QuoteContent } from '../../documents/content.ts'
import type { Formats } from '../../i18n/format.ts'
import { Banner } from '../../ui/parts.tsx'
import { type Change, Changes } from './changes.tsx'
import type { QuoteDecision, QuoteStatus } from './state.ts'
import { refusalWords as words } from './words.ts'

export type RefusalProps =
  /** `changes`: null where it isn't known what they are. */
  | { kind: 'changed'; changes: Change[] | null }
  | { kind: 'expired' }
  | { kind: 'closed' }
  /** Answered already, and not in this way. */
  | { kind: 'decided'; decision: QuoteDecision; wanted: 'accepted' | 'rejected' }

type Surroundings = { content: QuoteContent; formats: Formats; status: QuoteStatus }
type Decided = Extract<RefusalProps, { kind: 'decided' }>

const Signed = ({ decision: { by, name, at }, content, formats }: Decided & Surroundings) => {
  const when = formats.instant(at, content.time_zone)
  if (by === 'business') return <>{words.recorded(<bdi>{content.business.name}</bdi>, when)}</>
  return <>{name ? words.signedBy(<bdi>{name}</bdi>, when) : words.acceptedOn(when)}</>
}

const Declined = ({ decision: { by, at }, content, formats }: Decided & Surroundings) => {
  const when = formats.instant(at, content.time_zone)
  if (by === 'business') return <>{words.recordedDecline(<bdi>{content.business.name}</bdi>, when)}</>
  return <>{words.declinedOn(when)}</>
}

const Already = (refusal: Decided & Surroundings) => {
  const accepted = refusal.status === 'accepted'
  const otherwise = accepted ? words.notDeclined : words.notAccepted
  const same = refusal.wanted === (accepted ? 'accepted' : 'rejected')
  return (
    <Banner tone="warn" shape="alert" title={accepted ? words.accepted : words.declined} alert>
      <p>
        {accepted ? <Signed {...refusal} /> : <Declined {...refusal} />}
        {same ? words.nothingNew : otherwise}
      </p>
    </Banner>
  )
}

/** What happened instead of what was asked for. */
export const Refusal = ({ refusal, ...context }: Surroundings & { refusal: RefusalProps }) => {
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
