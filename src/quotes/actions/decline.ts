/** A client declines a quote: one decision row, and the business hears of it at once (product.md §3). */
import type { Visit } from '../../access/visit.ts'
import type { Statement } from '../../core/db.ts'
import { insertDecision } from '../store/business.ts'
import type { declineReasons } from '../tables.ts'
import { answering, type Open, type Outcome } from './answer.ts'
import { told } from './told.ts'

/** What the form says, checked, and the caller's address. */
export type Declining = {
  contentHash: string
  reason: (typeof declineReasons)[number] | null
  note: string | null
  address: string | null
}

/** Records the rejection; `mistaken`: the form can't be taken as it is, so only what stands is looked at. */
export function declineQuote(
  visit: Visit,
  id: string,
  declining: Declining,
  mistaken: boolean,
): Promise<Outcome> {
  const answer = { kind: 'rejected', contentHash: declining.contentHash, name: null } as const
  const plan = async (open: Open<Record<never, never>>) => declined(declining, open)
  return answering(visit, id, answer, {}, mistaken ? null : plan)
}

function declined(
  { reason, note, address }: Declining,
  open: Omit<Open<Record<never, never>>, 'rows'>,
): Statement[] {
  const { visitor, quote, now } = open
  const { id: quoteId, revision, contentHash } = quote
  const what = { quoteId, revision, businessId: visitor.businessId, contentHash, linkId: visitor.linkId }
  const decision = { kind: 'rejected', decidedBy: 'client', decidedAt: now, reason, note } as const
  const details = { revision, content_hash: contentHash, by: 'client', reason }
  return [insertDecision({ ...what, ...decision }), ...told({ ...open, kind: 'rejected', address, details })]
}
