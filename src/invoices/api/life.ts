/** What happens to an invoice, in the API: made of a quote, sent, voided. What is paid: payments/api.ts. */
import { nothing } from '../../core/fields.ts'
import { operation } from '../../core/operation.ts'
import { urls } from '../../core/urls.ts'
import { invoiceTransitions, quoteTransitions, refusalsOf } from '../../documents/transitions.ts'
import { invoiceQuote } from '../actions/convert.ts'
import { sendInvoice } from '../actions/send.ts'
import { voidInvoice } from '../actions/void.ts'
import { conversionBody, invoiceAnswer } from '../schema.ts'
import { drawInvoice } from './draw.ts'

export const invoiceLife = [
  operation({
    name: 'invoiceQuote',
    method: 'POST',
    path: '/quotes/{id}/invoices',
    scope: 'write',
    summary: 'Make an invoice of an accepted quote',
    description:
      'A draft over `percent` of the quote, over an `amount` of it, or over what is left. All of it takes over the quote’s lines; a part gets one line for each tax rate, in proportion, and comes to exactly that part. It is due in 30 days unless `due_on` says otherwise.',
    body: conversionBody,
    example: { percent: '30' },
    status: 201,
    answer: invoiceAnswer,
    refusals: [...refusalsOf(quoteTransitions.invoice), 'quote_invoiced', 'client_deleted'],
    run: ({ act, id, body }) => invoiceQuote(act, id, body),
    draw: (row, { now }) => ({ ...drawInvoice(row, now), location: urls.api.invoice(row.id) }),
  }),
  operation({
    name: 'sendInvoice',
    method: 'POST',
    path: '/invoices/{id}/send',
    scope: 'write',
    summary: 'Send an invoice',
    description:
      'Freezes every word, gives it its number, and mails your client the link. The due date may lie in the past.',
    body: nothing,
    ifMatch: true,
    status: 200,
    answer: invoiceAnswer,
    refusals: [
      ...refusalsOf(invoiceTransitions.send),
      'invoice_empty',
      'client_deleted',
      'link_revoked',
      'link_key_retired',
    ],
    run: ({ act, id, seen }) => sendInvoice(act, id, seen),
    draw: (row, { now }) => drawInvoice(row, now),
  }),
  operation({
    name: 'voidInvoice',
    method: 'POST',
    path: '/invoices/{id}/void',
    scope: 'write',
    summary: 'Void an invoice',
    description:
      'It stays where it is, marked, and counts in no total. Never with money on it: take its payments back first.',
    body: nothing,
    ifMatch: true,
    status: 200,
    answer: invoiceAnswer,
    refusals: refusalsOf(invoiceTransitions.void),
    run: ({ act, id, seen }) => voidInvoice(act, id, seen),
    draw: (row, { now }) => drawInvoice(row, now),
  }),
]
