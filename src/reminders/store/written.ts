/** The statements that write the minute's reminders, all of a run at once: passing over what is no longer as it was read. */
import { sql } from 'drizzle-orm'
import { raw, type Statement } from '../../core/db.ts'
import { type PlannedReminder, planned } from '../../mail/store/overtaken.ts'
import { isDone, isReminded } from './due.ts'

/** A reminder to be written, its message and its own row; `businessVersion`: of the settings that it follows. */
export type Planned = PlannedReminder & {
  businessVersion: number
  clientVersion: number
  documentId: string
  day: string
  since: number
  step: number
}

/** What else must still be so when it is written: settings and addresses as they were read, nobody faster. */
export const stillPlanned = sql`
  exists (select 1 from businesses where businesses.id = ${planned('businessId')}
    and businesses.version = ${planned('businessVersion')})
  and exists (select 1 from clients where clients.id = ${planned('clientId')}
    and clients.version = ${planned('clientVersion')} and clients.deleted_at is null)
  and not ${isDone(planned('documentId'), planned('revision'), planned('step'))}
  and not ${isReminded(planned('clientId'), planned('day'), planned('since'))}`

/** The rows of those reminders whose messages were written in this batch. */
export const insertReminders = (reminders: readonly Planned[]): Statement =>
  raw(sql`insert into reminders (client_id, day, business_id, document_id, revision, step, message_id)
    select ${planned('clientId')}, ${planned('day')}, ${planned('businessId')}, ${planned('documentId')},
      ${planned('revision')}, ${planned('step')}, ${planned('id')}
    from json_each(${JSON.stringify(reminders)}) as planned
    where exists (select 1 from messages where messages.id = ${planned('id')})`)

/** When a business is looked through next, by the settings of the version that was read. */
export type NextRound = { businessId: string; version: number; dueAt: number }

export const moveRounds = (rounds: readonly NextRound[]): Statement =>
  raw(sql`update reminder_rounds set due_at = next.value ->> 'dueAt'
    from json_each(${JSON.stringify(rounds)}) as next
    where reminder_rounds.business_id = next.value ->> 'businessId'
      and exists (select 1 from businesses where businesses.id = reminder_rounds.business_id
        and businesses.version = next.value ->> 'version')`)
