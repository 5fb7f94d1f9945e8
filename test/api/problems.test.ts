// Every code of the closed list: a request that is refused with it, and the whole document that is answered.
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { openApi } from '../../src/api/openapi.ts'
import type { Env } from '../../src/core/env.ts'
import { type ProblemCode, problems } from '../../src/core/problem.ts'
import { batches } from '../support/answers.ts'
import { failingDbs, withRows } from '../support/faults.ts'
import { putLogo } from '../support/pictures/api.ts'
import { exifIn } from '../support/pictures/exif.ts'
import { jpeg, segment } from '../support/pictures/jpeg.ts'
import { flags, riff, vp8l, vp8x } from '../support/pictures/webp.ts'
import { aPortal, type Portal, signed } from '../support/portal.ts'
import { expectProblem } from '../support/problems.ts'
import { type Answer, anInvoice, apiWith, aQuote, created, succeeded, unlimited } from '../support/world.ts'

let logged: MockInstance
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

type Refused = (portal: Portal & { api: Portal['business']['api'] }) => Promise<Answer>

/** What is done before, and must succeed. */
const done = async (answer: Promise<Answer>): Promise<string> => succeeded(await answer).body?.id

const under = ({ business }: Portal, more: Partial<Env>) => apiWith(business.key, { ...unlimited, ...more })

const refused: Record<ProblemCode, Refused> = {
  malformed_header: ({ api }) => api('POST', '/links/rotate', {}, { 'idempotency-key': 'x'.repeat(256) }),
  malformed_json: ({ api }) => api('POST', '/clients', '{'),
  malformed_query: ({ api }) => api('GET', '/clients?limit=0'),
  no_key: () => apiWith('sqk_none')('GET', '/business'),
  missing_scope: async ({ api }) => {
    const { key } = succeeded(await api('POST', '/api-keys', { name: 'Reader', scopes: ['read'] })).body
    return apiWith(key)('POST', '/clients', {})
  },
  not_found: ({ api }) => api('GET', `/quotes/quo_${'0'.repeat(26)}`),
  already_decided: async ({ api, quote }) => {
    await done(api('POST', `/quotes/${quote}/accept`))
    return api('POST', `/quotes/${quote}/accept`)
  },
  already_reversed: async ({ api, invoice }) => {
    const payment = await done(api('POST', `/invoices/${invoice}/payments`, { amount: '1', method: 'cash' }))
    await done(api('POST', `/payments/${payment}/reverse`))
    return api('POST', `/payments/${payment}/reverse`)
  },
  client_deleted: async ({ api, client, quote }) => {
    await done(api('POST', `/quotes/${quote}/accept`))
    await done(api('DELETE', `/clients/${client}`))
    return api('POST', `/quotes/${quote}/invoices`)
  },
  idempotency_conflict: async portal => {
    // The other one has claimed the key, and its answer is not yet there to read.
    const key = { 'idempotency-key': 'one' }
    const late = batches(({ sql, run }) =>
      sql.some(one => /^select .*"idempotency_keys"/.test(one)) ? noRows(sql) : run(),
    )
    await done(portal.api('POST', '/clients', aNamedClient, key))
    return under(portal, { DB: late.DB })('POST', '/clients', aNamedClient, key)
  },
  invoice_empty: async ({ api, client }) => {
    const id = created(await api('POST', '/invoices', anInvoice(client, { lines: [] })))
    return api('POST', `/invoices/${id}/send`)
  },
  invoice_not_draft: ({ api, invoice }) => api('DELETE', `/invoices/${invoice}`),
  invoice_has_payments: async ({ api, invoice }) => {
    await done(api('POST', `/invoices/${invoice}/payments`, { amount: '1', method: 'cash' }))
    return api('POST', `/invoices/${invoice}/void`)
  },
  invoice_not_payable: async ({ api, invoice }) => {
    await done(api('POST', `/invoices/${invoice}/void`))
    return api('POST', `/invoices/${invoice}/payments`, { amount: '1', method: 'cash' })
  },
  invoice_not_voidable: async ({ api, client }) => {
    const id = created(await api('POST', '/invoices', anInvoice(client)))
    return api('POST', `/invoices/${id}/void`)
  },
  key_not_active: async ({ api }) => {
    const id = created(await api('POST', '/api-keys', { name: 'Old' }))
    await done(api('DELETE', `/api-keys/${id}`))
    return api('POST', `/api-keys/${id}/rotate`)
  },
  last_admin_key: async ({ api }) => {
    const { data } = succeeded(await api('GET', '/api-keys')).body
    return api('DELETE', `/api-keys/${data[0].id}`)
  },
  link_key_retired: async portal => {
    const others = `other:${btoa('x'.repeat(32))}`
    return under(portal, { LINK_KEYS: others })('GET', `/clients/${portal.client}/link`)
  },
  link_revoked: async ({ api, client }) => {
    await done(api('DELETE', `/clients/${client}/link`))
    return api('POST', `/clients/${client}/link/send`)
  },
  message_not_retryable: async ({ api }) => {
    const { data } = succeeded(await api('GET', '/messages')).body
    return api('POST', `/messages/${data[0].id}/retry`)
  },
  no_link: async ({ api }) => {
    const id = created(await api('POST', '/clients', aNamedClient))
    return api('POST', `/clients/${id}/link/send`)
  },
  not_enough_credit: ({ api, invoice }) =>
    api('POST', `/invoices/${invoice}/payments`, { amount: '1', method: 'credit' }),
  number_taken: async ({ api, client }) => {
    await done(api('POST', '/quotes', aQuote(client, { number: 'N' })))
    return api('POST', '/quotes', aQuote(client, { number: 'N' }))
  },
  quote_invoiced: async ({ api, quote }) => {
    await done(api('POST', `/quotes/${quote}/accept`))
    return api('POST', `/quotes/${quote}/invoices`, { amount: '1000000.00' })
  },
  quote_accepted: async ({ api, home, quote }) => {
    expect((await signed(`${home}/quotes/${quote}`)).status).toBe(303)
    return api('POST', `/quotes/${quote}/cancel`)
  },
  quote_empty: async ({ api, client }) => {
    const id = created(await api('POST', '/quotes', aQuote(client, { lines: [] })))
    return api('POST', `/quotes/${id}/send`)
  },
  quote_expired: async ({ api, quote }) => {
    await done(api('POST', `/quotes/${quote}/close`))
    return api('POST', `/quotes/${quote}/accept`)
  },
  quote_not_accepted: ({ api, quote }) => api('POST', `/quotes/${quote}/invoices`),
  quote_not_closable: async ({ api, client }) => {
    const id = created(await api('POST', '/quotes', aQuote(client)))
    return api('POST', `/quotes/${id}/close`)
  },
  quote_not_draft: ({ api, quote }) => api('PATCH', `/quotes/${quote}`, { title: 'Newer' }),
  quote_not_open: async ({ api, client }) => {
    const id = created(await api('POST', '/quotes', aQuote(client)))
    return api('POST', `/quotes/${id}/accept`)
  },
  quote_past_validity: async ({ api, client }) => {
    const id = created(await api('POST', '/quotes', aQuote(client, { valid_until: '2020-01-31' })))
    return api('POST', `/quotes/${id}/send`)
  },
  quote_was_sent: async ({ api, quote }) => {
    await done(api('POST', `/quotes/${quote}/cancel`))
    return api('DELETE', `/quotes/${quote}`)
  },
  stale: ({ api, quote }) => api('POST', `/quotes/${quote}/cancel`, {}, { 'if-match': '"1"' }),
  logo_animated: ({ api }) => putLogo(api, riff(vp8x({}, flags.animation), vp8l()), 'image/webp'),
  logo_dimensions: ({ api }) => putLogo(api, jpeg({ width: 1025 }), 'image/jpeg'),
  logo_turned: ({ api }) => putLogo(api, jpeg({}, { head: [segment(0xe1, exifIn(6))] }), 'image/jpeg'),
  logo_type_differs: ({ api }) => putLogo(api, jpeg(), 'image/png'),
  logo_unreadable: ({ api }) => putLogo(api, jpeg().slice(1), 'image/jpeg'),
  unsupported_media_type: ({ api }) => putLogo(api, jpeg(), 'image/gif'),
  too_large: ({ api }) => api('POST', '/clients', ' '.repeat(256 * 1024 + 1)),
  idempotency_key_reused: async ({ api }) => {
    const key = { 'idempotency-key': 'one' }
    await done(api('POST', '/clients', aNamedClient, key))
    return api('POST', '/clients', { ...aNamedClient, name: 'Other' }, key)
  },
  invalid: ({ api }) => api('POST', '/clients', {}),
  too_many_requests: portal =>
    under(portal, { API_LIMIT: { limit: async () => ({ success: false }) } })('GET', '/business'),
  if_match_required: ({ api, quote }) => api('POST', `/quotes/${quote}/cancel`, {}, { 'if-match': '' }),
  internal: portal =>
    under(portal, { DB: withRows({ cc: 'no JSON' }).DB })('GET', `/clients/${portal.client}`),
  unavailable: portal => under(portal, { DB: failingDbs['loses its connection']().DB })('GET', '/business'),
}

const aNamedClient = { name: 'Sam Field', email: 'sam@example.com' }

const noRows = async (sql: string[]) => sql.map(() => ({ success: true, meta: {}, results: [] }))

test.each(Object.entries(refused) as [ProblemCode, Refused][])('%s', async (code, ask) => {
  const portal = await aPortal()
  const answer = await ask({ ...portal, api: portal.business.api })
  const [status] = problems[code]
  expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([status, code])
  expectProblem(answer, code)
  // A fault is ours, and is logged; a refusal is not.
  expect(logged.mock.calls.length > 0).toBe(status >= 500)
  expect(answer.headers.get('x-request-id')).toMatch(/^req_/)
  expect(answer.headers.has('www-authenticate')).toBe(status === 401)
  expect(answer.headers.has('retry-after')).toBe(status === 429 || status === 503)
})

test('each is told of by some operation, with its cause; of its cure tells docs.test.ts', () => {
  const described = JSON.stringify(openApi('https://portal.test'))
  for (const [code, [, title]] of Object.entries(problems))
    expect(described, code).toContain(`\`${code}\`: ${title}.`)
})
