// A client's portal with something on each of its pages, its link's token, and what the cache holds of it.
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { app } from '../../src/app.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import type { Env } from '../../src/core/env.ts'
import { replayed } from './replay.ts'
import {
  aBusiness,
  aClient,
  aSentInvoice,
  aSentQuote,
  type Business,
  open,
  portalOf,
  request,
  succeeded,
} from './world.ts'

export type Portal = {
  business: Business
  client: string
  quote: string
  invoice: string
  /** The path of the dashboard. */
  home: string
  token: string
}

/** A client to whom a quote and an invoice were sent. */
export async function aPortal(given?: Business, more: object = {}): Promise<Portal> {
  if (given) return builtPortal(given, more)
  return replayed(`a portal of ${JSON.stringify(more)}`, async on =>
    builtPortal(await aBusiness({}, undefined, on), more),
  )
}

async function builtPortal(business: Business, more: object): Promise<Portal> {
  const client = await aClient(business, more)
  const quote = await aSentQuote(business, client)
  const invoice = await aSentInvoice(business, client)
  const home = await portalOf(business, client)
  return { business, client, quote, invoice, home, token: tokenIn(home) }
}

/** The token in a portal's path or address. */
export const tokenIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** The hash that a quote's forms carry: of the content that the page shows. */
export async function hashOn(at: string): Promise<string> {
  const html = await (await open(at)).text()
  const hash = /name="content_hash" value="([0-9a-f]{64})"/.exec(html)?.[1]
  if (!hash) throw new Error(`no form at ${at}`)
  return hash
}

export type Fields = Record<string, string>

/** Posts a form as a browser does from the portal's own page. */
export const posted = (path: string, fields: Fields, bindings: Env = env, headers: Fields = sameOrigin) =>
  request(path, { method: 'POST', body: new URLSearchParams(fields), headers }, bindings)

const sameOrigin = {
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}

/** Accepts the quote whose page is `at`, as its client does: reads it, types a name, ticks the box. */
export async function signed(at: string, more: Fields = {}): Promise<Response> {
  const fields = { signature: 'Dana Whitfield', consent: 'on', content_hash: await hashOn(at) }
  return posted(`${at}/acceptance`, { ...fields, ...more })
}

/** Declines the quote whose page is `at`. */
export async function declined(at: string, more: Fields = {}): Promise<Response> {
  return posted(`${at}/rejection`, { content_hash: await hashOn(at), ...more })
}

/** Every page of a portal, as its path behind the token. */
export const pagesOf = ({ quote, invoice }: Pick<Portal, 'quote' | 'invoice'>): string[] => [
  '',
  `/quotes/${quote}`,
  `/invoices/${invoice}`,
  ...['quotes', 'invoices', 'accepted', 'closed', 'settled'].map(list => `/history/${list}`),
]

export const cacheKey = async (token: string): Promise<string> => `link:${await sha256Hex(token)}`

/** What src/access/cache.ts writes for a link of the business that `aBusiness` makes. */
export const whereabouts = {
  home: 'main',
  name: 'Harbor Roofing',
  phone: '(207) 555-0142',
  email: 'office@harbor.example',
}

/** Puts an entry into the cache, as an edge that has not heard of a link's death would hold it. */
export async function plant(token: string, value: unknown = whereabouts): Promise<void> {
  await env.KV.put(await cacheKey(token), typeof value === 'string' ? value : JSON.stringify(value))
}

/** Makes the client's link a new one; gives its path. */
export async function rotated({ business, client }: Pick<Portal, 'business' | 'client'>): Promise<string> {
  const { body } = succeeded(await business.api('POST', `/clients/${client}/link/rotate`))
  return new URL(body.url).pathname
}

/** Ends every link of a business that was born until now, as one statement. */
export async function endAllLinks({ id }: Business): Promise<void> {
  await env.DB.prepare('update businesses set links_from = ?, version = version + 1 where id = ?')
    .bind(Date.now(), id)
    .run()
}

/** One request, answered; its after-work may still be under way, or never end. */
export async function promptly(path: string, init: RequestInit = {}, bindings: Env = env): Promise<Response> {
  return app.fetch(new Request(`https://portal.test${path}`, init), bindings, createExecutionContext())
}

/** A response as what can be compared: status, every header, every byte (as their hash: a page is long). */
export async function bytesOf(response: Response) {
  const body = await response.text()
  const title = /<title>.*?<\/title>/.exec(body)?.[0] ?? body.slice(0, 80)
  return { status: response.status, headers: [...response.headers], title, bytes: await sha256Hex(body) }
}
