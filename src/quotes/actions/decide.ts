/** What ends an open quote from the business's side: closing it, or recording an acceptance made elsewhere. */
import { entry } from '../../audit/store.ts'
import type { Act, Seen } from '../../core/api.ts'
import { requireFrozen } from '../../documents/content.ts'
import { whyNot } from '../rules.ts'
import type { AcceptanceInput } from '../schema.ts'
import { changeQuote, insertDecision, type QuoteRow } from '../store/business.ts'
import { changing, refuseIf } from './load.ts'

export async function closeQuote(act: Act, id: string, seen: Seen): Promise<QuoteRow> {
  return changing(act, id, seen, (before, now) => {
    refuseIf(whyNot('close', before, now))
    const { revision } = before
    return [
      changeQuote(before, { state: 'closed', decidedAt: now }, now),
      entry({ ...act, now }, 'quote.closed', id, { revision }),
    ]
  })
}

/** An acceptance by phone or on paper: on the same row and by the same rules as a client's, without a signature. */
export async function recordAcceptance(
  act: Act,
  id: string,
  seen: Seen,
  { po_number, note }: AcceptanceInput,
): Promise<QuoteRow> {
  return changing(act, id, seen, async (before, now) => {
    refuseIf(whyNot('accept', before, now))
    const { revision, content, contentHash } = before
    await requireFrozen(content ?? '', contentHash ?? '')
    const decision = { kind: 'accepted', decidedBy: 'business', decidedAt: now } as const
    const what = { quoteId: id, revision, businessId: act.businessId, contentHash: contentHash ?? '' }
    return [
      insertDecision({ ...what, ...decision, poNumber: po_number ?? null, note: note ?? null }),
      entry({ ...act, now }, 'quote.accepted', id, {
        revision,
        content_hash: contentHash,
        by: 'business',
      }),
    ]
  })
}
