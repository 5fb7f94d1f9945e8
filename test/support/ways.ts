// The ways into every situation of a quote and of an invoice, as steps that a business and its client take, and the acts
// that are tried there.
import { expect, vi } from 'vitest'
import type {
  InvoiceAct,
  InvoiceSituation,
  QuoteAct,
  QuoteSituation,
} from '../../src/documents/transitions.ts'
import { declined, signed } from './portal.ts'
import { type Answer, anInvoice, aQuote, type Business, created, open, portalOf, succeeded } from './world.ts'

/** Documents are valid, or due, until the last day of June. */
export const BEFORE = Date.parse('2026-06-15T12:00:00Z')
const AFTER = Date.parse('2026-07-02T12:00:00Z')

/** A quote or an invoice. `payments`: ids of those on it, in the order in which they were made. */
export type Subject = { business: Business; client: string; id: string; payments: string[] }
export type Step = (subject: Subject) => Promise<unknown> | unknown

type Owner = Pick<Subject, 'business' | 'client'>

export async function aQuoteDraft({ business, client }: Owner): Promise<Subject> {
  const id = created(await business.api('POST', '/quotes', aQuote(client, { valid_until: '2026-06-30' })))
  return { business, client, id, payments: [] }
}

/** Of $300.00, unless `more` says otherwise. */
export async function anInvoiceDraft({ business, client }: Owner, more: object = {}): Promise<Subject> {
  const body = anInvoice(client, { due_on: '2026-06-30', ...more })
  return { business, client, id: created(await business.api('POST', '/invoices', body)), payments: [] }
}

const post =
  (of: 'quotes' | 'invoices', verb: string): Step =>
  async ({ business, id }) =>
    succeeded(await business.api('POST', `/${of}/${id}/${verb}`))

export const late: Step = () => vi.setSystemTime(AFTER)

const withoutClient: Step = async ({ business, client }) =>
  succeeded(await business.api('DELETE', `/clients/${client}`))

const pageOf = async ({ business, client, id }: Subject) => `${await portalOf(business, client)}/quotes/${id}`

const visited: Step = async subject => expect((await open(await pageOf(subject))).status).toBe(200)
const signedByClient: Step = async subject => expect((await signed(await pageOf(subject))).status).toBe(303)
const declinedByClient: Step = async subject =>
  expect((await declined(await pageOf(subject))).status).toBe(303)

const [sent, back, closed] = [post('quotes', 'send'), post('quotes', 'cancel'), post('quotes', 'close')]

export const quoteWays: Record<string, [QuoteSituation, ...Step[]]> = {
  draft: ['draft'],
  'back in draft': ['redraft', sent, back],
  'declined, and back in draft': ['redraft', sent, declinedByClient, back],
  sent: ['sent', sent],
  'sent again': ['sent', sent, back, sent],
  viewed: ['viewed', sent, visited],
  'past its validity': ['lapsed', sent, late],
  'viewed, past its validity': ['lapsed', sent, visited, late],
  closed: ['closed', sent, closed],
  'closed as a draft': ['closed', sent, back, closed],
  'closed with its client': ['closed', sent, back, withoutClient],
  'signed by its client': ['accepted', sent, signedByClient],
  'accepted elsewhere': ['accepted', sent, post('quotes', 'accept')],
  'accepted, past its validity': ['accepted', sent, signedByClient, late],
  declined: ['rejected', sent, declinedByClient],
  'declined, past its validity': ['rejected', sent, declinedByClient, late],
}

const [billed, voided] = [post('invoices', 'send'), post('invoices', 'void')]

const paid =
  (amount: string): Step =>
  async ({ business, id, payments }) => {
    const body = { amount, method: 'cash' }
    payments.push(created(await business.api('POST', `/invoices/${id}/payments`, body)))
  }

const takenBack =
  (nth: number): Step =>
  async ({ business, payments }) =>
    succeeded(await business.api('POST', `/payments/${payments[nth]}/reverse`))

/** With the word that the API then has for it. */
export const invoiceWays: Record<string, [InvoiceSituation, word: string, ...Step[]]> = {
  draft: ['draft', 'draft'],
  sent: ['sent', 'sent', billed],
  'sent, its client deleted': ['sent', 'sent', billed, withoutClient],
  overdue: ['sent', 'overdue', billed, late],
  'paid, and taken back': ['sent', 'sent', billed, paid('300.00'), takenBack(0)],
  'partly paid': ['partial', 'partial', billed, paid('299.98')],
  'partly paid, overdue': ['partial', 'overdue', billed, paid('0.01'), late],
  'with a payment of which all is credit': [
    ...(['partial', 'sent'] as const),
    ...[billed, paid('300.00'), paid('50.00'), takenBack(0)],
  ],
  paid: ['paid', 'paid', billed, paid('300.00')],
  'paid, past its day': ['paid', 'paid', billed, paid('300.00'), late],
  overpaid: ['paid', 'paid', billed, paid('400.00')],
  void: ['void', 'void', billed, voided],
  'void, once paid': ['void', 'void', billed, paid('400.00'), takenBack(0), voided],
}

/** Of an invoice that comes to nothing. */
export const freeWays: typeof invoiceWays = {
  'of nothing': ['free', 'paid', billed],
  'of nothing, with money on it': ['paid', 'paid', billed, paid('5.00')],
  'of nothing, its money taken back': ['free', 'paid', billed, paid('5.00'), takenBack(0)],
  'of nothing, void': ['void', 'void', billed, voided],
}

/** An act of the API; `headers`: If-Match, where it is not `*`. */
type Acting = (subject: Subject, headers?: Record<string, string>) => Promise<Answer>

const asked =
  (method: string, path: (id: string) => string, body?: object): Acting =>
  ({ business, id }, headers) =>
    business.api(method, path(id), body, headers)

export const quoteActs: Record<QuoteAct, Acting> = {
  edit: asked('PATCH', id => `/quotes/${id}`, { title: 'Changed' }),
  delete: asked('DELETE', id => `/quotes/${id}`),
  send: asked('POST', id => `/quotes/${id}/send`),
  cancel: asked('POST', id => `/quotes/${id}/cancel`),
  close: asked('POST', id => `/quotes/${id}/close`),
  accept: asked('POST', id => `/quotes/${id}/accept`, {}),
  invoice: asked('POST', id => `/quotes/${id}/invoices`, { percent: '60' }),
}

export const invoiceActs: Record<InvoiceAct, Acting> = {
  edit: asked('PATCH', id => `/invoices/${id}`, { title: 'Changed' }),
  delete: asked('DELETE', id => `/invoices/${id}`),
  send: asked('POST', id => `/invoices/${id}/send`),
  pay: asked('POST', id => `/invoices/${id}/payments`, { amount: '0.01', method: 'cash' }),
  void: asked('POST', id => `/invoices/${id}/void`),
}
