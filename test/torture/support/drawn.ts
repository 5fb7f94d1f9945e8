// Values made of JSON Schemas: those that a schema describes, and such values spoilt in one place or two.
import type { Schema } from '@cfworker/json-schema'
import fc from 'fast-check'
import { withAt } from '../../support/hostile.ts'
import { isValid } from './described.ts'

/** Texts that lead somewhere, by the name of their field: what chance alone would never hit upon. */
const leading: Record<string, string[]> = {
  currency: ['USD', 'EUR', 'JPY', 'BHD'],
  locale: ['en-US', 'de-DE', 'ja-JP', 'ar-EG'],
  time_zone: ['America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'],
  method: ['cash', 'check', 'credit'],
  amount: ['0', '0.01', '1', '25.00', '300.00', '1000.5'],
  percent: ['0', '10', '33.3333', '50', '100'],
  tax_rate: ['0', '8.25', '19', '100'],
  number: ['Q-1', 'Q-2026-0001', 'INV-1'],
}

/**
 * Of ids that are there, or cursors that were given, chosen when the request is sent (living.ts); `any` kind where a
 * schema leaves it open.
 */
export const someId = (kind: string) => fc.nat(99).map(at => `«${kind}:${at}»`)
export const ids = /«(\w+):(\d+)»/g

/** An id, or a cursor, of the right shape that nothing has. */
export const nobodyOf = (kind: string): string =>
  kind === 'cursor' ? `cli_${'0'.repeat(34)}` : `${kind === 'any' ? 'cli' : kind}_${'0'.repeat(26)}`

const DAY = 86_400_000
const near = () => fc.integer({ min: -40, max: 400 }).map(days => new Date(Date.now() + days * DAY))
const instants = () =>
  fc.oneof(near(), fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2200-12-31') }))

const formats: Record<string, () => fc.Arbitrary<string>> = {
  date: () => instants().map(date => date.toISOString().slice(0, 10)),
  'date-time': () => instants().map(date => date.toISOString()),
  email: () => fc.emailAddress(),
  uri: () => fc.webUrl(),
}

/** Of a class with a million characters, stringMatching makes a list of them. */
const hasClasses = (pattern: string) => /\\p\{/i.test(pattern)

function texts(schema: Schema, name: string): fc.Arbitrary<string> {
  const { pattern, format = '', examples = [] as string[], maxLength = 100 } = schema
  const id = /^\^(?:([a-z]{3})|\[a-z\]\{3\})_/.exec(pattern ?? '')
  if (name === 'cursor') return someId('cursor')
  if (id) return someId(id[1] ?? 'any')
  const plain = () => fc.string({ unit: 'grapheme', maxLength })
  const matching = pattern && !hasClasses(pattern) ? () => fc.stringMatching(new RegExp(pattern, 'u')) : plain
  const described = (formats[format] ?? matching)().filter(text => isValid(schema, text))
  const likely = [...(leading[name] ?? []), ...(examples as string[])]
  return fc.oneof(
    { arbitrary: fc.constantFrom(...likely, 'Roof'), weight: likely.length > 0 ? 3 : 0 },
    { arbitrary: described, weight: 1 },
  )
}

/** Values that a schema describes; `name`: of the field that they are for. */
export function valuesOf(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  const withIds = (value: unknown) => JSON.stringify(value).replace(ids, (_, kind) => nobodyOf(kind))
  return partsOf(schema, name).filter(value => isValid(schema, JSON.parse(withIds(value))))
}

function partsOf(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { enum: words, const: word, anyOf, type, properties = {}, required = [], items } = schema
  if (words) return fc.constantFrom(...words)
  if (word !== undefined) return fc.constant(word)
  if (anyOf)
    return fc.oneof(
      ...anyOf.map((one: Schema, at: number) => ({
        arbitrary: partsOf(one, name),
        weight: at === 0 ? 4 : 1,
      })),
    )
  if (type === 'string') return texts(schema, name)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 2 ** 31 })
  if (type === 'array') {
    const { minItems: minLength = 0, maxItems = 3 } = schema
    return fc.array(partsOf(items as Schema, name), { minLength, maxLength: Math.min(maxItems, 3) })
  }
  if (type !== 'object') throw new Error(`no values are known for ${JSON.stringify(schema)}`)
  const fields = Object.entries(properties).map(([field, one]) => [field, partsOf(one as Schema, field)])
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] })
}

/** JSON of all kinds, much of it of the kind that finds faults. */
export const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    'a\0b',
    'a\ud83d',
    '\ufeff',
    '\u202e',
    'null',
    'x'.repeat(30_000),
  ),
  fc.constantFrom<unknown>(
    0,
    -0,
    -1,
    0.1,
    1e308,
    2 ** 53 + 2,
    '-1',
    '1e5',
    '00',
    '+1',
    '٣',
    '0.00001',
    '9'.repeat(40),
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    { toString: 1 },
    Array<unknown>(600).fill({}),
    '2026-02-30',
    '0000-00-00',
  ),
)

type Spoiling = { place: number; how: 'set' | 'remove' | 'add'; name: string; value: unknown }

const spoilings: fc.Arbitrary<Spoiling> = fc.record({
  place: fc.nat(99),
  how: fc.constantFrom('set', 'set', 'remove', 'add'),
  name: fc.oneof(fc.constantFrom('what', 'id', 'version', 'a~b', 'total', '', 'é\ud800'), fc.string()),
  value: oddValues,
})

/** The pointers of all that stands in a value. */
function pointersIn(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.entries(value).filter(([name]) => !/[/~]/.test(name))
  return parts.flatMap(([name, part]) => [`${pointer}/${name}`, ...pointersIn(part, `${pointer}/${name}`)])
}

function spoilt(value: unknown, { place, how, name, value: odd }: Spoiling): unknown {
  const pointers = pointersIn(value)
  const pointer = pointers[place % pointers.length] ?? `/${name.replaceAll('/', '')}`
  if (how === 'add')
    return withAt<unknown>(value, `${pointer.replace(/[^/]*$/, '')}${name.replaceAll('/', '')}`, odd)
  return withAt<unknown>(value, pointer, how === 'set' ? odd : undefined)
}

/** Values of a schema, spoilt; now and then that leaves them right. */
export const spoiltValuesOf = (schema: Schema): fc.Arbitrary<unknown> =>
  fc
    .tuple(valuesOf(schema), fc.array(spoilings, { minLength: 1, maxLength: 2 }))
    .map(([value, all]) => all.reduce(spoilt, value))
