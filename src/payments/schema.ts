/** Payments as the API takes and gives them. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'
import { decimalText } from '../documents/input.ts'

const remarks = { reference: field.optional(field.line(200)), note: field.optional(field.prose(2000)) }

export const paymentBody = v.pipe(
  v.strictObject({
    amount: decimalText,
    method: v.pipe(
      field.line(60),
      v.check(
        text => text === 'credit' || text.trim().toLowerCase() !== 'credit',
        'must be written “credit” to use the client’s credit',
      ),
      v.metadata({ examples: ['check'], description: 'An open list; `credit` uses the client’s credit.' }),
    ),
    paid_on: v.optional(field.date),
    ...remarks,
  }),
  v.title('PaymentDraft'),
)
export type PaymentInput = v.InferOutput<typeof paymentBody>

export const reversalBody = v.pipe(v.strictObject(remarks), v.title('PaymentReversal'))
export type ReversalInput = v.InferOutput<typeof reversalBody>

export const paymentQuery = v.strictObject(query.paging)

export const paymentAnswer = v.pipe(
  v.strictObject({
    id: shape.id('pay'),
    invoice_id: shape.id('inv'),
    amount: shape.amount,
    applied: shape.amount,
    credit: shape.amount,
    currency: shape.currency,
    method: v.string(),
    paid_on: shape.date,
    reference: shape.words,
    note: shape.words,
    reverses: shape.orNull(shape.id('pay')),
    reversed_by: shape.orNull(shape.id('pay')),
    created_at: shape.instant,
  }),
  v.title('Payment'),
)
