/** What a quote is made of, as the API takes it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import { documentFields } from '../documents/input.ts'

export const quoteBody = v.strictObject({ ...documentFields, valid_until: field.date })
export type QuoteInput = v.InferOutput<typeof quoteBody>

/** An acceptance that was made elsewhere, by phone or on paper. */
export const acceptanceBody = v.strictObject({
  po_number: field.optional(field.line(60)),
  note: field.optional(field.prose(2000)),
})
export type AcceptanceInput = v.InferOutput<typeof acceptanceBody>

export const nothing = v.strictObject({})
