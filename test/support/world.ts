// A world to test in: businesses with their keys, the API and the portal as callers see them, on real D1 and KV.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { app } from '../../src/app.ts'
import { newKey } from '../../src/businesses/key.ts'
import { apiKeys, businesses } from '../../src/businesses/tables.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { build, statement, write } from '../../src/core/db.ts'
import type { Env } from '../../src/core/env.ts'
import { newId } from '../../src/core/ids.ts'

/** What a browser sends when a person opens a link. */
export const navigation = {
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
}

const letsAllThrough = { limit: async () => ({ success: true }) }

/** The bindings, with limiters that let everything through: a test asks more often than anybody would. */
export const unlimited: Env = { ...env, API_LIMIT: letsAllThrough, PUBLIC_LIMIT: letsAllThrough }

/** One request, answered and with all of its after-work done. */
export async function request(
  path: string,
  init: RequestInit = {},
  bindings: Env = unlimited,
): Promise<Response> {
  const ctx = createExecutionContext()
  const response = await app.fetch(new Request(`https://portal.test${path}`, init), bindings, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
export type Answer = { status: number; body: any; etag: string; headers: Headers }

export type Api = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

export type Business = { id: string; key: string; api: Api }

type Profile = Partial<typeof businesses.$inferInsert>

/** A business with a key of all scopes, or of those named. */
export async function aBusiness(
  profile: Profile = {},
  scopes = 'read write links admin',
  on: Env = unlimited,
): Promise<Business> {
  const now = Date.now()
  const id = newId('biz', now)
  const key = await newKey()
  const named = { name: 'Harbor Roofing', email: 'office@harbor.example', phone: '(207) 555-0142' }
  const places = { locale: 'en-US', currency: 'USD', timeZone: 'America/New_York' }
  const times = { createdAt: now, updatedAt: now }
  const keyRow = {
    id: newId('key', now),
    businessId: id,
    name: 'test',
    keyHash: await sha256Hex(key),
    scopes,
    createdAt: now,
  }
  await write(on.DB, [
    statement(build.insert(businesses).values({ id, ...named, ...places, ...times, ...profile })),
    statement(build.insert(apiKeys).values(keyRow)),
  ])
  return { id, key, api: apiWith(key, on) }
}

/** Calls the API with a key: JSON, or a text or bytes as they are. If-Match is `*` where the caller says nothing. */
export const apiWith =
  (key: string, bindings: Env = unlimited): Api =>
  async (method, path, body, headers = {}) => {
    const isSent = typeof body === 'string' || body instanceof Uint8Array
    const json = body === undefined ? {} : { body: isSent ? body : JSON.stringify(body) }
    const all = { authorization: `Bearer ${key}`, 'if-match': '*', ...headers }
    const response = await request(`/api/v1${path}`, { method, headers: all, ...json }, bindings)
    const text = await response.text()
    const parsed =
      text === '' ? null : response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
    return {
      status: response.status,
      body: parsed,
      etag: response.headers.get('etag') ?? '',
      headers: response.headers,
    }
  }

export const aLine = {
  description: 'Tear off old shingles',
  category: 'labor',
  quantity: '2',
  unit: 'hours',
  unit_price: '150.00',
}

export const aQuote = (clientId: string, more: object = {}) => ({
  client_id: clientId,
  title: 'New roof',
  valid_until: '2099-12-31',
  lines: [aLine],
  ...more,
})

export const anInvoice = (clientId: string, more: object = {}) => ({
  client_id: clientId,
  title: 'Roof repair',
  due_on: '2099-12-31',
  lines: [aLine],
  ...more,
})

/** Creates a client and gives its id. */
export async function aClient({ api }: Business, more: object = {}): Promise<string> {
  return created(
    await api('POST', '/clients', { name: 'Dana Whitfield', email: 'dana@example.com', ...more }),
  )
}

/** Creates a quote and sends it; gives its id. */
export async function aSentQuote({ api }: Business, clientId: string, more: object = {}): Promise<string> {
  const id = created(await api('POST', '/quotes', aQuote(clientId, more)))
  succeeded(await api('POST', `/quotes/${id}/send`))
  return id
}

/** Creates an invoice and sends it; gives its id. */
export async function aSentInvoice({ api }: Business, clientId: string, more: object = {}): Promise<string> {
  const id = created(await api('POST', '/invoices', anInvoice(clientId, more)))
  succeeded(await api('POST', `/invoices/${id}/send`))
  return id
}

/** The path of the client's portal. */
export async function portalOf({ api }: Business, clientId: string): Promise<string> {
  const { body } = succeeded(await api('GET', `/clients/${clientId}/link`))
  return new URL(body.url).pathname
}

/** Opens a page as a person does. */
export const open = (path: string, bindings: Env = env) => request(path, { headers: navigation }, bindings)

export function created(answer: Answer): string {
  if (answer.status !== 201) throw new Error(`not created: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

export function succeeded(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

/** What a person reads on a page: its body's text, spaces folded. */
export async function textOf(response: Response): Promise<string> {
  const html = await response.text()
  const body = html.slice(html.indexOf('<body'))
  return unescaped(body.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

const unescaped = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name as 'amp'],
  )
