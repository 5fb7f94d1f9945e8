// A quote is viewed when a person has opened it, and only then: once per revision, and the business is told once.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { aPortal, type Portal, rotated } from '../support/portal.ts'
import { navigation, open, request, succeeded } from '../support/world.ts'

const messages = async () =>
  (
    await env.DB.prepare(
      "select event, recipients, link_id, state from messages where kind = 'quote_viewed'",
    ).all()
  ).results

const views = async () =>
  (await env.DB.prepare('select revision, link_id, viewed_at from quote_views').all()).results

const statusOf = async ({ business, quote }: Portal) =>
  (await business.api('GET', `/quotes/${quote}`)).body.status

const person = navigation
const without = (name: keyof typeof navigation) =>
  Object.fromEntries(Object.entries(navigation).filter(([key]) => key !== name))

/** Openings that are no person's. */
const machines: [string, RequestInit][] = [
  ['HEAD', { method: 'HEAD', headers: person }],
  ['no headers at all, as a mail scanner', {}],
  [
    'a scanner that says it is a browser',
    { headers: { 'user-agent': 'Mozilla/5.0 (iPhone)', accept: 'text/html' } },
  ],
  ['no Sec-Fetch-Mode', { headers: without('sec-fetch-mode') }],
  ['no Sec-Fetch-Dest', { headers: without('sec-fetch-dest') }],
  ['Sec-Purpose: prefetch', { headers: { ...person, 'sec-purpose': 'prefetch' } }],
  ['Sec-Purpose: prefetch;prerender', { headers: { ...person, 'sec-purpose': 'prefetch;prerender' } }],
  ['Purpose: prefetch', { headers: { ...person, purpose: 'prefetch' } }],
  ['X-Purpose: preview', { headers: { ...person, 'x-purpose': 'preview' } }],
  ['X-Moz: prefetch', { headers: { ...person, 'x-moz': 'prefetch' } }],
  ...['iframe', 'frame', 'object', 'embed', 'image', 'script', 'empty', 'style', 'prefetch', ''].map(
    dest =>
      [`Sec-Fetch-Dest: ${dest}`, { headers: { ...person, 'sec-fetch-dest': dest } }] as [
        string,
        RequestInit,
      ],
  ),
  ...['cors', 'no-cors', 'same-origin', 'websocket', 'nested-navigate', ''].map(
    mode =>
      [`Sec-Fetch-Mode: ${mode}`, { headers: { ...person, 'sec-fetch-mode': mode } }] as [
        string,
        RequestInit,
      ],
  ),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS'].map(
    method => [method, { method, headers: person }] as [string, RequestInit],
  ),
]

test('no machine’s opening counts', async () => {
  const portal = await aPortal()
  for (const [what, init] of machines) {
    const response = await request(`${portal.home}/quotes/${portal.quote}`, init)
    expect(response.status, what).toBe(
      ['POST', 'PUT', 'DELETE', 'OPTIONS'].includes(init.method ?? '') ? 404 : 200,
    )
    expect(await statusOf(portal), what).toBe('sent')
  }
  await open(portal.home)
  await open(`${portal.home}/history/quotes`)
  expect(await views()).toEqual([])
  expect(await messages()).toEqual([])
})

test.each(['none', 'same-origin', 'same-site', 'cross-site'])(
  'a person’s navigation counts, wherever it comes from: Sec-Fetch-Site %s',
  async site => {
    const portal = await aPortal()
    const headers = { ...person, 'sec-fetch-site': site, 'sec-fetch-user': '?1' }
    await request(`${portal.home}/quotes/${portal.quote}`, { headers })
    expect(await statusOf(portal)).toBe('viewed')
  },
)

test('it counts once, and the business is told once, by a message without the client’s link', async () => {
  const portal = await aPortal()
  const path = `${portal.home}/quotes/${portal.quote}`
  for (let times = 0; times < 3; times++) await open(path)
  expect(await views()).toHaveLength(1)
  const told = {
    ...{ event: `quote_viewed:${portal.quote}:1`, state: 'queued', link_id: null },
    recipients: '["office@harbor.example"]',
  }
  expect(await messages()).toEqual([told])
  const { body } = await portal.business.api('GET', `/quotes/${portal.quote}`)
  expect(Date.parse(body.viewed_at)).toBeLessThanOrEqual(Date.now())
})

test('20 openings at once count once', async () => {
  const portal = await aPortal()
  const path = `${portal.home}/quotes/${portal.quote}`
  const answers = await Promise.all(Array.from({ length: 20 }, () => open(path)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await views()).toHaveLength(1)
  expect(await messages()).toHaveLength(1)
}, 15_000)

test('it counts again for the next revision, and for a new link not', async () => {
  const portal = await aPortal()
  const { api } = portal.business
  await open(`${portal.home}/quotes/${portal.quote}`)
  const home = await rotated(portal)
  await open(`${home}/quotes/${portal.quote}`)
  expect(await messages()).toHaveLength(1)
  succeeded(await api('POST', `/quotes/${portal.quote}/cancel`))
  succeeded(await api('POST', `/quotes/${portal.quote}/send`))
  expect(await statusOf(portal)).toBe('sent')
  await open(`${home}/quotes/${portal.quote}`)
  expect((await views()).map(({ revision }) => revision)).toEqual([1, 2])
  expect((await messages()).map(({ event }) => event)).toEqual([
    `quote_viewed:${portal.quote}:1`,
    `quote_viewed:${portal.quote}:2`,
  ])
})

test('opening what is closed or accepted marks nothing and changes nothing', async () => {
  for (const verb of ['close', 'accept']) {
    const portal = await aPortal()
    succeeded(await portal.business.api('POST', `/quotes/${portal.quote}/${verb}`, {}))
    const before = await portal.business.api('GET', `/quotes/${portal.quote}`)
    await open(`${portal.home}/quotes/${portal.quote}`)
    const after = await portal.business.api('GET', `/quotes/${portal.quote}`)
    expect([after.body, after.etag], verb).toEqual([before.body, before.etag])
  }
  expect(await messages()).toEqual([])
})

test('an opening through a link that died meanwhile leaves no view', async () => {
  const portal = await aPortal()
  await rotated(portal)
  await open(`${portal.home}/quotes/${portal.quote}`)
  expect(await views()).toEqual([])
  const insert = env.DB.prepare(
    `insert into quote_views select q.id, 1, q.business_id, l.id, 1 from quotes q
     join portal_links l on l.client_id = q.client_id where l.died_at is not null`,
  )
  await expect(insert.run()).rejects.toThrow('link_dead')
})
