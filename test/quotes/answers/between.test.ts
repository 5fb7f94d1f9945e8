// Somebody else is faster: what happens between the reading and the writing of an answer decides, in the write itself.
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type Asked,
  accept,
  asked,
  batches,
  beforeTheWrite,
  changingNothing,
  decline,
  ledTo,
  recorded,
  revised,
  stored,
} from '../../support/answers.ts'
import { request, succeeded, textOf } from '../../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

type Meanwhile = (one: Asked) => Promise<unknown>

const done =
  (path: string, method = 'POST'): Meanwhile =>
  async ({ business, quote, client }) =>
    succeeded(await business.api(method, path.replace(':quote', quote).replace(':client', client)))

const answers = [accept, decline]

describe('between reading and writing', () => {
  const changes: Record<string, { meanwhile: Meanwhile; says: RegExp }> = {
    'the business closes it': {
      meanwhile: done('/quotes/:quote/close'),
      says: /Harbor Roofing closed this quote/,
    },
    'the business takes it back': {
      meanwhile: done('/quotes/:quote/cancel'),
      says: /This quote was taken back/,
    },
    'the business revises it': {
      meanwhile: one => revised(one),
      says: /This quote has changed.*New roof.*Newer/,
    },
    'the business sends it again unchanged': {
      meanwhile: one => revised(one, {}),
      says: /This quote has changed/,
    },
    'the business records an acceptance': {
      meanwhile: done('/quotes/:quote/accept'),
      says: /Harbor Roofing recorded your acceptance on/,
    },
    'another person signs': {
      meanwhile: one => accept(one, { signature: 'Sam Whitfield' }),
      says: /It was signed by Sam Whitfield on/,
    },
  }

  test.each(Object.entries(changes))('%s: 409 says so, and nothing more is recorded', async (_, change) => {
    for (const answer of answers) {
      const one = await asked()
      let after: unknown
      const bindings = beforeTheWrite(async () => {
        await change.meanwhile(one)
        after = await stored()
      })
      const response = await answer(one, {}, bindings)
      expect(response.status).toBe(409)
      expect(await textOf(response)).toMatch(change.says)
      expect(await stored()).toEqual(after)
    }
  })

  test('the same client signs in another tab: the same receipt for both', async () => {
    const one = await asked()
    const bindings = beforeTheWrite(() => accept(one))
    expect(ledTo(await accept(one, {}, bindings))).toBe(`303 ${one.at}/receipt`)
    expect((await recorded()).signatures).toEqual(['Dana Whitfield'])
  })

  test('another quote of the business is signed: this one is signed behind it in the chain', async () => {
    const one = await asked()
    const other = await asked({ business: one.business })
    const bindings = beforeTheWrite(() => accept(other, { signature: 'Sam Whitfield' }))
    expect(ledTo(await accept(one, {}, bindings))).toBe(`303 ${one.at}/receipt`)
    expect((await recorded()).signatures).toEqual(['Sam Whitfield', 'Dana Whitfield'])
    const [first, second] = await Promise.all(
      [other, one].map(
        async ({ at }) => JSON.parse(await (await request(`${at}/receipt.json`)).text()).record,
      ),
    )
    expect([first.chain.sequence, second.chain.sequence]).toEqual([1, 2])
  })

  test('the business’s profile changes: what was shown is what is signed', async () => {
    const one = await asked()
    const meanwhile = () => one.business.api('PATCH', '/business', { name: 'Other & Sons', time_zone: 'UTC' })
    expect((await accept(one, {}, beforeTheWrite(meanwhile))).status).toBe(303)
    const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
    expect(record.business.name).toBe('Harbor Roofing')
    expect(record.signed_at.time_zone).toBe('America/New_York')
  })

  test('its last day ends: what is recorded was signed before the end, or nothing is recorded', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-15T12:00:00Z'), toFake: ['Date'] })
    for (const answer of answers) {
      const one = await asked({ quote: { valid_until: '2026-06-15' } })
      const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
      const end = Date.parse(body.expires_at)
      vi.setSystemTime(end - 1)
      const response = await answer(
        one,
        {},
        beforeTheWrite(async () => vi.setSystemTime(end)),
      )
      const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
      expect(response.status).toBe(decision ? 303 : 409)
      if (decision) expect(Date.parse(decision.at)).toBeLessThan(end)
      vi.setSystemTime(end - 86_400_000 / 2)
    }
  })
})

test('a write that is refused for no reason that reading explains ends as 503 and records nothing', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const one = await asked()
  const lying = batches(async ({ writes, run }) => {
    if (!writes) return run()
    throw new Error('D1_ERROR: UNIQUE constraint failed: x.y: SQLITE_CONSTRAINT (extended: 2067)')
  })
  for (const answer of answers) expect((await changingNothing(() => answer(one, {}, lying))).status).toBe(503)
  vi.restoreAllMocks()
})
