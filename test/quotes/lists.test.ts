// Lists of quotes and invoices: every document once, in one order, page by page, and the filters mean what GET says.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import { invoiceStatuses } from '../../src/invoices/rules.ts'
import { quoteStatuses } from '../../src/quotes/rules.ts'
import {
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  aSentInvoice,
  aSentQuote,
  type Business,
  created,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

type Listed = { id: string; status: string; client_id: string; updated_at: string }

/** Every page of a list, from cursor to cursor. */
async function pagesOf({ api }: Business, path: string): Promise<Listed[][]> {
  const pages: Listed[][] = []
  for (let cursor: string | null = null; pages.length < 50; ) {
    const more = cursor === null ? '' : `${path.includes('?') ? '&' : '?'}cursor=${cursor}`
    const { body } = succeeded(await api('GET', path + more))
    pages.push(body.data)
    cursor = body.next_cursor
    if (cursor === null) return pages
  }
  throw new Error('the list never ends')
}

const all = async (business: Business, path: string) => (await pagesOf(business, path)).flat()

describe.each([
  ['quotes', aQuote],
  ['invoices', anInvoice],
] as const)('GET /%s', (noun, body) => {
  test('pages by cursor: every one once, oldest first, none left over', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const ids: string[] = []
    for (let count = 0; count < 25; count++)
      ids.push(created(await business.api('POST', `/${noun}`, body(client))))
    ids.sort()
    for (const limit of [1, 7, 24, 25, 26, 100]) {
      const pages = await pagesOf(business, `/${noun}?limit=${limit}`)
      expect(pages.flat().map(({ id }) => id)).toEqual(ids)
      expect(pages.map(page => page.length).slice(0, -1)).toEqual(Array(pages.length - 1).fill(limit))
    }
    expect((await pagesOf(business, `/${noun}`)).map(page => page.length)).toEqual([20, 5])
    const [one] = await all(business, `/${noun}?limit=1`)
    expect(one).toEqual((await business.api('GET', `/${noun}/${one?.id}`)).body)
  }, 20_000)

  test('a new one while paging is found at the end, a deleted one is missed by nobody', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const make = async () => created(await business.api('POST', `/${noun}`, body(client)))
    const ids = [await make(), await make(), await make(), await make()].sort()
    const { body: first } = await business.api('GET', `/${noun}?limit=2`)
    succeeded(await business.api('DELETE', `/${noun}/${first.data[1].id}`))
    await scheduler.wait(2)
    ids.push(await make())
    const { body: rest } = await business.api('GET', `/${noun}?cursor=${first.next_cursor}`)
    expect(rest.data.map(({ id }: Listed) => id)).toEqual(ids.slice(2))
  })

  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=NaN', 'limit'],
    ['cursor=x', 'cursor'],
    ['cursor=', 'cursor'],
    [`cursor=${newId('quo', 0)}'`, 'cursor'],
    ['status=open', 'status'],
    ['status=', 'status'],
    ['client_id=x', 'client_id'],
    [`client_id=${newId('quo', 0)}`, 'client_id'],
    ['updated_since=yesterday', 'updated_since'],
    ['updated_since=2026-01-31', 'updated_since'],
    ['updated_since=2026-13-01T00:00:00Z', 'updated_since'],
    ['updated_since=2026-01-31T25:00:00Z', 'updated_since'],
  ])('?%s: 400, naming the parameter', async (query, name) => {
    const { api } = await aBusiness()
    const { status, body: problem } = await api('GET', `/${noun}?${query}`)
    expect([status, problem.code]).toEqual([400, 'malformed_query'])
    expect(problem.detail).toContain(name)
  })

  test('?updated_since: what changed then or later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
    const business = await aBusiness()
    const client = await aClient(business)
    const old = created(await business.api('POST', `/${noun}`, body(client)))
    const changed = created(await business.api('POST', `/${noun}`, body(client)))
    vi.setSystemTime('2026-06-16T12:00:00Z')
    succeeded(await business.api('PATCH', `/${noun}/${changed}`, { title: 'x' }))
    const idsSince = async (instant: string) =>
      (await all(business, `/${noun}?updated_since=${encodeURIComponent(instant)}`)).map(({ id }) => id)
    expect(await idsSince('2026-06-16T12:00:00Z')).toEqual([changed])
    expect(await idsSince('2026-06-16T14:00:00.000+02:00')).toEqual([changed])
    expect(await idsSince('2026-06-16T12:00:00.001Z')).toEqual([])
    expect(await idsSince('2026-06-15T12:00:00Z')).toEqual([old, changed].sort())
  })
})

/** Documents in every state, of two clients, looked at on a day when some have lapsed. */
async function inEveryState() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
  const business = await aBusiness()
  const [client, other] = [await aClient(business), await aClient(business)]
  const home = await portalOf(business, (await aSentQuote(business, client)) && client)
  const post = async (path: string, body: object = {}) => succeeded(await business.api('POST', path, body))
  for (const who of [client, other]) {
    created(await business.api('POST', '/quotes', aQuote(who)))
    created(await business.api('POST', '/invoices', anInvoice(who)))
    await aSentQuote(business, who, { valid_until: '2026-06-20' })
    await aSentInvoice(business, who, { due_on: '2026-06-20' })
    await aSentInvoice(business, who)
    await post(`/quotes/${await aSentQuote(business, who)}/close`)
    await post(`/quotes/${await aSentQuote(business, who)}/accept`)
    await post(`/quotes/${await aSentQuote(business, who)}/cancel`)
    for (const amount of ['1.00', '300.00'])
      await post(`/invoices/${await aSentInvoice(business, who)}/payments`, { amount, method: 'cash' })
  }
  await open(`${home}/quotes/${await aSentQuote(business, client)}`)
  vi.setSystemTime('2026-06-25T12:00:00Z')
  return { business, client }
}

test('?status and ?client_id find exactly those of which GET says so', async () => {
  const { business, client } = await inEveryState()
  for (const [noun, statuses] of [
    ['quotes', quoteStatuses],
    ['invoices', invoiceStatuses],
  ] as const) {
    const whole = await all(business, `/${noun}?limit=100`)
    const found = new Set<string>()
    for (const status of statuses) {
      const expected = whole.filter(one => one.status === status)
      expect(await all(business, `/${noun}?status=${status}&limit=3`), `${noun} ${status}`).toEqual(expected)
      const own = expected.filter(one => one.client_id === client)
      expect(await all(business, `/${noun}?status=${status}&client_id=${client}`)).toEqual(own)
      if (expected.length > 0) found.add(status)
    }
    const missing = noun === 'quotes' ? ['rejected'] : ['void']
    expect([...found].sort()).toEqual(statuses.filter(status => !missing.includes(status)).sort())
  }
}, 20_000)

test('GET /portal/:token/history/:list begins at the beginning for a cursor that is none', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  await aSentQuote(business, client)
  await aSentInvoice(business, client)
  const home = await portalOf(business, client)
  for (const list of ['quotes', 'invoices', 'accepted', 'closed', 'settled']) {
    const first = await textOf(await open(`${home}/history/${list}`))
    for (const from of ['', 'x', '1', '-', '99999999999999999999-quo_x', '1-quo_', '%00', "1' or 1=1"]) {
      const page = await textOf(await open(`${home}/history/${list}?from=${encodeURIComponent(from)}`))
      expect(page.replace(' Back to the newest', ''), `${list} ${from}`).toBe(first)
    }
  }
})
