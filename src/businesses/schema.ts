/** A business’s profile and its API keys, as the API takes and gives them. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import { scopes } from '../core/scopes.ts'
import * as shape from '../core/shapes.ts'
import { mediaTypes } from './tables.ts'

const MOST_STEPS = 5

/** Days from a date: each a step of the reminders about it. */
const steps = (description: string) =>
  v.pipe(
    v.array(
      v.pipe(
        v.number('must be a number of days'),
        v.integer('must be a whole number of days'),
        v.minValue(1, 'must be at least 1 day'),
        v.maxValue(60, 'must be at most 60 days'),
      ),
      'must be a list of days',
    ),
    v.metadata({ uniqueItems: true, description }),
    v.maxLength(MOST_STEPS, `must have at most ${MOST_STEPS} days`),
    v.check(days => new Set(days).size === days.length, 'must name each day once'),
  )

/** When clients are reminded; as it is stored, too. */
const reminders = v.pipe(
  v.strictObject({
    enabled: v.boolean('must be true or false'),
    quote_days_before: steps('Days before a quote expires.'),
    invoice_days_before: steps('Days before an invoice is due.'),
    invoice_days_after: steps('Days after an invoice was due.'),
  }),
  v.title('Reminders'),
)

export type ReminderSettings = v.InferOutput<typeof reminders>

export const profileBody = v.pipe(
  v.strictObject({
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
    reminders: v.optional(reminders),
  }),
  v.title('BusinessChange'),
)

export type ProfileInput = v.InferOutput<typeof profileBody>

export const businessAnswer = v.pipe(
  v.strictObject({
    id: shape.id('biz'),
    name: v.string(),
    email: v.string(),
    phone: shape.words,
    address: shape.words,
    website: shape.words,
    colour: shape.words,
    locale: v.string(),
    currency: shape.currency,
    time_zone: v.string(),
    tax_rate: shape.rate,
    payment_instructions: shape.words,
    terms: shape.words,
    reminders,
    logo_url: shape.orNull(shape.url),
  }),
  v.title('Business'),
)

const pixels = v.pipe(v.number(), v.integer())

export const logoAnswer = v.pipe(
  v.strictObject({
    url: shape.url,
    media_type: v.picklist(mediaTypes),
    width: pixels,
    height: pixels,
    size: v.pipe(v.number(), v.integer(), v.metadata({ description: 'In bytes.' })),
  }),
  v.title('Logo'),
)

/** A week, in seconds. */
const LONGEST_OVERLAP = 7 * 24 * 60 * 60

const scope = v.picklist(scopes, `must be one of ${scopes.join(', ')}`)

export const keyCreation = v.pipe(
  v.strictObject({
    name: field.line(100),
    scopes: v.optional(v.pipe(v.array(scope), v.minLength(1, 'must name at least one scope')), [
      'read',
      'write',
    ]),
    expires_at: field.optional(field.instant),
  }),
  v.title('ApiKeyDraft'),
)

export const keyRotation = v.pipe(
  v.strictObject({
    overlap_seconds: v.optional(
      v.pipe(
        v.number('must be a number of seconds'),
        v.integer('must be a whole number of seconds'),
        v.minValue(0, 'must be at least 0'),
        v.maxValue(LONGEST_OVERLAP, `must be at most ${LONGEST_OVERLAP}, a week`),
      ),
      0,
    ),
  }),
  v.title('ApiKeyRotation'),
)

const keyShape = {
  id: shape.id('key'),
  name: v.string(),
  short_id: shape.words,
  scopes: v.array(v.picklist(scopes)),
  status: v.picklist(['active', 'expired', 'revoked']),
  created_at: shape.instant,
  expires_at: shape.orNull(shape.instant),
  revoked_at: shape.orNull(shape.instant),
  last_used_at: shape.orNull(shape.instant),
}

export const keyAnswer = v.pipe(v.strictObject(keyShape), v.title('ApiKey'))

export const madeKeyAnswer = v.pipe(
  v.strictObject({
    ...keyShape,
    key: v.pipe(v.string(), v.metadata({ description: 'The key itself, shown this once.' })),
  }),
  v.title('NewApiKey'),
)
