// The minute's reminders as a job: a bounded amount a run, two and ten at once, cut off at every step, and one business
// that can't be served among others.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { everyMinute } from '../../src/cron.ts'
import { remindable } from '../../src/reminders/store/due.ts'
import { batches } from '../support/answers.ts'
import { wideSearches } from '../support/plans.ts'
import {
  aDebtor,
  atTheWriting,
  brief,
  DAY,
  manyDebtors,
  NOON,
  remind,
  written,
} from '../support/reminders.ts'
import { watch } from '../support/watch.ts'
import { aBusiness } from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const MINUTE = 60_000
const lost = (): never => {
  throw new Error('D1_ERROR: Network connection lost.')
}
const count = async () => (await written()).length
const dueAt = async (id: string) =>
  env.DB.prepare('select due_at from reminder_rounds where business_id = ?').bind(id).first('due_at')

const overdue = '2026-06-04 invoice_overdue 1'

test('the job of the minute writes it: kind, recipients, revision, link, event, and the row that keeps it from coming twice', async () => {
  const { business, client, invoice } = await aDebtor(undefined, { cc: ['books@example.com'] })
  await everyMinute(env, NOON)
  expect(await written()).toEqual([
    {
      ...{ client, day: '2026-06-04', document: invoice, step: 1, kind: 'invoice_overdue' },
      ...{ state: 'queued', event: `reminder:${invoice}:1:1`, id: expect.stringMatching(/^msg_/) },
      recipients: '["dana@example.com","books@example.com"]',
    },
  ])
  const row = await env.DB.prepare(
    `select invoice_id, quote_id, revision, link_id = (select id from portal_links) as linked, created_at from messages
     where kind = 'invoice_overdue'`,
  ).first()
  expect(row).toEqual({ invoice_id: invoice, quote_id: null, revision: 1, linked: 1, created_at: NOON })
  expect(await dueAt(business.id)).toBe(Date.parse('2026-06-05T13:00:00Z'))
  for (const later of [MINUTE, 3_600_000, 5 * 3_600_000, DAY]) await remind(NOON + later)
  expect(await brief()).toEqual([overdue])
})

describe('a bounded amount', () => {
  test('200 reminders a run, the rest a minute later, whoever comes between is not forgotten', async () => {
    const many = await aBusiness()
    await manyDebtors(many, 450)
    await aDebtor()
    const seen: number[] = []
    for (let run = 0; run < 4; run++) {
      await remind(NOON + run * MINUTE)
      seen.push(await count())
    }
    expect(seen).toEqual([200, 400, 451, 451])
    const clients = (await written()).map(({ client }) => client)
    expect(new Set(clients).size).toBe(451)
  })

  test('20 businesses a run, who has waited longest first', async () => {
    for (let n = 0; n < 23; n++) await manyDebtors(await aBusiness(), 1)
    await remind(NOON)
    expect(await count()).toBe(20)
    await remind(NOON + MINUTE)
    expect(await count()).toBe(23)
  })

  test('a run asks little of the database: five statements in three trips, one where nobody is due', async () => {
    const business = await aBusiness()
    await manyDebtors(business, 120)
    const busy = watch()
    await remind(NOON, busy.bindings)
    expect(await count()).toBe(120)
    expect(busy.calls.map(({ sql }) => sql.length)).toEqual([1, 1, 3])
    const idle = watch()
    await remind(NOON + MINUTE, idle.bindings)
    expect(idle.calls.map(({ sql }) => sql.length)).toEqual([1])
    expect(idle.calls[0]?.rowsRead).toBeLessThan(3)
  })
})

test('whom to remind is looked up by keys', async () => {
  expect(await wideSearches(remindable([], NOON, 1))).toEqual([])
})

describe('at once', () => {
  test.each([2, 10])('%i runs write each reminder once', async runs => {
    await manyDebtors(await aBusiness(), 60)
    await Promise.all(Array.from({ length: runs }, () => remind(NOON)))
    expect(await count()).toBe(60)
  })

  test.each([2, 10])('%i runs of which each read all before any wrote do, too', async runs => {
    await manyDebtors(await aBusiness(), 60)
    const meeting = Promise.withResolvers<void>()
    let met = 0
    const meets = () =>
      atTheWriting(async run => {
        if (++met === runs) meeting.resolve()
        await meeting.promise
        return run()
      })
    await Promise.all(Array.from({ length: runs }, () => remind(NOON, meets())))
    expect(met).toBe(runs)
    expect(await count()).toBe(60)
    const orphans = `select count(*) n from messages where kind like 'invoice_%due%' and id not in (select message_id from reminders)`
    expect(await env.DB.prepare(orphans).first('n')).toBe(0)
  })
})

describe('cut off', () => {
  const cuts = [0, 1, 2].flatMap(step => [[step, 'before'] as const, [step, 'behind'] as const])

  test.each(cuts)('at trip %i, %s it: the next run writes what is missing, once', async (step, when) => {
    await manyDebtors(await aBusiness(), 30)
    const cut = batches(async ({ nth, run }) => {
      if (nth === step && when === 'before') return lost()
      const result = await run()
      return nth === step ? lost() : result
    })
    await expect(remind(NOON, cut)).rejects.toThrow('did not answer')
    expect(await count()).toBe(step === 2 && when === 'behind' ? 30 : 0)
    await remind(NOON + MINUTE)
    expect(await count()).toBe(30)
    await remind(NOON + 2 * MINUTE)
    expect(await count()).toBe(30)
  })

  test('in the middle of a run of the minute’s job: the rest of the job goes on', async () => {
    await manyDebtors(await aBusiness(), 3)
    await everyMinute(
      atTheWriting(async () => lost()),
      NOON,
    )
    expect(await count()).toBe(0)
    await everyMinute(env, NOON + MINUTE)
    expect(await count()).toBe(3)
  })
})

test('a business whose reminders the database refuses holds up no other, and is tried again within the hour', async () => {
  const [broken, sound] = [await aBusiness(), await aBusiness()]
  await manyDebtors(broken, 2)
  await manyDebtors(sound, 3)
  const bad = `create trigger broken before insert on messages when new.business_id = '${broken.id}'
    begin select raise(abort, 'broken'); end`
  await env.DB.prepare(bad).run()
  await remind(NOON)
  expect(await count()).toBe(3)
  expect(await dueAt(broken.id)).toBe(NOON + 3_600_000)
  await env.DB.prepare('drop trigger broken').run()
  await remind(NOON + MINUTE)
  expect(await count()).toBe(3)
  await remind(NOON + 3_600_000)
  expect(await count()).toBe(5)
})

test.each([
  ['settings that can’t be read', `reminders = '{"enabled":true}'`],
  ['a zone that is none', `time_zone = 'Europe/Atlantis'`],
])('a business with %s holds up no other', async (_, set) => {
  const [broken, sound] = [await aBusiness(), await aBusiness()]
  for (const business of [broken, sound]) await manyDebtors(business, 2)
  await env.DB.prepare(`update businesses set ${set}, version = version + 1 where id = ?`)
    .bind(broken.id)
    .run()
  await remind(NOON)
  expect(await count()).toBe(2)
  expect(await dueAt(broken.id)).toBe(NOON + 3_600_000)
})
