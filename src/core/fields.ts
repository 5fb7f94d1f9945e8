/**
 * The fields that bodies are made of, as valibot schemas: text as people type it, addresses, dates, decimals.
 * A value comes back exactly as it was sent or is refused: nothing is trimmed, folded or repaired (a colour's
 * digits alone become lower case). The metadata of a schema is what the OpenAPI document says of it where a check says
 * more than JSON Schema can.
 */
import * as v from 'valibot'
import { ADDRESS, LONGEST_ADDRESS } from './address.ts'
import { isDate, isTimeZone } from './clock.ts'
import { isCurrency } from './currencies.ts'
import { idPattern, isId, type Prefix } from './ids.ts'
import { isLocale } from './locale.ts'
import { formatDecimal, parseDecimal, RATE_SCALE } from './money.ts'

const wellFormed = v.check<string, string>(
  text => text.isWellFormed(),
  'must not hold half of a surrogate pair',
)
/** Something that can be seen: spaces, marks of direction and other invisible characters alone are nothing. */
const notBlank = v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'must not be empty')
const noControls = v.regex(/^\P{Cc}*$/u, 'must be one line without control characters')
const noControlsButBreaks = v.regex(/^(?:\P{Cc}|[\t\n\r])*$/u, 'must not hold control characters')

const anyText = (max: number) =>
  v.pipe(v.string('must be a string'), v.maxLength(max, `must have at most ${max} characters`), wellFormed)

/** Both checks of a text in one pattern, which is all that JSON Schema has room for. */
const notBlankOf = (character: string) => ({
  minLength: 1,
  pattern: `^${character}*[\\p{L}\\p{N}\\p{P}\\p{S}]${character}*$`,
})

/** One line of text, not blank. */
export const line = (max: number) =>
  v.pipe(anyText(max), v.metadata(notBlankOf('\\P{Cc}')), noControls, notBlank)

/** Text that may have line breaks, not blank. */
export const prose = (max: number) =>
  v.pipe(anyText(max), v.metadata(notBlankOf('[\\P{Cc}\\t\\n\\r]')), noControlsButBreaks, notBlank)

/** A field that may be left out or null; null is how a PATCH empties it. */
export const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema)

export const email = v.pipe(
  line(LONGEST_ADDRESS),
  v.metadata({ format: 'email', examples: ['dana@example.com'] }),
  v.regex(ADDRESS, 'must be an email address such as dana@example.com'),
)

export const phone = v.pipe(
  line(40),
  v.metadata({ pattern: '^\\+?[0-9\\s().\\-/xX#]+$', examples: ['+1 207 555 0142'] }),
  v.regex(/^\+?[\d\s().\-/x#]+$/i, 'must be a phone number such as +1 207 555 0142'),
)

export const website = v.pipe(
  line(300),
  v.metadata({ format: 'uri', examples: ['https://lantern.example'] }),
  v.check(
    text => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be a web address with https://',
  ),
)

export const colour = v.pipe(
  v.string('must be a string'),
  v.metadata({ pattern: '^#[0-9a-fA-F]{6}$', examples: ['#0f5c4d'] }),
  v.regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0f5c4d'),
  v.toLowerCase(),
)

export const currency = v.pipe(
  v.string('must be a string'),
  v.metadata({ pattern: '^[A-Z]{3}$', examples: ['USD'], description: 'An ISO 4217 code.' }),
  v.check(isCurrency, 'must be an ISO 4217 code such as USD'),
)

export const timeZone = v.pipe(
  v.string('must be a string'),
  v.metadata({ examples: ['America/New_York'], description: 'A name of the IANA time zone database.' }),
  v.check(isTimeZone, 'must be an IANA time zone such as America/New_York'),
)

/** A BCP 47 tag that Intl knows. */
export const locale = v.pipe(
  line(35),
  v.metadata({ examples: ['en-US'], description: 'A BCP 47 language tag.' }),
  v.check(isLocale, 'must be a language tag such as en-US'),
)

export const date = v.pipe(
  v.string('must be a string'),
  v.metadata({ format: 'date', pattern: '^(19|20|21|2200)', examples: ['2030-01-31'] }),
  v.check(isDate, 'must be a day of the calendar as YYYY-MM-DD'),
)

export const id = (prefix: Prefix) =>
  v.pipe(
    v.string('must be a string'),
    v.metadata({ pattern: idPattern(prefix) }),
    v.check(text => isId(prefix, text), `must be an id that starts with ${prefix}_`),
  )

const decimalPattern = (scale: number) => `^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,${scale}})?$`

/** A decimal string such as "12.50", read as an integer of 10^-scale; from 0 to `max` (in those units). */
export const decimal = (scale: number, max = Number.MAX_SAFE_INTEGER) =>
  v.pipe(
    v.string('must be a decimal string such as "12.50"'),
    v.metadata({ pattern: decimalPattern(scale), examples: ['12.5'] }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = parseDecimal(dataset.value, scale)
      if (value !== undefined && value >= 0 && value <= max) return value
      if (value !== undefined && value > max) {
        addIssue({ message: `must be at most ${formatDecimal(max, scale, 0)}` })
        return NEVER
      }
      addIssue({
        message: `must be a decimal such as "12.50", not negative, with at most ${scale} digits after the point`,
      })
      return NEVER
    }),
  )

/** A percentage from 0 to 100, in units of 10^-RATE_SCALE percent. */
export const percent = v.pipe(
  decimal(RATE_SCALE),
  v.metadata({ pattern: `^(100(\\.0{1,${RATE_SCALE}})?|[1-9]?[0-9](\\.[0-9]{1,${RATE_SCALE}})?)$` }),
  v.maxValue(100 * 10 ** RATE_SCALE, 'must be at most 100'),
)

/** An instant to come, RFC 3339 with an offset, read as UTC milliseconds. */
export const instant = v.pipe(
  v.string('must be a string'),
  v.metadata({ format: 'date-time', examples: ['2030-01-31T09:00:00Z'] }),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/,
    'must be an instant such as 2030-01-31T09:00:00Z',
  ),
  v.transform(Date.parse),
  v.number('must be an instant such as 2030-01-31T09:00:00Z'),
)

/** No field at all: an empty body, or {}. */
export const nothing = v.strictObject({})
