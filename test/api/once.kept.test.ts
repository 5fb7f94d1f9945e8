// What is kept of an Idempotency-Key: the first answer, whatever became of the resource since; no secret; for a day.
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { everyMinute } from '../../src/cron.ts'
import { hostileTexts } from '../support/hostile.ts'
import { tokenIn } from '../support/portal.ts'
import { told } from '../support/told.ts'
import {
  aBusiness,
  aClient,
  aLine,
  anInvoice,
  apiWith,
  aQuote,
  aSentQuote,
  created,
  open,
  succeeded,
} from '../support/world.ts'

const START = 1_900_000_000_000
const DAY = 24 * 60 * 60_000

afterEach(() => {
  vi.useRealTimers()
})

const rows = async () =>
  (await env.DB.prepare('select * from idempotency_keys order by 1, 2').all<Record<string, unknown>>())
    .results
const keysKept = async () => (await rows()).map(row => row.idempotency_key)

test('a repeat gives the first answer, whatever became of the resource meanwhile', async () => {
  const business = await aBusiness()
  const { api } = business
  const client = await told(
    business,
    { path: '/clients', body: { name: 'Dana', email: 'd@example.com' } },
    'c',
  )
  const id = JSON.parse(client.body).id
  const quote = await told(business, { path: '/quotes', body: aQuote(id) }, 'q')
  const quoteId = JSON.parse(quote.body).id
  succeeded(await api('PATCH', `/quotes/${quoteId}`, { title: 'Newer', lines: [] }))
  succeeded(await api('PATCH', `/quotes/${quoteId}`, { lines: [aLine, aLine] }))
  const send = await told(business, { path: `/quotes/${quoteId}/send`, body: {} }, 's')
  succeeded(await api('POST', `/quotes/${quoteId}/cancel`))
  succeeded(await api('PATCH', `/clients/${id}`, { name: 'Sam' }))
  succeeded(await api('PATCH', '/business', { name: 'Newer', currency: 'EUR', time_zone: 'Asia/Tokyo' }))
  succeeded(await api('DELETE', `/clients/${id}`))
  expect([client, quote, send].map(({ status }) => status)).toEqual([201, 201, 200])
  expect(JSON.parse(send.body)).toMatchObject({ title: 'Newer', status: 'sent', revision: 1 })

  const body = { name: 'Dana', email: 'd@example.com' }
  expect(await told(business, { path: '/clients', body }, 'c')).toEqual(client)
  expect(await told(business, { path: '/quotes', body: aQuote(id) }, 'q')).toEqual(quote)
  expect(await told(business, { path: `/quotes/${quoteId}/send`, body: {} }, 's')).toEqual(send)
})

test('a quote that lapsed since is answered as it was when it was sent', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-30T12:00:00Z') })
  const business = await aBusiness()
  const draft = aQuote(await aClient(business), { valid_until: '2026-06-30' })
  const send = { path: `/quotes/${created(await business.api('POST', '/quotes', draft))}/send`, body: {} }
  const first = await told(business, send, 'a key')
  expect(JSON.parse(first.body).status).toBe('sent')
  vi.setSystemTime('2026-07-01T11:59:59Z')
  expect(await told(business, send, 'a key')).toEqual(first)
})

test('every text comes back as it was', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  let taken = 0
  for (const [name, text] of Object.entries(hostileTexts)) {
    const lines = [{ ...aLine, description: text.slice(0, 100) }, aLine]
    const discount = { amount: '1.00' }
    const quote = { path: '/quotes', body: aQuote(client, { note: text, lines }) }
    const invoice = { path: '/invoices', body: anInvoice(client, { note: text, lines, discount }) }
    const at = `${(await rows()).length}`
    for (const post of [quote, invoice]) {
      const first = await told(business, post, at + post.path)
      taken += first.status === 201 ? 1 : 0
      expect(await told(business, post, at + post.path), name).toEqual(first)
    }
  }
  expect(taken).toBeGreaterThan(40)
})

test('no link and no key stands there in the clear, and a repeat still gives them', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  await aSentQuote(business, client)
  const { id } = JSON.parse((await told(business, { path: '/api-keys', body: { name: 'Old' } }, 'k0')).body)
  const acts = {
    link: { path: `/clients/${client}/link/rotate`, body: { notify: true } },
    again: { path: `/clients/${client}/link/send`, body: {} },
    key: { path: '/api-keys', body: { name: 'New', scopes: ['admin'] } },
    newKey: { path: `/api-keys/${id}/rotate`, body: { overlap_seconds: 60 } },
    all: { path: '/links/rotate', body: {} },
  }
  const first: Record<string, string> = {}
  for (const [name, post] of Object.entries(acts)) first[name] = (await told(business, post, name)).body
  const { link = '', key = '', newKey = '' } = first
  const { url } = JSON.parse(link)
  const { body: newest } = succeeded(await business.api('GET', `/clients/${client}/link`))
  const secrets = [url, newest.url].map(tokenIn).concat(JSON.parse(key).key, JSON.parse(newKey).key)
  expect(new Set(secrets.map(secret => secret.slice(0, 3)))).toEqual(new Set(['k2_', 'sqk']))

  const kept = JSON.stringify(await rows())
  expect(await keysKept()).toEqual(['again', 'all', 'k0', 'key', 'link', 'newKey'])
  for (const secret of secrets) {
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(secret.slice(10))
    expect(kept).not.toContain(btoa(secret))
  }
  for (const [name, post] of Object.entries(acts)) {
    expect((await told(business, post, name)).body, name).toBe(first[name])
  }
  // The link was ended since by the rotation of all: its repeat gives the bytes, and they open nothing.
  expect((await open(new URL(url).pathname)).status).toBe(404)
  const made = apiWith(JSON.parse(key).key)
  expect((await made('GET', '/api-keys')).status).toBe(200)
})

test('a GET ignores it', async () => {
  const { api } = await aBusiness()
  for (const key of ['a key', 'x'.repeat(256)]) {
    expect((await api('GET', '/clients', undefined, { 'idempotency-key': key })).status).toBe(200)
  }
  expect(await rows()).toEqual([])
})

test('an answer that shows a link or a key is repeated to the same API key alone', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  succeeded(await business.api('POST', `/clients/${client}/link/rotate`, {}))
  const other = succeeded(
    await business.api('POST', '/api-keys', { name: 'Other', scopes: ['links', 'admin'] }),
  ).body
  const posts = [
    { path: `/clients/${client}/link/rotate`, body: {} },
    { path: '/api-keys', body: { name: 'Third', scopes: ['read'] } },
  ]
  for (const [at, post] of posts.entries()) {
    const answer = await told(business, post, `key ${at}`)
    expect(await told(business, post, `key ${at}`)).toEqual(answer)
    expect((await told(other, post, `key ${at}`)).status).toBe(422)
  }
})

test('another key of the business may repeat any other request, if it has the scope', async () => {
  const business = await aBusiness()
  const post = { path: '/clients', body: { name: 'Dana', email: 'd@example.com' } }
  const first = await told(business, post, 'a key')
  const keyWith = async (scopes: string[]) =>
    (await business.api('POST', '/api-keys', { name: 'Other', scopes })).body
  expect(await told(await keyWith(['write']), post, 'a key')).toEqual(first)
  expect((await told(await keyWith(['read', 'links', 'admin']), post, 'a key')).status).toBe(403)
})

test('the minute’s job forgets what is a day old, and only that, a bounded number at a time', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  const business = await aBusiness()
  const body = { name: 'Dana', email: 'd@example.com' }
  await told(business, { path: '/clients', body }, 'first')
  vi.setSystemTime(START + 1)
  await told(business, { path: '/clients', body }, 'second')
  await everyMinute(env, START + DAY - 1)
  expect(await keysKept()).toEqual(['first', 'second'])
  await everyMinute(env, START + DAY)
  expect(await keysKept()).toEqual(['second'])

  await env.DB.prepare(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 5200) insert into idempotency_keys
     (business_id, idempotency_key, fingerprint, created_at) select ?, 'old ' || i, printf('%064d', i), i from n`,
  )
    .bind(business.id)
    .run()
  await everyMinute(env, START + DAY)
  expect((await rows()).length).toBe(201)
  await everyMinute(env, START + DAY)
  expect(await keysKept()).toEqual(['second'])
})
