/** Recording money that came in for an invoice. */
import * as v from 'valibot'
import { entry } from '../audit/store.ts'
import type { Act } from '../core/api.ts'
import { digitsOf } from '../core/currencies.ts'
import { decide, first, write } from '../core/db.ts'
import * as field from '../core/fields.ts'
import { newId } from '../core/ids.ts'
import { MAX_AMOUNT, parseDecimal } from '../core/money.ts'
import { invalid, Problem } from '../core/problem.ts'
import { actingBusiness } from '../documents/sending.ts'
import { type Invoice, loadInvoice, refuseIf } from '../invoices/actions/load.ts'
import { balanceOf, whyNotPay } from '../invoices/rules.ts'
import { creditOf, insertPayment, payment } from './store.ts'
import type { PaymentRow } from './tables.ts'

export const paymentBody = v.strictObject({
  amount: v.string('must be a decimal string such as "12.50"'),
  method: field.line(60),
  paid_on: v.optional(field.date),
  reference: field.optional(field.line(200)),
  note: field.optional(field.prose(2000)),
})
type PaymentInput = v.InferOutput<typeof paymentBody>

export async function recordPayment(act: Act, invoiceId: string, input: PaymentInput): Promise<PaymentRow> {
  const { today } = await actingBusiness(act)
  const paidOn = input.paid_on ?? today
  if (paidOn > today) throw invalid([{ pointer: '/paid_on', detail: 'must not lie in the future' }])
  const id = newId('pay', act.now)
  await decide(async () => {
    const invoice = await loadInvoice(act, invoiceId)
    refuseIf(whyNotPay(invoice))
    const { clientId, currency } = invoice
    const amount = amountOf(input.amount, currency)
    await checkCredit(act, invoice, input.method, amount)
    const { method, reference = null, note = null } = input
    const whole = {
      id,
      businessId: act.businessId,
      clientId,
      invoiceId,
      currency,
      amount,
      method,
      paidOn,
      reference,
      note,
    }
    await write(act.db, [
      insertPayment(whole, act.now),
      entry(act, 'payment.recorded', id, { invoice: invoiceId, amount }),
    ])
  })
  return (await first(act.db, payment({ businessId: act.businessId, id }))) as PaymentRow
}

function amountOf(text: string, currency: string): number {
  const digits = digitsOf(currency)
  const amount = parseDecimal(text, digits)
  if (amount !== undefined && amount > 0 && amount <= MAX_AMOUNT) return amount
  throw invalid([
    {
      pointer: '/amount',
      detail: `must be a positive decimal with at most ${digits} digits after the point`,
    },
  ])
}

/** Credit pays no more than is owed, and no more than there is; nor does it grow beyond what can be held. */
async function checkCredit(act: Act, invoice: Invoice, method: string, amount: number): Promise<void> {
  const { clientId, currency } = invoice
  const left = (await first(act.db, creditOf({ clientId, currency })))?.amount ?? 0
  const over = amount - balanceOf(invoice)
  if (method !== 'credit') {
    if (over > 0 && left + over > MAX_AMOUNT)
      throw tooMuch('would make the client’s credit larger than the portal can hold')
    return
  }
  if (amount > left)
    throw new Problem('not_enough_credit', 'The client’s credit in this currency is less than that.')
  if (over > 0) throw tooMuch('must not exceed the balance due when credit is used')
}

const tooMuch = (detail: string) => invalid([{ pointer: '/amount', detail }])
