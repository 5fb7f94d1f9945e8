/** What a client is made of, as the API takes it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'

const optionalFields = {
  cc: field.optional(v.pipe(v.array(field.email), v.maxLength(10, 'must have at most 10 addresses'))),
  phone: field.optional(field.phone),
  company: field.optional(field.line(200)),
  locale: field.optional(field.locale),
  notes: field.optional(field.prose(10_000)),
}
export const clientCreation = v.strictObject({ name: field.line(200), email: field.email, ...optionalFields })
export const clientChange = v.strictObject({
  name: v.optional(field.line(200)),
  email: v.optional(field.email),
  ...optionalFields,
})
