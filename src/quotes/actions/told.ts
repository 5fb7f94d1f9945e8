/** What an answer leaves behind besides itself, in its own batch: the messages that tell of it, and the trail's entry. */
import { addressesOf } from '../../access/actions.ts'
import type { Visitor } from '../../access/visit.ts'
import { type Details, entry } from '../../audit/store.ts'
import type { Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { queued } from '../../mail/store.ts'
import type { SentQuote } from './answer.ts'

type Telling = {
  kind: 'accepted' | 'rejected'
  details: Details
  /** Where the client's receipt goes; a decline has none. */
  addresses?: { email: string; cc: string } | undefined
}

/** The business hears of every answer; the client gets the receipt of a signature. */
export function told(
  now: number,
  visitor: Visitor,
  { id: quoteId, revision }: Pick<SentQuote, 'id' | 'revision'>,
  address: string | null,
  { kind, details, addresses }: Telling,
): Statement[] {
  const { businessId, clientId, linkId } = visitor
  const about = { businessId, clientId, quoteId, revision }
  const news = { kind: `quote_${kind}`, event: `quote_${kind}:${quoteId}:${revision}` } as const
  const receipt = { kind: 'receipt', event: `receipt:${quoteId}`, linkId } as const
  const actor = { kind: 'link', id: linkId } as const
  const who = { now, businessId, actor, address, requestId: newId('req', now) }
  return [
    queued({ ...about, ...news, recipients: [visitor.businessEmail] }, now),
    ...(addresses ? [queued({ ...about, ...receipt, recipients: addressesOf(addresses) }, now)] : []),
    entry(who, `quote.${kind}`, quoteId, details),
  ]
}
