// Wrong types, unknown fields within, and depths: refused by name, never a fault, whatever JSON is sent.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { resources, withAt } from '../support/hostile.ts'
import { aPortal } from '../support/portal.ts'
import { expectProblem, names } from '../support/problems.ts'
import { type Answer, aBusiness } from '../support/world.ts'

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

test('nested unknown fields are refused by name too', async () => {
  const portal = await aPortal()
  for (const noun of ['quote', 'invoice']) {
    const { base, write } = resources[noun] as (typeof resources)[string]
    const whole = JSON.stringify(withAt(base(portal), '/lines/0/what', 1))
    for (const field of ['what', '__proto__', 'constructor', 'total', 'id']) {
      const answer = await write(portal, JSON.parse(whole.replace('what', field)))
      expect(answer.body.errors?.[0].pointer, field).toBe(`/lines/0/${field}`)
    }
    for (const discount of [
      { what: '1' },
      { percent: '1', what: '1' },
      {},
      { percent: null },
      { amount: 1 },
    ]) {
      const answer = await write(portal, { ...base(portal), discount })
      expect(answer.body.errors?.[0].pointer, JSON.stringify(discount)).toMatch(/^\/discount/)
    }
  }
  const client = { name: 'x', email: 'a@b.co', cc: ['a@b.co', 5] }
  expect(names(await portal.business.api('POST', '/clients', client), '/cc/1')).toBe(true)
})

describe('wrong types', () => {
  const wrong: unknown[] = [0, 1, -1, 1e308, true, false, [], ['x'], {}, { x: 1 }, [[]], { toString: 'x' }]

  test.each(Object.entries(resources))(
    'in each field of a %s: 422, naming it',
    async (_, { fields, base, write }) => {
      const portal = await aPortal()
      for (const pointer of fields) {
        for (const value of wrong) {
          const what = `${pointer}: ${JSON.stringify(value)}`
          const answer = await write(portal, withAt(base(portal), pointer, value))
          expect(codeOf(answer), what).toBe('422 invalid')
          expectProblem(answer, what)
          expect(names(answer, pointer), `${what} ${JSON.stringify(answer.body)}`).toBe(true)
        }
      }
    },
    30_000,
  )

  test('in what holds others: 422, naming it', async () => {
    const portal = await aPortal()
    const holders: [string, string, unknown[]][] = [
      ['client', '/cc', ['a@b.co', {}, 5, [[]], [null], Array(11).fill('a@b.co')]],
      ['quote', '/lines', ['x', {}, 5, null, [null], [[]], ['x'], Array(501).fill({})]],
      ['quote', '/discount', ['x', [], 5, [{ percent: '1' }]]],
      ['invoice', '/lines', ['x', { 0: {} }, true]],
    ]
    for (const [noun, pointer, values] of holders) {
      const { base, write } = resources[noun] as (typeof resources)[string]
      for (const value of values) {
        const answer = await write(portal, withAt(base(portal), pointer, value))
        expect(codeOf(answer), `${pointer} ${JSON.stringify(value).slice(0, 40)}`).toBe('422 invalid')
        expect(
          answer.body.errors.some((error: { pointer: string }) => error.pointer.startsWith(pointer)),
        ).toBe(true)
      }
    }
    const answer = await portal.business.api('POST', `/clients/${portal.client}/link/rotate`, {
      notify: 'yes',
    })
    expect(names(answer, '/notify')).toBe(true)
  })
})

test('deep nesting, long lists and many faults are refused, and quickly', async () => {
  const { api } = await aBusiness()
  const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)
  for (const body of [
    deep('[', ']', 100_000),
    `{"lines":${deep('[', ']', 100_000)}}`,
    `${'{"discount":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    `{"lines":[${Array(60_000).fill('{}').join(',')}]}`,
    `{"cc":[${Array(60_000).fill('1').join(',')}]}`,
    `{${Array.from({ length: 20_000 }, (_, at) => `"f${at}":1`).join(',')}}`,
  ]) {
    const answer = await api('POST', '/quotes', body)
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body).length).toBeLessThan(100_000)
  }
})

test('whatever JSON is sent, there is no fault', async () => {
  const portal = await aPortal()
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const resource = fc.constantFrom(...Object.values(resources).filter((_, at) => at < 4))
  const tried = async (
    { fields, base, write }: (typeof resources)[string],
    picks: number[],
    value: fc.JsonValue,
  ) => {
    const pointers = picks.map(pick => fields[pick % fields.length] ?? '')
    const body = pointers.reduce((whole, pointer) => withAt(whole, pointer, value), base(portal))
    const answer = await write(portal, body)
    expect([200, 201, 409, 422]).toContain(answer.status)
    if (answer.status > 201) expectProblem(answer)
  }
  const picks = fc.array(fc.nat(30), { minLength: 1, maxLength: 3 })
  await fc.assert(fc.asyncProperty(resource, picks, fc.jsonValue(), tried), { numRuns: 300 })
  const anything = async (body: fc.JsonValue) => {
    expect([400, 422]).toContain((await portal.business.api('POST', '/quotes', JSON.stringify(body))).status)
  }
  await fc.assert(fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), anything), { numRuns: 200 })
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
}, 60_000)
