// When it was signed: the server’s clock in UTC and in the business’s zone, right on both sides of daylight saving.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accept, asked } from '../support/answers.ts'
import { aBusiness, open, request, succeeded, textOf } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const instants: [zone: string, utc: string, local: string][] = [
  ['America/New_York', '2026-03-08T06:59:59.999Z', '2026-03-08T01:59:59-05:00'],
  ['America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08T03:00:00-04:00'],
  ['America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-01T01:30:00-04:00'],
  ['America/New_York', '2026-11-01T06:30:00.000Z', '2026-11-01T01:30:00-05:00'],
  ['Europe/Berlin', '2026-10-25T00:59:00.000Z', '2026-10-25T02:59:00+02:00'],
  ['Europe/Berlin', '2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00+01:00'],
  ['Australia/Lord_Howe', '2026-04-04T14:59:00.000Z', '2026-04-05T01:59:00+11:00'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z', '2026-04-05T01:30:00+10:30'],
  ['Asia/Kathmandu', '2026-06-15T12:00:00.000Z', '2026-06-15T17:45:00+05:45'],
  ['Pacific/Kiritimati', '2026-12-31T12:00:00.000Z', '2027-01-01T02:00:00+14:00'],
  ['America/St_Johns', '2026-06-15T12:00:00.000Z', '2026-06-15T09:30:00-02:30'],
  ['UTC', '2026-06-15T00:00:00.000Z', '2026-06-15T00:00:00+00:00'],
]

test('signed_at is the same instant in UTC and on the clocks of the business’s zone', async () => {
  for (const [zone, utc, local] of instants) {
    vi.setSystemTime(Date.parse(utc) - 60_000)
    const one = await asked({ business: await aBusiness({ timeZone: zone }) })
    vi.setSystemTime(utc)
    expect((await accept(one)).status).toBe(303)
    const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
    expect(record.signed_at, `${zone} ${utc}`).toEqual({ utc, local, time_zone: zone })
    expect(Math.floor(Date.parse(local) / 1000)).toBe(Math.floor(Date.parse(utc) / 1000))
    const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
    expect(decision.at).toBe(utc)
  }
})

test('the zone is the one that was frozen with the quote, wherever the business has moved since', async () => {
  vi.setSystemTime('2026-06-15T12:00:00Z')
  const one = await asked()
  succeeded(await one.business.api('PATCH', '/business', { time_zone: 'Asia/Tokyo' }))
  await accept(one)
  const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
  expect(record.signed_at).toEqual({
    ...{ utc: '2026-06-15T12:00:00.000Z', local: '2026-06-15T08:00:00-04:00', time_zone: 'America/New_York' },
  })
  expect(await textOf(await open(`${one.at}/receipt`))).toMatch(/signed on Jun 15, 2026, 8:00.AM EDT/)
})
