// Requests made of an operation's description: as it wants them, and wrong in every part that a request has.
import fc from 'fast-check'
import { exifIn } from '../../support/pictures/exif.ts'
import { jpeg, segment } from '../../support/pictures/jpeg.ts'
import { flags, riff, vp8l, vp8x } from '../../support/pictures/webp.ts'
import type { Operation, Parameter, Sent } from './described.ts'
import { oddValues, someId, spoiltValuesOf, valuesOf } from './drawn.ts'

/** A request before it is sent: its ids and its ETag are chosen then. `calls`: by name; `id`: of the path, where that has one. */
export type Drawn = Sent & { calls: string; as: Caller; id: string }

export type Caller = 'owner' | 'reader' | 'nobody' | 'mistyped'

const weighted = <T>(...options: [weight: number, arbitrary: fc.Arbitrary<T>][]): fc.Arbitrary<T> =>
  fc.oneof(...options.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const callers = weighted<Caller>(
  [40, fc.constant('owner')],
  [2, fc.constant('reader')],
  [1, fc.constantFrom('nobody', 'mistyped')],
)

/** Stands for the ETag that the resource of the path had when it was last answered. */
export const NEWEST = '«newest»'

const absent = fc.constant(undefined)

/** Values of headers, by their name in the document; undefined: the header is left out. */
const headers: Record<string, fc.Arbitrary<string | undefined>> = {
  'If-Match': weighted<string | undefined>(
    [12, fc.constantFrom('*', NEWEST, NEWEST)],
    [1, absent],
    [
      2,
      fc.constantFrom(
        '"1"',
        '"99"',
        `W/${NEWEST}`,
        `"x", ${NEWEST}`,
        '"',
        'x',
        '',
        '"9999999999999999999"',
        '* *',
      ),
    ],
  ),
  // Few keys, so that they meet again.
  'Idempotency-Key': weighted<string | undefined>(
    [12, absent],
    [4, fc.constantFrom('one', 'two', '"three"', 'four')],
    [1, fc.constantFrom('', ' ', 'a\tb', '"', 'a"b', 'x'.repeat(255), 'x'.repeat(256))],
  ),
}

const kinds: Record<string, string> = {
  'api-keys': 'key',
  clients: 'cli',
  quotes: 'quo',
  invoices: 'inv',
  payments: 'pay',
  messages: 'msg',
  jobs: 'job',
}

function idsFor(path: string): fc.Arbitrary<string> {
  const kind = kinds[path.split('/')[1] ?? '']
  if (!kind) return fc.constant('')
  const odd = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(`${kind}_`, `${kind}_${'0'.repeat(26)}`, '..x', '%', '\0'),
  )
  return weighted([20, someId(kind)], [1, someId('any')], [1, odd])
}

type Pair = [name: string, value: string]

/** A parameter that stands there, or does not, or twice. */
function pairsOf({ name, schema }: Parameter): fc.Arbitrary<Pair[]> {
  const right = valuesOf(schema, name).map((value): Pair => [name, String(value)])
  const wrong = oddValues.map((value): Pair => [name, textOf(value).slice(0, 300)])
  const times = { minLength: 1, maxLength: 2 }
  return weighted(
    [20, fc.constant([])],
    [8, fc.array(right, { ...times, maxLength: 1 })],
    [1, fc.array(wrong, times)],
  )
}

function queriesFor({ parameters }: Operation): fc.Arbitrary<Pair[]> {
  const known = parameters.filter(one => one.in === 'query').map(pairsOf)
  const unknown = fc.tuple(fc.oneof(fc.string(), fc.constantFrom('what', 'limit')), fc.string())
  return fc
    .tuple(...known, weighted<Pair[]>([30, fc.constant([])], [1, unknown.map(pair => [pair])]))
    .map(all => all.flat())
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const MOST_BYTES = 256 * 1024
const tooLong = `{${' '.repeat(MOST_BYTES)}}`

function bodiesFor({ body, method }: Operation): fc.Arbitrary<string | null> {
  const text = (value: unknown) => JSON.stringify(value) ?? ''
  if (method === 'GET') return fc.constant(null)
  if (!body) return weighted<string | null>([9, fc.constant(null)], [1, oddValues.map(text)])
  return weighted<string | null>(
    [60, valuesOf(body).map(text)],
    [30, spoiltValuesOf(body).map(text)],
    [6, oddValues.map(text)],
    [3, fc.constantFrom('', '{', '{}x', '[1,]', 'NaN', '\ufeff{}')],
    [1, fc.constant(tooLong)],
  )
}

const asText = (file: Uint8Array) => String.fromCharCode(...file)

/** Pictures that are taken, and one that is refused for each reason; bytes of every kind. */
const files = fc.oneof(
  fc.constantFrom(
    ...[jpeg(), jpeg({ width: 9 }), riff(vp8l()), jpeg({ width: 1025 }), jpeg().slice(0, -1)].map(asText),
    asText(jpeg({}, { head: [segment(0xe1, exifIn(6))] })),
    asText(riff(vp8x({}, flags.animation), vp8l())),
  ),
  fc.uint8Array().map(asText),
)

/** A request with a file, of the type that it says or of another. */
function withFile(drawn: Drawn, [types, file]: [string[], string]): Drawn {
  const right = file.startsWith('RIFF') ? 'image/webp' : 'image/jpeg'
  const type = types.find(one => one === right) ?? types[0] ?? ''
  return { ...drawn, headers: { ...drawn.headers, 'content-type': type }, body: file }
}

function headersFor({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const names = parameters.filter(one => one.in === 'header').map(({ name }) => name)
  const drawn = Object.fromEntries(names.map(name => [name.toLowerCase(), headers[name] ?? absent]))
  const given = (all: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >
  return fc.record(drawn).map(given)
}

/** Requests for an operation. */
export function requestsFor(operation: Operation): fc.Arbitrary<Drawn> {
  const drawn = fc.record({
    calls: fc.constant(operation.name),
    as: callers,
    id: idsFor(operation.path),
    query: queriesFor(operation),
    headers: headersFor(operation),
    body: bodiesFor(operation),
  })
  if (operation.files.length === 0) return drawn
  const types = fc.constantFrom(
    operation.files,
    operation.files,
    operation.files,
    ['image/png'],
    ['text/html'],
  )
  return fc.tuple(drawn, fc.tuple(types, files)).map(([one, file]) => withFile(one, file))
}
