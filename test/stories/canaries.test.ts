// One tenant's bytes never reach another, and no client sees a draft or a note: a canary in every text field.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { newId, type Prefix } from '../../src/core/ids.ts'
import { canariesIn, type Tenant, twoTenants } from '../support/canaries.ts'
import { dump } from '../support/dump.ts'
import { apiRoutes, filled, type Params, saidBy } from '../support/routes.ts'
import { aLine, open, request } from '../support/world.ts'

const idsOf = (tenants: readonly Tenant[]) =>
  tenants.flatMap(({ quotes, invoices }) => [...quotes, ...invoices])

/** Every page under a token, for every document there is, whoever's. */
const pathsFor = (ids: string[]) => [
  '',
  '/nothing',
  ...['quotes', 'invoices', 'accepted', 'closed', 'settled', 'nothing'].map(list => `/history/${list}`),
  ...ids.flatMap(id => [`/quotes/${id}`, `/invoices/${id}`, `/quotes/${id}/receipt`, `/history/${id}`]),
]

test('a client sees its own sent documents, and on no page a canary that is not for it', async () => {
  const tenants = await twoTenants()
  const ids = idsOf(tenants)
  for (const tenant of tenants) {
    for (const client of tenant.clients) {
      const seen = new Set<string>()
      const mine = new RegExp(`^canary-(${tenant.name}|${client.name})-shown-`)
      for (const path of pathsFor(ids)) {
        const response = await open(client.home + path)
        const html = await response.text()
        const found = canariesIn(html)
        expect(
          found.filter(one => !mine.test(one)),
          `${client.name}${path}`,
        ).toEqual([])
        for (const one of found) seen.add(one)
        const [, kind, id = ''] = /^\/(quotes|invoices)\/([^/]+)$/.exec(path) ?? []
        if (!kind) continue
        const there = client.own.includes(id) && kind === (id.startsWith('quo') ? 'quotes' : 'invoices')
        expect(response.status, `${client.name}${path}`).toBe(there ? 200 : 404)
        if (!there) expect(html, path).toContain('We can’t find this document')
      }
      // The search itself: what is for this client was found.
      for (const field of [
        'quote-title',
        'new-quote-line',
        'invoice-terms',
        'payment-note',
        'company',
        'method',
      ]) {
        expect([...seen]).toContain(`canary-${client.name}-shown-${field}`)
      }
    }
  }
}, 60_000)

test('what is not there for a client is one page, whether it is a draft, another’s or nothing', async () => {
  const tenants = await twoTenants()
  const [{ clients }] = tenants
  for (const client of clients) {
    const frame = await saidBy(await open(`${client.home}/quotes/${newId('quo', Date.now())}`))
    for (const id of idsOf(tenants).filter(id => !client.own.includes(id))) {
      const kind = id.startsWith('quo') ? 'quotes' : 'invoices'
      expect(await saidBy(await open(`${client.home}/${kind}/${id}`)), id).toEqual(frame)
    }
  }
}, 60_000)

async function calledBy(tenant: Tenant, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${tenant.key}`, 'if-match': '*' }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  return saidBy(await request(path, init))
}

/** A body that the route would take, so that nothing but the id is in its way. */
const bodyFor = (method: string, path: string) =>
  method === 'GET' || method === 'DELETE'
    ? undefined
    : path.endsWith('/payments')
      ? { amount: '1.00', method: 'cash' }
      : {}

/** What a tenant has beside its clients and documents: its keys, payments, messages, and a job. */
async function idsBeside({ api, id: business }: Tenant) {
  const ids = async (path: string) =>
    (await api('GET', `${path}?limit=100`)).body.data.map(({ id }: { id: string }) => id) as string[]
  const { results } = await env.DB.prepare('select id from payments where business_id = ?')
    .bind(business)
    .all<{ id: string }>()
  const job = newId('job', Date.now())
  await env.DB.prepare(
    `insert into jobs (id, business_id, kind, created_at) values (?, ?, 'links_rotation', 1)`,
  )
    .bind(job, business)
    .run()
  const payments = results.map(({ id }) => id)
  return {
    'api-keys': await ids('/api-keys'),
    messages: (await ids('/messages')).slice(0, 3),
    payments,
    jobs: [job],
  }
}

test('every route of the API × another tenant’s key × every id: 404, as for an id that never was', async () => {
  const [acme, boole] = await twoTenants()
  const withId = apiRoutes.filter(({ path }) => path.includes(':id'))
  expect(withId.length).toBeGreaterThan(15)
  const mine = {
    ...{ clients: acme.clients.map(({ id }) => id), quotes: acme.quotes, invoices: acme.invoices },
    ...(await idsBeside(acme)),
  }
  const stood = JSON.stringify(await dump({ without: ['last_used_at'] }))
  for (const { method, path } of withId) {
    const noun = /\/v1\/([a-z-]+)\//.exec(path)?.[1] as keyof typeof mine | undefined
    const [like = ''] = mine[noun as keyof typeof mine]
    const never = newId(like.slice(0, 3) as Prefix, Date.now())
    const ask = (id: string) => {
      const params = Object.fromEntries(Object.keys(mine).map(name => [name, id])) as unknown as Params
      return calledBy(boole, method, filled(path, params), bodyFor(method, path))
    }
    const nothing = await ask(never)
    expect(nothing.status, `${method} ${path}`).toBe(404)
    expect(JSON.parse(nothing.body).code, `${method} ${path}`).toBe('not_found')
    const all = [...Object.values(mine).flat(), 'x', `${never}x`, never.toUpperCase()]
    for (const id of all) expect(await ask(id), `${method} ${path} ${id}`).toEqual(nothing)
  }
  expect(JSON.stringify(await dump({ without: ['last_used_at'] }))).toBe(stood)
}, 60_000)

test('lists hold the tenant’s own, whatever they are filtered by', async () => {
  const [acme, boole] = await twoTenants()
  const [{ id: foreign } = { id: '' }] = acme.clients
  for (const query of [
    '',
    '?limit=100',
    `?cursor=${acme.quotes[0]}`,
    `?client_id=${foreign}`,
    '?status=draft',
  ]) {
    for (const list of ['/clients', '/quotes', '/invoices']) {
      const { body } = await boole.api('GET', list + query)
      expect(JSON.stringify(body)).not.toContain('canary-acme')
      if (query.includes('client_id') && list !== '/clients') expect(body.data).toEqual([])
    }
  }
})

test('another tenant’s ids in a body are as unknown as ids that never were', async () => {
  const [acme, boole] = await twoTenants()
  const [own] = boole.clients
  const document = { title: 'x', lines: [aLine] }
  const tries: [string, (client: string, quote: string) => object][] = [
    ['/quotes', client_id => ({ ...document, client_id, valid_until: '2099-12-31' })],
    ['/invoices', client_id => ({ ...document, client_id, due_on: '2099-12-31' })],
    ['/invoices', (_, quote_id) => ({ ...document, client_id: own?.id, due_on: '2099-12-31', quote_id })],
  ]
  const never = { client: newId('cli', Date.now()), quote: newId('quo', Date.now()) }
  const foreign = { client: acme.clients[0]?.id ?? '', quote: acme.quotes[0] ?? '' }
  for (const [path, bodyOf] of tries) {
    const unknown = await calledBy(boole, 'POST', `/api/v1${path}`, bodyOf(never.client, never.quote))
    expect(unknown.status).toBe(422)
    const tried = await calledBy(boole, 'POST', `/api/v1${path}`, bodyOf(foreign.client, foreign.quote))
    expect(tried, path).toEqual(unknown)
  }
  const [draft] = boole.quotes.slice(1)
  const patched = await boole.api('PATCH', `/quotes/${draft}`, { client_id: foreign.client })
  expect(patched.status).toBe(422)
})

test('a token of one business opens nothing with the key of another, nor as a key', async () => {
  const [acme, boole] = await twoTenants()
  const [client] = acme.clients
  const { results } = await env.DB.prepare('select id from portal_links').all<{ id: string }>()
  expect(results).toHaveLength(4)
  expect((await boole.api('GET', `/clients/${client?.id}/link`)).status).toBe(404)
  const token = client?.home.split('/').at(-1)
  const asKey = await request('/api/v1/business', { headers: { authorization: `Bearer ${token}` } })
  expect(asKey.status).toBe(401)
  expect((await open(`/portal/${acme.key}`)).status).toBe(404)
})
