/** What a client is made of, as the API takes and gives it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'
import { undeliverableAnswer } from '../mail/schema.ts'

const optionalFields = {
  cc: field.optional(v.pipe(v.array(field.email), v.maxLength(10, 'must have at most 10 addresses'))),
  phone: field.optional(field.phone),
  company: field.optional(field.line(200)),
  locale: field.optional(field.locale),
  notes: field.optional(field.prose(10_000)),
}

export const clientCreation = v.pipe(
  v.strictObject({ name: field.line(200), email: field.email, ...optionalFields }),
  v.title('ClientDraft'),
)

export const clientChange = v.pipe(
  v.strictObject({ name: v.optional(field.line(200)), email: v.optional(field.email), ...optionalFields }),
  v.title('ClientChange'),
)

export const clientQuery = v.strictObject({ ...query.paging, updated_since: query.filter(field.instant) })

export const clientAnswer = v.pipe(
  v.strictObject({
    id: shape.id('cli'),
    name: v.string(),
    email: v.string(),
    cc: v.array(v.string()),
    phone: shape.words,
    company: shape.words,
    locale: shape.words,
    notes: shape.words,
    undeliverable: v.array(undeliverableAnswer),
    reminders_stopped_at: v.pipe(
      shape.orNull(shape.instant),
      v.metadata({ description: 'Since when it wants no reminders; null where it gets them.' }),
    ),
    created_at: shape.instant,
    updated_at: shape.instant,
  }),
  v.title('Client'),
)
