// What a business and its clients should find, whatever was done: quotes, invoices, money and links as plain data. It
// knows src through the tables of transitions alone; sums, words, dates and numbers it works out by itself.
import { invoiceTransitions, quoteTransitions } from '../../../../src/documents/transitions.ts'

export type QuoteAct = keyof typeof quoteTransitions
export type InvoiceAct = keyof typeof invoiceTransitions
export type QuoteSituation = keyof (typeof quoteTransitions)['edit']
export type InvoiceSituation = keyof (typeof invoiceTransitions)['edit']

/** How an API refuses: status and code. */
export type Refusal = readonly [status: number, code: string]

/** A zone without summer time, so that the end of a day is a sum. */
export type Zone = { name: string; offset: string; hours: number }

export const zones: Zone[] = [
  { name: 'America/Phoenix', offset: '-07:00', hours: -7 },
  { name: 'Asia/Tokyo', offset: '+09:00', hours: 9 },
  { name: 'Pacific/Kiritimati', offset: '+14:00', hours: 14 },
]

export const digits = { USD: 2, JPY: 0, KWD: 3 }
export type Currency = keyof typeof digits

/** Prices in minor units, the rate in hundredths of a percent for all lines, the discount in percent of the subtotal. */
export type Priced = { lines: { count: number; price: number }[]; rate: number; discount: number }

export type Decision = { kind: 'accepted' | 'rejected'; by: 'client' | 'business'; name: string | null }

type Document = {
  id: string
  client: number
  currency: Currency
  title: string
  priced: Priced
  total: number
  number: string | null
  etag: string
}

/**
 * `stands`: lapsed only by the clock, so it is never stored. `hashes`, `decisions`: by revision, from 1. `frozen`: what
 * was last sent, which everybody sees of it unless it is a draft; a draft can be changed and closed without being sent.
 */
export type Quote = Document & {
  stands: Exclude<QuoteSituation, 'lapsed'> | 'gone'
  revision: number
  validUntil: string
  endsAt: number
  frozen: Pick<Quote, 'title' | 'priced' | 'total' | 'validUntil' | 'currency'> | null
  hashes: string[]
  decisions: (Decision | undefined)[]
}

/** `state`: what payments don't decide. `part`: made of a part of a quote, so its lines are not foretold. */
export type Invoice = Document & {
  state: 'draft' | 'sent' | 'void' | 'gone'
  dueOn: string
  endsAt: number
  quote: Quote | null
  beyond: boolean
  part: boolean
}

export type Payment = {
  id: string
  invoice: Invoice
  amount: number
  applied: number
  credit: number
  method: 'cash' | 'credit'
  isReversal: boolean
  isReversed: boolean
}

/** `paths`: every portal link that was ever read, the newest last. */
export type Client = {
  id: string
  there: boolean
  link: 'none' | 'alive' | 'revoked'
  linkId: string
  paths: string[]
  etag: string
  credit: Record<Currency, number>
}

export type Model = {
  now: number
  zone: Zone
  clients: Client[]
  quotes: Quote[]
  invoices: Invoice[]
  payments: Payment[]
  counters: Record<string, number>
  /** What the audit trail should tell, in order: action and object. */
  trail: [action: string, object: string][]
  /** The events that should have a message. */
  events: string[]
}

export const quoteSituation = ({ stands, endsAt }: Quote, now: number): QuoteSituation | 'gone' =>
  (stands === 'sent' || stands === 'viewed') && now >= endsAt ? 'lapsed' : stands

export function invoiceSituation(model: Model, invoice: Invoice): InvoiceSituation | 'gone' {
  if (invoice.state !== 'sent') return invoice.state
  const money = model.payments.some(one => one.invoice === invoice && !one.isReversal && !one.isReversed)
  if (paidOf(model, invoice) === invoice.total) return money ? 'paid' : 'free'
  return money ? 'partial' : 'sent'
}

/** The word that the API and the pages use. */
export function quoteWord(quote: Quote, now: number): string {
  const situation = quoteSituation(quote, now)
  if (situation === 'redraft') return 'draft'
  return situation === 'lapsed' || situation === 'closed' ? 'expired' : situation
}

export function invoiceWord(model: Model, invoice: Invoice): string {
  if (invoice.state !== 'sent') return invoice.state
  if (balanceOf(model, invoice) === 0) return 'paid'
  if (model.now >= invoice.endsAt) return 'overdue'
  return paidOf(model, invoice) > 0 ? 'partial' : 'sent'
}

export const isShown = ({ stands }: Quote): boolean => !['draft', 'redraft', 'gone'].includes(stands)

export const paidOf = ({ payments }: Model, invoice: Invoice): number =>
  payments.filter(one => one.invoice === invoice).reduce((sum, { applied }) => sum + applied, 0)

export const balanceOf = (model: Model, invoice: Invoice): number =>
  invoice.state === 'sent' ? invoice.total - paidOf(model, invoice) : 0

/** What the invoices of a quote come to in its currency, but for one of them. */
export const invoicedOf = ({ invoices }: Model, quote: Quote, but?: Invoice): number =>
  invoices
    .filter(one => one.quote === quote && one.currency === quote.currency && one !== but)
    .filter(({ state }) => state !== 'void' && state !== 'gone')
    .reduce((sum, { total }) => sum + total, 0)

/** What the tables make of an act: where it leads, or the refusal. */
export function quoteStep(act: QuoteAct, situation: QuoteSituation): { to: string } | Refusal {
  return stepOf(quoteTransitions[act][situation])
}

export const invoiceStep = (act: InvoiceAct, situation: InvoiceSituation): { to: string } | Refusal =>
  stepOf(invoiceTransitions[act][situation])

const stepOf = (cell: string): { to: string } | Refusal => (cell.includes('_') ? [409, cell] : { to: cell })

const halfUp = (numerator: number, denominator: number) =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))

export function sumsOf({ lines, rate, discount }: Priced) {
  const subtotal = lines.reduce((sum, { count, price }) => sum + count * price, 0)
  const off = halfUp(subtotal * discount, 100)
  const tax = halfUp((subtotal - off) * rate, 10_000)
  return { subtotal, off, tax, total: subtotal - off + tax }
}

/** A share of an amount, in whole percent. */
export const shareOf = (amount: number, percent: number): number => halfUp(amount * percent, 100)

export function amountText(minor: number, currency: Currency): string {
  const places = digits[currency]
  const text = String(Math.abs(minor)).padStart(places + 1, '0')
  const cut = text.length - places
  return `${minor < 0 ? '-' : ''}${text.slice(0, cut)}${places > 0 ? `.${text.slice(cut)}` : ''}`
}

const DAY = 86_400_000

/** The calendar day in the business's zone, so many days from now. */
export const dayIn = ({ now, zone }: Model, days = 0): string =>
  new Date(now + zone.hours * 3_600_000 + days * DAY).toISOString().slice(0, 10)

/** The first instant that is no longer of a day. */
export const endOf = ({ zone }: Model, day: string): number =>
  Date.parse(`${day}T00:00:00${zone.offset}`) + DAY

/** The number of a first sending. */
export function nextNumber(model: Model, prefix: 'Q' | 'INV'): string {
  const name = `${prefix}-${dayIn(model).slice(0, 4)}`
  const count = (model.counters[name] ?? 0) + 1
  model.counters[name] = count
  return `${name}-${String(count).padStart(4, '0')}`
}
