/** What a business's profile is made of, as the API takes it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'

export const profileBody = v.strictObject({
  name: v.optional(field.line(200)),
  email: v.optional(field.email),
  phone: field.optional(field.phone),
  address: field.optional(field.prose(500)),
  website: field.optional(field.website),
  colour: field.optional(field.colour),
  locale: v.optional(field.locale),
  currency: v.optional(field.currency),
  time_zone: v.optional(field.timeZone),
  tax_rate: v.optional(field.percent),
  payment_instructions: field.optional(field.prose(4000)),
  terms: field.optional(field.prose(10_000)),
})

export type ProfileInput = v.InferOutput<typeof profileBody>
