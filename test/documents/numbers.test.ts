// Numbers: without a gap and without a repeat, whoever sends at once, and in the business’s own year.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { numberText } from '../../src/documents/numbers.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  aSentQuote,
  type Business,
  created,
  succeeded,
} from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()
const counters = async () =>
  (await env.DB.prepare('select kind, year, last from number_counters order by kind, year').all()).results

async function drafts(
  { api }: Business,
  client: string,
  count: number,
  noun: 'quotes' | 'invoices' = 'quotes',
) {
  const body = noun === 'quotes' ? aQuote(client) : anInvoice(client)
  const answers = await Promise.all(Array.from({ length: count }, () => api('POST', `/${noun}`, body)))
  return answers.map(created)
}

const upTo = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}-2026-${String(at + 1).padStart(4, '0')}`)

const numberOf = async ({ api }: Business, path: string) => (await api('GET', path)).body.number

describe('50 first sendings at once', () => {
  test('of quotes to one client: Q-2026-0001 to Q-2026-0050, no gap, no repeat, all 200', async () => {
    const business = await aBusiness()
    const ids = await drafts(business, await aClient(business), 50)
    const answers = await Promise.all(ids.map(id => business.api('POST', `/quotes/${id}/send`)))
    expect(answers.map(codeOf)).toEqual(Array(50).fill('200'))
    expect(answers.map(({ body }) => body.number).sort()).toEqual(upTo('Q', 50))
    expect(await counters()).toEqual([{ kind: 'quote', year: 2026, last: 50 }])
    expect(await env.DB.prepare('select count(*) as links from portal_links').first('links')).toBe(1)
    expect(await env.DB.prepare('select count(distinct event) as sent from messages').first('sent')).toBe(50)
  }, 60_000)

  test('of quotes and invoices to many clients: each counts apart', async () => {
    const business = await aBusiness()
    const clients = await Promise.all(Array.from({ length: 5 }, () => aClient(business)))
    const quotes = (await Promise.all(clients.map(client => drafts(business, client, 5)))).flat()
    const invoices = (
      await Promise.all(clients.map(client => drafts(business, client, 5, 'invoices')))
    ).flat()
    const answers = await Promise.all([
      ...quotes.map(id => business.api('POST', `/quotes/${id}/send`)),
      ...invoices.map(id => business.api('POST', `/invoices/${id}/send`)),
    ])
    expect(answers.map(codeOf)).toEqual(Array(50).fill('200'))
    const numbers = answers.map(({ body }) => body.number as string).sort()
    expect(numbers).toEqual([...upTo('INV', 25), ...upTo('Q', 25)])
  }, 60_000)
})

test('a number is given by sending, not by drafting: a deleted draft leaves no gap', async () => {
  const business = await aBusiness()
  const [one = '', two = '', three = ''] = await drafts(business, await aClient(business), 3)
  expect(await numberOf(business, `/quotes/${one}`)).toBeNull()
  succeeded(await business.api('DELETE', `/quotes/${two}`))
  succeeded(await business.api('POST', `/quotes/${three}/send`))
  succeeded(await business.api('POST', `/quotes/${one}/send`))
  expect(await numberOf(business, `/quotes/${three}`)).toBe('Q-2026-0001')
  expect(await numberOf(business, `/quotes/${one}`)).toBe('Q-2026-0002')
})

test('a sending that is refused uses no number up', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  await aSentQuote(business, client)
  const [refused = ''] = await drafts(business, client, 1)
  succeeded(await business.api('DELETE', `/clients/${client}/link`))
  expect(codeOf(await business.api('POST', `/quotes/${refused}/send`))).toBe('409 link_revoked')
  expect(await counters()).toEqual([{ kind: 'quote', year: 2026, last: 1 }])
})

test('a quote keeps its number for life: cancelled, sent again, in another year too', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const id = await aSentQuote(business, client)
  vi.setSystemTime('2027-06-15T12:00:00Z')
  succeeded(await business.api('POST', `/quotes/${id}/cancel`))
  expect(succeeded(await business.api('POST', `/quotes/${id}/send`)).body.number).toBe('Q-2026-0001')
  expect(await counters()).toEqual([{ kind: 'quote', year: 2026, last: 1 }])
})

describe('the year is that of the business’s calendar', () => {
  test.each([
    ['America/New_York', '2027-01-01T04:59:59.999Z', 'Q-2026-0001', 'Q-2027-0001'],
    ['Europe/Berlin', '2026-12-31T22:59:59.999Z', 'Q-2026-0001', 'Q-2027-0001'],
    ['Pacific/Kiritimati', '2026-12-31T09:59:59.999Z', 'Q-2026-0001', 'Q-2027-0001'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:59.999Z', 'Q-2026-0001', 'Q-2027-0001'],
    ['Asia/Kolkata', '2026-12-31T18:29:59.999Z', 'Q-2026-0001', 'Q-2027-0001'],
  ])('in %s the year changes after %s', async (timeZone, last, before, after) => {
    vi.setSystemTime(last)
    const business = await aBusiness({ timeZone })
    const client = await aClient(business)
    expect(await numberOf(business, `/quotes/${await aSentQuote(business, client)}`)).toBe(before)
    vi.setSystemTime(Date.parse(last) + 1)
    expect(await numberOf(business, `/quotes/${await aSentQuote(business, client)}`)).toBe(after)
    expect((await counters()).map(({ year }) => year)).toEqual([2026, 2027])
  })
})

test('after 9,999 the number grows by a digit', async () => {
  const business = await aBusiness()
  await env.DB.prepare("insert into number_counters values (?, 'quote', 2026, 9998, 0)")
    .bind(business.id)
    .run()
  const client = await aClient(business)
  const sent = [await aSentQuote(business, client), await aSentQuote(business, client)]
  expect(await Promise.all(sent.map(id => numberOf(business, `/quotes/${id}`)))).toEqual([
    'Q-2026-9999',
    'Q-2026-10000',
  ])
  expect(numberText({ kind: 'invoice', year: 2026 }, 123_456)).toBe('INV-2026-123456')
})

test('the database itself refuses a counter that jumps, falls or goes', async () => {
  const business = await aBusiness()
  await aSentQuote(business, await aClient(business))
  for (const [sql, reason] of [
    ['update number_counters set last = 7, previous = 5', 'number_moved'],
    ['update number_counters set last = 1, previous = 1', 'CHECK'],
    ['update number_counters set last = 2, previous = 1, year = 2027', 'number_moved'],
    ['delete from number_counters', 'append_only'],
  ] as const) {
    await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow(reason)
  }
})
