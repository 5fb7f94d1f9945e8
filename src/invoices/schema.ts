/** What an invoice is made of, as the API takes it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import { documentFields } from '../documents/input.ts'

export const invoiceBody = v.strictObject({
  ...documentFields,
  due_on: field.date,
  quote_id: field.optional(field.id('quo')),
})
export type InvoiceInput = v.InferOutput<typeof invoiceBody>

export const nothing = v.strictObject({})
