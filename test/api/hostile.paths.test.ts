// Paths and queries that an attacker tries: 404 or 400, as for anything that is not there, and never a fault.
import { expect, test, vi } from 'vitest'
import { aPortal } from '../support/portal.ts'
import { expectProblem } from '../support/problems.ts'
import { apiWith, request } from '../support/world.ts'

const odd = [
  ...[
    'x',
    '0',
    '-1',
    'null',
    '..',
    '...',
    '%2e%2e',
    '%00',
    '%0a',
    '%2f',
    '%',
    '%zz',
    '%E0%A4%A',
    '%F0%9F%92%A9',
  ],
  ...[
    "'",
    "' or 1=1 --",
    '%27%20or%201=1',
    '*',
    '?',
    ';',
    '<script>',
    '__proto__',
    'constructor',
    'x'.repeat(10_000),
  ],
  ...[
    'quo_',
    'quo_0000000000000000000000000',
    'QUO_01K00000000000000000000000',
    'cli_01k0000000000000000000000i',
  ],
]

test('an id that is none is not there, wherever it stands', async () => {
  const { business } = await aPortal()
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const id of odd) {
    for (const [method, path] of [
      ['GET', `/clients/${id}`],
      ['GET', `/clients/${id}/link`],
      ['PATCH', `/quotes/${id}`],
      ['POST', `/quotes/${id}/send`],
      ['DELETE', `/invoices/${id}`],
      ['GET', `/invoices/${id}/payments`],
      ['GET', `/${id}`],
    ] as const) {
      const answer = await business.api(method, path, method === 'PATCH' ? {} : undefined)
      const normalized = new URL(`https://portal.test/api/v1${path}`).pathname
      if (normalized !== `/api/v1${path}` && answer.status < 300) continue
      // What stands behind a ? is a query that no path takes.
      expect(id === '?' ? [400, 404] : [404, 422], `${method} ${path.slice(0, 60)}`).toContain(answer.status)
      if (answer.status === 404 && normalized.startsWith('/api/v1/')) expectProblem(answer, path.slice(0, 60))
    }
  }
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
}, 30_000)

test('a path is one path: no other case, no doubled or encoded slash leads there', async () => {
  const { business, quote } = await aPortal()
  for (const path of [
    '//quotes',
    '/Quotes',
    '/quotes%2F',
    `/quotes//${quote}`,
    `/quotes/${quote}//send`,
    '/quotes;x',
  ]) {
    for (const method of ['GET', 'POST']) {
      expect((await business.api(method, path, method === 'POST' ? {} : undefined)).status, path).toBe(404)
    }
  }
})

test('odd and unknown queries on lists are refused, and never a fault', async () => {
  const { business } = await aPortal()
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const list of ['/clients', '/quotes', '/invoices']) {
    for (const name of ['limit', 'cursor', 'status', 'client_id', 'updated_since', 'what', '__proto__']) {
      for (const value of odd.slice(0, -5).map(encodeURIComponent)) {
        const { status } = await business.api('GET', `${list}?${name}=${value}`)
        expect(status, `${list}?${name}=${value}`).toBe(400)
      }
    }
    for (const query of ['=', '=1', '=&limit=5']) {
      expect((await business.api('GET', `${list}?${query}`)).status, query).toBe(400)
    }
    for (const query of ['limit=5&limit=x', '&&&', 'limit', '%', '%E0', 'limit=5#x', 'limit[]=5']) {
      expect([200, 400], query).toContain((await business.api('GET', `${list}?${query}`)).status)
    }
  }
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
}, 30_000)

test('methods that a path does not have are not there', async () => {
  const { business, quote, client } = await aPortal()
  for (const [method, path] of [
    ['PUT', `/quotes/${quote}`],
    ['DELETE', '/quotes'],
    ['PATCH', '/quotes'],
    ['DELETE', '/business'],
    ['GET', '/business/logo'],
    ['POST', '/business/logo'],
    ['POST', `/clients/${client}`],
    ['GET', `/quotes/${quote}/send`],
    ['GET', `/clients/${client}/link/rotate`],
    ['OPTIONS', '/quotes'],
  ] as const) {
    const answer = await business.api(method, path)
    expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([404, 'not_found'])
    expectProblem(answer, path)
  }
  expect((await business.api('GET', `/quotes/${quote}`)).body.status).toBe('sent')
})

test('HEAD of a resource answers as GET without its body, and sends nothing', async () => {
  const { business, quote } = await aPortal()
  const headers = { authorization: `Bearer ${business.key}` }
  const [get, head] = [
    await request(`/api/v1/quotes/${quote}`, { headers }),
    await request(`/api/v1/quotes/${quote}`, { headers, method: 'HEAD' }),
  ]
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
    200,
    get.headers.get('etag'),
    '',
  ])
  const { status } = await request(`/api/v1/quotes/${quote}/send`, { headers, method: 'HEAD' })
  expect(status).toBe(404)
})

test('odd headers are no key, and break nothing', async () => {
  for (const key of [
    '',
    'x',
    "' or 1=1",
    'sqk_',
    'sqk_'.repeat(3000),
    '\u00e9',
    '%00',
    'null',
    'undefined',
  ]) {
    const answer = await apiWith(key)('GET', '/business')
    expect([answer.status, answer.body.code], key).toEqual([401, 'no_key'])
    expectProblem(answer, key)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  }
})
