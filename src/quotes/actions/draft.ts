/** Writing quotes: create, change, delete, cancel back to draft. */
import { entry } from '../../audit/store.ts'
import { type Act, perform, type Seen } from '../../core/api.ts'
import { isNothing, valid } from '../../core/body.ts'
import { decide } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { invalid, Problem } from '../../core/problem.ts'
import { checkedDraft } from '../../documents/drafts.ts'
import { deleteLines, insertLines } from '../../documents/lines.ts'
import { actingBusiness } from '../../documents/sending.ts'
import { numberTaken } from '../../documents/store.ts'
import { inputOf } from '../../documents/wire.ts'
import { whyNot } from '../rules.ts'
import { type QuoteInput, quoteBody } from '../schema.ts'
import { changeQuote, deleteQuote, insertQuote, type QuoteRow, quote } from '../store/business.ts'
import { changing, type Quote, refuseIf, removing } from './load.ts'

export async function createQuote(act: Act, input: QuoteInput): Promise<QuoteRow> {
  const id = newId('quo', act.now)
  return decide(async () => {
    const { business } = await actingBusiness(act)
    const { draft, lines } = await checkedDraft(act, input, business)
    await checkNumber(act, draft.number, id)
    const statements = [
      insertQuote(id, act.businessId, { ...draft, validUntil: input.valid_until }, act.now),
      insertLines('quote', id, act.businessId, lines),
      entry(act, 'quote.created', id),
    ]
    return perform(act, statements, quote({ businessId: act.businessId, id }))
  })
}

/** Lays a change over the draft and checks the whole again. */
export async function updateQuote(act: Act, id: string, seen: Seen, change: unknown): Promise<QuoteRow> {
  return changing(act, id, seen, async (before, now) => {
    refuseIf(whyNot('edit', before, now))
    if (isNothing(change)) return null
    const { business } = await actingBusiness(act)
    const input = valid(quoteBody, merged(before, change))
    checkFixed(before, input)
    const { draft, lines } = await checkedDraft(act, input, business)
    await checkNumber(act, draft.number, id)
    return [
      changeQuote(before, { ...draft, validUntil: input.valid_until }, act.now),
      deleteLines('quote', id),
      insertLines('quote', id, act.businessId, lines),
      entry(act, 'quote.updated', id),
    ]
  })
}

export async function removeQuote(act: Act, id: string, seen: Seen): Promise<void> {
  await removing(act, id, seen, before => {
    refuseIf(whyNot('delete', before, act.now))
    return [deleteQuote(id), entry(act, 'quote.deleted', id)]
  })
}

/** Back to draft: it leaves the portal in this moment, and mail about it that waits is cancelled by trigger. */
export async function cancelQuote(act: Act, id: string, seen: Seen): Promise<QuoteRow> {
  return changing(act, id, seen, (before, now) => {
    refuseIf(whyNot('cancel', before, now))
    const revision = before.revision
    return [
      changeQuote(before, { state: 'draft', decidedAt: null }, act.now),
      entry(act, 'quote.cancelled', id, { revision }),
    ]
  })
}

/** A body that is no object is left as it is, for the schema to refuse. */
const merged = (before: Quote, change: unknown): unknown =>
  typeof change === 'object' && change !== null && !Array.isArray(change)
    ? { ...inputOf(before, before.lines), valid_until: before.validUntil, ...change }
    : change

/** What was once sent keeps its number and its client. */
function checkFixed(before: Quote, input: QuoteInput): void {
  if (before.revision === 0) return
  const fixed = { client_id: before.clientId, number: before.number }
  const faults = Object.entries(fixed).filter(([name, value]) => input[name as keyof typeof fixed] !== value)
  if (faults.length > 0) {
    throw invalid(
      faults.map(([name]) => ({ pointer: `/${name}`, detail: 'can’t change once the quote was sent' })),
    )
  }
}

async function checkNumber(act: Act, number: string | null, id: string): Promise<void> {
  if (number !== null && (await numberTaken(act, 'quote', number, id))) {
    throw new Problem('number_taken', 'Another of your quotes has this number.')
  }
}
