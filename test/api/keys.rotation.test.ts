// Rotating and revoking API keys: what the new key keeps, how long the old one goes on, and that a business never loses
// the last key that can manage its keys.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf, pointersOf } from '../support/accepted.ts'
import { changingNothing } from '../support/answers.ts'
import { watched } from '../support/faults.ts'
import { aKeyOf } from '../support/keys.ts'
import { told } from '../support/told.ts'
import { aBusiness, apiWith, type Business, succeeded } from '../support/world.ts'

const START = 1_900_000_000_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const at = (ms: number) => new Date(ms).toISOString()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

type Key = { id: string; key: string }

const made = async ({ api }: Pick<Business, 'api'>, more: object = {}) =>
  succeeded(await api('POST', '/api-keys', { name: 'Accounting', ...more })).body
const manager = (business: Pick<Business, 'api'>, more: object = {}) =>
  made(business, { scopes: ['admin'], ...more })
const rotate = ({ api }: Pick<Business, 'api'>, { id }: Pick<Key, 'id'>, body: object = {}) =>
  api('POST', `/api-keys/${id}/rotate`, body)
const revoke = ({ api }: Pick<Business, 'api'>, { id }: Pick<Key, 'id'>) => api('DELETE', `/api-keys/${id}`)
const opens = async ({ key }: Pick<Key, 'key'>) => {
  const answer = await apiWith(key)('GET', '/nothing')
  return codeOf(answer) === '404 not_found' ? true : codeOf(answer)
}
const REFUSED = '401 no_key'
const LAST = '409 last_admin_key'

/** The business's first key, as the list names it. */
const firstOf = async ({ api, key }: Business): Promise<Key> => {
  const { body } = succeeded(await api('GET', '/api-keys'))
  return { ...body.data[0], key }
}

describe('a rotation', () => {
  test('without an overlap: the old key is dead before the answer', async () => {
    const business = await aBusiness()
    const old = await made(business, { scopes: ['read', 'links'] })
    const seen: unknown[] = []
    let busy = false
    const bindings = watched(async () => {
      if (busy) return
      busy = true
      seen.push(await opens(old))
      busy = false
    })
    const { body: next } = succeeded(await rotate({ api: apiWith(business.key, bindings) }, old))
    // After the batches that read, it lived; after the one that wrote, before the answer, it was dead.
    expect(seen.slice(0, 3)).toEqual([true, true, REFUSED])
    expect([await opens(old), await opens(next)]).toEqual([REFUSED, true])
    expect(next).toMatchObject({ name: 'Accounting', scopes: ['read', 'links'], status: 'active' })
    expect(next.expires_at).toBeNull()
    const { body } = await business.api('GET', '/api-keys')
    expect(body.data.find(({ id }: Key) => id === old.id)).toMatchObject({
      status: 'revoked',
      revoked_at: at(START),
    })
  })

  test('with an overlap: the old key goes on until its instant, beside the new one', async () => {
    const business = await aBusiness()
    const old = await made(business)
    const { body: next } = succeeded(await rotate(business, old, { overlap_seconds: 3600 }))
    expect(next.id).not.toBe(old.id)
    for (const [after, works] of [
      [0, true],
      [HOUR - 1, true],
      [HOUR, REFUSED],
      [10 * DAY, REFUSED],
    ] as const) {
      vi.setSystemTime(START + after)
      expect([await opens(old), await opens(next)], String(after)).toEqual([works, true])
    }
  })

  test('an overlap makes no key live longer than it was to', async () => {
    const business = await aBusiness()
    const old = await made(business, { expires_at: at(START + HOUR) })
    succeeded(await rotate(business, old, { overlap_seconds: 7 * 24 * 3600 }))
    vi.setSystemTime(START + HOUR)
    expect(await opens(old)).toBe(REFUSED)
  })

  test('the new key lives as long as the old one was to, counted from now', async () => {
    const business = await aBusiness()
    const old = await made(business, { expires_at: at(START + 90 * DAY) })
    vi.setSystemTime(START + 80 * DAY)
    const { body: next } = succeeded(await rotate(business, old, { overlap_seconds: 60 }))
    expect(next.expires_at).toBe(at(START + 170 * DAY))
    const { body: third } = succeeded(await rotate(business, next))
    expect(third.expires_at).toBe(at(START + 170 * DAY))
  })

  test.each([0, 3600])('a key is replaced once, with an overlap of %i too', async overlap_seconds => {
    const business = await aBusiness()
    const old = await made(business)
    const { body: next } = succeeded(await rotate(business, old, { overlap_seconds }))
    await changingNothing(async () => {
      for (const again of [0, 60])
        expect(codeOf(await rotate(business, old, { overlap_seconds: again }))).toBe('409 key_not_active')
    })
    const { body: third } = succeeded(await rotate(business, next))
    expect([await opens(next), await opens(third)]).toEqual([REFUSED, true])
    // Nobody set an end: however often it was rotated, there is none.
    expect([next.expires_at, third.expires_at]).toEqual([null, null])
  })

  test('the overlap can be cut short by revoking the old key', async () => {
    const business = await aBusiness()
    const first = await firstOf(business)
    const { body: next } = succeeded(await rotate(business, first, { overlap_seconds: 3600 }))
    expect((await revoke({ api: apiWith(next.key) }, first)).status).toBe(204)
    expect([await opens(first), await opens(next)]).toEqual([REFUSED, true])
  })

  test('a key may rotate itself; with an overlap, its lost answer can be asked for again', async () => {
    const business = await aBusiness()
    const first = await firstOf(business)
    const post = { path: `/api-keys/${first.id}/rotate`, body: { overlap_seconds: 60 } }
    const answer = await told(business, post, 'mine')
    expect(answer.status).toBe(200)
    vi.setSystemTime(START + 59_000)
    expect(await told(business, post, 'mine')).toEqual(answer)
    vi.setSystemTime(START + 60_000)
    expect((await told(business, post, 'mine')).status).toBe(401)
    const next = JSON.parse(answer.body)
    // It is the answer to the old key, and would show the new one to any other.
    expect((await told({ key: next.key }, post, 'mine')).status).toBe(422)
  })

  test('of a revoked key: 409, and nothing', async () => {
    const business = await aBusiness()
    const old = await made(business)
    succeeded(await revoke(business, old))
    await changingNothing(async () =>
      expect(codeOf(await rotate(business, old, { overlap_seconds: 60 }))).toBe('409 key_not_active'),
    )
  })

  test.each([-1, 0.5, 604_801, '60', null, 1e99])('an overlap of %j is refused, by name', async overlap => {
    const business = await aBusiness()
    const old = await made(business)
    await changingNothing(async () => {
      const refused = await rotate(business, old, { overlap_seconds: overlap })
      expect([codeOf(refused), pointersOf(refused)]).toEqual(['422 invalid', ['/overlap_seconds']])
    })
  })
})

describe('a revocation', () => {
  test('is true at once, for the key that asks for it as well; a second one changes nothing', async () => {
    const business = await aBusiness()
    const own = await manager(business)
    expect((await revoke({ api: apiWith(own.key) }, own)).status).toBe(204)
    expect(await opens(own)).toBe(REFUSED)
    await changingNothing(async () => expect((await revoke(business, own)).status).toBe(204))
  })
})

describe('the last key that can manage keys', () => {
  test('is not revoked, however many others there are', async () => {
    const business = await aBusiness()
    const first = await firstOf(business)
    for (const scopes of [['read'], ['write', 'links']]) await made(business, { scopes })
    const gone = await manager(business)
    succeeded(await revoke(business, gone))
    await aKeyOf(business, { scopes: 'admin', expiresAt: START - 1 })
    await manager(await aBusiness({ name: 'Other Roofing' }))
    await changingNothing(async () => expect(codeOf(await revoke(business, first))).toBe(LAST))
    const second = await manager(business)
    expect((await revoke(business, first)).status).toBe(204)
    expect(codeOf(await revoke({ api: apiWith(second.key) }, second))).toBe(LAST)
  })

  test('is not lost to one that ends sooner', async () => {
    const business = await aBusiness()
    const first = await firstOf(business)
    const brief = await manager(business, { expires_at: at(START + 1000) })
    expect(codeOf(await revoke(business, first))).toBe(LAST)
    const longer = await manager(business, { expires_at: at(START + 2000) })
    expect(codeOf(await revoke(business, first))).toBe(LAST)
    for (const key of [brief, longer]) expect((await revoke(business, key)).status).toBe(204)
  })

  test('is not lost by revoking what took its place while it goes on for a while', async () => {
    const business = await aBusiness()
    const first = await firstOf(business)
    const { body: next } = succeeded(await rotate(business, first, { overlap_seconds: 60 }))
    expect(codeOf(await revoke(business, next))).toBe(LAST)
    vi.setSystemTime(START + 60_000)
    expect(codeOf(await revoke({ api: apiWith(next.key) }, next))).toBe(LAST)
    expect(await opens(next)).toBe(true)
  })

  test('is not lost by rotating it: what takes its place can do the same for at least as long', async () => {
    const business = await aBusiness()
    const first = await firstOf(business)
    const { body: next } = succeeded(await rotate(business, first))
    expect(next).toMatchObject({ scopes: ['read', 'write', 'links', 'admin'], expires_at: null })
    expect((await apiWith(next.key)('GET', '/api-keys')).status).toBe(200)
  })

  test('where all of them end some day, the one that lasts longest stays', async () => {
    const business = await aBusiness()
    const ending = await aKeyOf(business, { scopes: 'admin', expiresAt: START + 5 * DAY })
    const keys: (Key & { name: string })[] = succeeded(await ending.api('GET', '/api-keys')).body.data
    const called = (name: string) => keys.find(key => key.name === name) as Key
    const [first, own] = [called('test'), called('further')]
    // Whoever keeps the data by hand has set an end to the first.
    await env.DB.prepare('update api_keys set expires_at = ? where id = ?')
      .bind(START + 3 * DAY, first.id)
      .run()
    expect(codeOf(await revoke(business, own))).toBe(LAST)
    expect((await revoke(ending, first)).status).toBe(204)
    expect(codeOf(await revoke(ending, own))).toBe(LAST)
  })
})
