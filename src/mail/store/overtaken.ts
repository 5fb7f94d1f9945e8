/**
 * What waits in the outbox and may no longer leave, because what it tells of has moved on (product.md §5): a reminder of
 * something that was settled, or of somebody who wants none; the receipt of a payment that was taken back. Triggers can't say
 * it all: that a day is over happens without a write.
 */
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { build, pick, prepared, raw, type Statement } from '../../core/db.ts'
import { messages } from '../tables.ts'

/** A reminder that did not leave on its day, in milliseconds, has lost its sense. */
const OLDEST = 86_400_000

type Column =
  | 'kind'
  | 'businessId'
  | 'clientId'
  | 'recipients'
  | 'quoteId'
  | 'invoiceId'
  | 'revision'
  | 'createdAt'

/** Of a reminder, whether it has been overtaken at an instant. What is no reminder never has, by this. */
const reminderIsOvertaken = (one: Record<Column, SQLWrapper>, now: SQLWrapper) =>
  sql<0 | 1>`(${one.kind}) in ('quote_expiring', 'invoice_due_soon', 'invoice_overdue') and (
  ${one.createdAt} <= ${now} - ${OLDEST}
  or ${one.kind} = 'quote_expiring' and not exists (select 1 from quotes where quotes.id = ${one.quoteId}
    and quotes.state = 'open' and quotes.revision = ${one.revision} and quotes.expires_at > ${now})
  or ${one.kind} <> 'quote_expiring' and not exists (select 1 from invoices where invoices.id = ${one.invoiceId}
    and invoices.state = 'sent' and invoices.paid < invoices.total
    and (invoices.due_ends_at <= ${now}) = (${one.kind} = 'invoice_overdue'))
  or exists (select 1 from reminder_stops where reminder_stops.client_id = ${one.clientId})
  or exists (select 1 from businesses where businesses.id = ${one.businessId}
    and not (businesses.reminders ->> 'enabled'))
  or exists (select 1 from json_each(${one.recipients}) as meant cross join undeliverable_addresses as lost
    where lost.business_id = ${one.businessId} and lost.address = meant.value collate nocase))`

/**
 * Whether a message may no longer leave at an instant (UTC milliseconds): for a `where` over the outbox. Whether its link
 * lives, its document was withdrawn or its address has changed is asked beside it.
 */
export const isOvertaken = (now: SQLWrapper | number): SQL<0 | 1> => {
  const at = typeof now === 'number' ? sql`${now}` : now
  return sql`(${reminderIsOvertaken(messages, at)} or exists (
    select 1 from payments where payments.reverses = ${messages.paymentId}))`
}

/** A message of a business that has been overtaken: no row where it has not. */
export const overtakenMessage = prepared<{ businessId: string; id: string; now: number }>()(() =>
  build
    .select(pick({ id: messages.id }))
    .from(messages)
    .where(
      and(
        eq(messages.businessId, sql.placeholder('businessId')),
        eq(messages.id, sql.placeholder('id')),
        isOvertaken(sql.placeholder('now')),
      ),
    ),
)

/** A reminder to be written to the outbox. */
export type PlannedReminder = {
  id: string
  businessId: string
  clientId: string
  kind: string
  event: string
  recipients: readonly string[]
  linkId: string
  quoteId: string | null
  invoiceId: string | null
  revision: number
}

/** A field of what is planned, in a statement over `json_each(…) as planned`. */
export const planned = (name: string): SQL => sql`planned.value ->> ${sql.raw(`'${name}'`)}`

/**
 * Writes reminders to the outbox, due at once, in one statement: those that may still leave, through a living link, that are
 * not there yet, and for which `only` holds, which may speak of what is `planned`. Whatever may not is passed over.
 */
export const queuedReminders = (reminders: readonly PlannedReminder[], only: SQL, now: number): Statement => {
  const one = {
    kind: planned('kind'),
    businessId: planned('businessId'),
    clientId: planned('clientId'),
    recipients: planned('recipients'),
    quoteId: planned('quoteId'),
    invoiceId: planned('invoiceId'),
    revision: planned('revision'),
    createdAt: sql`${now}`,
  }
  return raw(sql`insert into messages (id, business_id, client_id, kind, event, recipients, link_id, quote_id, invoice_id,
      revision, created_at, due_at)
    select ${planned('id')}, ${one.businessId}, ${one.clientId}, ${one.kind}, ${planned('event')}, ${one.recipients},
      ${planned('linkId')}, ${one.quoteId}, ${one.invoiceId}, ${one.revision}, ${now}, ${now}
    from json_each(${JSON.stringify(reminders)}) as planned
    where exists (select 1 from portal_links join businesses on businesses.id = portal_links.business_id
        where portal_links.id = ${planned('linkId')} and portal_links.client_id = ${one.clientId}
          and died_at is null and born_at > links_from)
      and not exists (select 1 from messages as told
        where told.business_id = ${one.businessId} and told.event = ${planned('event')})
      and not (${reminderIsOvertaken(one, sql`${now}`)})
      and (${only})`)
}
