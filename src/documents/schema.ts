/** What quotes and invoices show alike in the API, as schemas. */
import * as v from 'valibot'
import * as shape from '../core/shapes.ts'
import { lineCategories } from './tables.ts'

const lineAnswer = v.pipe(
  v.strictObject({
    description: v.string(),
    category: v.picklist(lineCategories),
    quantity: shape.quantity,
    unit: shape.words,
    unit_price: shape.amount,
    tax_rate: shape.rate,
    total: shape.amount,
  }),
  v.title('LineItem'),
)

/** The fields of a document, draft or sent. */
export const documentShape = {
  client_id: shape.id('cli'),
  number: shape.words,
  title: v.string(),
  description: shape.words,
  currency: shape.currency,
  lines: v.array(lineAnswer),
  discount: shape.orNull(
    v.union([v.strictObject({ percent: shape.rate }), v.strictObject({ amount: shape.amount })]),
  ),
  terms: shape.words,
  note: shape.words,
  subtotal: shape.amount,
  discount_total: shape.amount,
  taxes: v.array(v.strictObject({ rate: shape.rate, base: shape.amount, amount: shape.amount })),
  tax_total: shape.amount,
  total: shape.amount,
}
