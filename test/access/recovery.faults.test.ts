// The job that answers requests, cut off at every step and run many times at once: one message, or all of it later.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Env } from '../../src/core/env.ts'
import { batches } from '../support/answers.ts'
import { aPortal } from '../support/portal.ts'
import { answers, asks, mailedTo, requests, revoke } from '../support/recovery.ts'
import { replayed } from '../support/replay.ts'
import { lost, rotateAll } from '../support/rotations.ts'
import { aBusiness, portalOf } from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** Two businesses know the first address, one of them twice; the second is another client’s; nobody has the third. */
const world = () =>
  replayed('clients of two businesses', async on => {
    const roofer = await aBusiness({}, undefined, on)
    const studio = await aBusiness({ name: 'Studio North' }, undefined, on)
    const all = [await aPortal(roofer), await aPortal(studio), await aPortal(studio)]
    await aPortal(studio, { email: 'sam@example.com' })
    return all
  })

const asked = async () => {
  for (const address of ['dana@example.com', 'sam@example.com', 'nobody@example.com', 'DANA@example.com'])
    await asks(address)
}

const wanted = ['dana@example.com', 'dana@example.com', 'sam@example.com']

async function expectAnsweredOnce(what = '') {
  expect(await mailedTo(), what).toEqual(wanted)
  const { waiting, resolved } = await requests()
  expect([waiting, resolved.sort()], what).toEqual([[], ['dana@example.com', 'sam@example.com']])
  const entries = await env.DB.prepare(
    `select count(*) n from audit_entries where action = 'link.sent'`,
  ).first('n')
  expect(entries, what).toBe(wanted.length)
}

/** The job is lost at its nth batch, before the commit or behind it. */
const lostAt = (at: number, behind: boolean): Env =>
  batches(async ({ nth, run }) => {
    if (nth < at) return run()
    if (behind && nth === at) await run()
    return lost()
  })

/** A run reads twice, deletes what is nobody’s, and writes. */
const STEPS = 4

const cuts = Array.from({ length: STEPS }, (_, at) => at).flatMap(at => [
  [at, 'before its commit', false] as const,
  [at, 'behind it', true] as const,
])

test.each(cuts)(
  'lost at step %i, %s: the next run answers what is left, and each once',
  async (at, _, behind) => {
    await world()
    await asked()
    await expect(answers(Date.now(), lostAt(at, behind))).rejects.toThrow('did not answer')
    const isDone = behind && at === STEPS - 1
    expect(await mailedTo()).toEqual(isDone ? wanted : [])
    await answers()
    await expectAnsweredOnce()
    await answers()
    await expectAnsweredOnce('again')
  },
)

test('the run has these steps and no more', async () => {
  await world()
  await asked()
  let count = 0
  const counting = batches(async ({ run }) => {
    count++
    return run()
  })
  await answers(Date.now(), counting)
  expect(count).toBe(STEPS)
  count = 0
  await answers(Date.now(), counting)
  expect(count).toBe(1)
})

describe('at once', () => {
  test.each([2, 10])('%i runs make one message of each', async count => {
    await world()
    await asked()
    await Promise.all(Array.from({ length: count }, () => answers()))
    await expectAnsweredOnce()
  })

  test.each([2, 10])('%i runs that all stand at the same step before any goes on', async count => {
    await world()
    for (let step = 0; step < STEPS; step++) {
      await env.DB.prepare('delete from link_requests').run()
      await asked()
      const before = (await mailedTo()).length
      const { promise: met, resolve: go } = Promise.withResolvers<void>()
      let here = 0
      const meets = () =>
        batches(async ({ nth, run }) => {
          if (nth === step) {
            if (++here === count) go()
            await met
          }
          return run()
        })
      await Promise.all(Array.from({ length: count }, () => answers(Date.now(), meets())))
      expect([step, here, (await mailedTo()).length - before]).toEqual([step, count, wanted.length])
    }
  })

  test('a request that comes while a run is under way is answered by a later one, once', async () => {
    await world()
    await asked()
    await answers(
      Date.now(),
      batches(async ({ nth, run }) => {
        if (nth === 1) await asks('dana@example.com')
        return run()
      }),
    )
    await answers()
    expect(await mailedTo()).toHaveLength(wanted.length + 2)
    expect((await requests()).waiting).toEqual([])
  })
})

describe('what changes while a run is under way', () => {
  /** Runs the job; right before it writes, something happens. */
  const meanwhile = (happens: () => Promise<unknown>) =>
    answers(
      Date.now(),
      batches(async ({ nth, run }) => {
        if (nth === STEPS - 1) await happens()
        return run()
      }),
    )

  test('a revoked link is not mailed; the others are, then or in the next run', async () => {
    const [dana] = await world()
    if (!dana) throw new Error('nobody')
    await asked()
    await meanwhile(() => revoke(dana.business, dana.client))
    expect(await mailedTo()).toEqual(['sam@example.com'])
    await answers()
    expect(await mailedTo()).toEqual(['dana@example.com', 'sam@example.com'])
  })

  test('a rotation of all: the next run mails the link that lives then', async () => {
    const [dana] = await world()
    if (!dana) throw new Error('nobody')
    await asked()
    await meanwhile(() => rotateAll(dana.business))
    expect(await mailedTo()).toEqual(['sam@example.com'])
    await answers()
    expect(await mailedTo()).toEqual(wanted)
    expect(await portalOf(dana.business, dana.client)).not.toBe(dana.home)
  })

  test('an address that is the client’s no more gets nothing', async () => {
    const [dana] = await world()
    if (!dana) throw new Error('nobody')
    await asked()
    await meanwhile(() => dana.business.api('PATCH', `/clients/${dana.client}`, { email: 'new@example.com' }))
    await answers()
    expect(await mailedTo()).toEqual(['dana@example.com', 'sam@example.com'])
  })
})
