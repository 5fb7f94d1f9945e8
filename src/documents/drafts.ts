/** What writing a quote and writing an invoice have in common: the client has to be there, faults name their field. */
import type { BusinessRow } from '../businesses/tables.ts'
import { client } from '../clients/store.ts'
import type { Act } from '../core/api.ts'
import { first } from '../core/db.ts'
import { invalid } from '../core/problem.ts'
import { type Draft, type DraftLine, draftOf } from './input.ts'

/** The draft that a checked body describes. Throws `invalid` (422) with the pointers of what does not fit. */
export async function checkedDraft(
  act: Act,
  input: Parameters<typeof draftOf>[0],
  profile: BusinessRow,
): Promise<{ draft: Draft; lines: DraftLine[] }> {
  const { currency, taxRate, terms } = profile
  const result = draftOf(input, { currency, taxRate, terms })
  if (!result.ok) throw invalid(result.refusal)
  const addressee = await first(act.db, client({ businessId: act.businessId, id: input.client_id }))
  if (!addressee || addressee.deletedAt !== null) {
    throw invalid([{ pointer: '/client_id', detail: 'must be the id of one of your clients' }])
  }
  return result.value
}
