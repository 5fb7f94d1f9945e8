/**
 * One turn of sending (product.md §5): takes what is due, looks for what may have left before, sends the rest, and writes
 * what came of it. May run many times at once, and be cut off anywhere: a message is one sender's at a time, and what one
 * leaves unfinished, another takes up after its lease.
 */
import { batch, write } from '../core/db.ts'
import type { Mail } from './letter.ts'
import type { Report } from './reported.ts'
import { after, LEASE, type Outcome, settled, type Taken } from './rules/sending.ts'
import { addReport, tellTheBusiness } from './store/reports.ts'
import { taken, turnsEnded } from './store/sending.ts'
import type { Transport } from './transport.ts'

export type Sending = {
  db: D1Database
  transport: Transport
  /** The mails of messages, by id; those are missing that may no longer go, null is what can't be drawn. */
  compose: (ids: readonly string[]) => Promise<ReadonlyMap<string, Mail | null>>
  /** UTC milliseconds, by the clock of whoever calls. */
  now: number
}

/** A search is a request of its own, of which a Worker has 50 on the free plan; a run of the job has five turns. */
const MOST_SEARCHES = 8
const SEARCHES_AT_ONCE = 5

type Turn = { one: Taken; outcome?: Outcome | undefined }

/** Sends what is due, at most `most` messages of what waits or of what was left unfinished; says how many it took. */
export async function sendDue(
  sending: Sending,
  most: number,
  from: 'queued' | 'sending' = 'queued',
): Promise<number> {
  const began = Date.now()
  const { all } = await batch(sending.db, { all: taken(from, sending.now, most) })
  if (all.length === 0) return 0
  const turns: Turn[] = all.map(one => ({ one }))
  await settle(sending, turns)
  // A clock that stood still while the requests did: whoever takes them over after the lease sends them.
  await send(sending, turns, () => Date.now() - began > LEASE / 2)
  await end(sending, turns)
  return all.length
}

/** Looks for those that may have left. */
async function settle({ transport }: Sending, turns: Turn[]): Promise<void> {
  const doubtful = turns.filter(({ one }) => one.doubt > 0)
  for (const turn of doubtful.slice(MOST_SEARCHES)) turn.outcome = { is: 'untried' }
  const asked = doubtful.slice(0, MOST_SEARCHES)
  for (let from = 0; from < asked.length; from += SEARCHES_AT_ONCE) {
    const some = asked.slice(from, from + SEARCHES_AT_ONCE)
    await Promise.all(
      some.map(async turn => {
        const outcome = settled(turn.one, await transport.find(nameOf(turn.one)))
        if (outcome !== 'send') turn.outcome = outcome
      }),
    )
  }
}

const nameOf = ({ id, round }: Taken): string => `${id}-${round}`

/** Sends those that are open, unless it `isTooLate` by then: those stay without an outcome, as if the sender had been cut off. */
async function send({ transport, compose }: Sending, turns: Turn[], isTooLate: () => boolean): Promise<void> {
  const open = turns.filter(({ outcome }) => !outcome)
  if (open.length === 0) return
  const mails = await compose(open.map(({ one }) => one.id))
  const outgoing = open.flatMap(turn => {
    const mail = mails.get(turn.one.id)
    if (mail === undefined) turn.outcome = { is: 'cancelled' }
    if (mail === null) turn.outcome = { is: 'later', problem: 'not_composed', isLost: false }
    return mail ? [{ turn, mail }] : []
  })
  if (outgoing.length === 0 || isTooLate()) return
  const outcomes = await transport.send(
    outgoing.map(({ turn, mail }) => ({ id: turn.one.id, sending: nameOf(turn.one), mail })),
  )
  for (const [at, { turn }] of outgoing.entries()) turn.outcome = outcomes[at]
}

async function end({ db, now }: Sending, turns: Turn[]): Promise<void> {
  const changes = turns.flatMap(({ one, outcome }) =>
    outcome ? [after(one, outcome, now, Math.random())] : [],
  )
  const reports = turns.flatMap(({ one, outcome }) => suppressions(one, outcome, now))
  const told = reports.flatMap(report => [addReport(report), tellTheBusiness(report, now)])
  await write(db, [...told, turnsEnded(changes, now)])
}

/** The addresses that Postmark will not deliver to: all of them, where it refused the message for it. */
function suppressions({ id, round, recipients }: Taken, outcome: Outcome | undefined, at: number): Report[] {
  const all: string[] = JSON.parse(recipients)
  const refused = outcome?.is === 'never' && outcome.problem === 'address_inactive'
  const named = outcome?.is === 'sent' ? outcome.inactive.map(address => address.toLowerCase()) : []
  const some = refused ? all : all.filter(address => named.includes(address.toLowerCase()))
  const report = { messageId: id, round, kind: 'suppressed', at, reason: null } as const
  return some.map(recipient => ({ ...report, recipient }))
}
