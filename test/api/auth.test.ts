// Keys: who is let in, who is not, and what a wrong key costs us (nothing).
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isKey, newKey } from '../../src/businesses/key.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { counted, failingDbs } from '../support/faults.ts'
import { aKeyOf } from '../support/keys.ts'
import { expectProblem } from '../support/problems.ts'
import { type Answer, aBusiness, apiWith, request } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

const withoutId = (headers: Headers) => [...headers].filter(([name]) => name !== 'x-request-id')

const changeKey = (business: string, set: string, ...values: (string | number)[]) =>
  env.DB.prepare(`update api_keys set ${set} where business_id = ?`)
    .bind(...values, business)
    .run()

describe('no key, or none that is let in: 401, the same for all', () => {
  test('whatever is wrong with it', async () => {
    const { id, key, api } = await aBusiness()
    const refused = async (header: string | undefined) => {
      const headers = header === undefined ? {} : { authorization: header }
      const response = await request('/api/v1/business', { headers })
      return { status: response.status, body: await response.text(), headers: withoutId(response.headers) }
    }
    const missing = await refused(undefined)
    expect(missing.status).toBe(401)
    for (const header of [
      '',
      'Bearer',
      'Bearer ',
      key,
      `Basic ${btoa(`x:${key}`)}`,
      `Token ${key}`,
      `Bearer ${key} x`,
    ]) {
      expect(await refused(header), header.slice(0, 12)).toEqual(missing)
    }
    const unknown = await refused(`Bearer ${await newKey()}`)
    expect(unknown.status).toBe(401)
    for (const wrong of [
      `${key}0`,
      key.slice(0, -1),
      key.toUpperCase(),
      `sqk_${'0'.repeat(38)}`,
      'x',
      `${key},${key}`,
    ]) {
      expect(await refused(`Bearer ${wrong}`), wrong.slice(0, 12)).toEqual(unknown)
    }
    expect((await refused(`bearer ${key}`)).status).toBe(200)
    const revoked = await aKeyOf({ id }, { revokedAt: Date.now() })
    expect(await refused(`Bearer ${revoked.key}`)).toEqual(unknown)
    await changeKey(id, 'revoked_at = coalesce(revoked_at, ?)', Date.now())
    expect(await refused(`Bearer ${key}`)).toEqual(unknown)
    expectProblem(await api('GET', '/business'))
  })

  test('a key expires at its instant', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
    const { api } = await aKeyOf(await aBusiness(), { expiresAt: 1_800_000_000_001 })
    expect((await api('GET', '/business')).status).toBe(200)
    vi.setSystemTime(1_800_000_000_001)
    expect(codeOf(await api('GET', '/business'))).toBe('401 no_key')
  })

  test('a revoked key stays revoked, in the database too', async () => {
    const { id } = await aBusiness()
    await changeKey(id, 'revoked_at = ?', 5)
    await expect(changeKey(id, 'revoked_at = null')).rejects.toThrow('key_stays_revoked')
    for (const set of [`key_hash = '${'a'.repeat(64)}'`, "scopes = 'read admin'"]) {
      await expect(changeKey(id, set), set).rejects.toThrow('key_is_fixed')
    }
  })

  test('it is refused before anything of the request is looked at', async () => {
    const calls: [string, string, string?][] = [
      ['POST', '/quotes', '{'],
      ['PATCH', '/business', 'x'.repeat(300_000)],
      ['GET', '/quotes?limit=x'],
      ['GET', '/nothing'],
    ]
    for (const [method, path, body] of calls) {
      const response = await request(`/api/v1${path}`, { method, ...(body ? { body } : {}) })
      expect(response.status, path).toBe(401)
    }
  })
})

describe('the checksum of a key', () => {
  test('refuses a mistyped key before any query; an unknown key costs one', async () => {
    const { key } = await aBusiness()
    const { bindings, calls } = counted()
    for (let at = 4; at < key.length; at++) {
      const mistyped = key.slice(0, at) + (key[at] === '0' ? '1' : '0') + key.slice(at + 1)
      expect(await isKey(mistyped), String(at)).toBe(false)
      expect((await apiWith(mistyped, bindings)('GET', '/business')).status).toBe(401)
    }
    await apiWith('', bindings)('GET', '/business')
    expect(calls).toEqual({ d1: 0, kv: 0 })
    expect((await apiWith(await newKey(), bindings)('GET', '/business')).status).toBe(401)
    expect(calls).toEqual({ d1: 1, kv: 0 })
  })

  test('a new key is 160 random bits, known by its prefix and its checksum', async () => {
    const keys = await Promise.all(Array.from({ length: 50 }, newKey))
    for (const key of keys) {
      expect(key).toMatch(/^sqk_[0-9a-hjkmnp-tv-z]{38}$/)
      expect(await isKey(key)).toBe(true)
    }
    expect(new Set(keys).size).toBe(50)
  })
})

test('that a key was used is noted, at most every five minutes', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
  const { api, key } = await aBusiness()
  const usedAt = async () =>
    env.DB.prepare('select last_used_at from api_keys where key_hash = ?')
      .bind(await sha256Hex(key))
      .first('last_used_at')
  expect(await usedAt()).toBeNull()
  await api('GET', '/business')
  expect(await usedAt()).toBe(1_800_000_000_000)
  vi.setSystemTime(1_800_000_000_000 + 5 * 60_000)
  await api('GET', '/business')
  expect(await usedAt()).toBe(1_800_000_000_000)
  vi.setSystemTime(1_800_000_000_001 + 5 * 60_000)
  await api('GET', '/business')
  expect(await usedAt()).toBe(1_800_000_000_001 + 5 * 60_000)
})

test('when the database does not answer, nobody is let in: 503', async () => {
  const { key } = await aBusiness()
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const [how, failing] of Object.entries(failingDbs).slice(0, 2)) {
    const answer = await apiWith(key, failing())('GET', '/business')
    expect(codeOf(answer), how).toBe('503 unavailable')
    expect(answer.headers.get('retry-after')).not.toBeNull()
    expectProblem(answer, how)
  }
  expect(logged).toHaveBeenCalledTimes(2)
  logged.mockRestore()
})
