/** A client declines a quote: one decision row, and the business hears of it at once (product.md §3). */
import type { Visit } from '../../access/visit.ts'
import { insertDecision } from '../store/business.ts'
import type { declineReasons } from '../tables.ts'
import { answering, type Outcome } from './answer.ts'
import { told } from './told.ts'

/** What the form says, checked. */
export type Declining = {
  contentHash: string
  reason: (typeof declineReasons)[number] | null
  note: string | null
}

/** Records the rejection; `mistaken`: the form can't be taken as it is, so only what stands is looked at. */
export function declineQuote(
  visit: Visit,
  id: string,
  { contentHash, reason, note }: Declining,
  address: string | null,
  mistaken: boolean,
): Promise<Outcome> {
  const answer = { kind: 'rejected', contentHash, name: null } as const
  return answering(
    visit,
    id,
    answer,
    {},
    mistaken
      ? null
      : async ({ visitor, quote }) => {
          const { revision } = quote
          const decision = { kind: 'rejected', decidedBy: 'client', decidedAt: visit.now } as const
          const what = {
            quoteId: id,
            revision,
            businessId: visitor.businessId,
            contentHash,
            linkId: visitor.linkId,
          }
          const details = { revision, content_hash: contentHash, by: 'client', reason }
          return [
            insertDecision({ ...what, ...decision, reason, note }),
            ...told(visit.now, visitor, quote, address, { kind: 'rejected', details }),
          ]
        },
  )
}
