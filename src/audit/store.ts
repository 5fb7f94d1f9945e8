/** The statements of the trail. An entry rides in the batch of the act that it tells of. */
import { and, eq, getTableColumns, gt, gte, inArray, SQL, sql } from 'drizzle-orm'
import type { Act, Paging } from '../core/api.ts'
import { build, pick, type RowOf, type Statement, statement } from '../core/db.ts'
import { idBefore, newId } from '../core/ids.ts'
import { auditEntries } from './tables.ts'

/** What can be done to what, as it stands in the trail. */
export type Action =
  // Written by npm run key; api_key.created by the API as well.
  | 'business.created'
  | 'api_key.created'
  | 'api_key.rotated'
  | 'api_key.revoked'
  | 'business.updated'
  | 'business.logo_set'
  | 'business.logo_removed'
  | 'client.created'
  | 'client.updated'
  | 'client.deleted'
  | 'link.revealed'
  | 'link.rotated'
  | 'link.revoked'
  | 'link.sent'
  | 'links.rotated'
  | 'quote.created'
  | 'quote.updated'
  | 'quote.deleted'
  | 'quote.sent'
  | 'quote.viewed'
  | 'quote.cancelled'
  | 'quote.closed'
  | 'quote.accepted'
  | 'quote.rejected'
  | 'invoice.created'
  | 'invoice.updated'
  | 'invoice.deleted'
  | 'invoice.sent'
  | 'invoice.voided'
  | 'payment.recorded'
  | 'payment.reversed'
  | 'message.retried'
  | 'client.language_chosen'
  | 'reminders.stopped'
  | 'reminders.started'
  | 'chain.sealed'

/** Facts about an act: ids, numbers, counts; never a secret and nothing about a person. */
export type Details = Record<string, string | number | null>

type Who = Pick<Act, 'now' | 'businessId' | 'actor' | 'address' | 'requestId'>

/**
 * The entry that says who did this, as a statement for the same batch. `details` may be JSON that SQL makes, of what the
 * batch has decided.
 */
export function entry(
  who: Who,
  action: Action,
  objectId: string,
  details: Details | SQL<string> = {},
): Statement {
  return statement(
    build.insert(auditEntries).values({
      id: newId('aud', who.now),
      businessId: who.businessId,
      at: who.now,
      actorKind: who.actor.kind,
      actorId: who.actor.id,
      action,
      objectId,
      address: who.address,
      requestId: who.requestId,
      details: details instanceof SQL ? details : JSON.stringify(details),
    }),
  )
}

/** An object and what belongs to it: to a client its links, to an invoice its payments. */
const belongingTo = (id: string) =>
  sql`(select ${id} union all select id from portal_links where client_id = ${id}
    union all select id from payments where invoice_id = ${id})`

/** A page of a business's trail, oldest first; one row more than the limit. `since`: UTC milliseconds. */
export const entryList = (
  businessId: string,
  { objectId, since }: { objectId: string | null; since: number | null },
  { limit, cursor }: Paging,
) =>
  statement(
    build
      .select(pick(getTableColumns(auditEntries)))
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.businessId, businessId),
          objectId === null ? undefined : inArray(auditEntries.objectId, belongingTo(objectId)),
          since === null ? undefined : gte(auditEntries.at, since),
          // Ids begin with the instant: what lies before it is not even read.
          cursor === null
            ? since === null
              ? undefined
              : gt(auditEntries.id, idBefore('aud', since))
            : gt(auditEntries.id, cursor),
        ),
      )
      .orderBy(auditEntries.id)
      .limit(limit + 1),
  )

export type EntryRow = RowOf<ReturnType<typeof entryList>>
