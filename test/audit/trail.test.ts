// The trail: whatever is done to a business's data stands in it, with who did it, to what, when, from where and by which
// request; it is only ever added to, and holds no secret.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Action } from '../../src/audit/store.ts'
import { everyMinute } from '../../src/cron.ts'
import { codeOf } from '../support/accepted.ts'
import { changingNothing } from '../support/answers.ts'
import { jpeg } from '../support/pictures/jpeg.ts'
import { posted, tokenIn } from '../support/portal.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  aSentInvoice,
  type Business,
  created,
  navigation,
  portalOf,
  request,
  succeeded,
} from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

type Entry = {
  id: string
  at: string
  actor: { kind: string; id: string | null }
  action: string
  object_id: string
  address: string | null
  request_id: string
  details: Record<string, string | number | null>
}

const trailOf = async ({ api }: Business, query = ''): Promise<Entry[]> =>
  succeeded(await api('GET', `/audit?limit=100${query}`)).body.data

const from = { 'cf-connecting-ip': '2001:db8::7' }

/** Calls of the API from an address; `last` is what was answered last. */
function calling({ api }: Business) {
  const calls = {
    last: undefined as Answer | undefined,
    async do(method: string, path: string, body?: object): Promise<string> {
      calls.last = succeeded(await api(method, path, body, from))
      return calls.last.body?.id
    },
  }
  return calls
}

/** What each act is done to; `system`: by nobody's request. What `npm run key` writes is shown in test/start. */
const objects: Record<Exclude<Action, 'business.created'>, { of: string; by?: 'link' | 'system' }> = {
  'api_key.created': { of: 'key' },
  'api_key.rotated': { of: 'key' },
  'api_key.revoked': { of: 'key' },
  'business.updated': { of: 'biz' },
  'business.logo_set': { of: 'biz' },
  'business.logo_removed': { of: 'biz' },
  'client.created': { of: 'cli' },
  'client.updated': { of: 'cli' },
  'client.deleted': { of: 'cli' },
  'link.revealed': { of: 'lnk' },
  'link.rotated': { of: 'lnk' },
  'link.revoked': { of: 'lnk' },
  'link.sent': { of: 'lnk' },
  'links.rotated': { of: 'biz' },
  'quote.created': { of: 'quo' },
  'quote.updated': { of: 'quo' },
  'quote.deleted': { of: 'quo' },
  'quote.sent': { of: 'quo' },
  'quote.viewed': { of: 'quo', by: 'link' },
  'quote.cancelled': { of: 'quo' },
  'quote.closed': { of: 'quo' },
  'quote.accepted': { of: 'quo', by: 'link' },
  'quote.rejected': { of: 'quo', by: 'link' },
  'invoice.created': { of: 'inv' },
  'invoice.updated': { of: 'inv' },
  'invoice.deleted': { of: 'inv' },
  'invoice.sent': { of: 'inv' },
  'invoice.voided': { of: 'inv' },
  'payment.recorded': { of: 'pay' },
  'payment.reversed': { of: 'pay' },
  'message.retried': { of: 'msg' },
  'client.language_chosen': { of: 'cli', by: 'link' },
  'reminders.stopped': { of: 'cli', by: 'link' },
  'reminders.started': { of: 'cli', by: 'link' },
  'chain.sealed': { of: 'biz', by: 'system' },
}

/** Does everything once that can be done, on the first of June. */
async function everything(business: Business) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-01T12:00:00Z') })
  const calls = calling(business)
  const post = (path: string, body?: object) => calls.do('POST', path, body)
  await calls.do('PATCH', '/business', { phone: '+1 207 555 0100' })
  succeeded(await business.api('PUT', '/business/logo', jpeg(), { 'content-type': 'image/jpeg', ...from }))
  await calls.do('DELETE', '/business/logo')
  const key = await post('/api-keys', { name: 'Other' })
  await calls.do('DELETE', `/api-keys/${await post(`/api-keys/${key}/rotate`, {})}`)
  const client = await post('/clients', { name: 'Dana Whitfield', email: 'dana@example.com' })
  await calls.do('PATCH', `/clients/${client}`, { notes: 'Prefers mornings' })
  await calls.do('DELETE', `/quotes/${await post('/quotes', aQuote(client))}`)
  const aSent = async () => {
    const quote = await post('/quotes', aQuote(client))
    await post(`/quotes/${quote}/send`)
    return quote
  }
  const quote = await aSent()
  await post(`/quotes/${quote}/cancel`)
  await calls.do('PATCH', `/quotes/${quote}`, { title: 'Newer' })
  await post(`/quotes/${quote}/send`)
  await post(`/quotes/${await aSent()}/close`)
  const home = await portalOf(business, client)
  await request(`${home}/quotes/${quote}`, { headers: { ...navigation, ...from } })
  await signedFrom(`${home}/quotes/${quote}`)
  const declined = await aSent()
  const { content_hash } = (await business.api('GET', `/quotes/${declined}`)).body
  await posted(`${home}/quotes/${declined}/rejection`, { content_hash }, env, from)
  await calls.do('DELETE', `/invoices/${await post('/invoices', anInvoice(client))}`)
  const chosen = await posted(`${home}/language`, { language: 'de', page: home }, env, from)
  expect(chosen.status).toBe(303)
  for (const act of ['stop', 'start'])
    expect((await posted(`${home}/reminders/${act}`, {}, env, from)).status).toBe(303)
  const invoice = await post('/invoices', anInvoice(client))
  await calls.do('PATCH', `/invoices/${invoice}`, { title: 'Newer' })
  await post(`/invoices/${invoice}/send`)
  const payment = await post(`/invoices/${invoice}/payments`, { amount: '10.00', method: 'check' })
  await post(`/payments/${payment}/reverse`)
  await post(`/invoices/${invoice}/void`)
  await post(`/clients/${client}/link/send`)
  const message = `update messages set state = 'failed' where kind = 'link_again' returning id`
  await post(`/messages/${await env.DB.prepare(message).first('id')}/retry`)
  await post(`/clients/${client}/link/rotate`)
  await calls.do('DELETE', `/clients/${client}/link`)
  await post('/links/rotate')
  await calls.do('DELETE', `/clients/${client}`)
  await everyMinute(env, Date.parse('2026-06-02T12:00:00Z'))
  return { home, calls }
}

const signedFrom = async (at: string) => {
  const hash = /name="content_hash" value="([0-9a-f]{64})"/.exec(await (await request(at)).text())?.[1] ?? ''
  const fields = { signature: 'Dana Whitfield', consent: 'on', content_hash: hash }
  expect((await posted(`${at}/acceptance`, fields, env, from)).status).toBe(303)
}

test('it tells of everything that can be done: who, to what, when, from where, by which request', async () => {
  const business = await aBusiness()
  const { home } = await everything(business)
  const trail = await trailOf(business)
  expect(new Set(trail.map(({ action }) => action))).toEqual(new Set(Object.keys(objects)))
  const { data: keys } = succeeded(await business.api('GET', '/api-keys')).body
  const links = await env.DB.prepare('select id from portal_links').all<{ id: string }>()
  const known = {
    key: keys.map(({ id }: { id: string }) => id),
    link: links.results.map(({ id }) => id),
    system: [null],
  }
  for (const { at, actor, action, object_id, address, request_id } of trail) {
    const { of, by = 'key' } = objects[action as keyof typeof objects]
    expect(actor.kind, action).toBe(by)
    expect(known[by], action).toContain(actor.id)
    expect(object_id, action).toMatch(new RegExp(`^${of}_`))
    expect(at, action).toMatch(by === 'system' ? /^2026-06-02T12:00/ : /^2026-06-01T12:00/)
    // The one reading of the link was this test’s own, from nowhere.
    expect(address, action).toBe(by === 'system' || action === 'link.revealed' ? null : '2001:db8::7')
    expect(request_id, action).toMatch(/^req_/)
  }
  expect(new Set(trail.map(({ id }) => id)).size).toBe(trail.length)
  for (const secret of [
    tokenIn(home),
    business.key,
    'Dana',
    'dana@example.com',
    'Prefers mornings',
    '207 555',
  ])
    expect(JSON.stringify(trail)).not.toContain(secret)
})

test('request_id is the X-Request-Id of the answer', async () => {
  const business = await aBusiness()
  const calls = calling(business)
  const client = await calls.do('POST', '/clients', { name: 'Dana', email: 'dana@example.com' })
  const [entry] = await trailOf(business, `&object_id=${client}`)
  expect(entry?.request_id).toBe(calls.last?.headers.get('x-request-id'))
})

test('what is refused leaves no entry, and neither does reading, but for a link', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const { body } = await business.api('POST', '/quotes', aQuote(client, { lines: [] }))
  const quote = `/quotes/${body.id}`
  expect(codeOf(await changingNothing(() => business.api('POST', `${quote}/send`)))).toBe('409 quote_empty')
  expect(codeOf(await changingNothing(() => business.api('POST', '/clients', {})))).toBe('422 invalid')
  for (const path of [quote, `${quote}/preview`, '/clients', '/audit', '/messages', '/business'])
    await changingNothing(async () => succeeded(await business.api('GET', path)), path)
  expect(codeOf(await changingNothing(() => business.api('GET', `/clients/${client}/link`)))).toBe(
    '404 not_found',
  )
})

describe('a link that the business reads', () => {
  test('stands in it with the instant at which its client had last used it, before it is shown', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-01T12:00:00Z') })
    const business = await aBusiness()
    const client = await aClient(business)
    const { body } = await business.api('POST', '/quotes', aQuote(client))
    succeeded(await business.api('POST', `/quotes/${body.id}/send`))
    const path = `/clients/${client}/link`
    const unused = succeeded(await business.api('GET', path, undefined, from))
    expect(unused.body.last_used_at).toBeNull()

    vi.setSystemTime('2026-06-05T12:00:00Z')
    await request(new URL(unused.body.url).pathname, { headers: navigation })
    vi.setSystemTime('2026-06-09T12:00:00Z')
    const used = succeeded(await business.api('GET', path, undefined, from))
    expect(used.body.last_used_at).toMatch(/^2026-06-05T12:00/)

    const reveals = (await trailOf(business)).filter(({ action }) => action === 'link.revealed')
    expect(
      reveals.map(({ at, actor, details, request_id }) => ({ at, kind: actor.kind, details, request_id })),
    ).toEqual(
      [unused, used].map(({ body: { last_used_at }, headers }, nth) => ({
        at: `2026-06-0${nth === 0 ? 1 : 9}T12:00:00.000Z`,
        kind: 'key',
        details: { client, last_used_at },
        request_id: headers.get('x-request-id'),
      })),
    )
    expect(reveals[0]?.object_id).toBe(reveals[1]?.object_id)
  })

  test('is not shown where that can’t be written', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const { body } = await business.api('POST', '/quotes', aQuote(client))
    succeeded(await business.api('POST', `/quotes/${body.id}/send`))
    await env.DB.exec(
      `create trigger no_trail before insert on audit_entries begin select raise(abort, 'No trail.'); end`,
    )
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { status, body: said } = await business.api('GET', `/clients/${client}/link`)
    expect(status).toBe(500)
    expect(JSON.stringify(said)).not.toContain('/portal/')
  })
})

describe('GET /audit', () => {
  test('of a client, with its links; of an invoice, with its payments, whose money is told as everywhere', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const invoice = await aSentInvoice(business, client)
    succeeded(await business.api('GET', `/clients/${client}/link`))
    created(await business.api('POST', `/invoices/${invoice}/payments`, { amount: '12.50', method: 'cash' }))
    const told = async (id: string) =>
      (await trailOf(business, `&object_id=${id}`)).map(({ action, details }) => [action, details])
    expect(await told(client)).toMatchObject([
      ['client.created', {}],
      ['link.revealed', { client }],
    ])
    expect(await told(invoice)).toMatchObject([
      ...[
        ['invoice.created', {}],
        ['invoice.sent', {}],
      ],
      ['payment.recorded', { invoice, amount: '12.50', currency: 'USD' }],
    ])
  })

  test('by object and from an instant on; what is no id and no instant is refused', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-01T12:00:00Z') })
    const business = await aBusiness()
    const [one, other] = [await aClient(business), await aClient(business)]
    vi.setSystemTime('2026-06-02T12:00:00Z')
    succeeded(await business.api('PATCH', `/clients/${one}`, { notes: 'x' }))
    const told = async (query: string) =>
      (await trailOf(business, query)).map(({ action, object_id }) => `${action} ${object_id}`)
    expect(await told(`&object_id=${one}`)).toEqual([`client.created ${one}`, `client.updated ${one}`])
    expect(await told(`&object_id=${other}`)).toEqual([`client.created ${other}`])
    expect(await told('&since=2026-06-02T12:00:00Z')).toEqual([`client.updated ${one}`])
    expect(await told('&since=2026-06-02T14:00:00%2B02:00')).toEqual([`client.updated ${one}`])
    expect(await told('&since=2026-06-02T12:00:00.001Z')).toEqual([])
    expect(await told(`&object_id=${other}&since=2026-06-02T12:00:00Z`)).toEqual([])
    for (const query of ['object_id=x', 'object_id=', 'since=yesterday', 'since=2026-06-02', 'action=x'])
      expect(codeOf(await business.api('GET', `/audit?${query}`)), query).toBe('400 malformed_query')
  })

  test('holds nothing of another business, also not by the id of its object', async () => {
    const [business, stranger] = [await aBusiness(), await aBusiness()]
    const client = await aClient(business)
    expect(await trailOf(stranger)).toEqual([])
    expect(await trailOf(stranger, `&object_id=${client}`)).toEqual([])
  })
})

test('no verb of SQL changes or removes an entry', async () => {
  const business = await aBusiness()
  await aClient(business)
  const before = await trailOf(business)
  for (const sql of [
    `update audit_entries set actor_id = 'x'`,
    'delete from audit_entries',
    'insert or replace into audit_entries select * from audit_entries',
  ])
    await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow(/append_only|exists/)
  expect(await trailOf(business)).toEqual(before)
})
