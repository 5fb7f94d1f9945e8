/**
 * The statements of the outbox. A message rides in the batch of the event that it tells of; triggers cancel it
 * when its link dies or its quote is withdrawn before it left (product.md §5, migration 0007).
 */
import { and, eq, getTableColumns, gt, sql } from 'drizzle-orm'
import type { Paging } from '../../core/api.ts'
import { build, expecting, pick, prepared, type RowOf, type Statement, statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { type MessageKind, type MessageState, messages } from '../tables.ts'
import { isOvertaken } from './overtaken.ts'
import { reportsJson } from './reports.ts'

/** What a message is about and for whom; `event` is unique per business, so that nothing is told twice. */
export type NewMessage = {
  businessId: string
  /** Whom it concerns; null where it is about the business's own chain. */
  clientId: string | null
  kind: MessageKind
  event: string
  recipients: readonly string[]
  linkId?: string
  quoteId?: string
  invoiceId?: string
  paymentId?: string
  revision?: number
  chainSequence?: number
}

/** Writes a message to the outbox; due at once. Refused (`link_dead`) where its link does not live. */
export function queued(message: NewMessage, now: number): Statement {
  const recipients = JSON.stringify(message.recipients)
  const times = { createdAt: now, dueAt: now }
  return statement(build.insert(messages).values({ id: newId('msg', now), ...message, recipients, ...times }))
}

/** A link's own word on whether it lives; a message without one has none that could die. */
export const linkIsDead = sql<
  0 | 1
>`exists (select 1 from portal_links join businesses on businesses.id = portal_links.business_id
  where portal_links.id = ${messages.linkId} and (died_at is not null or born_at <= links_from))`

/** To a client, about a quote that was withdrawn or sent anew, or about an invoice that was cancelled (migrations 0010, 0015). */
export const isWithdrawn = sql<0 | 1>`${messages.linkId} is not null and (
  exists (select 1 from quotes where quotes.id = ${messages.quoteId}
    and (quotes.state in ('draft', 'closed') or quotes.revision <> ${messages.revision}))
  or exists (select 1 from invoices where invoices.id = ${messages.invoiceId} and invoices.state = 'void'))`

/** To a client, at an address that is no longer the client's, as migration 0016 tells it. */
export const isMisdirected = sql<0 | 1>`${messages.linkId} is not null and exists (
  select 1 from json_each(${messages.recipients}) as meant join clients on clients.id = ${messages.clientId}
  where meant.value collate nocase not in (select clients.email union all select value from json_each(clients.cc)))`

const whole = () =>
  build
    .select(
      pick({ ...getTableColumns(messages), linkIsDead, isWithdrawn, isMisdirected, reports: reportsJson }),
    )
    .from(messages)

/** A message of a business. */
export const message = prepared<{ businessId: string; id: string }>()(() =>
  whole().where(
    and(eq(messages.businessId, sql.placeholder('businessId')), eq(messages.id, sql.placeholder('id'))),
  ),
)

export type MessageRow = RowOf<ReturnType<typeof message>>

/** A page of the messages of a business, oldest first; one row more than the limit. */
export const messageList = (
  businessId: string,
  { state, clientId }: { state: MessageState | null; clientId: string | null },
  { limit, cursor }: Paging,
) =>
  statement(
    whole()
      .where(
        and(
          eq(messages.businessId, businessId),
          state === null ? undefined : eq(messages.state, state),
          clientId === null ? undefined : eq(messages.clientId, clientId),
          cursor === null ? undefined : gt(messages.id, cursor),
        ),
      )
      .orderBy(messages.id)
      .limit(limit + 1),
  )

/** Refuses (`stale`) a batch where the message is no longer in the state that was read, or may not leave any more. */
export const messageStands = ({ id, state }: Pick<MessageRow, 'id' | 'state'>, now: number): Statement =>
  expecting(
    sql`exists (select 1 from ${messages} where ${messages.id} = ${id} and ${messages.state} = ${state}
      and not (${linkIsDead} or ${isWithdrawn} or ${isMisdirected} or ${isOvertaken(now)}))`,
  )

/** Due at once, in a new round, as if it had never been tried: what is reported of an earlier one does not count for it. */
export const retried = (id: string, now: number): Statement => {
  const untried = { attempts: 0, doubt: 0, problem: null, postmarkId: null, endedAt: null }
  const round = sql`${messages.round} + 1`
  return statement(
    build
      .update(messages)
      .set({ state: 'queued', dueAt: now, round, ...untried })
      .where(eq(messages.id, id)),
  )
}
