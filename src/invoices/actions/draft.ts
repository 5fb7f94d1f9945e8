/** Writing invoices: create, change, delete. */
import { entry } from '../../audit/store.ts'
import { type Act, perform, type Seen } from '../../core/api.ts'
import { isNothing, valid } from '../../core/body.ts'
import { decide, first } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { amountText } from '../../core/money.ts'
import { invalid, Problem } from '../../core/problem.ts'
import { checkedDraft } from '../../documents/drafts.ts'
import { deleteLines, insertLines } from '../../documents/lines.ts'
import { actingBusiness } from '../../documents/sending.ts'
import { numberTaken } from '../../documents/store.ts'
import { inputOf } from '../../documents/wire.ts'
import { quote } from '../../quotes/store/business.ts'
import { whyNot } from '../rules.ts'
import { type InvoiceInput, invoiceBody } from '../schema.ts'
import {
  changeInvoice,
  deleteInvoice,
  type InvoiceDraft,
  type InvoiceRow,
  insertInvoice,
  invoice,
  invoicedOf,
} from '../store/business.ts'
import { changing, type Invoice, refuseIf, removing } from './load.ts'

export async function createInvoice(act: Act, input: InvoiceInput): Promise<InvoiceRow> {
  const id = newId('inv', act.now)
  return decide(() => insert(act, id, input))
}

/** One try to write a draft. */
export async function insert(act: Act, id: string, input: InvoiceInput): Promise<InvoiceRow> {
  const { draft, lines } = await checkedInvoice(act, id, input)
  const statements = [
    insertInvoice(id, act.businessId, draft, act.now),
    insertLines('invoice', id, act.businessId, lines),
    entry(act, 'invoice.created', id, draft.quoteId ? { quote: draft.quoteId } : {}),
  ]
  return perform(act, statements, invoice({ businessId: act.businessId, id }))
}

/** Lays a change over the draft and checks the whole again. */
export async function updateInvoice(act: Act, id: string, seen: Seen, change: unknown): Promise<InvoiceRow> {
  return changing(act, id, seen, async before => {
    refuseIf(whyNot('edit', before))
    if (isNothing(change)) return null
    const { draft, lines } = await checkedInvoice(act, id, valid(invoiceBody, merged(before, change)))
    return [
      changeInvoice(before, draft, act.now),
      deleteLines('invoice', id),
      insertLines('invoice', id, act.businessId, lines),
      entry(act, 'invoice.updated', id),
    ]
  })
}

export const removeInvoice = (act: Act, id: string, seen: Seen): Promise<void> =>
  removing(act, id, seen, before => {
    refuseIf(whyNot('delete', before))
    return [deleteInvoice(id), entry(act, 'invoice.deleted', id)]
  })

async function checkedInvoice(act: Act, id: string, input: InvoiceInput) {
  const { business } = await actingBusiness(act)
  const { draft, lines } = await checkedDraft(act, input, business)
  const quoteId = input.quote_id ?? null
  const beyondQuote = input.beyond_quote ? 1 : 0
  const whole: InvoiceDraft = { ...draft, dueOn: input.due_on, quoteId, beyondQuote }
  if (quoteId !== null) await checkQuote(act, id, quoteId, whole)
  await checkNumber(act, draft.number, id)
  return { draft: whole, lines }
}

/** The database holds the same rule: `quote_invoiced`, `quote_currency` (migration 0015). */
async function checkQuote(act: Act, id: string, quoteId: string, draft: InvoiceDraft): Promise<void> {
  const found = await first(act.db, quote({ businessId: act.businessId, id: quoteId }))
  // An accepted quote never changes: what was within it stays within it.
  if (found?.clientId !== draft.clientId || found.state !== 'accepted') {
    throw invalid([
      { pointer: '/quote_id', detail: 'must be the id of a quote that the same client has accepted' },
    ])
  }
  if (found.currency !== draft.currency)
    throw invalid([{ pointer: '/currency', detail: `must be ${found.currency}, as on its quote` }])
  const { total: invoiced } = (await first(act.db, invoicedOf({ quoteId, but: id }))) ?? { total: 0 }
  if (!draft.beyondQuote && invoiced + draft.total > found.total)
    throw beyondQuote(found.total - invoiced, found.currency)
}

/** `left`: of the quote, in minor units; less than nothing where it was told to be exceeded. */
export const beyondQuote = (left: number, currency: string) =>
  new Problem(
    'quote_invoiced',
    `Of the quote ${amountText(Math.max(left, 0), currency)} ${currency} is left to invoice; "beyond_quote": true with a percent or an amount allows more.`,
  )

/** A body that is no object is left as it is, for the schema to refuse. */
const merged = (before: Invoice, change: unknown): unknown =>
  typeof change === 'object' && change !== null && !Array.isArray(change)
    ? { ...inputOf(before, before.lines), ...ownOf(before), ...change }
    : change

const ownOf = ({ dueOn, quoteId, beyondQuote: beyond }: Invoice) => ({
  due_on: dueOn,
  quote_id: quoteId,
  beyond_quote: beyond === 1,
})

async function checkNumber(act: Act, number: string | null, id: string): Promise<void> {
  if (number !== null && (await numberTaken(act, 'invoice', number, id))) {
    throw new Problem('number_taken', 'Another of your invoices has this number.')
  }
}
