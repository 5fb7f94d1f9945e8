// A quote is valid until the last millisecond of its last day, as the calendar of the business counts it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { midnights } from '../support/midnights.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  aQuote,
  aSentQuote,
  created,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const DAY = 86_400_000
const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? body?.status}`

test('the days are in at least five zones, and both changes of the clock are among them', () => {
  expect(new Set(midnights.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(5)
  expect(midnights.filter(({ what }) => /23 hours|25 hours/.test(what)).length).toBeGreaterThanOrEqual(4)
})

describe.each(midnights)('$zone, $day: $what', ({ zone, day, ends }) => {
  const end = Date.parse(ends)

  test('it expires at local midnight, on the page and in the API, and not a millisecond before', async () => {
    vi.setSystemTime(end - 3 * DAY)
    const business = await aBusiness({ timeZone: zone })
    const client = await aClient(business)
    const id = await aSentQuote(business, client, { valid_until: day })
    const home = await portalOf(business, client)
    const seen = async () => {
      const page = await textOf(await open(`${home}/quotes/${id}`))
      const dashboard = await textOf(await open(home))
      const { body } = await business.api('GET', `/quotes/${id}`)
      const listed = (await business.api('GET', '/quotes?status=expired')).body.data.length
      return {
        status: body.status,
        listed,
        ends: body.expires_at,
        banner: page.includes('This quote was valid until'),
        answer: page.includes('Your answer'),
        lastDay: page.includes('last day today'),
        waits: !dashboard.includes('No quotes are waiting for you.'),
      }
    }
    vi.setSystemTime(end - 1)
    const valid = { status: 'sent', listed: 0, ends, banner: false, answer: true, lastDay: true, waits: true }
    expect(await seen()).toEqual({ ...valid, status: 'viewed' })
    vi.setSystemTime(end)
    const over = {
      status: 'expired',
      listed: 1,
      ends,
      banner: true,
      answer: false,
      lastDay: false,
      waits: false,
    }
    expect(await seen()).toEqual(over)
  })

  test('what is valid today can be sent until the day’s last millisecond, and then no more', async () => {
    vi.setSystemTime(end - 1)
    const business = await aBusiness({ timeZone: zone })
    const client = await aClient(business)
    const [one, other] = [
      created(await business.api('POST', '/quotes', aQuote(client, { valid_until: day }))),
      created(await business.api('POST', '/quotes', aQuote(client, { valid_until: day }))),
    ]
    expect(codeOf(await business.api('POST', `/quotes/${one}/send`))).toBe('200 sent')
    vi.setSystemTime(end)
    expect(codeOf(await business.api('POST', `/quotes/${other}/send`))).toBe('409 quote_past_validity')
    expect(codeOf(await business.api('POST', `/quotes/${one}/accept`, {}))).toBe('409 quote_expired')
    expect(codeOf(await business.api('POST', `/quotes/${one}/close`, {}))).toBe('409 quote_not_closable')
  })
})

test('an acceptance is taken until the last millisecond', async () => {
  vi.setSystemTime('2026-06-15T12:00:00Z')
  const business = await aBusiness({ timeZone: 'Asia/Kolkata' })
  const id = await aSentQuote(business, await aClient(business), { valid_until: '2026-06-30' })
  vi.setSystemTime('2026-06-30T18:29:59.999Z')
  expect(codeOf(await business.api('POST', `/quotes/${id}/accept`, {}))).toBe('200 accepted')
})

test('moving the business to another zone moves no quote that was sent', async () => {
  vi.setSystemTime('2026-06-29T12:00:00Z')
  const business = await aBusiness({ timeZone: 'Pacific/Kiritimati' })
  const id = await aSentQuote(business, await aClient(business), { valid_until: '2026-06-30' })
  succeeded(await business.api('PATCH', '/business', { time_zone: 'Pacific/Pago_Pago' }))
  vi.setSystemTime('2026-06-30T09:59:59.999Z')
  expect((await business.api('GET', `/quotes/${id}`)).body.status).toBe('sent')
  vi.setSystemTime('2026-06-30T10:00:00.000Z')
  expect((await business.api('GET', `/quotes/${id}`)).body.status).toBe('expired')
})

test('page and dashboard agree on a quote’s last day, also where the business has moved since', async () => {
  vi.setSystemTime('2026-06-29T12:00:00Z')
  const business = await aBusiness({ timeZone: 'Pacific/Pago_Pago' })
  const client = await aClient(business)
  const id = await aSentQuote(business, client, { valid_until: '2026-06-30' })
  const home = await portalOf(business, client)
  succeeded(await business.api('PATCH', '/business', { time_zone: 'Pacific/Kiritimati' }))
  vi.setSystemTime('2026-07-01T10:59:59.999Z')
  expect(await textOf(await open(`${home}/quotes/${id}`))).toContain('last day today')
  expect(await textOf(await open(home))).toContain('last day today')
})

test('a quote that lapsed, cancelled and given another day, is sent again', async () => {
  vi.setSystemTime('2026-06-15T12:00:00Z')
  const business = await aBusiness()
  const id = await aSentQuote(business, await aClient(business), { valid_until: '2026-06-15' })
  vi.setSystemTime('2026-06-16T12:00:00Z')
  succeeded(await business.api('POST', `/quotes/${id}/cancel`))
  expect(codeOf(await business.api('POST', `/quotes/${id}/send`))).toBe('409 quote_past_validity')
  succeeded(await business.api('PATCH', `/quotes/${id}`, { valid_until: '2026-06-16' }))
  const { body } = succeeded(await business.api('POST', `/quotes/${id}/send`))
  expect(body).toMatchObject({ status: 'sent', revision: 2, expires_at: '2026-06-17T04:00:00.000Z' })
})
