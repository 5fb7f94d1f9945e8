/** What an invoice is made of, as the API takes and gives it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'
import { decimalText, documentFields } from '../documents/input.ts'
import { documentShape } from '../documents/schema.ts'
import { documentDelivery } from '../mail/schema.ts'
import { invoiceStatuses } from './rules.ts'

const ofQuote = {
  quote_id: field.optional(field.id('quo')),
  /** Several invoices of a quote don't exceed it together, unless told to. */
  beyond_quote: v.optional(v.boolean('must be true or false')),
}

const fields = { ...documentFields, due_on: field.date, ...ofQuote }

export const invoiceBody = v.pipe(v.strictObject(fields), v.title('InvoiceDraft'))
export type InvoiceInput = v.InferOutput<typeof invoiceBody>

/** Any of its fields; `lines` are replaced as a whole. */
export const invoiceChange = v.pipe(v.partial(v.strictObject(fields)), v.title('InvoiceChange'))

/** How much of a quote: a share of it, an amount, or what is left. */
export const conversionBody = v.pipe(
  v.strictObject({
    percent: v.optional(field.percent),
    amount: v.optional(decimalText),
    due_on: v.optional(field.date),
    beyond_quote: ofQuote.beyond_quote,
  }),
  v.check(
    ({ percent, amount }) => percent === undefined || amount === undefined,
    'takes percent or amount, or neither for what is left',
  ),
  v.metadata({ not: { required: ['percent', 'amount'] } }),
  v.title('QuoteInvoicing'),
)
export type ConversionInput = v.InferOutput<typeof conversionBody>

export const invoiceQuery = v.strictObject({
  ...query.paging,
  status: query.filter(v.picklist(invoiceStatuses, `must be one of ${invoiceStatuses.join(', ')}`)),
  client_id: query.filter(field.id('cli')),
  updated_since: query.filter(field.instant),
})

export const invoiceAnswer = v.pipe(
  v.strictObject({
    id: shape.id('inv'),
    ...documentShape,
    status: v.picklist(invoiceStatuses),
    content_hash: shape.orNull(shape.hash),
    quote_id: shape.orNull(shape.id('quo')),
    beyond_quote: v.boolean(),
    due_on: shape.date,
    amount_paid: shape.amount,
    balance_due: shape.amount,
    sent_at: shape.orNull(shape.instant),
    delivery: documentDelivery,
    created_at: shape.instant,
    updated_at: shape.instant,
  }),
  v.title('Invoice'),
)
