/** The statements of sending: which messages a sender takes, and what its turn has made of them. */
import { sql } from 'drizzle-orm'
import { build, pick, prepared, raw, type Statement } from '../../core/db.ts'
import { type Change, LEASE, type Taken } from '../rules/sending.ts'
import { messages } from '../tables.ts'
import { isMisdirected, isWithdrawn, linkIsDead } from './outbox.ts'
import { isOvertaken } from './overtaken.ts'

/**
 * Takes what is due, the longest due first, for one sender alone until its lease ends: of what waits, or of what another
 * sender took and did not finish before its own lease ended. That may have left, and time has passed since.
 */
export const taken = (from: 'queued' | 'sending', now: number, most: number): Statement<Taken> =>
  raw(sql`update ${messages} set state = 'sending', due_at = ${now + LEASE}, attempts = attempts + 1,
      doubt = doubt + (state = 'sending') * (1 + (doubt = 0))
    where id in (select id from ${messages} where state = ${from} and due_at <= ${now} order by due_at limit ${most})
    returning id, round, attempts, doubt, due_at as lease, recipients`)

/** What may not leave, whenever its turn comes: a receipt alone outlives its link, but not its client (migration 0010). */
const isOver = sql`(${linkIsDead} and ${messages.kind} <> 'receipt') or ${isWithdrawn} or ${isMisdirected}
  or (${messages.linkId} is not null and exists (
    select 1 from clients where clients.id = ${messages.clientId} and clients.deleted_at is not null))`

/** Which of these messages may still leave at an instant; `ids` is a JSON array. */
export const stillMeant = prepared<{ ids: string; now: number }>()(() =>
  build
    .select(pick({ id: messages.id }))
    .from(messages)
    .where(
      sql`${messages.id} in (select value from json_each(${sql.placeholder('ids')})) and not (${isOver})
        and not ${isOvertaken(sql.placeholder('now'))}`,
    ),
)

/** What would wait again, but may not leave any more: triggers have cancelled its like while this one was being sent. */
const isCancelled = sql`turn.value ->> 'state' = 'queued' and (${isOver})`

/** Writes what came of each message, where it is still this sender's turn: a report may have settled it before. */
export const turnsEnded = (changes: readonly Change[], now: number): Statement =>
  raw(sql`update ${messages} set state = iif(${isCancelled}, 'cancelled', turn.value ->> 'state'),
      ended_at = iif(${isCancelled}, ${now}, turn.value ->> 'endedAt'), due_at = turn.value ->> 'dueAt', attempts = turn.value ->> 'attempts', doubt = turn.value ->> 'doubt',
      problem = turn.value ->> 'problem', postmark_id = turn.value ->> 'postmarkId'
    from json_each(${JSON.stringify(changes)}) as turn
    where messages.id = turn.value ->> 'id' and messages.state = 'sending' and messages.due_at = turn.value ->> 'lease'`)
