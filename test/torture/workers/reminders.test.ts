// A simulated year in five time zones: businesses send, clients answer, pay, stop and move, the job runs each hour or not
// for days; and the reminders that are written are exactly those that a calendar on the wall says.
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { first } from '../../../src/core/db.ts'
import { overtakenMessage } from '../../../src/mail/store/overtaken.ts'
import { remindDue } from '../../../src/reminders/actions/remind.ts'
import { counts, seed } from '../support/counts.ts'
import { type Random, randomOf } from '../support/random.ts'
import { mayLeave, type Reminder, remindersAt } from '../support/year/model.ts'
import { happenings, type Living, opened, openedQuietly, ZONES } from '../support/year/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const HOUR = 3_600_000
const DAYS = counts(24, 365)
/** From before the changes of clocks in spring. */
const START = Date.parse('2026-03-07T00:00:00Z')

const clock = (now: number) => vi.useFakeTimers({ toFake: ['Date'], now })

const writtenIn = async ({ id }: { id: string }) =>
  (
    await env.DB.prepare(
      `select r.client_id client, r.day, r.document_id document, r.revision, r.step, m.kind, m.recipients "to", m.id message,
         m.created_at at, m.state
       from reminders r join messages m on m.id = r.message_id where r.business_id = ? order by m.created_at, r.client_id`,
    )
      .bind(id)
      .all<Reminder & { message: string; at: number; state: string }>()
  ).results

async function happens(living: Living, now: number, random: Random): Promise<number> {
  clock(now)
  const act = random.of(happenings)
  return (await act(living, random.of(living.shop.clients), now, random)) ? 1 : 0
}

/** Every reminder that waits may leave by the model, or has been overtaken by the database. */
async function expectSameWait({ shop }: Living, now: number): Promise<void> {
  for (const row of (await writtenIn(shop)).filter(
    ({ state, at }) => state === 'queued' && now - at < 2 * 24 * HOUR,
  )) {
    const client = shop.clients.find(({ id }) => id === row.client)
    if (!client) throw new Error('a reminder of nobody')
    const of = { businessId: shop.id, id: row.message, now }
    const overtaken = (await first(env.DB, overtakenMessage(of))) !== undefined
    expect([row, now, overtaken]).toEqual([row, now, !mayLeave(shop, client, row, now)])
  }
}

test(`${DAYS} days in five zones: exactly the reminders that the calendar says, and none after a stop`, async () => {
  const random = randomOf(seed())
  clock(START)
  const all: Living[] = []
  for (const zone of ZONES) all.push(await opened(zone, 4))
  const lively = [...all]
  all.push(await openedQuietly('Europe/Berlin', START))
  const expected = new Map(all.map(({ shop }) => [shop.id, [] as Reminder[]]))
  const count = { runs: 0, acts: 0 }
  let down = 0
  for (let now = START; now < START + DAYS * 24 * HOUR; now += HOUR) {
    for (const living of lively)
      if (random.below(14) === 0) count.acts += await happens(living, now - HOUR / 2, random)
    if (random.below(24 * 24) === 0) down = now + random.below(9 * 24) * HOUR
    if (now < down) continue
    count.runs++
    clock(now)
    await remindDue({ db: env.DB, now })
    for (const { shop } of all) expected.get(shop.id)?.push(...remindersAt(shop, now))
    if (random.below(30) === 0) for (const living of all) await expectSameWait(living, now + HOUR / 2)
  }
  const seen = await Promise.all(all.map(({ shop }) => writtenIn(shop)))
  const plain = seen.map(rows => rows.map(({ message: _, at: __, state: ___, ...reminder }) => reminder))
  const sorted = (rows: Reminder[]) => rows.map(row => JSON.stringify(row)).sort()
  for (const [at, { shop }] of all.entries())
    expect(sorted(plain[at] as Reminder[]), shop.zone).toEqual(sorted(expected.get(shop.id) ?? []))
  const kinds = Map.groupBy(plain.flat(), ({ kind }) => kind)
  console.info(
    `${count.runs} runs, ${count.acts} acts: ${[...kinds].map(([kind, rows]) => `${rows.length} ${kind}`).join(', ')}`,
  )
  expect([...kinds.keys()].sort()).toEqual(['invoice_due_soon', 'invoice_overdue', 'quote_expiring'])
})
