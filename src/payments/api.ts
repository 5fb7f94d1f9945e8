/** Payments in the API: recorded on an invoice, listed by it, taken back. */
import { listOf } from '../core/api.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { amountText } from '../core/money.ts'
import { operation } from '../core/operation.ts'
import * as shape from '../core/shapes.ts'
import { urls } from '../core/urls.ts'
import { invoiceTransitions, refusalsOf } from '../documents/transitions.ts'
import { loadInvoice } from '../invoices/actions/load.ts'
import { recordPayment, reversePayment } from './actions.ts'
import { paymentAnswer, paymentBody, paymentQuery, reversalBody } from './schema.ts'
import { type PaymentRow, paymentList } from './store.ts'

export const paymentOperations = [
  operation({
    name: 'recordPayment',
    method: 'POST',
    path: '/invoices/{id}/payments',
    scope: 'write',
    summary: 'Record a payment',
    description:
      'What exceeds the balance becomes the client’s credit in that currency; the method `credit` uses it, up to the balance and never more than there is. `paid_on` is today unless told, and may lie in the past. The client gets a receipt by mail, except for the method `credit`, which brings no money in, and where its link is revoked.',
    body: paymentBody,
    example: { amount: '150.00', method: 'check' },
    status: 201,
    answer: paymentAnswer,
    refusals: [...refusalsOf(invoiceTransitions.pay), 'not_enough_credit'],
    run: ({ act, id, body }) => recordPayment(act, id, body),
    draw: row => ({ body: draw(row), location: urls.api.payments(row.invoiceId) }),
  }),
  operation({
    name: 'listPayments',
    method: 'GET',
    path: '/invoices/{id}/payments',
    scope: 'read',
    summary: 'List the payments of an invoice, oldest first',
    query: paymentQuery,
    status: 200,
    answer: shape.listOf(paymentAnswer),
    run: async ({ act, id: invoiceId, query }) => {
      const { id } = await loadInvoice(act, invoiceId)
      return (await batch(act.db, { rows: paymentList(act.businessId, id, query) })).rows
    },
    draw: (rows, _, query) => ({ body: listOf(rows, query, draw) }),
  }),
  operation({
    name: 'reversePayment',
    method: 'POST',
    path: '/payments/{id}/reverse',
    scope: 'write',
    summary: 'Take a payment back',
    description:
      'By an entry of the same figures with the opposite sign, which is the answer; nothing is erased. Not while the credit that it left has been used.',
    body: reversalBody,
    example: { note: 'The check bounced.' },
    status: 201,
    answer: paymentAnswer,
    refusals: ['already_reversed', 'not_enough_credit'],
    run: ({ act, id, body }) => reversePayment(act, id, body),
    draw: row => ({ body: draw(row), location: urls.api.payments(row.invoiceId) }),
  }),
]

const draw = (row: PaymentRow) => ({
  id: row.id,
  invoice_id: row.invoiceId,
  amount: amountText(row.amount, row.currency),
  applied: amountText(row.applied, row.currency),
  credit: amountText(row.credit, row.currency),
  currency: row.currency,
  method: row.method,
  paid_on: row.paidOn,
  reference: row.reference,
  note: row.note,
  reverses: row.reverses,
  reversed_by: row.reversedBy,
  created_at: rfc3339(row.createdAt),
})
