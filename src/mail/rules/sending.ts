/**
 * When a message is tried again, and what an attempt makes of it (product.md §5). Pure: the sender brings the time, the
 * chance and what Postmark said.
 */
import type { MailProblem, MessageState } from '../tables.ts'

/** How often a message is tried before it counts as failed, or as unknown where an answer was lost. */
export const MAX_TRIES = 8

/** How often it is taken to be sent in all, where senders are cut off again and again and no attempt comes to an end. */
export const MAX_TAKINGS = 24

/** How long a sender has a message to itself, in milliseconds: longer than it can live after a response (30 s). */
export const LEASE = 120_000

/** So many searches may give no answer before it is sent again all the same: twice is better than never. */
const SILENT_SEARCHES = 3

const FIRST_PAUSE = 45_000

/**
 * How long to wait after the nth attempt, in milliseconds: 45 s at most at first, then three times as long each time, of
 * which `chance` (0 to 1) takes away up to a quarter, so that what failed together doesn't come back together. No pause
 * is more than four times the one before; all seven come to 10 to 14 hours.
 */
export const pauseAfter = (attempts: number, chance: number): number =>
  Math.round(FIRST_PAUSE * 3 ** (attempts - 1) * (1 - chance / 4))

/** What a sender took: `lease` is when its turn ends (UTC milliseconds), and tells its turn from any other's. */
export type Taken = {
  id: string
  round: number
  attempts: number
  doubt: number
  lease: number
  /** A JSON array of addresses. */
  recipients: string
}

/** What an attempt came to. */
export type Outcome =
  /** `inactive`: addresses among several that Postmark no longer delivers to. */
  | { is: 'sent'; postmarkId: string; inactive: readonly string[] }
  /** `isLost`: it may have been accepted all the same. */
  | { is: 'later'; problem: MailProblem; isLost: boolean }
  | { is: 'never'; problem: MailProblem }
  /** What it tells is no longer so, or its link has died. */
  | { is: 'cancelled' }
  /** A search has not settled whether it had left. */
  | { is: 'unsettled' }
  /** There was no time for it. */
  | { is: 'untried' }

/** What of a message changes after its sender's turn. Times in UTC milliseconds. */
export type Change = {
  id: string
  lease: number
  state: MessageState
  dueAt: number
  endedAt: number | null
  attempts: number
  doubt: number
  problem: MailProblem | null
  postmarkId: string | null
}

/** What an attempt makes of a message; `chance`: 0 to 1. */
export function after(taken: Taken, outcome: Outcome, now: number, chance: number): Change {
  const { id, lease, attempts, doubt } = taken
  const same = { id, lease, attempts, doubt, problem: null, postmarkId: null }
  const ended = { ...same, dueAt: now, endedAt: now }
  if (outcome.is === 'sent') {
    const some = outcome.inactive.length > 0
    const how = some
      ? ({ state: 'suppressed', problem: 'address_inactive' } as const)
      : { state: 'sent' as const }
    return { ...ended, doubt: 0, postmarkId: outcome.postmarkId, ...how }
  }
  if (outcome.is === 'cancelled') return { ...ended, state: 'cancelled' }
  if (outcome.is === 'never') {
    const { problem } = outcome
    return { ...ended, doubt: 0, state: problem === 'address_inactive' ? 'suppressed' : 'failed', problem }
  }
  if (outcome.is === 'untried')
    return { ...same, state: 'queued', attempts: attempts - 1, dueAt: now, endedAt: null }
  const problem = outcome.is === 'unsettled' ? 'not_answered' : outcome.problem
  const isLost = outcome.is === 'later' && outcome.isLost
  // What was sent again although no search answered may have left all the same: this refusal says nothing of that.
  const before = doubt > SILENT_SEARCHES ? doubt : 0
  const left = outcome.is === 'unsettled' ? doubt + 1 : isLost ? 1 : before
  if (attempts >= MAX_TRIES) return { ...ended, state: left > 0 ? 'unknown' : 'failed', doubt: left, problem }
  return {
    ...same,
    state: 'queued',
    dueAt: now + pauseAfter(attempts, chance),
    endedAt: null,
    doubt: left,
    problem,
  }
}

/** What a search says: Postmark's id, `null` where it finds nothing, `undefined` where it gives no answer. */
export type Found = string | null | undefined

/**
 * What is to be done with a message that may have left. What the search doesn't find at once can still turn up: how soon a
 * message is found is documented nowhere. So it must be missing in a later attempt, too.
 */
export function settled(
  { doubt, attempts }: Pick<Taken, 'doubt' | 'attempts'>,
  found: Found,
): Outcome | 'send' {
  if (typeof found === 'string') return { is: 'sent', postmarkId: found, inactive: [] }
  if (attempts > MAX_TAKINGS) return { is: 'unsettled' }
  if (found === null) return doubt >= 2 ? 'send' : { is: 'unsettled' }
  return doubt > SILENT_SEARCHES ? 'send' : { is: 'unsettled' }
}

/** Postmark's codes that say that this message will never be accepted (postmarkapp.com/developer/api/overview, error codes). */
const never: Readonly<Record<number, MailProblem>> = {
  300: 'address_invalid',
  402: 'refused',
  403: 'refused',
  406: 'address_inactive',
  409: 'refused',
  411: 'refused',
}

/**
 * What a refusal means; `status` is HTTP's, 0 where no answer came, `code` Postmark's ErrorCode, 0 where it gave none. An
 * account that may not send, a token or a stream that is not there: that is for whoever runs the portal to mend, and the
 * message waits for it as long as its tries last.
 */
export function outcomeOf(status: number, code: number): Outcome {
  if (status === 0 || status === 408) return { is: 'later', problem: 'not_answered', isLost: true }
  if (status === 429 || code === 429) return { is: 'later', problem: 'too_many', isLost: false }
  if (status >= 500) return { is: 'later', problem: 'mail_service_fault', isLost: true }
  const problem = never[code] ?? (status === 413 ? 'refused' : undefined)
  if (problem) return { is: 'never', problem }
  return { is: 'later', problem: 'mail_service_refused_us', isLost: false }
}
