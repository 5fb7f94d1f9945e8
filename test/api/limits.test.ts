// How often a key may ask, by the platform's own limiter: its share, and then 429 with a word on when to come back.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src/core/crypto.ts'
import { counted } from '../support/faults.ts'
import { spend } from '../support/limits.ts'
import { expectProblem } from '../support/problems.ts'
import { aBusiness, apiWith } from '../support/world.ts'

const LIMIT = 600

test('a key that asks too often gets 429 without a query, another key goes on', async () => {
  const [busy, calm] = [await aBusiness(), await aBusiness()]
  const { bindings, calls } = counted(env)
  const api = apiWith(busy.key, bindings)
  const ask = async () => api('GET', '/business')
  const first = await ask()
  expect(first.headers.get('ratelimit-policy')).toBe(`"key";q=${LIMIT};w=10`)
  // At the limiter itself, because requests may be too slow for its window.
  await spend(env.API_LIMIT, await sha256Hex(busy.key), LIMIT)
  const answer = await ask()
  expect([answer.status, answer.body.code]).toEqual([429, 'too_many_requests'])
  expect(answer.headers.get('retry-after')).toBe('10')
  expectProblem(answer)
  const before = calls.d1
  expect((await ask()).status).toBe(429)
  expect(calls.d1).toBe(before)
  expect((await apiWith(calm.key, env)('GET', '/business')).status).toBe(200)
})
