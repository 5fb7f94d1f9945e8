// How much mail one address gets on request, by the clock of the job: three an hour and six a day, whoever asks and how.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { everyMinute } from '../../src/cron.ts'
import { aPortal } from '../support/portal.ts'
import { answers, asks, mailedTo, requests } from '../support/recovery.ts'
import { aBusiness } from '../support/world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Asks and lets the job answer at each of these instants; gives at which of them mail was written. */
async function mailedAt(instants: number[], address: (nth: number) => string = () => 'dana@example.com') {
  const from = Date.now()
  const found: number[] = []
  for (const [nth, at] of instants.entries()) {
    const before = (await mailedTo()).length
    await asks(address(nth))
    await answers(from + at)
    if ((await mailedTo()).length > before) found.push(at)
  }
  return found
}

test('three an hour: the fourth waits until the first is an hour old, to the millisecond', async () => {
  await aPortal()
  const instants = [0, 1, MINUTE, 2 * MINUTE, HOUR - 1, HOUR, HOUR, HOUR + 1, HOUR + 2]
  expect(await mailedAt(instants)).toEqual([0, 1, MINUTE, HOUR, HOUR + 1])
})

test('six a day: the seventh waits until the first is a day old', async () => {
  await aPortal()
  const first = [0, 1, 2].map(nth => nth * MINUTE)
  const second = first.map(at => at + 2 * HOUR)
  const instants = [...first, ...second, 4 * HOUR, 12 * HOUR, DAY - 1, DAY, DAY, DAY + 1, DAY + MINUTE]
  expect(await mailedAt(instants)).toEqual([...first, ...second, DAY, DAY + MINUTE])
})

test('who asks again and again is not kept waiting by that: what was refused counts for nothing', async () => {
  await aPortal()
  const everyTenMinutes = Array.from({ length: 13 }, (_, nth) => nth * 10 * MINUTE)
  const ten = 10 * MINUTE
  expect(await mailedAt(everyTenMinutes)).toEqual([0, ten, 2 * ten, HOUR, HOUR + ten, HOUR + 2 * ten])
})

test('capitals are no way round it, another address of the same client has its own', async () => {
  await aPortal(undefined, { cc: ['books@example.com'] })
  const spellings = ['dana@example.com', 'DANA@example.com', 'Dana@Example.COM', 'dANA@EXAMPLE.com']
  expect(await mailedAt([0, 1, 2, 3], nth => spellings[nth] ?? '')).toEqual([0, 1, 2])
  expect(await mailedAt([4], () => 'books@example.com')).toEqual([4])
})

test('several requests before one run get one mail, and count as one', async () => {
  await aPortal()
  const now = Date.now()
  for (let minute = 0; minute < 4; minute++) {
    for (let time = 0; time < 5; time++) await asks(time % 2 ? 'dana@example.com' : 'DANA@example.com')
    await answers(now + minute * MINUTE)
    expect((await mailedTo()).length).toBe(Math.min(minute + 1, 3))
  }
  expect(await requests()).toMatchObject({ waiting: [], resolved: { length: 3 } })
})

test('of several businesses each mail of one request counts as one', async () => {
  await aPortal()
  await aPortal(await aBusiness({ name: 'Studio North' }))
  await mailedAt([0, 1, 2, 3])
  expect(await mailedTo()).toHaveLength(6)
})

test('the whole minute’s job, at its own clock: limits hold over two days, and nothing is kept longer than it counts', async () => {
  await aPortal()
  const from = Date.now()
  for (let quarter = 0; quarter < 4 * 48; quarter++) {
    await env.DB.prepare(
      `insert into link_requests (id, address, asked_at) values (?, 'dana@example.com', ?)`,
    )
      .bind(`lrq_${`${quarter}`.padStart(26, '0')}`, from + quarter * 15 * MINUTE)
      .run()
    await everyMinute(env, from + quarter * 15 * MINUTE + 1)
    const { waiting, resolved } = await requests()
    expect([quarter, waiting]).toEqual([quarter, []])
    expect(resolved.length).toBeLessThanOrEqual(6)
  }
  expect(await mailedTo()).toHaveLength(12)
})

test('what is a day old is deleted, a thousand rows a run, and what still counts is not', async () => {
  const now = Date.now()
  await env.DB.prepare(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 1200)
     insert into link_requests (id, address, asked_at, resolved_at)
     select printf('lrq_%026d', i), 'x' || i || '@example.com', ?1, ?1 from n`,
  )
    .bind(now - DAY)
    .run()
  // Asked as long ago, but answered late.
  await env.DB.prepare(
    `insert into link_requests (id, address, asked_at, resolved_at) values (?, 'late@example.com', ?, ?)`,
  )
    .bind(`lrq_${'z'.repeat(26)}`, now - 2 * DAY, now - DAY + 1)
    .run()
  await everyMinute(env, now - 1)
  expect((await requests()).resolved).toHaveLength(1201)
  await everyMinute(env, now)
  expect((await requests()).resolved).toHaveLength(201)
  await everyMinute(env, now)
  expect((await requests()).resolved).toEqual(['late@example.com'])
  await everyMinute(env, now + 1)
  expect(await requests()).toEqual({ waiting: [], resolved: [] })
})
