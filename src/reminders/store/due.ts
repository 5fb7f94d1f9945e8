/**
 * The statements of the minute's reminders: whose round is due, who is to be reminded of what, and what is written of it.
 * Each serves many businesses at once. Quotes and invoices are found by business and date.
 */
import { asc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { businesses } from '../../businesses/tables.ts'
import { build, pick, prepared, type RowOf, raw, type Statement } from '../../core/db.ts'
import type { ReminderKind } from '../rules.ts'
import { reminderRounds } from '../tables.ts'

/** Businesses whose documents are to be looked through now, who has waited longest first. */
export const dueRounds = prepared<{ now: number; limit: number }>()(() =>
  build
    .select(
      pick({
        businessId: businesses.id,
        timeZone: businesses.timeZone,
        reminders: businesses.reminders,
        version: businesses.version,
      }),
    )
    .from(reminderRounds)
    .innerJoin(businesses, eq(businesses.id, reminderRounds.businessId))
    .where(lte(reminderRounds.dueAt, sql.placeholder('now')))
    .orderBy(asc(reminderRounds.dueAt), asc(reminderRounds.businessId))
    .limit(sql.placeholder('limit')),
)

export type Round = RowOf<ReturnType<typeof dueRounds>>

/**
 * One open step of a business. `first`, `last`: the dates of the documents that it is open for on `day`; `since`: who was
 * reminded since this instant is not reminded now; `place`: the order in which businesses are served.
 */
export type OpenStep = {
  place: number
  businessId: string
  day: string
  since: number
  kind: ReminderKind
  rank: number
  step: number
  first: string
  last: string
}

/** Of a client, the most urgent of its open steps. */
export type Remindable = {
  place: number
  businessId: string
  clientId: string
  clientVersion: number
  email: string
  cc: string
  linkId: string
  kind: ReminderKind
  step: number
  documentId: string
  revision: number
}

const named = (name: keyof OpenStep) => sql`open.value ->> ${sql.raw(`'${name}'`)}`

/** A day's reminder of a client is there: by its key, or another zone's day that lies too near. */
export const isReminded = (clientId: SQL, day: SQL, since: SQL) =>
  sql`exists (select 1 from reminders as sent join messages as mail on mail.id = sent.message_id
    where sent.client_id = ${clientId} and sent.day >= date(${day}, '-2 days')
      and (sent.day = ${day} or mail.created_at >= ${since}))`

/** A step of what was sent is done. */
export const isDone = (documentId: SQL, revision: SQL, step: SQL) => sql`exists (
  select 1 from reminders as done where done.document_id = ${documentId} and done.revision = ${revision} and done.step = ${step})`

/**
 * Who is to be reminded, one row a client: of what waits for an answer or is owed, whose step lies behind the day on which
 * it was sent; whose link lives, all of whose addresses take mail, and who has not stopped reminders.
 */
export const remindable = (steps: readonly OpenStep[], now: number, limit: number): Statement<Remindable> =>
  raw(sql`with
    open_steps as (
      select ${named('place')} as place, ${named('businessId')} as business_id, ${named('day')} as day,
        ${named('since')} as since, ${named('kind')} as kind, ${named('rank')} as rank, ${named('step')} as step,
        ${named('first')} as first_date, ${named('last')} as last_date
      from json_each(${JSON.stringify(steps)}) as open),
    found as (
      select open_steps.*, quotes.client_id, quotes.id as document_id, quotes.revision, quotes.valid_until as date
      from open_steps cross join quotes
      where open_steps.kind = 'quote_expiring' and quotes.business_id = open_steps.business_id
        and quotes.valid_until between first_date and last_date and quotes.state = 'open' and quotes.expires_at > ${now}
        and (select content ->> 'sent_on' from quote_revisions
          where quote_id = quotes.id and revision = quotes.revision) < date(quotes.valid_until, step || ' days')
      union all
      select open_steps.*, invoices.client_id, invoices.id, 1, invoices.due_on
      from open_steps cross join invoices
      where open_steps.kind <> 'quote_expiring' and invoices.business_id = open_steps.business_id
        and invoices.due_on between first_date and last_date and invoices.state = 'sent' and invoices.paid < invoices.total
        and (invoices.due_ends_at <= ${now}) = (open_steps.kind = 'invoice_overdue')
        and (select content ->> 'sent_on' from invoice_revisions
          where invoice_id = invoices.id and revision = 1) < date(invoices.due_on, step || ' days')),
    ordered as (
      select found.*, clients.version, clients.email, clients.cc, portal_links.id as link_id,
        row_number() over (partition by clients.id order by rank, date, document_id) as nth
      from found
        join clients on clients.id = found.client_id and clients.deleted_at is null
        join businesses on businesses.id = clients.business_id
        join portal_links on portal_links.client_id = clients.id and died_at is null and born_at > links_from
      where not ${isDone(sql`found.document_id`, sql`found.revision`, sql`found.step`)}
        and not ${isReminded(sql`clients.id`, sql`found.day`, sql`found.since`)}
        and not exists (select 1 from reminder_stops where reminder_stops.client_id = clients.id)
        and not exists (
          select 1 from client_addresses as meant cross join undeliverable_addresses as lost
          where meant.client_id = clients.id and lost.business_id = meant.business_id and lost.address = meant.address))
    select place, business_id as "businessId", client_id as "clientId", version as "clientVersion", email, cc,
      link_id as "linkId", kind, step, document_id as "documentId", revision
    from ordered where nth = 1 order by place, rank, date, client_id limit ${limit}`)
