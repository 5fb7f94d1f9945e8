// The job that makes new links for all: it survives being cut off at every step, runs twice at once, and serves each once.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { tokenIn } from '../support/portal.ts'
import {
  clientsHave,
  crowd,
  held,
  type Job,
  jobOf,
  kindsOf,
  lost,
  minute,
  rotateAll,
  servedOnce,
  steps,
  unserved,
} from '../support/rotations.ts'
import { aBusiness, type Business, open, portalOf, unlimited } from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** Three steps of the job: twenty, twenty and five. */
const CLIENTS = 45

const waiting = async (count = CLIENTS) => {
  const business = await aBusiness()
  await crowd(business, count)
  const job = await rotateAll(business)
  expect(kindsOf(await clientsHave(business))).toEqual([unserved])
  return { business, job }
}

const progress = async (business: Business, job: Job) => {
  const { status, done, total } = await jobOf(business, job)
  return `${status} ${done}/${total}`
}

/** All are served, each once, and a further run changes nothing. */
async function expectServed(business: Business, job: Job, what = '') {
  for (const run of [1, 2]) {
    await minute()
    expect(await progress(business, job), what).toBe(`done ${job.total}/${job.total}`)
    expect(kindsOf(await clientsHave(business)), `${what} ${run}`).toEqual([servedOnce])
  }
}

describe('cut off', () => {
  const cuts = [0, 1, 2].flatMap(step => [[step, 'before'] as const, [step, 'behind'] as const])

  test.each(cuts)(
    'at step %i, %s its commit: the next run goes on, and serves each once',
    async (step, when) => {
      const { business, job } = await waiting()
      let cut = false
      await minute(
        steps(async ({ run }, nth) => {
          if (cut || (nth === step && when === 'before')) {
            cut = true
            return lost()
          }
          const result = await run()
          if (nth < step) return result
          cut = true
          return lost()
        }),
      )
      const done = Math.min(CLIENTS, 20 * (step + (when === 'behind' ? 1 : 0)))
      const status = done === CLIENTS ? 'done' : 'running'
      expect(await progress(business, job)).toBe(`${status} ${done}/${CLIENTS}`)
      await expectServed(business, job)
    },
  )

  test('at every step, one after the other: it still comes to its end', async () => {
    const { business, job } = await waiting()
    for (const done of [20, 40, 45]) {
      await minute(
        steps(async ({ run }) => {
          await run()
          return lost()
        }),
      )
      expect((await jobOf(business, job)).done).toBe(done)
    }
    await expectServed(business, job)
  })

  test('in the work after the answer: the minute’s job takes it from there', async () => {
    const business = await aBusiness()
    await crowd(business, CLIENTS)
    const bindings = steps(async ({ run }, nth) => (nth === 0 ? run() : lost()))
    const job = await rotateAll(business, bindings)
    expect(await progress(business, job)).toBe(`running 20/${CLIENTS}`)
    await expectServed(business, job)
  })

  test('for hours: every link stays dead, and nobody gets half of a new one', async () => {
    const { business, job } = await waiting()
    for (let run = 0; run < 5; run++) await minute(held())
    expect(kindsOf(await clientsHave(business))).toEqual([unserved])
    await expectServed(business, job)
  })
})

describe('at once', () => {
  test('several runs and the work after the answer serve each once', async () => {
    const business = await aBusiness()
    await crowd(business, CLIENTS)
    const [job] = await Promise.all([rotateAll(business, unlimited), minute(), minute(), minute()])
    await expectServed(business, job)
  })

  test('two runs of which each read all before either wrote serve each once', async () => {
    const { business, job } = await waiting()
    const meeting = Promise.withResolvers<void>()
    let met = 0
    const meets = () =>
      steps(async ({ run }, nth) => {
        if (nth === 0 && ++met === 2) meeting.resolve()
        await meeting.promise
        return run()
      })
    await Promise.all([minute(meets()), minute(meets())])
    expect(met).toBe(2)
    await expectServed(business, job)
  })

  test('rotations of all: each client ends with one living link, one mail that waits, and every job done', async () => {
    const business = await aBusiness()
    await crowd(business, 25)
    const jobs = await Promise.all([1, 2, 3].map(() => rotateAll(business, unlimited)))
    await minute()
    await minute()
    for (const job of jobs) expect(await jobOf(business, job)).toMatchObject({ status: 'done' })
    for (const has of await clientsHave(business)) {
      expect(has).toMatchObject({ living: 1, waiting: 1 })
      expect(has.mails).toBe(has.links - 1)
      expect(has.links).toBeLessThanOrEqual(4)
    }
  })
})

test('a second rotation of all while one runs: who was served gets another link, who waits gets one', async () => {
  const business = await aBusiness()
  await crowd(business, CLIENTS)
  const first = await rotateAll(
    business,
    steps(async ({ run }, nth) => (nth === 0 ? run() : lost())),
  )
  const second = await rotateAll(business)
  expect(kindsOf(await clientsHave(business)).map(({ living }) => living)).toEqual([0, 0])
  expect(await progress(business, first)).toBe(`running 20/${CLIENTS}`)
  expect(await progress(business, second)).toBe('running 0/20')
  await minute()
  expect(await progress(business, first)).toBe(`done ${CLIENTS}/${CLIENTS}`)
  expect(await progress(business, second)).toBe('done 20/20')
  const twice = { links: 3, living: 1, mails: 2, waiting: 1, told: 2 }
  expect(kindsOf(await clientsHave(business))).toEqual([twice, servedOnce])
})

test('250 clients: a hundred a run, and the progress says so; the new links open', async () => {
  const business = await aBusiness()
  const ids = await crowd(business, 250)
  const other = await aBusiness({ name: 'Other Roofing' })
  await crowd(other, 20)
  const first = await rotateAll(business, unlimited)
  const later = await rotateAll(other)
  const seen = [await progress(business, first)]
  for (let run = 0; run < 2; run++) {
    await minute()
    seen.push(await progress(business, first))
  }
  expect(seen).toEqual(['running 100/250', 'running 200/250', 'done 250/250'])
  // The rest of the last run went to the other business.
  await expectServed(other, later)
  await expectServed(business, first)
  const paths = await Promise.all([0, 99, 100, 249].map(at => portalOf(business, ids[at] ?? '')))
  expect(new Set(paths.map(tokenIn)).size).toBe(4)
  for (const path of paths) expect((await open(path)).status).toBe(200)
  const { n } =
    (await env.DB.prepare('select count(distinct token_hash) n from portal_links').first<{ n: number }>()) ??
    {}
  expect(n).toBe(2 * 270)
})

test('a few of one business are served right after the answer, however many of another wait', async () => {
  const [many, few] = [await aBusiness(), await aBusiness({ name: 'Other Roofing' })]
  await crowd(many, 120)
  await crowd(few, 3)
  const first = await rotateAll(many, unlimited)
  const later = await rotateAll(few, unlimited)
  expect(await progress(many, first)).toBe('running 100/120')
  expect(await progress(few, later)).toBe('done 3/3')
})
