// ETag and If-Match: nobody overwrites what they have not seen, and a client's visit is no change.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { aPortal, type Portal } from '../support/portal.ts'
import { anInvoice, aQuote, created, open, request } from '../support/world.ts'

type Target = Portal & { draft: string; draftInvoice: string }

async function targets(): Promise<Target> {
  const portal = await aPortal()
  const { api } = portal.business
  const draft = created(await api('POST', '/quotes', aQuote(portal.client)))
  return { ...portal, draft, draftInvoice: created(await api('POST', '/invoices', anInvoice(portal.client))) }
}

/** Every route that takes If-Match: what it is called on, and with what. */
const guarded: [method: string, path: string, on: (of: Target) => string, body?: object][] = [
  ['PATCH', '/business', () => '/business', { name: 'Harbor' }],
  ['PATCH', '/clients/:id', of => `/clients/${of.client}`, { name: 'Sam' }],
  ['DELETE', '/clients/:id', of => `/clients/${of.client}`],
  ['PATCH', '/quotes/:id', of => `/quotes/${of.draft}`, { title: 'x' }],
  ['DELETE', '/quotes/:id', of => `/quotes/${of.draft}`],
  ['POST', '/quotes/:id/send', of => `/quotes/${of.draft}`],
  ['POST', '/quotes/:id/cancel', of => `/quotes/${of.quote}`],
  ['POST', '/quotes/:id/close', of => `/quotes/${of.quote}`],
  ['POST', '/quotes/:id/accept', of => `/quotes/${of.quote}`, {}],
  ['PATCH', '/invoices/:id', of => `/invoices/${of.draftInvoice}`, { title: 'x' }],
  ['DELETE', '/invoices/:id', of => `/invoices/${of.draftInvoice}`],
  ['POST', '/invoices/:id/send', of => `/invoices/${of.draftInvoice}`],
]

const verbOf = (path: string) => /\/(send|cancel|close|accept)$/.exec(path)?.[0] ?? ''

describe.each(guarded)('%s %s', (method, path, on, body) => {
  async function prepared() {
    const of = await targets()
    const resource = on(of)
    const { api } = of.business
    const call = (ifMatch: string) => api(method, resource + verbOf(path), body, { 'if-match': ifMatch })
    const read = () => api('GET', resource)
    return { ...of, api, call, read, before: await read() }
  }

  test('without If-Match: 428; with another’s tag or a malformed one: 412; nothing changes', async () => {
    const { call, read, before } = await prepared()
    const version = Number(JSON.parse(before.etag))
    for (const [tag, code] of [
      ['', '428 if_match_required'],
      ['   ', '428 if_match_required'],
      [`"${version - 1}"`, '412 stale'],
      [`"${version + 1}"`, '412 stale'],
      [`W/"${version}"`, '412 stale'],
      [`${version}`, '412 stale'],
      ['"*"', '412 stale'],
      ['"x"', '412 stale'],
      ['"1e0"', '412 stale'],
      [`" ${version}"`, '412 stale'],
      ['"99999999999999999999"', '412 stale'],
    ] as const) {
      const answer = await call(tag)
      expect(`${answer.status} ${answer.body.code}`, tag).toBe(code)
    }
    const after = await read()
    expect([after.body, after.etag]).toEqual([before.body, before.etag])
  })

  test('with the tag that stands: done, and the tag is another', async () => {
    const { call, read, before } = await prepared()
    const answer = await call(before.etag)
    expect([200, 204]).toContain(answer.status)
    expect((await call(before.etag)).status).toBe(method === 'DELETE' ? 404 : 412)
    if (method === 'DELETE') return
    expect(answer.etag).toMatch(/^"\d+"$/)
    expect(answer.etag).not.toBe(before.etag)
    const after = await read()
    expect([after.etag, after.body]).toEqual([answer.etag, answer.body])
  })

  test('with *: done', async () => {
    const { call } = await prepared()
    expect([200, 204]).toContain((await call('*')).status)
  })

  test('10 at once with one tag: one is done', async () => {
    const { call, before } = await prepared()
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(before.etag)))
    const done = answers.filter(({ status }) => status < 300)
    expect(done).toHaveLength(1)
    for (const { status } of answers) expect([200, 204, 404, 412]).toContain(status)
  }, 15_000)
})

test('If-Match plays no part where the contract says so', async () => {
  const { business, client, invoice } = await targets()
  const calls: [string, string, object?][] = [
    ['POST', '/clients', { name: 'Sam', email: 'sam@example.com' }],
    ['POST', '/quotes', aQuote(client)],
    ['POST', '/invoices', anInvoice(client)],
    ['POST', `/invoices/${invoice}/payments`, { amount: '1.00', method: 'cash' }],
    ['GET', `/clients/${client}/link`],
    ['POST', `/clients/${client}/link/send`],
    ['POST', `/clients/${client}/link/rotate`],
    ['DELETE', `/clients/${client}/link`],
  ]
  for (const [method, path, body] of calls) {
    for (const headers of [{}, { 'if-match': '"99"' }]) {
      const init = { method, ...(body ? { body: JSON.stringify(body) } : {}) }
      const all = { authorization: `Bearer ${business.key}`, ...headers }
      const { status } = await request(`/api/v1${path}`, { ...init, headers: all })
      if (method === 'GET' || !path.includes('/link')) expect(status, path).toBeLessThan(300)
      expect([412, 428], path).not.toContain(status)
    }
  }
})

test('a client’s opening a quote, an invoice or the dashboard changes no tag', async () => {
  const { business, home, quote, invoice, client } = await targets()
  const paths = [`/quotes/${quote}`, `/invoices/${invoice}`, `/clients/${client}`, '/business']
  const tags = async () => Promise.all(paths.map(async path => (await business.api('GET', path)).etag))
  const before = await tags()
  for (const page of ['', `/quotes/${quote}`, `/invoices/${invoice}`]) await open(home + page)
  expect((await business.api('GET', `/quotes/${quote}`)).body.status).toBe('viewed')
  expect(await tags()).toEqual(before)
  const closed = await business.api('POST', `/quotes/${quote}/close`, {}, { 'if-match': before[0] ?? '' })
  expect(closed.status).toBe(200)
})

test('a payment changes its invoice’s tag', async () => {
  const { business, invoice } = await targets()
  const before = await business.api('GET', `/invoices/${invoice}`)
  await business.api('POST', `/invoices/${invoice}/payments`, { amount: '1.00', method: 'cash' })
  expect((await business.api('GET', `/invoices/${invoice}`)).etag).not.toBe(before.etag)
})

test('the database itself refuses a step that skips a version', async () => {
  const { quote } = await targets()
  for (const sql of ['version = version', 'version = version + 2', 'version = 1']) {
    const update = env.DB.prepare(`update quotes set ${sql} where id = ?`).bind(quote)
    await expect(update.run(), sql).rejects.toThrow('stale')
  }
})
