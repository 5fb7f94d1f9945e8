// What a request costs, counted: trips to D1, calls to KV, rows read, bytes sent.

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { mintToken } from '../src/access/token.ts'
import { configOf } from '../src/core/config.ts'
import { addAccepted, addPaid, type Whose } from './support/history.ts'
import { type Call, type Hold, type Seen, seen } from './support/watch.ts'
import {
  aBusiness,
  aClient,
  aSentInvoice,
  aSentQuote,
  type Business,
  navigation,
  portalOf,
  succeeded,
} from './support/world.ts'

let business: Business
let client: string
let portal: string
let paths: Record<string, string>
beforeEach(async () => {
  business = await aBusiness({ colour: '#0f5c4d' })
  client = await aClient(business)
  const quote = await aSentQuote(business, client)
  const invoice = await aSentInvoice(business, client)
  portal = await portalOf(business, client)
  paths = { quote: `/quotes/${quote}`, invoice: `/invoices/${invoice}` }
})

const asked = (calls: Call[], of: 'D1' | 'KV') =>
  calls.filter(({ what }) => what.startsWith(of)).map(call => call.what)
const callOf = (calls: Call[], what: string) => calls.find(call => call.what === what)
const allOf = ({ onTheWay, after }: Seen) => [...onTheWay, ...after]

describe('a refused token', () => {
  test('with a wrong checksum: nothing is asked at all', async () => {
    const wrong = portal.slice(0, -1) + (portal.endsWith('0') ? '1' : '0')
    const answer = await seen(wrong, { headers: navigation })
    expect(answer.response.status).toBe(404)
    expect(allOf(answer)).toEqual([])
  })

  test('that is well-formed and unknown: one trip to D1, and nothing is written', async () => {
    const answer = await seen(`/portal/${await mintToken(configOf(env))}`, { headers: navigation })
    expect(answer.response.status).toBe(404)
    expect(asked(allOf(answer), 'D1')).toEqual(['D1 batch'])
    expect(asked(allOf(answer), 'KV')).toEqual(['KV get'])
  })

  test('that was revoked: the same, with KV still holding its entry', async () => {
    await seen(portal)
    const known = await kvEntries()
    succeeded(await business.api('DELETE', `/clients/${client}/link`))
    for (const [key, value] of known) await env.KV.put(key, value)
    const answer = await seen(portal, { headers: navigation })
    expect(answer.response.status).toBe(404)
    expect(asked(allOf(answer), 'D1')).toEqual(['D1 batch'])
    expect(asked(allOf(answer), 'KV')).toEqual(['KV get'])
  })

  const kvEntries = async () => {
    const { keys } = await env.KV.list()
    expect(keys).toHaveLength(1)
    return Promise.all(keys.map(async ({ name }) => [name, (await env.KV.get(name)) ?? ''] as const))
  }
})

describe('a page', () => {
  /** Only the first answer of D1 comes; every other, and all of KV’s, are held until the response is here. */
  const allButTheFirst: Hold = ({ what, nth }) => what !== 'D1 batch' || nth > 0
  const pages: [string, number, () => string][] = [
    ['the dashboard', 200, () => ''],
    ['a quote', 200, () => paths.quote ?? ''],
    ['an invoice', 200, () => paths.invoice ?? ''],
    ['a list', 200, () => '/history/accepted'],
    ['a later page of a list', 200, () => `/history/settled?from=1-inv_${'0'.repeat(26)}`],
    ['a quote that is not there', 404, () => `/quotes/quo_${'0'.repeat(26)}`],
    ['an id that is none', 404, () => '/invoices/x'],
    ['a list that is none', 404, () => '/history/x'],
    ['a path that leads nowhere', 404, () => '/nowhere'],
  ]

  test.each(pages)(
    '%s (%i) waits for one trip to D1 and never for KV, which has nothing',
    async (_, status, path) => {
      const answer = await seen(portal + path(), { headers: navigation }, allButTheFirst)
      expect(answer.response.status).toBe(status)
      expect(answer.onTheWay.map(call => call.what)).toEqual(['D1 batch'])
      expect(asked(answer.after, 'KV')).toEqual(['KV get', 'KV put'])
    },
  )

  test.each(pages)(
    '%s (%i) the same, with KV knowing the link; nothing is written to it',
    async (_, status, path) => {
      await seen(portal)
      const answer = await seen(portal + path(), { headers: navigation }, allButTheFirst)
      expect(answer.response.status).toBe(status)
      expect(answer.onTheWay.map(call => call.what)).toEqual(['D1 batch'])
      expect(asked(answer.after, 'KV')).toEqual(['KV get'])
    },
  )

  test('asks KV before D1 has answered', async () => {
    const calls = allOf(await seen(portal))
    expect(callOf(calls, 'KV get')?.asked).toBeLessThan(callOf(calls, 'D1 batch')?.answered ?? -1)
  })

  test('notes in one write that its link was used, and not again at once', async () => {
    const first = await seen(portal, {}, allButTheFirst)
    expect(asked(first.after, 'D1')).toEqual(['D1 batch'])
    expect(first.after.flatMap(call => call.sql)).toEqual([expect.stringContaining('last_used_at')])
    expect(asked(allOf(await seen(portal)), 'D1')).toEqual(['D1 batch'])
  })

  test('a person’s first opening of a quote is written after the page, in one batch', async () => {
    await seen(portal)
    const page = portal + paths.quote
    const first = await seen(page, { headers: navigation }, allButTheFirst)
    expect(asked(first.onTheWay, 'D1')).toEqual(['D1 batch'])
    expect(asked(first.after, 'D1')).toEqual(['D1 batch'])
    expect(asked(allOf(await seen(page, { headers: navigation })), 'D1')).toEqual(['D1 batch'])
  })
})

describe('the reference page', () => {
  const rowsRead = async () => {
    const { response, onTheWay } = await seen(portal)
    expect(response.status).toBe(200)
    return onTheWay.find(call => call.what === 'D1 batch')?.rowsRead ?? Number.NaN
  }
  const whose = (): Whose => ({ business: business.id, client })

  /** Six quotes and eight invoices that are open, two of them partly paid; twelve accepted quotes, eight paid invoices. */
  beforeEach(async () => {
    for (const title of ['Gutters', 'New chimney', 'Skylight', 'Porch', 'Insulation']) {
      await aSentQuote(business, client, { title: `${title}, 18 Alder Street` })
    }
    for (const title of [
      'Deposit',
      'First part',
      'Second part',
      'Third part',
      'Scaffold',
      'Permit',
      'Repair',
    ]) {
      const id = await aSentInvoice(business, client, { title: `${title}, 18 Alder Street` })
      if (title.endsWith('part'))
        await business.api('POST', `/invoices/${id}/payments`, { amount: '50.00', method: 'check' })
    }
    await addAccepted(whose(), { from: 1, count: 12 })
    await addPaid(whose(), { from: 1, count: 8 })
  })

  test('reads at most 120 rows, and not one more with a hundred times the history', async () => {
    expect(await rowsRead()).toBeLessThanOrEqual(120)
    // One row more than a list shows says that there is more; from there on nothing is added.
    await addAccepted(whose(), { from: 13, count: 1 })
    await addPaid(whose(), { from: 9, count: 5 })
    const rows = await rowsRead()
    expect(rows).toBeGreaterThan(6 + 8 + 13 + 13)
    expect(rows).toBeLessThanOrEqual(120)
    await addAccepted(whose(), { from: 14, count: 1187 })
    await addPaid(whose(), { from: 14, count: 787 })
    expect(await rowsRead()).toBe(rows)
  })

  test('is at most 40 KB, and 8 KB compressed with its headers', async () => {
    const { response, body } = await seen(portal)
    expect(body).toContain('Gutters')
    expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(40 * 1024)
    expect((await gzip(body)) + headerBytes(response)).toBeLessThanOrEqual(8 * 1024)
  })

  const gzip = async (text: string) => {
    const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
    return (await new Response(zipped).arrayBuffer()).byteLength
  }
  const headerBytes = ({ headers }: Response) =>
    ['HTTP/1.1 200 OK', ...[...headers].map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
      .length
})
