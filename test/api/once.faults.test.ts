// An Idempotency-Key on a bad day: an answer that is lost, a database that goes away, many who ask at once.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Batch, batches, stored } from '../support/answers.ts'
import { posts } from '../support/posts.ts'
import { effectsIn, outcome, type Told, told } from '../support/told.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const lost = () => {
  throw new Error('D1_ERROR: Network connection lost.')
}

/** The batch of an effect: the one that claims the key. */
const claims = ({ sql }: Batch) => sql.some(one => one.startsWith('insert into "idempotency_keys"'))

/** Bindings whose database does what it is asked up to the effect; then `meets` says what becomes of that, and `after` of the rest. */
function until(meets: (batch: Batch) => Promise<unknown>, after: (batch: Batch) => Promise<unknown>) {
  let met = false
  return batches(async batch => {
    if (met) return after(batch)
    met = claims(batch)
    return met ? meets(batch) : batch.run()
  })
}

const goesOn = ({ run }: Batch) => run()
const isGone = async () => lost()
const commitsAndIsLost = async ({ run }: Batch) => {
  await run()
  lost()
}

describe.each(posts)('$name', ({ name, status, make }) => {
  test('an answer that is lost behind its commit is found: by the very request, or else by its repeat', async () => {
    for (const [after, said] of [
      [goesOn, `${status}`],
      [isGone, '503 unavailable'],
    ] as const) {
      const { business, post } = await make()
      const before = await effectsIn(business)
      const first = await told(business, post, 'a key', until(commitsAndIsLost, after))
      expect(outcome(first)).toBe(said)
      expect(await effectsIn(business)).toBe(before + 1)

      // What was cut off of the job goes on with the repeat; nothing else does.
      const stood = name === 'rotateAllLinks' ? null : await stored()
      const repeat = await told(business, post, 'a key')
      expect(repeat.status).toBe(status)
      if (first.status === status) expect(first).toEqual(repeat)
      expect(outcome(await told(business, { ...post, body: post.other }, 'a key'))).toMatch(/^422 idem/)
      expect(await told(business, post, 'a key')).toEqual(repeat)
      expect(await effectsIn(business)).toBe(before + 1)
      if (stood) expect(await stored()).toEqual(stood)
    }
  })

  test('a repeat for which the kept answer can’t be read is told 503, never that it can’t be done', async () => {
    const { business, post } = await make()
    const first = await told(business, post, 'a key')
    const reads = ({ sql }: Batch) => sql.some(one => /^select .* from "idempotency_keys"/.test(one))
    const unread = batches(async batch => (reads(batch) ? lost() : batch.run()))
    expect(outcome(await told(business, post, 'a key', unread))).toBe('503 unavailable')
    expect(await told(business, post, 'a key')).toEqual(first)
  })

  test('a fault before the commit: 503, and nothing; the repeat does it', async () => {
    const { business, post } = await make()
    const [before, stood] = [await effectsIn(business), await stored()]
    for (const after of [goesOn, isGone]) {
      const failed = await told(business, post, 'a key', until(isGone, after))
      expect(outcome(failed)).toBe('503 unavailable')
      expect(await stored()).toEqual(stood)
    }
    const done = await told(business, post, 'a key')
    expect(done.status).toBe(status)
    expect(await effectsIn(business)).toBe(before + 1)
    expect(await told(business, post, 'a key')).toEqual(done)
  })

  test('10 at once, one of them with another body: one effect, one answer', async () => {
    const { business, post } = await make()
    const before = await effectsIn(business)
    const copies = Array.from({ length: 9 }, () => told(business, post, 'a key'))
    const [other, ...answers] = await Promise.all([
      told(business, { ...post, body: post.other }, 'a key'),
      ...copies,
    ])
    const outcomes = new Set(answers.map(outcome))
    if (other?.status === status) expect(outcomes).toEqual(new Set(['422 idempotency_key_reused']))
    else {
      expect(outcome(other as Told)).toBe('422 idempotency_key_reused')
      expect(outcomes).toEqual(new Set([`${status}`]))
      expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    }
    expect(await effectsIn(business)).toBe(before + 1)
  })
})
