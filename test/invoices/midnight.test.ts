// An invoice is overdue from the first millisecond after its due day, as the calendar of the business counts it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { midnights } from '../support/midnights.ts'
import { aBusiness, aClient, aSentInvoice, open, portalOf, succeeded, textOf } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const DAY = 86_400_000

async function anInvoiceDue(zone: string, due_on: string, sentAt: number) {
  vi.setSystemTime(sentAt)
  const business = await aBusiness({ timeZone: zone })
  const client = await aClient(business)
  const id = await aSentInvoice(business, client, { due_on })
  const home = await portalOf(business, client)
  const seen = async () => {
    const page = await textOf(await open(`${home}/invoices/${id}`))
    const dashboard = await textOf(await open(home))
    const { body } = await business.api('GET', `/invoices/${id}`)
    const { data } = (await business.api('GET', '/invoices?status=overdue')).body
    return {
      status: body.status,
      listed: data.length,
      banner: page.includes('Payment overdue'),
      late: page.includes('1 day late'),
      row: dashboard.includes('1 day late'),
      next: dashboard.includes('One invoice is one day overdue'),
    }
  }
  const pay = (amount: string) => business.api('POST', `/invoices/${id}/payments`, { amount, method: 'cash' })
  return { seen, pay, page: async () => textOf(await open(`${home}/invoices/${id}`)) }
}

const timely = { listed: 0, banner: false, late: false, row: false, next: false }
const overdue = { status: 'overdue', listed: 1, banner: true, late: true, row: true, next: true }

describe.each(midnights)('$zone, $day: $what', ({ zone, day, ends }) => {
  const end = Date.parse(ends)

  test('it is overdue at local midnight, on the pages and in the API, and not a millisecond before', async () => {
    const { seen, pay } = await anInvoiceDue(zone, day, end - 3 * DAY)
    vi.setSystemTime(end - 1)
    expect(await seen()).toEqual({ status: 'sent', ...timely })
    vi.setSystemTime(end)
    expect(await seen()).toEqual(overdue)
    succeeded(await pay('100.00'))
    expect(await seen()).toEqual(overdue)
    vi.setSystemTime(end - 1)
    expect(await seen()).toEqual({ status: 'partial', ...timely })
    vi.setSystemTime(end)
    succeeded(await pay('200.00'))
    expect(await seen()).toEqual({ status: 'paid', ...timely })
  })
})

test('an invoice with a due date in the past can be sent, and is overdue at once', async () => {
  const { seen, page } = await anInvoiceDue('Europe/Berlin', '2026-06-01', Date.parse('2026-06-15T12:00:00Z'))
  expect(await seen()).toMatchObject({ status: 'overdue', banner: true })
  expect(await page()).toContain('14 days late')
})

test('moving the business to another zone moves no due day that was sent', async () => {
  vi.setSystemTime('2026-06-29T12:00:00Z')
  const business = await aBusiness({ timeZone: 'Pacific/Kiritimati' })
  const client = await aClient(business)
  const id = await aSentInvoice(business, client, { due_on: '2026-06-30' })
  succeeded(await business.api('PATCH', '/business', { time_zone: 'Pacific/Pago_Pago' }))
  vi.setSystemTime('2026-06-30T09:59:59.999Z')
  expect((await business.api('GET', `/invoices/${id}`)).body.status).toBe('sent')
  vi.setSystemTime('2026-06-30T10:00:00.000Z')
  expect((await business.api('GET', `/invoices/${id}`)).body.status).toBe('overdue')
  const dashboard = await textOf(await open(await portalOf(business, client)))
  expect(dashboard).toContain('1 day late')
  expect(dashboard).not.toContain('0 days')
  expect(dashboard).not.toContain('no days')
})
