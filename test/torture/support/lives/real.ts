// The portal under the model's commands: each is carried out on the real worker, and what everybody then finds is
// compared with what the model foretold.
import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import { type Answer, type Business, request, succeeded, textOf } from '../../../support/world.ts'
import {
  amountText,
  balanceOf,
  type Client,
  type Currency,
  digits,
  type Invoice,
  invoiceWord,
  isShown,
  type Model,
  paidOf,
  type Quote,
  quoteSituation,
  quoteWord,
  type Refusal,
  sumsOf,
} from './model.ts'

/** `stored`: all that is stored of the business, in short, as of the last look at it; `done`: commands so far. */
export type Real = { business: Business; stored: string; done: number }

/** What a caller says it has seen: nothing at all, anything, the version that stands, or one that does not. */
export type Seen = 'none' | 'any' | 'current' | 'old'

const SECOND = 1000

/** Every command has its own instant. */
export function tick(model: Model, by = SECOND): void {
  model.now += by
  vi.setSystemTime(model.now)
}

type Request = { method: string; path: string; body?: object; seen?: Seen; etag?: string }

const headerOf = ({ seen = 'any', etag = '' }: Request): string =>
  ({ none: '', any: '*', current: etag, old: '"0"' })[seen]

/** The refusals that come before a document is looked at; null where none does. */
export function guarded(seen: Seen, gone: boolean): Refusal | null {
  if (seen === 'none') return [428, 'if_match_required']
  if (gone) return [404, 'not_found']
  return seen === 'old' ? [412, 'stale'] : null
}

/** Asks the API, and holds the answer against what was foretold: a refusal that changes nothing, or that it is done. */
export async function asked(real: Real, what: Request, refusal: Refusal | null): Promise<Answer> {
  const { method, path, body } = what
  const answer = await real.business.api(method, path, body, { 'if-match': headerOf(what) })
  const said = answer.status >= 400 ? [answer.status, answer.body.code] : null
  expect(said, `${method} ${path} ${JSON.stringify(body ?? {})}`).toEqual(refusal)
  if (refusal) await unchanged(real)
  else await changed(real)
  return answer
}

export async function unchanged(real: Real): Promise<void> {
  expect(await storedOf(real.business.id)).toBe(real.stored)
}

export async function changed(real: Real): Promise<void> {
  const stored = await storedOf(real.business.id)
  expect(stored).not.toBe(real.stored)
  real.stored = stored
}

const lists = {
  quotes: "id || state || revision || version || coalesce(number, '') || updated_at",
  invoices: "id || state || paid || version || coalesce(number, '') || updated_at",
  clients: "id || version || coalesce(deleted_at, '')",
  portal_links: "id || coalesce(died_at, '')",
  client_credits: 'client_id || currency || amount',
  number_counters: 'kind || year || last',
  messages: 'id || state',
}

const counted = [
  ...['quote_lines', 'quote_revisions', 'quote_views', 'quote_decisions', 'invoice_lines'],
  ...['invoice_revisions', 'payments', 'audit_entries', 'signature_records'],
]

const sql = `select json_array(${[
  ...Object.entries(lists).map(
    ([table, row]) =>
      `(select group_concat(row, ' ') from (select ${row} as row from ${table} where business_id = ?1 order by 1))`,
  ),
  ...counted.map(table => `(select count(*) from ${table} where business_id = ?1)`),
]}) as stored`

export async function storedOf(business: string): Promise<string> {
  return (await env.DB.prepare(sql).bind(business).first<string>('stored')) ?? ''
}

/** What the API and the client's page say of a quote. `etag`: whether it had to become another one. */
export async function lookAtQuote(model: Model, real: Real, quote: Quote, etag: 'same' | 'new') {
  const found = await real.business.api('GET', `/quotes/${quote.id}`)
  if (quote.stands === 'gone') return expect(found.status).toBe(404)
  const shown = isShown(quote)
  const { title, priced, total, validUntil, currency } = shown && quote.frozen ? quote.frozen : quote
  const { off, ...sums } = sumsOf(priced)
  const text = (minor: number) => amountText(minor, currency)
  const decision = shown ? quote.decisions[quote.revision] : undefined
  expect(found.body).toMatchObject({
    ...{ status: quoteWord(quote, model.now), revision: quote.revision, number: quote.number },
    ...{ title, valid_until: validUntil, currency },
    ...{ subtotal: text(sums.subtotal), discount_total: text(off), tax_total: text(sums.tax) },
    ...{ total: text(total), content_hash: shown ? quote.hashes[quote.revision] : null },
    decision: decision ?? null,
  })
  tagged(found, quote, etag)
  await lookAtPage(model, quote, 'quotes', () => quoteSigns(model, quote))
}

const bannersOfQuotes = {
  accepted: /(accepted this quote|recorded your acceptance) on /,
  rejected: /You declined this quote on /,
  lapsed: /This quote was valid until /,
  closed: /This quote was closed on /,
}

function quoteSigns(model: Model, quote: Quote) {
  const situation = quoteSituation(quote, model.now)
  const { total, currency } = quote.frozen ?? quote
  const decision = quote.decisions[quote.revision]
  const hash = `name="content_hash" value="${quote.hashes[quote.revision]}"`
  const isOpen = situation === 'sent' || situation === 'viewed'
  const who = decision?.kind === 'accepted' ? `${decision.name ?? 'Harbor Roofing recorded'} ` : ''
  return {
    banners: bannersOfQuotes,
    banner: situation,
    words: [`Quote ${quote.number}`, money(total, currency), who],
    source: isOpen ? [hash] : [],
    never: isOpen ? [] : ['name="content_hash"'],
  }
}

export async function lookAtInvoice(model: Model, real: Real, invoice: Invoice, etag: 'same' | 'new') {
  const found = await real.business.api('GET', `/invoices/${invoice.id}`)
  if (invoice.state === 'gone') return expect(found.status).toBe(404)
  const { off, ...sums } = sumsOf(invoice.priced)
  const text = (minor: number) => amountText(minor, invoice.currency)
  expect(found.body).toMatchObject({
    ...{ status: invoiceWord(model, invoice), number: invoice.number, title: invoice.title },
    ...{ due_on: invoice.dueOn, currency: invoice.currency, total: text(invoice.total) },
    ...(invoice.part
      ? { discount_total: text(0) }
      : { subtotal: text(sums.subtotal), discount_total: text(off), tax_total: text(sums.tax) }),
    ...{ amount_paid: text(paidOf(model, invoice)), balance_due: text(balanceOf(model, invoice)) },
    ...{ quote_id: invoice.quote?.id ?? null, beyond_quote: invoice.beyond },
  })
  tagged(found, invoice, etag)
  await lookAtPage(model, invoice, 'invoices', () => invoiceSigns(model, invoice))
}

const bannersOfInvoices = {
  paid: /Paid in full\. Thank you for your payment!/,
  overdue: /Payment overdue/,
  void: /This invoice was canceled\. There is nothing to pay\./,
}

function invoiceSigns(model: Model, invoice: Invoice) {
  const balance = `Balance due ${money(balanceOf(model, invoice), invoice.currency)}`
  const isVoid = invoice.state === 'void'
  return {
    banners: bannersOfInvoices,
    banner: invoiceWord(model, invoice),
    words: [`Invoice ${invoice.number}`, ...(isVoid ? [] : [balance])],
    source: [],
    never: isVoid ? ['Balance due'] : [],
  }
}

type Signs = {
  banners: Record<string, RegExp>
  banner: string
  words: string[]
  source: string[]
  never: string[]
}

/** The page in the client's living portal, as a program fetches it, which counts as no view: 404 or what it has to say. */
async function lookAtPage(model: Model, document: Quote | Invoice, of: string, signs: () => Signs) {
  const client = model.clients[document.client] as Client
  if (client.link !== 'alive') return
  const response = await request(`${client.paths.at(-1)}/${of}/${document.id}`)
  const shown = 'stands' in document ? isShown(document) : !['draft', 'gone'].includes(document.state)
  expect(response.status).toBe(shown ? 200 : 404)
  if (!shown) return
  const html = await response.clone().text()
  const text = await textOf(response)
  const { banners, banner, words, source, never } = signs()
  const said = Object.keys(banners).filter(name => banners[name]?.test(text))
  expect(said).toEqual(banner in banners ? [banner] : [])
  for (const word of words) expect(text).toContain(word)
  for (const part of source) expect(html).toContain(part)
  for (const part of never) expect(html).not.toContain(part)
}

function tagged({ etag }: Answer, document: { etag: string }, expected: 'same' | 'new') {
  if (expected === 'same') expect(etag).toBe(document.etag)
  else expect(etag).not.toBe(document.etag)
  document.etag = etag
}

/** As the pages of an American business write it. */
export function money(minor: number, currency: Currency): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  return format.format(minor / 10 ** digits[currency]).replace(/\s/g, ' ')
}

/** Reads the link that a client has now; the trail tells of it, at an instant of its own. */
export async function readLink(model: Model, real: Real, client: Client): Promise<void> {
  tick(model, 1)
  const { body } = succeeded(await real.business.api('GET', `/clients/${client.id}/link`))
  const path = new URL(body.url).pathname
  if (!client.paths.includes(path)) client.paths.push(path)
  client.linkId = await livingLinkOf(client)
  model.trail.push(['link.revealed', client.linkId])
  await changed(real)
}

export async function livingLinkOf({ id }: Client): Promise<string> {
  const found = env.DB.prepare('select id from portal_links where client_id = ? and died_at is null')
  return (await found.bind(id).first<string>('id')) ?? ''
}
