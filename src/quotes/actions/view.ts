/** The first opening of a revision by a person: noted, and told to the business. */
import type { Visitor } from '../../access/visit.ts'
import { entry } from '../../audit/store.ts'
import type { Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { queued } from '../../mail/store/outbox.ts'
import { insertView } from '../store/business.ts'

/** One batch; the database refuses it where the revision was opened before, or the link has died since. */
export function viewed(
  visitor: Visitor,
  { id: quoteId, revision }: { id: string; revision: number },
  now: number,
  address: string | null,
): Statement[] {
  const { businessId, clientId, linkId } = visitor
  const who = {
    now,
    businessId,
    actor: { kind: 'link', id: linkId },
    address,
    requestId: newId('req', now),
  } as const
  const event = `quote_viewed:${quoteId}:${revision}`
  const recipients = [visitor.businessEmail]
  return [
    insertView({ quoteId, revision, businessId, linkId, viewedAt: now }),
    queued({ businessId, clientId, kind: 'quote_viewed', event, recipients, quoteId, revision }, now),
    entry(who, 'quote.viewed', quoteId, { revision }),
  ]
}
