// Every route of the Worker, knocked on by a stranger: the portal answers the one 404, the API 401. And what is
// only read changes nothing.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { mintToken } from '../src/access/token.ts'
import { newKey } from '../src/businesses/key.ts'
import { configOf } from '../src/core/config.ts'
import { newId } from '../src/core/ids.ts'
import { dump, gained } from './support/dump.ts'
import { aPortal, signed as signedBy } from './support/portal.ts'
import {
  apiRoutes,
  filled,
  isOpen,
  isWebhook,
  leadsBack,
  type Params,
  portalRoutes,
  type Route,
  routes,
  type Said,
  saidBy,
} from './support/routes.ts'
import { aSentQuote, type Business, navigation, request } from './support/world.ts'

let business: Business
let params: Params & { token: string }
beforeEach(async () => {
  const portal = await aPortal()
  business = portal.business
  const { client: clients, quote: quotes, invoice: invoices, token } = portal
  const signed = await aSentQuote(business, clients)
  expect((await signedBy(`/portal/${token}/quotes/${signed}`)).status).toBe(303)
  params = { clients, quotes, invoices, signed, token, ...(await otherIds()) }
})

/** What hangs on no client. A job is written as a rotation of all links leaves it, without ending them. */
async function otherIds() {
  const [message] = (await business.api('GET', '/messages?limit=1')).body.data
  const jobs = newId('job', Date.now())
  await env.DB.prepare(
    `insert into jobs (id, business_id, kind, created_at) values (?, ?, 'links_rotation', 1)`,
  )
    .bind(jobs, business.id)
    .run()
  return { messages: message.id as string, jobs }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const mayHaveBody = (method: string) => ['POST', 'PUT', 'PATCH'].includes(method)

/** Knocks on paths with every method; answers with what was said otherwise than expected. */
async function otherwise(paths: string[], expected: Said, headers: Record<string, string> = {}) {
  const knocks = paths.flatMap(path => methods.map(method => ({ path, method })))
  const answers = await Promise.all(
    knocks.map(async ({ path, method }) => {
      const body = mayHaveBody(method) ? { body: 'signature=Dana&consent=on' } : {}
      return { path, method, ...(await saidBy(await request(path, { method, headers, ...body }))) }
    }),
  )
  const same = (one: Said, body: string) => JSON.stringify(one) === JSON.stringify({ ...expected, body })
  return answers.filter(({ path: _, method, ...said }) => !same(said, method === 'HEAD' ? '' : expected.body))
}

test('every route is a portal’s, the API’s, Postmark’s, or on the list of those that are open to everyone', () => {
  const known = (route: Route) =>
    portalRoutes.includes(route) || apiRoutes.includes(route) || isOpen(route) || isWebhook(route)
  expect(routes.filter(route => !known(route))).toEqual([])
  expect(routes.filter(isOpen)).toHaveLength(12)
  expect(routes.filter(isWebhook)).toEqual([{ method: 'POST', path: '/webhooks/postmark' }])
  expect(portalRoutes.length).toBeGreaterThan(3)
  expect(apiRoutes.length).toBeGreaterThan(20)
})

describe('the portal', () => {
  const pathsWith = (token: string) => [
    ...portalRoutes.map(({ path }) => filled(path, { ...params, token })),
    ...[`/portal/${token}/`, `/portal/${token}/quotes`, `/portal/${token}/nowhere/at/all`],
  ]
  const strangers: [string, () => Promise<string> | string][] = [
    ['a word', () => 'token'],
    ['one character less', () => params.token.slice(0, -1)],
    ['one character more', () => `${params.token}0`],
    ['upper case', () => params.token.toUpperCase()],
    ['another last character', () => params.token.slice(0, -1) + (params.token.endsWith('0') ? '1' : '0')],
    ['the key id of nobody', () => params.token.replace(/^k2/, 'k9')],
    ['a zero byte', () => `${params.token}%00`],
    ['bytes that are no text', () => '%ff%fe'],
    ['a path', () => `..%2F${params.token}`],
    ['ten thousand characters', () => 'k2_'.padEnd(10_000, '0')],
    ['a token of the newest key that was never handed out', () => mintToken(configOf(env))],
    ['a token of the older key', () => unknownOf(1)],
    ['a token of the retired key, which has no checksum any more', () => `k0_${'0'.repeat(40)}`],
    ['a revoked link', () => ended('DELETE', 'link')],
    ['a rotated link', () => ended('POST', 'link/rotate')],
    ['the link of a client that was deleted', () => ended('DELETE', '')],
  ]

  const unknownOf = (index: 0 | 1) => {
    const config = configOf(env)
    return mintToken({ ...config, linkKeys: [config.linkKeys[index]] as unknown as typeof config.linkKeys })
  }
  const ended = async (method: string, below: string) => {
    const { status } = await business.api(method, `/clients/${params.clients}/${below}`.replace(/\/$/, ''))
    expect(status).toBeLessThan(300)
    return params.token
  }

  test.each(strangers)('answers %s with the one 404, whatever is asked and how', async (_, token) => {
    const dead = await saidBy(await request('/portal/nobody'))
    expect(dead.status).toBe(404)
    expect(dead.body).toContain('no longer active')
    const paths = pathsWith(await token())
    expect(await otherwise(paths, dead)).toEqual([])
    expect(await otherwise(paths, dead, navigation)).toEqual([])
  })

  test('says of the business nothing at all', async () => {
    const { body, headers } = await saidBy(await request(`/portal/${await unknownOf(0)}`))
    for (const secret of ['Harbor', 'harbor', '207', 'Dana']) {
      expect(`${body}${JSON.stringify(headers)}`).not.toContain(secret)
    }
  })

  test('is opened by the living link: the test knocks on the right doors', async () => {
    const opened = await Promise.all(portalRoutes.map(({ path }) => request(filled(path, params))))
    expect(opened.map(({ status }) => status)).toEqual(
      portalRoutes.map(({ path }) => (leadsBack(path) ? 303 : 200)),
    )
  })
})

describe('the API', () => {
  const paths = () => [...new Set(apiRoutes.map(({ path }) => filled(path, params)))]
  const keys: [string, () => Promise<string> | string][] = [
    ['a word', () => 'token'],
    ['a mistyped key', () => business.key.slice(0, -1) + (business.key.endsWith('0') ? '1' : '0')],
    ['a well-formed key of nobody', () => newKey()],
    ['a revoked key', () => changed('revoked_at = 1')],
    ['an expired key', () => changed('expires_at = 1')],
  ]
  const changed = async (to: string) => {
    await env.DB.prepare(`update api_keys set ${to}`).run()
    return business.key
  }

  // The same for all of them: nobody learns whether a key was ever one. No key at all tells how to send one.
  test.each(keys)('answers %s with one 401, whatever is asked and how', async (_, key) => {
    const refused = await saidBy(
      await request('/api/v1/quotes', { headers: { authorization: 'Bearer nobody' } }),
    )
    expect(refused.status).toBe(401)
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'no_key', status: 401 })
    expect(await otherwise(paths(), refused, { authorization: `Bearer ${await key()}` })).toEqual([])
  })

  test.each(['', 'Bearer', 'Basic c3FrOg==', 'sqk_0'])(
    'answers “%s” in the place of a key with one 401',
    async text => {
      const refused = await saidBy(await request('/api/v1/quotes'))
      expect(refused.status).toBe(401)
      expect(JSON.parse(refused.body)).toMatchObject({ code: 'no_key', status: 401 })
      expect(await otherwise(paths(), refused, text === '' ? {} : { authorization: text })).toEqual([])
    },
  )
})

describe('the webhook', () => {
  const strangers = ['', 'Basic', 'Basic c3FrOg==', `Basic ${btoa('postmark:wrong')}`, 'Bearer sqk_0']

  test.each(strangers)(
    'answers “%s” in the place of its password with one 401, and nothing else is there',
    async text => {
      const headers: Record<string, string> = text === '' ? {} : { authorization: text }
      const knock = async (method: string) =>
        saidBy(
          await request('/webhooks/postmark', {
            method,
            headers,
            ...(mayHaveBody(method) ? { body: '{}' } : {}),
          }),
        )
      const { status, body } = await knock('POST')
      expect([status, body]).toEqual([401, ''])
      const nowhere = await saidBy(await request('/webhooks'))
      expect(nowhere.status).toBe(404)
      for (const method of methods.filter(one => one !== 'POST' && one !== 'HEAD'))
        expect([method, await knock(method)]).toEqual([method, nowhere])
    },
  )
})

describe('reading', () => {
  const reads = (all: Route[]) =>
    all.filter(({ method }) => method === 'GET').map(({ path }) => filled(path, params))
  const read = async (path: string, method: string, headers: Record<string, string> = {}) => {
    const before = await dump({ without: ['last_used_at'] })
    const { status } = await request(path, { method, headers })
    expect([path, status]).toEqual([path, leadsBack(path) ? 303 : 200])
    return gained(before, await dump({ without: ['last_used_at'] }))
  }

  test('changes nothing in the API; that a link was shown stands in the trail', async () => {
    const key = { authorization: `Bearer ${business.key}` }
    for (const path of reads(apiRoutes)) {
      const left = path.endsWith('/link') ? { audit_entries: 1 } : {}
      expect([path, await read(path, 'GET', key), await read(path, 'HEAD', key)]).toEqual([path, left, left])
    }
  })

  test.each([
    ['HEAD', navigation],
    ['GET', {}],
    ['GET', { ...navigation, 'sec-purpose': 'prefetch' }],
    ['GET', { ...navigation, 'sec-fetch-dest': 'iframe' }],
  ])('changes nothing in the portal: %s %o', async (method, headers) => {
    for (const path of reads(portalRoutes))
      expect([path, await read(path, method, headers)]).toEqual([path, {}])
  })

  test('but for a person’s first opening of a quote, once', async () => {
    const viewed = { quote_views: 1, messages: 1, audit_entries: 1 }
    for (const path of reads(portalRoutes)) {
      const left = path.endsWith(`/quotes/${params.quotes}`) ? viewed : {}
      expect([path, await read(path, 'GET', navigation)]).toEqual([path, left])
      expect([path, await read(path, 'GET', navigation)]).toEqual([path, {}])
    }
  })
})
