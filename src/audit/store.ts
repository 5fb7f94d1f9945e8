/** The statements of the trail. An entry rides in the batch of the act that it tells of. */
import type { Act } from '../core/api.ts'
import { build, type Statement, statement } from '../core/db.ts'
import { newId } from '../core/ids.ts'
import { auditEntries } from './tables.ts'

/** What can be done to what, as it stands in the trail. */
export type Action =
  // These two are written by npm run key.
  | 'business.created'
  | 'api_key.created'
  | 'business.updated'
  | 'client.created'
  | 'client.updated'
  | 'client.deleted'
  | 'link.revealed'
  | 'link.rotated'
  | 'link.revoked'
  | 'link.sent'
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
  | 'payment.recorded'
  | 'chain.sealed'

/** Facts about an act: ids, numbers, counts; never a secret and nothing about a person. */
export type Details = Record<string, string | number | null>

type Who = Pick<Act, 'now' | 'businessId' | 'actor' | 'address' | 'requestId'>

/** The entry that says who did this, as a statement for the same batch. */
export function entry(who: Who, action: Action, objectId: string, details: Details = {}): Statement {
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
      details: JSON.stringify(details),
    }),
  )
}
