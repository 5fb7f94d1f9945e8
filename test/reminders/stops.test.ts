// What ends reminders: nothing is written from then on, and what waits in the outbox from before does not leave.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { first } from '../../src/core/db.ts'
import { overtakenMessage } from '../../src/mail/store/overtaken.ts'
import { declined, posted, signed } from '../support/portal.ts'
import {
  aDebtor,
  aWaiting,
  brief,
  clock,
  DAY,
  type Debtor,
  daysFrom,
  NOON,
  remind,
  type Waiting,
  written,
} from '../support/reminders.ts'
import { aBusiness, aSentInvoice, aSentQuote, succeeded } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const call = async (of: Debtor | Waiting, method: string, path: string, body?: object) =>
  void succeeded(await of.business.api(method, path, body))

const patch = (change: object) => (of: Debtor | Waiting) => call(of, 'PATCH', '/business', change)
const pay = (amount: string) => (of: Debtor) =>
  call(of, 'POST', `/invoices/${of.invoice}/payments`, { amount, method: 'check' })
const act = (name: string, body?: object) => (of: Waiting) =>
  call(of, 'POST', `/quotes/${of.quote}/${name}`, body)
const led = async (response: Promise<Response>) => expect((await response).status).toBe(303)

/** As Postmark reports it of some message that this client had. */
const reported =
  (kind: string, address = 'dana@example.com', at = NOON) =>
  async ({ client }: Debtor | Waiting) => {
    const sql = `insert into delivery_reports (message_id, round, recipient, kind, at, business_id)
      select id, 1, ?2, ?3, ?4, business_id from messages where client_id = ?1 order by id limit 1`
    await env.DB.prepare(sql).bind(client, address, kind, at).run()
  }

const off = { enabled: false, quote_days_before: [3], invoice_days_before: [], invoice_days_after: [1, 7] }
const stopped = (of: Debtor | Waiting) => led(posted(`${of.home}/reminders/stop`, {}))
const deleted = (of: Debtor | Waiting) => call(of, 'DELETE', `/clients/${of.client}`)
const revoked = (of: Debtor | Waiting) => call(of, 'DELETE', `/clients/${of.client}/link`)

type Stop<Of> = [what: string, happens: (of: Of) => Promise<unknown>]

const ofBoth: Stop<Debtor | Waiting>[] = [
  ['the client stops reminders', stopped],
  ['the client is deleted', deleted],
  ['its link is revoked', revoked],
  ['its address bounced', reported('bounced')],
  ['it complained', reported('complained')],
  ['its address is suppressed', reported('suppressed')],
  ['the address in other capitals bounced', reported('bounced', 'DANA@example.COM')],
  ['the business switches reminders off', patch({ reminders: off })],
]

const ofInvoices: Stop<Debtor>[] = [
  ...ofBoth,
  ['it is paid in full', pay('300.00')],
  ['it is overpaid', pay('500.00')],
  ['it is cancelled', of => call(of, 'POST', `/invoices/${of.invoice}/void`)],
]

const ofQuotes: Stop<Waiting>[] = [
  ...ofBoth,
  ['it is signed', of => led(signed(`${of.home}/quotes/${of.quote}`))],
  ['it is declined', of => led(declined(`${of.home}/quotes/${of.quote}`))],
  ['the business records its acceptance', act('accept', {})],
  ['it is closed', act('close')],
  ['it is withdrawn', act('cancel')],
]

const mayLeave = async (now: number): Promise<string[]> => {
  const rows = await written()
  const states = await Promise.all(
    rows.map(async ({ id, state }) => {
      const row = await env.DB.prepare('select business_id from messages where id = ?')
        .bind(id)
        .first('business_id')
      const overtaken = await first(env.DB, overtakenMessage({ businessId: String(row), id, now }))
      return state === 'queued' && overtaken === undefined ? id : null
    }),
  )
  return states.filter(id => id !== null)
}

/** The days on which a step begins, or ends, and one between. */
const days = { invoice: [0, 1, 5, 6, 13, 19, 20], quote: [0, 1, 2, 3] }

const forDays = async (from: number, all: readonly number[]) => {
  for (const day of all) await remind(from + day * DAY)
}

const steps = [
  '2026-06-04 invoice_overdue 1',
  '2026-06-10 invoice_overdue 7',
  '2026-06-17 invoice_overdue 14',
]

test('of an invoice, while nothing happens, all steps come', async () => {
  await aDebtor()
  await forDays(NOON, days.invoice)
  expect(await brief()).toEqual(steps)
})

test.each(ofInvoices)(
  'of an invoice: %s: what waits does not leave, and none follows',
  async (_, happens) => {
    const of = await aDebtor()
    await remind(NOON)
    expect(await mayLeave(NOON)).toHaveLength(1)
    await happens(of)
    expect(await mayLeave(NOON + 1)).toEqual([])
    await forDays(NOON, days.invoice)
    expect(await brief()).toEqual(steps.slice(0, 1))
  },
)

describe('of a quote', () => {
  const both = ['2026-06-04 quote_expiring -3', '2026-06-05 quote_expiring -1']
  const twice = { enabled: true, quote_days_before: [3, 1], invoice_days_before: [], invoice_days_after: [] }
  const aQuoteOf = async () => aWaiting(await aBusiness({ reminders: JSON.stringify(twice) }))

  test('while nothing happens, all steps come', async () => {
    await aQuoteOf()
    await forDays(NOON, days.quote)
    expect(await brief()).toEqual(both)
  })

  test.each(ofQuotes)('%s: what waits does not leave, and none follows', async (_, happens) => {
    const of = await aQuoteOf()
    await remind(NOON)
    expect(await mayLeave(NOON)).toHaveLength(1)
    await happens(of)
    expect(await mayLeave(NOON + 1)).toEqual([])
    await forDays(NOON, days.quote)
    expect(await brief()).toEqual(both.slice(0, 1))
  })

  test('it expires: a reminder that was held up until then does not leave', async () => {
    const of = await aWaiting()
    clock(NOON - 8 * DAY)
    await aSentQuote(of.business, of.client, { valid_until: daysFrom(NOON, 0) })
    await act('close')(of)
    await remind(NOON)
    expect(await brief()).toEqual(['2026-06-04 quote_expiring -3'])
    const midnight = Date.parse('2026-06-05T04:00:00Z')
    expect(await mayLeave(midnight - 1)).toHaveLength(1)
    expect(await mayLeave(midnight)).toEqual([])
  })
})

describe('what waits', () => {
  test('leaves within a day, and not after it', async () => {
    await aDebtor()
    await remind(NOON)
    expect(await mayLeave(NOON + DAY - 1)).toHaveLength(1)
    expect(await mayLeave(NOON + DAY)).toEqual([])
  })

  test('as due soon does not leave once it is overdue', async () => {
    const { business, client } = await aDebtor()
    clock(NOON - 5 * DAY)
    const due = await aSentInvoice(business, client, { due_on: daysFrom(NOON, 0) })
    await call({ business, client, home: '', invoice: due }, 'PATCH', '/business', {
      reminders: { enabled: true, quote_days_before: [], invoice_days_before: [3], invoice_days_after: [60] },
    })
    await remind(NOON)
    expect(await brief()).toEqual(['2026-06-04 invoice_due_soon -3'])
    const midnight = Date.parse('2026-06-05T04:00:00Z')
    expect(await mayLeave(midnight - 1)).toHaveLength(1)
    expect(await mayLeave(midnight)).toEqual([])
  })

  test('after a part payment goes on: the balance is owed', async () => {
    const of = await aDebtor()
    await pay('100.00')(of)
    await remind(NOON)
    await pay('100.00')(of)
    expect(await mayLeave(NOON + 1)).toHaveLength(1)
  })

  test('of a quote that was taken back and sent anew is about the old one: it is cancelled, and the new one has its own steps', async () => {
    const of = await aWaiting()
    await remind(NOON)
    await act('cancel')(of)
    await act('send')(of)
    expect(await mayLeave(NOON + 1)).toEqual([])
    // Sent two days before its end, behind the step's day.
    await forDays(NOON + DAY, days.quote)
    expect(await brief()).toEqual(['2026-06-04 quote_expiring -3'])
  })

  test('and failed is not tried again by hand once it is overtaken: 409, and why', async () => {
    const of = await aDebtor()
    await remind(NOON)
    const [{ id = '' } = {}] = await written()
    await env.DB.prepare(`update messages set state = 'failed', ended_at = ? where id = ?`)
      .bind(NOON, id)
      .run()
    const retry = () => of.business.api('POST', `/messages/${id}/retry`)
    await pay('300.00')(of)
    const refused = await retry()
    expect([refused.status, refused.body.code]).toEqual([409, 'message_not_retryable'])
    expect(refused.body.detail).toContain('settled')
    const [{ state } = {}] = await written()
    expect(state).toBe('failed')
  })
})

describe('what begins again', () => {
  test('reminders that the client turns on again', async () => {
    const of = await aDebtor()
    await stopped(of)
    await forDays(NOON, [0, 1])
    await led(posted(`${of.home}/reminders/start`, {}))
    await remind(NOON + 2 * DAY)
    expect(await brief()).toEqual(['2026-06-06 invoice_overdue 1'])
  })

  test('an address to which something was delivered since, and another address', async () => {
    const [back, moved] = [await aDebtor(), await aDebtor()]
    for (const of of [back, moved]) await reported('bounced')(of)
    await remind(NOON)
    expect(await brief()).toEqual([])
    await reported('delivered', 'dana@example.com', NOON + 1)(back)
    await call(moved, 'PATCH', `/clients/${moved.client}`, { email: 'dana@example.org' })
    await remind(NOON + DAY)
    expect((await written()).map(({ recipients }) => recipients).sort()).toEqual([
      '["dana@example.com"]',
      '["dana@example.org"]',
    ])
  })

  test('a new link that its business makes; none is made for a reminder', async () => {
    const of = await aDebtor()
    await revoked(of)
    await remind(NOON)
    const links = 'select count(*) n from portal_links'
    expect(await env.DB.prepare(links).first('n')).toBe(1)
    await call(of, 'POST', `/clients/${of.client}/link/rotate`)
    await remind(NOON + DAY)
    expect(await brief()).toEqual(['2026-06-05 invoice_overdue 1'])
  })

  test('a payment that was taken back', async () => {
    const of = await aDebtor()
    await pay('300.00')(of)
    await remind(NOON)
    const { body } = await of.business.api('GET', `/invoices/${of.invoice}/payments`)
    await call(of, 'POST', `/payments/${body.data[0].id}/reverse`)
    await remind(NOON + DAY)
    expect(await brief()).toEqual(['2026-06-05 invoice_overdue 1'])
  })
})

test('of several that are open the most urgent comes, one a day, the others on the next days', async () => {
  const of = await aDebtor()
  clock(NOON - 9 * DAY)
  const older = await aSentInvoice(of.business, of.client, { due_on: daysFrom(NOON, -2) })
  const soon = await aSentInvoice(of.business, of.client, { due_on: daysFrom(NOON, 3) })
  const later = await aSentQuote(of.business, of.client, { valid_until: daysFrom(NOON, 3) })
  const sooner = await aSentQuote(of.business, of.client, { valid_until: daysFrom(NOON, 2) })
  for (let day = 0; day < 6; day++) {
    await remind(NOON + day * DAY)
    await remind(NOON + day * DAY + 3_600_000)
  }
  expect((await written()).map(({ document, day, step }) => [document, day, step])).toEqual([
    [older, '2026-06-04', 1],
    [of.invoice, '2026-06-05', 1],
    [sooner, '2026-06-06', -3],
    [later, '2026-06-07', -3],
    // That it is due soon was pushed aside for three days; now it is overdue.
    [soon, '2026-06-08', 1],
    [older, '2026-06-09', 7],
  ])
})
