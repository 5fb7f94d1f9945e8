// Reminders on their way out: with the headers by which mail providers offer to stop them, on their day, at a decent hour.
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { everyMinute } from '../../src/cron.ts'
import { aDebtor, clock, NOON } from '../support/reminders.ts'
import { aPostOffice } from '../support/sending.ts'

afterEach(() => {
  vi.useRealTimers()
})

const stateOf = (kind: string) =>
  env.DB.prepare('select state from messages where kind = ?').bind(kind).first<string>('state')
const MINUTE = 60_000
/** Three hours after noon by UTC, which is 11:00 in New York: 17:59 there. */
const EVENING = NOON + 7 * 60 * MINUTE - MINUTE

test('a mail provider finds how to stop them with one click (RFC 8058); other mail has no such header', async () => {
  const office = await aPostOffice()
  const { home } = await aDebtor()
  await everyMinute(office.bindings, NOON)
  const headers = (await office.accepted()).map(({ message }) => message.Headers ?? [])
  expect(headers.filter(all => all.length > 0)).toEqual([
    [
      { Name: 'List-Unsubscribe', Value: `<https://portal.test${home}/reminders/stop>` },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ],
  ])
  expect(headers.length).toBeGreaterThan(1)
})

test('one that could not leave before evening does not leave at night, nor the next morning', async () => {
  const office = await aPostOffice()
  await aDebtor()
  await everyMinute(office.bindings, EVENING - 5 * MINUTE)
  const before = (await office.accepted()).length
  clock(EVENING)
  await office.plan({ '/email/batch': ['rate'] })
  await env.DB.prepare(`update messages set state = 'queued', due_at = ? where kind = 'invoice_overdue'`)
    .bind(EVENING)
    .run()
  await everyMinute(office.bindings, EVENING)
  expect(await stateOf('invoice_overdue')).toBe('queued')
  await everyMinute(office.bindings, EVENING + 10 * MINUTE)
  expect(await stateOf('invoice_overdue')).toBe('cancelled')
  expect(await office.accepted()).toHaveLength(before)
})
