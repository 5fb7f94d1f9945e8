// How far each scope reaches: every route × every scope alone, and no way round it.
import { describe, expect, test } from 'vitest'
import { scopes } from '../../src/core/scopes.ts'
import { aKeyOf } from '../support/keys.ts'
import { aPortal, signed as signedBy } from '../support/portal.ts'
import { expectProblem } from '../support/problems.ts'
import { apiRoutes, filled } from '../support/routes.ts'
import { type Answer, aSentQuote, request } from '../support/world.ts'

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

/** Which one scope each route needs. */
const needs: Record<string, (typeof scopes)[number]> = {
  'GET /business': 'read',
  'PATCH /business': 'admin',
  'PUT /business/logo': 'admin',
  'DELETE /business/logo': 'admin',
  'GET /api-keys': 'admin',
  'POST /api-keys': 'admin',
  'POST /api-keys/:id/rotate': 'admin',
  'DELETE /api-keys/:id': 'admin',
  'GET /clients': 'read',
  'POST /clients': 'write',
  'GET /clients/:id': 'read',
  'PATCH /clients/:id': 'write',
  'DELETE /clients/:id': 'write',
  'GET /clients/:id/link': 'links',
  'DELETE /clients/:id/link': 'links',
  'POST /clients/:id/link/rotate': 'links',
  'POST /clients/:id/link/send': 'links',
  'POST /links/rotate': 'links',
  'GET /jobs/:id': 'links',
  'GET /quotes': 'read',
  'POST /quotes': 'write',
  'GET /quotes/:id': 'read',
  'PATCH /quotes/:id': 'write',
  'DELETE /quotes/:id': 'write',
  'POST /quotes/:id/send': 'write',
  'POST /quotes/:id/cancel': 'write',
  'POST /quotes/:id/close': 'write',
  'POST /quotes/:id/accept': 'write',
  'GET /quotes/:id/evidence': 'read',
  'GET /quotes/:id/preview': 'read',
  'POST /quotes/:id/invoices': 'write',
  'GET /invoices': 'read',
  'POST /invoices': 'write',
  'GET /invoices/:id': 'read',
  'PATCH /invoices/:id': 'write',
  'DELETE /invoices/:id': 'write',
  'POST /invoices/:id/send': 'write',
  'POST /invoices/:id/void': 'write',
  'GET /invoices/:id/payments': 'read',
  'POST /invoices/:id/payments': 'write',
  'POST /payments/:id/reverse': 'write',
  'GET /messages': 'read',
  'GET /messages/:id': 'read',
  'POST /messages/:id/retry': 'write',
  'GET /audit': 'read',
}

test('the table of scopes has every route', () => {
  const known = apiRoutes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.slice('/api/v1'.length)}`)
  expect(Object.keys(needs).sort()).toEqual([...new Set(known)].sort())
})

describe.each(scopes)('a key with the scope “%s” alone', scope => {
  test('reaches what needs it, and nothing else', async () => {
    const portal = await aPortal()
    const { api } = await aKeyOf(portal.business, { scopes: scope })
    const signed = await aSentQuote(portal.business, portal.client)
    expect((await signedBy(`${portal.home}/quotes/${signed}`)).status).toBe(303)
    for (const [route, needed] of Object.entries(needs)) {
      const [method = '', path = ''] = route.split(' ')
      const params = { clients: portal.client, quotes: portal.quote, invoices: portal.invoice, signed }
      const body = method === 'GET' || method === 'DELETE' ? undefined : '{"what":1}'
      const tag = { 'if-match': '"0"' }
      const answer = await api(method, filled(path, params), body, tag)
      if (needed !== scope) {
        expect(codeOf(answer), route).toBe('403 missing_scope')
        expect(answer.body.detail, route).toContain(`“${needed}”`)
        expectProblem(answer, route)
      } else {
        // Of some nouns there is none: that it is not there is said to the right scope alone.
        expect([200, 204, 404, 409, 412, 415, 422], route).toContain(answer.status)
      }
    }
  })

  test('learns nothing by it of what is there', async () => {
    const portal = await aPortal()
    const { api } = await aKeyOf(portal.business, { scopes: scope })
    for (const [method, noun, id] of [
      ['GET', 'clients', portal.client],
      ['PATCH', 'quotes', portal.quote],
      ['GET', 'invoices', portal.invoice],
    ] as const) {
      if (needs[`${method} /${noun}/:id`] === scope) continue
      const there = await api(method, `/${noun}/${id}`, method === 'PATCH' ? {} : undefined)
      const nowhere = await api(method, `/${noun}/x`, method === 'PATCH' ? {} : undefined)
      expect(there.body).toEqual(nowhere.body)
    }
  })
})

test('no disguise of a path needs less than the path', async () => {
  const portal = await aPortal()
  const { key } = await aKeyOf(portal.business, { scopes: 'read write' })
  const link = `/clients/${portal.client}/link`
  for (const [method, path] of [
    ['GET', link.replace('link', '%6cink')],
    ['GET', link.replace('link', 'lin%6B')],
    ['GET', `${link}/`],
    ['GET', link.replace('/clients', '/%63lients')],
    ['GET', link.replaceAll('/', '%2F').replace('%2F', '/')],
    ['GET', `/quotes/..%2f..${link}`],
    ['HEAD', link],
    ['POST', `${link}/rotate/`],
    ['POST', `${link}/%72otate`],
    ['PATCH', '/%62usiness'],
    ['PATCH', '/business/'],
    ['PUT', '/business/%6cogo'],
    ['PATCH', '/Business'],
    ['PATCH', '/business?x=/clients'],
    ['PATCH', '/x/../business'],
  ] as const) {
    const headers = { authorization: `Bearer ${key}`, 'if-match': '*' }
    const body = ['PATCH', 'POST', 'PUT'].includes(method) ? { body: '{}' } : {}
    const { status } = await request(`/api/v1${path}`, { method, headers, ...body })
    expect([403, 404], `${method} ${path}`).toContain(status)
  }
})
