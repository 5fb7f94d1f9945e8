// A POST with an Idempotency-Key takes effect once, whichever it is; a repeat is answered what was answered first.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { operations } from '../../src/api/operations.ts'
import { stored } from '../support/answers.ts'
import { posts } from '../support/posts.ts'
import { effectsIn, outcome, told } from '../support/told.ts'

const START = 1_900_000_000_000
const DAY = 24 * 60 * 60_000
const malformed = ['', '""', '" "', 'a\tb', '\x7f', 'x'.repeat(256), `"${'x'.repeat(256)}"`]

afterEach(() => {
  vi.useRealTimers()
})

test('every POST is tried here', () => {
  const names = operations.filter(({ method }) => method === 'POST').map(({ name }) => name)
  expect(posts.map(({ name }) => name)).toEqual(names)
  expect(names.length).toBeGreaterThan(15)
})

describe.each(posts)('$name', ({ status, make }) => {
  test('done twice with one key: one effect, the same answer to the byte', async () => {
    const { business, post } = await make()
    const untouched = await stored()
    const unknown = await told(business, { ...post, body: { nonsense: 1 } }, 'a key')
    expect(outcome(unknown)).toBe('422 invalid')
    for (const key of malformed)
      expect(outcome(await told(business, post, key)), key).toBe('400 malformed_header')
    expect(await stored()).toEqual(untouched)

    const before = await effectsIn(business)
    const first = await told(business, post, 'a key')
    expect(first.status).toBe(status)
    expect(await effectsIn(business)).toBe(before + 1)
    if (status === 201) expect(first.location).toMatch(/^\/api\/v1\//)

    const stood = await stored()
    for (const key of ['a key', '"a key"', 'a key'])
      expect(await told(business, post, key), key).toEqual(first)
    for (const key of ['a key', '"a key"']) {
      const refused = await told(business, { ...post, body: post.other }, key)
      expect(outcome(refused)).toBe('422 idempotency_key_reused')
    }
    expect(await stored()).toEqual(stood)
  })

  test('another key is another request, and so is the same one of another business or after a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START })
    const { business, post } = await make()
    const first = await told(business, post, 'a key')
    const other = await make()
    const theirs = await told(other.business, other.post, 'a key')
    expect(theirs.status).toBe(status)

    // The second time it is decided by what stands, as it would be without a key.
    const doneAnew = async (key: string) => {
      const [before, stood] = [await effectsIn(business), await stored()]
      expect((await told(business, post, key)).status, key).toBe(post.twice)
      if (post.twice < 300) expect(await effectsIn(business), key).toBe(before + 1)
      else expect(await stored(), key).toEqual(stood)
    }
    await doneAnew('another key')
    vi.setSystemTime(START + DAY - 1)
    expect(await told(business, post, 'a key')).toEqual(first)
    vi.setSystemTime(START + DAY)
    await doneAnew('a key')
    expect(first.status).toBe(status)
  })
})
