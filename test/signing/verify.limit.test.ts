// How often one network may have files checked, by the platform's own limiter: its share, then a page that says to wait.
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import type { Env } from '../../src/core/env.ts'
import { spend } from '../support/limits.ts'
import { request, textOf } from '../support/world.ts'
import { urlencoded } from './support/files.ts'

const LIMIT = 60

const post = (address: string | null, bindings: Env = env, more: Record<string, string> = {}) =>
  request(
    '/verify',
    { ...urlencoded('{}'), headers: { ...(address && { 'cf-connecting-ip': address }), ...more } },
    bindings,
  )

/** A limiter that lets nothing through, and the keys that it was asked for. */
function closed() {
  const limit = vi.fn(async (_: { key: string }) => ({ success: false }))
  return { limit, bindings: { ...env, PUBLIC_LIMIT: { limit } } }
}

test('a network that asks too often gets 429 in plain words, another one goes on', async () => {
  expect((await post('192.0.2.7')).status).toBe(422)
  // At the limiter itself, because requests may be too slow for its window.
  const { limit, bindings } = closed()
  await post('192.0.2.7', bindings)
  await spend(env.PUBLIC_LIMIT, limit.mock.calls[0]?.[0].key ?? '', LIMIT)
  const response = await post('192.0.2.7')
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('60')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  const text = await textOf(response)
  expect(text).toContain('Please wait a minute')
  expect(text).not.toMatch(/429|rate|limit/i)
  expect((await post('192.0.2.8')).status).toBe(422)
  // To read the page, and the keys, costs nothing that is worth a limit.
  const headers = { 'cf-connecting-ip': '192.0.2.7' }
  expect((await request('/verify', { headers }, env)).status).toBe(200)
  expect((await request('/.well-known/jwks.json', { headers }, env)).status).toBe(200)
})

describe('a network', () => {
  const keyOf = async (address: string) => {
    const { limit, bindings } = closed()
    expect((await post(address, bindings)).status).toBe(429)
    expect(limit).toHaveBeenCalledOnce()
    return limit.mock.calls[0]?.[0].key
  }

  test.each([
    ['2001:db8::1', '2001:db8:0:0:ffff:ffff:ffff:ffff'],
    ['2001:db8:1:2:3:4:5:6', '2001:DB8:1:2::'],
    ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002:9::'],
    ['2001:db8:0:2::', '2001:db8::2:7:7:7:7'],
    ['::1', '::2'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
  ])('of %s and %s is the same', async (one, other) => {
    expect(await keyOf(one)).toBe(await keyOf(other))
  })

  test.each([
    ['2001:db8::1', '2001:db8:0:1::1'],
    ['2001:db8:1:2::', '2001:db8:1:3::'],
    ['2001:db8:1:2::', '2001:db8:2:1::'],
    ['192.0.2.7', '192.0.2.8'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.8'],
    ['::1', '1::'],
  ])('of %s and %s is not', async (one, other) => {
    expect(await keyOf(one)).not.toBe(await keyOf(other))
  })
})

test('what a caller writes into other headers counts for nothing', async () => {
  const { limit, bindings } = closed()
  for (const forged of ['6.6.6.6', '7.7.7.7'])
    await post('192.0.2.7', bindings, {
      'x-forwarded-for': forged,
      'x-real-ip': forged,
      forwarded: `for=${forged}`,
    })
  expect(new Set(limit.mock.calls.map(([{ key }]) => key)).size).toBe(1)
})

test('a form from another web site spends nobody’s share', async () => {
  const { limit, bindings } = closed()
  expect((await post('192.0.2.7', bindings, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(limit).not.toHaveBeenCalled()
})

test('a limiter that fails, or a caller whose address nobody knows, stands in no one’s way', async () => {
  const failing = { limit: () => Promise.reject(new Error('no limiter')) }
  expect((await post('192.0.2.7', { ...env, PUBLIC_LIMIT: failing })).status).toBe(422)
  expect((await post(null, closed().bindings)).status).toBe(422)
})
