/** Recording money that came in for an invoice, and taking it back. */
import { addressesOf } from '../access/actions/links.ts'
import { linkStands, livingLink } from '../access/store/links.ts'
import { entry } from '../audit/store.ts'
import { client, clientStands } from '../clients/store.ts'
import { type Act, perform } from '../core/api.ts'
import { digitsOf } from '../core/currencies.ts'
import { batch, decide, first } from '../core/db.ts'
import { isId, newId } from '../core/ids.ts'
import { amountText, MAX_AMOUNT, parseDecimal } from '../core/money.ts'
import { invalid, notFound, Problem } from '../core/problem.ts'
import { actingBusiness } from '../documents/sending.ts'
import { type Invoice, loadInvoice, refuseIf, whole } from '../invoices/actions/load.ts'
import { balanceOf, whyNot } from '../invoices/rules.ts'
import { queued } from '../mail/store/outbox.ts'
import type { PaymentInput, ReversalInput } from './schema.ts'
import { creditOf, insertPayment, insertReversal, type PaymentRow, payment } from './store.ts'

export async function recordPayment(act: Act, invoiceId: string, input: PaymentInput): Promise<PaymentRow> {
  const { today } = await actingBusiness(act)
  const paidOn = input.paid_on ?? today
  if (paidOn > today) throw invalid([{ pointer: '/paid_on', detail: 'must not lie in the future' }])
  const id = newId('pay', act.now)
  return decide(async () => {
    const invoice = whole(await loadInvoice(act, invoiceId))
    refuseIf(whyNot('pay', invoice))
    const { clientId, currency } = invoice
    const amount = amountOf(input.amount, currency)
    await checkCredit(act, invoice, input.method, amount)
    const { method, reference = null, note = null } = input
    const money = { ...{ id, businessId: act.businessId, clientId, invoiceId, currency }, amount, method }
    const statements = [
      insertPayment({ ...money, paidOn, reference, note }, act.now),
      entry(act, 'payment.recorded', id, {
        invoice: invoiceId,
        amount: amountText(amount, currency),
        currency,
      }),
      ...(method === 'credit' ? [] : await receiptOf(act, invoice, id)),
    ]
    return perform(act, statements, payment({ businessId: act.businessId, id }))
  })
}

/**
 * The receipt that tells the client of a payment, behind that payment in its batch: where a link lives that it can carry.
 * Using credit brings no money in: that was confirmed when it came.
 */
async function receiptOf(act: Act, { id: invoiceId, clientId }: Invoice, paymentId: string) {
  const { businessId, now } = act
  const found = await batch(act.db, {
    client: client({ businessId, id: clientId }),
    living: livingLink({ clientId }),
  })
  const [addressee] = found.client
  const [living] = found.living
  if (!addressee || addressee.deletedAt !== null || !living) return []
  const about = { businessId, clientId, invoiceId, paymentId, linkId: living.id, revision: 1 }
  const message = { kind: 'payment_receipt', event: `payment_receipt:${paymentId}` } as const
  return [
    clientStands(addressee),
    linkStands(clientId, living.id),
    queued({ ...about, ...message, recipients: addressesOf(addressee) }, now),
  ]
}

/** Takes a payment back by an entry that mirrors it; nothing is erased. */
export async function reversePayment(act: Act, paymentId: string, input: ReversalInput): Promise<PaymentRow> {
  const id = newId('pay', act.now)
  return decide(async () => {
    const made = await loadPayment(act, paymentId)
    await checkReversal(act, made)
    const { today } = await actingBusiness(act)
    const { reference = null, note = null } = input
    const statements = [
      insertReversal({ id, made, paidOn: today, reference, note }, act.now),
      entry(act, 'payment.reversed', id, {
        invoice: made.invoiceId,
        reverses: paymentId,
        amount: amountText(-made.amount, made.currency),
        currency: made.currency,
      }),
    ]
    return perform(act, statements, payment({ businessId: act.businessId, id }))
  })
}

async function loadPayment(act: Act, id: string): Promise<PaymentRow> {
  const row = isId('pay', id) ? await first(act.db, payment({ businessId: act.businessId, id })) : undefined
  if (!row) throw notFound()
  return row
}

/** The database holds the same rules: one reversal each, and credit from nothing to what can be held (migration 0005). */
async function checkReversal(act: Act, { reverses, reversedBy, clientId, currency, credit }: PaymentRow) {
  if (reverses !== null) throw new Problem('already_reversed', 'This entry takes a payment back itself.')
  if (reversedBy !== null) throw new Problem('already_reversed', `It was taken back by ${reversedBy}.`)
  const left = (await first(act.db, creditOf({ clientId, currency })))?.amount ?? 0
  if (left < credit)
    throw new Problem(
      'not_enough_credit',
      'What it left as credit was used since: take that payment back first.',
    )
  if (left - credit > MAX_AMOUNT) throw invalid([{ pointer: '', detail: CREDIT_TOO_LARGE }])
}

const CREDIT_TOO_LARGE = 'would make the client’s credit larger than the portal can hold'

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
    if (over > 0 && left + over > MAX_AMOUNT) throw tooMuch(CREDIT_TOO_LARGE)
    return
  }
  if (amount > left)
    throw new Problem('not_enough_credit', 'The client’s credit in this currency is less than that.')
  if (over > 0) throw tooMuch('must not exceed the balance due when credit is used')
}

const tooMuch = (detail: string) => invalid([{ pointer: '/amount', detail }])
