/** Writing invoices: create, change, delete. */
import { entry } from '../../audit/store.ts'
import type { Act, Seen } from '../../core/api.ts'
import { isNothing, valid } from '../../core/body.ts'
import { decide, first, write } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { invalid, Problem } from '../../core/problem.ts'
import { checkedDraft } from '../../documents/drafts.ts'
import { deleteLines, insertLines } from '../../documents/lines.ts'
import { actingBusiness } from '../../documents/sending.ts'
import { numberTaken } from '../../documents/store.ts'
import { inputOf } from '../../documents/wire.ts'
import { quote } from '../../quotes/store/business.ts'
import { whyNotEdit } from '../rules.ts'
import { type InvoiceInput, invoiceBody } from '../schema.ts'
import { changeInvoice, deleteInvoice, type InvoiceDraft, insertInvoice } from '../store/business.ts'
import { changing, type Invoice, loadInvoice, refuseIf } from './load.ts'

export async function createInvoice(act: Act, input: InvoiceInput): Promise<Invoice> {
  const id = newId('inv', act.now)
  await decide(async () => {
    const { draft, lines } = await checkedInvoice(act, input)
    await checkNumber(act, draft.number, id)
    await write(act.db, [
      insertInvoice(id, act.businessId, draft, act.now),
      insertLines('invoice', id, act.businessId, lines),
      entry(act, 'invoice.created', id),
    ])
  })
  return loadInvoice(act, id)
}

/** Lays a change over the draft and checks the whole again. */
export async function updateInvoice(act: Act, id: string, seen: Seen, change: unknown): Promise<Invoice> {
  await changing(act, id, seen, async before => {
    refuseIf(whyNotEdit(before))
    if (isNothing(change)) return []
    const { draft, lines } = await checkedInvoice(act, valid(invoiceBody, merged(before, change)))
    await checkNumber(act, draft.number, id)
    return [
      changeInvoice(before, draft, act.now),
      deleteLines('invoice', id),
      insertLines('invoice', id, act.businessId, lines),
      entry(act, 'invoice.updated', id),
    ]
  })
  return loadInvoice(act, id)
}

export async function removeInvoice(act: Act, id: string, seen: Seen): Promise<void> {
  await changing(act, id, seen, before => {
    refuseIf(whyNotEdit(before))
    return [deleteInvoice(id), entry(act, 'invoice.deleted', id)]
  })
}

async function checkedInvoice(act: Act, input: InvoiceInput) {
  const { business } = await actingBusiness(act)
  const { draft, lines } = await checkedDraft(act, input, business)
  const quoteId = input.quote_id ?? null
  await checkQuote(act, quoteId, input.client_id)
  const whole: InvoiceDraft = { ...draft, dueOn: input.due_on, quoteId }
  return { draft: whole, lines }
}

async function checkQuote(act: Act, quoteId: string | null, clientId: string): Promise<void> {
  if (quoteId === null) return
  const found = await first(act.db, quote({ businessId: act.businessId, id: quoteId }))
  if (found?.clientId !== clientId || found.revision === 0) {
    throw invalid([
      { pointer: '/quote_id', detail: 'must be the id of a quote that was sent to the same client' },
    ])
  }
}

/** A body that is no object is left as it is, for the schema to refuse. */
const merged = (before: Invoice, change: unknown): unknown =>
  typeof change === 'object' && change !== null && !Array.isArray(change)
    ? { ...inputOf(before, before.lines), due_on: before.dueOn, quote_id: before.quoteId, ...change }
    : change

async function checkNumber(act: Act, number: string | null, id: string): Promise<void> {
  if (number !== null && (await numberTaken(act, 'invoice', number, id))) {
    throw new Problem('number_taken', 'Another of your invoices has this number.')
  }
}
