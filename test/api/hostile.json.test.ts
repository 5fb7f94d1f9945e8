// JSON at its edges, on every operation that takes a body: what is right is read right, what is not is refused by the name
// of its field, and nothing of it reaches the database. What is no JSON at all: hostile.shapes.test.ts.
import type { Schema } from '@cfworker/json-schema'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { changingNothing } from '../support/answers.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { posts } from '../support/posts.ts'
import { expectProblem } from '../support/problems.ts'
import { filled } from '../support/routes.ts'
import { type Answer, request } from '../support/world.ts'
import { operations } from '../torture/support/described.ts'

let printed: MockInstance
beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
})

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

/** Stands in a body's text where a value is to come. */
const HERE = '@'

/** A body with all fields of a schema, each of them to come. */
function bodyOf(schema: Schema): unknown {
  const { type, properties = {}, items, anyOf } = schema
  if (anyOf) return bodyOf(anyOf[0] as Schema)
  if (type === 'array') return [bodyOf(items as Schema)]
  if (type !== 'object') return HERE
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, bodyOf(one as Schema)]))
}

/** The fields that hold no others: pointer and schema. */
function leavesOf(schema: Schema, pointer = ''): [pointer: string, schema: Schema][] {
  const { type, properties = {}, items, anyOf } = schema
  if (anyOf) return leavesOf(anyOf[0] as Schema, pointer)
  if (type === 'array') return leavesOf(items as Schema, `${pointer}/0`)
  if (type !== 'object') return [[pointer, schema]]
  return Object.entries(properties).flatMap(([name, one]) => leavesOf(one as Schema, `${pointer}/${name}`))
}

/** No field takes one of these, as they stand in the body's text. */
const wrong: Record<string, string> = {
  'half a pair, high': '"a\\ud800b"',
  'half a pair, low': '"\\udc00"',
  'two halves the wrong way round': '"\\udc00\\ud800"',
  NUL: '"a\\u0000b"',
  'NUL alone': '"\\u0000"',
  'beyond all numbers': '1e400',
  'below all numbers': '-1e400',
  'a number that a double does not hold': '9007199254740993',
  '40 digits': '1234567890'.repeat(4),
  'a small fraction': '0.1e-300',
  'a prototype': '{"__proto__": {"x": 1}}',
  'a constructor': '{"constructor": {"prototype": {}}}',
}

/** Whether a text has half of a surrogate pair, as itself or escaped: strict readers of JSON refuse it. */
const hasHalves = (text: string) => !text.isWellFormed() || /\\ud[89a-f]/i.test(text)

/** Every operation that takes a body. Where it has no field, any is unknown. */
const taking = operations.flatMap(({ name, method, path, body }) => {
  if (!body) return []
  const leaves = leavesOf(body)
  const isEmpty = leaves.length === 0
  const text = JSON.stringify(isEmpty ? { what: HERE } : bodyOf(body))
  return [{ name, method, path, text, leaves: isEmpty ? [['/what', {} as Schema] as const] : leaves }]
})

/** Where an operation is called in a portal. */
const pathIn = ({ client, quote, invoice }: Portal, { path }: (typeof taking)[number]) =>
  filled(path.replace('{id}', ':id'), { clients: client, quotes: quote, invoices: invoice })

/** Tries something on every operation, which must leave everything as it was. */
async function onEach(tried: (portal: Portal, one: (typeof taking)[number]) => Promise<void>) {
  const portal = await aPortal()
  await changingNothing(async () => {
    for (const one of taking) await tried(portal, one)
  })
}

function expectRefused(answer: Answer, pointers: readonly string[], what: string) {
  expect(codeOf(answer), what).toBe('422 invalid')
  expectProblem(answer, what)
  expect(hasHalves(JSON.stringify(answer.body)), what).toBe(false)
  const told = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  for (const pointer of pointers) expect(told, what).toContain(pointer)
}

test.each(Object.entries(wrong))(
  '%s: 422 by the name of each field, on every operation',
  async (what, token) => {
    await onEach(async (portal, one) => {
      const text = one.text.replaceAll(`"${HERE}"`, token)
      const answer = await portal.business.api(one.method, pathIn(portal, one), text)
      expectRefused(
        answer,
        one.leaves.map(([pointer]) => pointer),
        `${one.name} ${what}`,
      )
    })
  },
)

const DEEP = 10_000

test.each([
  ['lists', '['.repeat(DEEP) + ']'.repeat(DEEP)],
  ['objects', `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
])(`${DEEP} %s within each other: 422 by the name of the field, on every operation`, async (what, token) => {
  await onEach(async (portal, one) => {
    const text = one.text.replace(`"${HERE}"`, token)
    const answer = await portal.business.api(one.method, pathIn(portal, one), text)
    expectRefused(
      answer,
      one.leaves.slice(0, 1).map(([pointer]) => pointer),
      `${one.name} ${what}`,
    )
  })
})

test('a text that is longer than its field by one: 422 by its name, in every field', async () => {
  await onEach(async (portal, one) => {
    let at = 0
    const text = one.text.replaceAll(HERE, () => 'x'.repeat(Number(one.leaves[at++]?.[1].maxLength ?? 0) + 1))
    const answer = await portal.business.api(one.method, pathIn(portal, one), text)
    const limited = one.leaves.filter(([, { maxLength }]) => maxLength !== undefined)
    expectRefused(
      answer,
      limited.map(([pointer]) => pointer),
      one.name,
    )
  })
})

test('names that are no text or too long: 422, in JSON that every reader takes, and short', async () => {
  const odd = ['\\ud800', 'a\\udc00', '\\u0000', `${'x'.repeat(99)}😀`, 'é'.repeat(90_000)]
  await onEach(async (portal, one) => {
    for (const name of odd) {
      const answer = await portal.business.api(one.method, pathIn(portal, one), `{"${name}": 1}`)
      expectRefused(answer, [], `${one.name} ${name.slice(0, 20)}`)
      expect(JSON.stringify(answer.body).length).toBeLessThan(10_000)
    }
  })
})

test('bytes that are no UTF-8 are refused, not repaired', async () => {
  const bytes = (text: string) => [...new TextEncoder().encode(text)]
  const broken = [
    [0xff],
    [0xc3],
    [0x61, 0x80],
    [0xed, 0xa0, 0x80],
    [0xc0, 0xaf],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
  ]
  await onEach(async (portal, one) => {
    const headers = { authorization: `Bearer ${portal.business.key}`, 'if-match': '*' }
    for (const some of broken) {
      const body = new Uint8Array([...bytes('{"name":"'), ...some, ...bytes('"}')])
      const answer = await request(`/api/v1${pathIn(portal, one)}`, { method: one.method, headers, body })
      expect([answer.status, await answer.json()], `${one.name} ${some}`).toEqual([
        400,
        expect.objectContaining({ code: 'malformed_json' }),
      ])
    }
  })
})

/** The same JSON, written otherwise: a mark of byte order, space, every letter of every text an escape. */
const otherwise = (body: object) =>
  `\ufeff\r\n\t ${JSON.stringify(body, null, '\t').replace(
    /(?<!\\)[a-z]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )} \n`

/** Every name stands there twice, first with a value that no field takes: the last counts. */
const doubled = (body: object) => {
  const pairs = Object.entries(body).map(([name, value]) => [JSON.stringify(name), JSON.stringify(value)])
  return `{${[...pairs.map(([name]) => `${name}: {"x": []}`), ...pairs.map(pair => pair.join(': '))].join()}}`
}

test.each(posts)(
  '$name reads the same from the same JSON, whatever it is written like and called',
  async ({ make, status }) => {
    for (const [text, type] of [
      [otherwise, 'text/plain; charset=utf-16'],
      [doubled, 'application/x-www-form-urlencoded'],
    ] as const) {
      const { business, post } = await make()
      const { path, body } = post
      const answer = await business.api('POST', path, text(body), { 'content-type': type })
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
      for (const [field, value] of Object.entries(body))
        if (typeof value === 'string' && field in answer.body) expect(answer.body[field], field).toBe(value)
    }
  },
)
