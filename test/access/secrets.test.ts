// After everything that can happen has happened, no token and no API key stands anywhere at rest or in a log.
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { newKey } from '../../src/businesses/key.ts'
import { configOf } from '../../src/core/config.ts'
import { composeMail } from '../../src/mails.tsx'
import { dump } from '../support/dump.ts'
import { failingDbs, kvFails, withRows } from '../support/faults.ts'
import { aPortal, pagesOf, promptly, rotated, tokenIn } from '../support/portal.ts'
import { bounceOf, deliveryOf, postedOf } from '../support/postmark/webhooks.ts'
import { answers, asks, mailedTo } from '../support/recovery.ts'
import { findings, formsOf } from '../support/scanner.ts'
import { aPostOffice, nextDue } from '../support/sending.ts'
import {
  aBusiness,
  aClient,
  anInvoice,
  apiWith,
  aQuote,
  type Business,
  created,
  navigation,
  open,
  request,
  unlimited,
} from '../support/world.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Everything that is printed from here on, as one text. */
function captured(): () => string {
  const printed: string[] = []
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const
  const written = (value: unknown) =>
    value instanceof Error ? `${value.stack} ${String(value.cause)}` : JSON.stringify(value)
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...all: unknown[]) => {
      printed.push(...all.map(value => `${String(value)} ${written(value)}`))
    })
  }
  return () => printed.join('\n')
}

async function everythingAtRest(): Promise<Record<string, string>> {
  const tables = Object.entries(await dump()).map(([name, rows]) => [`table ${name}`, JSON.stringify(rows)])
  const { keys } = await env.KV.list()
  const entries = keys.map(async ({ name, metadata }) => [
    `cache ${name}`,
    `${name} ${JSON.stringify(metadata)} ${await env.KV.get(name)}`,
  ])
  return Object.fromEntries([...tables, ...(await Promise.all(entries))])
}

/** Every kind of request, the failing ones too. Gives the tokens and keys that were in play. */
async function aFullRun(): Promise<Record<string, string>> {
  const business = await aBusiness()
  const portal = await aPortal(business)
  const tokens = [portal.token]
  const { api } = business
  for (const page of [...pagesOf(portal), '/nothing', `/quotes/${portal.invoice}`, '/history/nothing']) {
    await open(portal.home + page)
    await promptly(portal.home + page, { method: 'POST', body: `token=${portal.token}` })
    await promptly(portal.home + page, { headers: navigation }, kvFails())
    for (const failing of Object.values(failingDbs).slice(0, 2))
      await promptly(portal.home + page, {}, failing())
    await promptly(
      portal.home + page,
      { headers: navigation },
      withRows({ content: 'null', timeZone: 'Nowhere' }),
    )
  }
  await api('GET', `/clients/${portal.client}/link`)
  await api('POST', `/clients/${portal.client}/link/send`)
  await api('POST', `/invoices/${portal.invoice}/payments`, { amount: '10.00', method: 'cash' })
  await api('POST', `/quotes/${portal.quote}/accept`, { note: 'by phone' })
  const { url } = (await api('POST', `/clients/${portal.client}/link/rotate`, { notify: true })).body
  tokens.push(tokenIn(url), tokenIn(await rotated(portal)))
  await open(portal.home)
  await api('DELETE', `/clients/${portal.client}/link`)

  await refusals(business, portal.client)
  const lying = apiWith(business.key, withRows({ createdAt: 9e15 }))
  expect((await lying('GET', `/quotes/${portal.quote}`)).status).toBe(500)
  for (const failing of Object.values(failingDbs).slice(0, 2)) {
    expect((await apiWith(business.key, failing())('GET', '/quotes')).status).toBe(503)
  }
  const deleted = await aPortal(business)
  tokens.push(deleted.token)
  await api('DELETE', `/clients/${deleted.client}`)
  const living = await aPortal(business)
  tokens.push(living.token)
  await open(living.home)
  await recoveries(living.token)

  const unknown = await newKey()
  expect((await apiWith(unknown)('GET', `/business?key=${unknown}`)).status).toBe(401)
  expect((await apiWith(`${business.key}x`)('GET', '/business')).status).toBe(401)
  const keys = { 'an API key': business.key, 'an unknown key': unknown }
  return { ...keys, ...Object.fromEntries(tokens.map((token, index) => [`token ${index}`, token])) }
}

/** Links that are asked for by mail: of who has one, of nobody, and by pasting the link itself into the field. */
async function recoveries(token: string) {
  for (const typed of ['dana@example.com', 'nobody@example.com', 'dana', `/portal/${token}`]) {
    await asks(typed)
    for (const failing of Object.values(failingDbs).slice(0, 2))
      expect([422, 503]).toContain(
        (await asks(typed, { ...failing(), PUBLIC_LIMIT: unlimited.PUBLIC_LIMIT })).status,
      )
  }
  await answers()
  expect(await mailedTo()).toEqual(['dana@example.com'])
}

async function refusals(business: Business, client: string) {
  const { api } = business
  const quote = created(await api('POST', '/quotes', aQuote(client)))
  const other = await aClient(business)
  created(await api('POST', '/invoices', anInvoice(other)))
  const statuses = [
    await api('POST', `/quotes/${quote}/send`),
    await api('POST', `/clients/${client}/link/send`),
    await api('GET', '/quotes/nothing'),
    await api('GET', '/nothing'),
    await api('POST', '/quotes', { client_id: 5, what: 'ever' }),
    await api('POST', '/quotes', '{'),
    await api('PATCH', `/quotes/${quote}`, {}, { 'if-match': '"99"' }),
    await api('GET', '/quotes?limit=x'),
    await api('POST', '/quotes', 'x'.repeat(300_000)),
  ].map(({ status }) => status)
  expect(statuses).toEqual([409, 409, 404, 404, 422, 400, 412, 400, 413])
}

/** What waits is sent while every second request goes wrong somehow, and Postmark reports what became of it. */
async function mailings(): Promise<number> {
  const office = await aPostOffice({
    chance: { seed: 5, rate: 0.5, routes: ['/email/batch', '/messages/outbound'] },
  })
  const [start, due] = [Date.now(), nextDue]
  for (let at = await due(); at !== null; at = await due()) await office.run(Math.max(at, start))
  const accepted = await office.accepted()
  for (const one of accepted) for (const event of [deliveryOf(one), bounceOf(one)]) await posted(event)
  return accepted.length
}

async function posted(event: object) {
  const authorization = `Basic ${btoa(`postmark:${env.POSTMARK_WEBHOOK_PASSWORD}`)}`
  const headers = { authorization, 'content-type': 'application/json' }
  const body = postedOf(event as never)
  expect((await request('/webhooks/postmark', { method: 'POST', headers, body })).status).toBe(200)
}

test('no token and no API key is at rest or in a log after a full run, in any form', async () => {
  const logs = captured()
  const secrets = await aFullRun()
  const mail = await env.DB.prepare("select id from messages where state = 'queued'").all<{ id: string }>()
  const composed = await Promise.all(mail.results.map(({ id }) => composeMail(env.DB, configOf(env), id)))
  expect(findings({ mail: JSON.stringify(composed) }, secrets)).not.toEqual([])
  expect(await mailings()).toBeGreaterThan(2)

  const parts = Object.entries(secrets).filter(([name]) => name.startsWith('token'))
  expect(parts).toHaveLength(5)
  const all = {
    ...secrets,
    ...Object.fromEntries(parts.map(([name, token]) => [`the secret of ${name}`, token.slice(3, 35)])),
    'the body of an API key': (secrets['an API key'] ?? '').slice(4, 36),
  }
  const texts = { ...(await everythingAtRest()), logs: logs() }
  expect(Object.keys(texts).filter(place => place.startsWith('cache '))).not.toEqual([])
  expect(texts.logs).toContain('/portal/:token')
  expect(texts.logs).toContain('/api/v1/quotes')
  expect(texts.logs).toContain('POST /portal"')
  expect(findings(texts, all)).toEqual([])
})

test('nor is anything about a person in a log', async () => {
  const logs = captured()
  await aFullRun()
  for (const word of ['Dana', 'dana@', 'Harbor', 'harbor.example', '555-0142', 'New roof', 'by phone']) {
    expect(logs()).not.toContain(word)
  }
  expect(logs()).not.toContain('example.com')
})

test('the scanner finds a planted secret in every form, wherever it begins, and nothing else', async () => {
  const token = 'k2_0123456789abcdefghjkmnpqrstvwxyz01234567'
  for (const [form, needle] of formsOf(token)) {
    const texts = { here: `before ${needle} after`, elsewhere: 'before and after' }
    expect(findings(texts, { planted: token }), form).toContain(`here: planted as ${form}`)
    expect(findings(texts, { planted: token }).every(said => said.startsWith('here'))).toBe(true)
  }
  for (const before of ['', 'a', 'ab', 'abc', 'https://portal.test/portal/']) {
    const whole = `${before}${token} and more`
    expect(findings({ here: btoa(whole) }, { planted: token }), before).not.toEqual([])
    const encoded = btoa(whole).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
    expect(findings({ here: encoded }, { planted: token }), before).not.toEqual([])
  }
  expect(findings({ here: token.slice(0, -1) }, { planted: token })).toEqual([])
})

test('the scan reads every table and every entry of the cache', async () => {
  const { token, business, client } = await aPortal()
  await env.DB.prepare('update clients set notes = ?, version = version + 1 where id = ?')
    .bind(token, client)
    .run()
  await env.KV.put('some:key', btoa(`x${token}`))
  await env.KV.put(`link:${token}`, '')
  const found = findings(await everythingAtRest(), { token, key: business.key })
  expect(found).toContain('table clients: token as raw')
  expect(found).toContain('cache some:key: token as base64 at 1')
  expect(found.some(said => said.startsWith(`cache link:${token}: token as raw`))).toBe(true)
})
