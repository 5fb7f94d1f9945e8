// At a decent hour: minute by minute through days on which the clocks change, and what a change of zone or settings does.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addDays, dateIn, rfc3339In, startOfHour } from '../../src/core/clock.ts'
import { aDebtor, brief, clock, DAY, daysFrom, NOON, remind } from '../support/reminders.ts'
import { aBusiness, aClient, aSentInvoice, succeeded } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const MINUTE = 60_000

const sentAt = async () =>
  (
    await env.DB.prepare(
      `select created_at at from messages where kind = 'invoice_overdue' order by at`,
    ).all<{
      at: number
    }>()
  ).results.map(({ at }) => at)

const zones: [zone: string, change: string][] = [
  ['America/New_York', '2026-03-08'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Asia/Kolkata', '2026-06-10'],
  ['Pacific/Kiritimati', '2026-06-10'],
]

test.each(zones)(
  '%s, around %s: each reminder at nine in the morning to the minute',
  async (zone, change) => {
    const start = startOfHour(addDays(change, -1), 0, zone)
    clock(start - 3 * DAY)
    const business = await aBusiness({ timeZone: zone })
    for (const due of [-3, -2, -1])
      await aSentInvoice(business, await aClient(business), { due_on: addDays(change, due) })
    // Around the clock by the half hour, and by the minute around nine.
    for (let now = start; now < start + 2.5 * DAY; now += MINUTE) {
      const [hour = 0, minute = 0] = rfc3339In(zone, now).slice(11, 16).split(':').map(Number)
      if (minute % 30 === 0 || Math.abs(hour * 60 + minute - 540) <= 2) await remind(now)
    }
    const shown = (await sentAt()).map(at => rfc3339In(zone, at).slice(0, 16))
    expect(shown).toEqual([-1, -1, 0].map(day => `${addDays(change, day)}T09:00`))
  },
)

describe('the hours', () => {
  const at = (local: string) => Date.parse(`2026-06-04T${local}:00-04:00`)

  test.each([
    ['08:59', []],
    ['09:00', ['2026-06-04 invoice_overdue 1']],
    ['17:59', ['2026-06-04 invoice_overdue 1']],
    ['18:00', []],
    ['23:59', []],
  ])('at %s: %o', async (local, expected) => {
    await aDebtor()
    await remind(at(local))
    expect(await brief()).toEqual(expected)
  })

  test('what was missed until six waits for the next morning', async () => {
    await aDebtor()
    for (const local of ['18:00', '21:30']) await remind(at(local))
    await remind(at('09:00') + DAY - 1)
    expect(await brief()).toEqual([])
    await remind(at('09:00') + DAY)
    expect(await brief()).toEqual(['2026-06-05 invoice_overdue 1'])
  })

  test('a job that was down for days catches up within the step’s days, and drops what is older', async () => {
    await aDebtor()
    await remind(NOON + 4 * DAY)
    expect(await brief()).toEqual(['2026-06-08 invoice_overdue 1'])
    await remind(NOON + 30 * DAY)
    expect(await brief()).toEqual(['2026-06-08 invoice_overdue 1'])
  })
})

describe('a change', () => {
  const patch = async ({ business }: Awaited<ReturnType<typeof aDebtor>>, change: object) =>
    succeeded(await business.api('PATCH', '/business', change))

  test('of settings is looked at in the next minute, and brings no second reminder on that day', async () => {
    const debtor = await aDebtor()
    clock(NOON)
    await aSentInvoice(debtor.business, debtor.client, { due_on: daysFrom(NOON, 5) })
    await remind(NOON)
    const all = { enabled: true, quote_days_before: [], invoice_days_before: [4, 5], invoice_days_after: [1] }
    await patch(debtor, { reminders: all })
    await remind(NOON + MINUTE)
    expect(await brief()).toEqual(['2026-06-04 invoice_overdue 1'])
    await remind(NOON + DAY)
    expect(await brief()).toEqual(['2026-06-04 invoice_overdue 1', '2026-06-05 invoice_due_soon -4'])
  })

  test('to off ends them, also for what waits; to on begins in the next minute', async () => {
    const debtor = await aDebtor()
    const on = { enabled: true, quote_days_before: [3], invoice_days_before: [], invoice_days_after: [1] }
    await patch(debtor, { reminders: { ...on, enabled: false } })
    for (let day = 0; day < 3; day++) await remind(NOON + day * DAY)
    expect(await brief()).toEqual([])
    await patch(debtor, { reminders: on })
    await remind(NOON + 2 * DAY + MINUTE)
    expect(await brief()).toEqual(['2026-06-06 invoice_overdue 1'])
  })

  // Two invoices are open for the client, so that there would be something to remind of.
  test.each([
    'Pacific/Pago_Pago',
    'America/Los_Angeles',
    'Europe/Berlin',
    'Pacific/Kiritimati',
    'Asia/Kolkata',
  ])('of zone to %s brings no second reminder on the same day, nor within twelve hours', async zone => {
    const debtor = await aDebtor()
    clock(NOON - 5 * DAY)
    await aSentInvoice(debtor.business, debtor.client, { due_on: daysFrom(NOON, -3) })
    await remind(NOON)
    await patch(debtor, { time_zone: zone })
    for (let now = NOON; now < NOON + 2 * DAY; now += 60 * MINUTE) await remind(now)
    const [first = 0, second = 0, ...others] = await sentAt()
    expect(others).toEqual([])
    expect(second - first).toBeGreaterThanOrEqual(12 * 3_600_000)
    expect(dateIn(zone, second)).not.toBe(dateIn(zone, first))
  })
})
