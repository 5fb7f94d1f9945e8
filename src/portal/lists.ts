/** The lists of the dashboard: what each reads, and how its rows become what the views show. */
import type { PortalRead, ReadRow, Visitor } from '../access/visit.ts'
import { dateIn, daysBetween } from '../core/clock.ts'
import { urls } from '../core/urls.ts'
import { type Before, cursorText, newest } from '../documents/paging.ts'
import * as invoiceRules from '../invoices/rules.ts'
import { openInvoices, owed, paidInvoices, voidInvoices } from '../invoices/store/portal.ts'
import { creditsLeft } from '../payments/store.ts'
import * as quoteRules from '../quotes/rules.ts'
import {
  acceptedQuotes,
  awaitingCount,
  awaitingQuotes,
  closedQuotes,
  lapsedQuotes,
  rejectedQuotes,
} from '../quotes/store/portal.ts'
import type { OpenInvoice, PastDocument, WaitingQuote } from './views/rows.ts'

export type QuoteItem = ReadRow<ReturnType<typeof acceptedQuotes>>
export type InvoiceItem = ReadRow<ReturnType<typeof paidInvoices>>
type Item = { id: string; at: number }

/** Where a reader is: what the rows need to link and to date. */
export type Place = { token: string; visitor: Visitor; now: number; today: string }

export const placeOf = (token: string, visitor: Visitor, now: number): Place => ({
  ...{ token, visitor, now },
  today: dateIn(visitor.timeZone, now),
})

/** The first page of what needs something, and of what is over. */
export const OPEN_ROWS = 50
export const PAST_ROWS = 12

/** Rows of a list that goes forward start behind this one. */
const first: Before = { at: 0, id: '' }

/** One more row than is shown tells whether there is more. */
const at = ({ at, id }: Before, rows: number) => ({ at, id, limit: rows + 1 })

type Reads<Row> = Record<string, PortalRead<Row>>

/** The lists of quotes: one read or more in the same order, to be merged. `from` null: the beginning. */
export const quoteLists = {
  quotes: (now: number, from: Before | null) => ({
    awaiting: awaitingQuotes({ now, ...at(from ?? first, OPEN_ROWS) }),
  }),
  accepted: (_now: number, from: Before | null) => ({
    accepted: acceptedQuotes(at(from ?? newest, PAST_ROWS)),
  }),
  closed: (now: number, from: Before | null) => {
    const page = at(from ?? newest, PAST_ROWS)
    return {
      rejected: rejectedQuotes(page),
      closed: closedQuotes(page),
      lapsed: lapsedQuotes({ now, ...page }),
    }
  },
} as const satisfies Record<string, (now: number, from: Before | null) => Reads<QuoteItem>>

/** The lists of invoices, in the same way. */
export const invoiceLists = {
  invoices: (from: Before | null) => ({ open: openInvoices(at(from ?? first, OPEN_ROWS)) }),
  settled: (from: Before | null) => {
    const page = at(from ?? newest, PAST_ROWS)
    return { paid: paidInvoices(page), voided: voidInvoices(page) }
  },
} as const satisfies Record<string, (from: Before | null) => Reads<InvoiceItem>>

export type QuoteListName = keyof typeof quoteLists
export type InvoiceListName = keyof typeof invoiceLists
export type ListName = QuoteListName | InvoiceListName

/** Everything that the dashboard shows, in one batch: five lists, two counts, what is left over. */
export const dashboardReads = (now: number) => ({
  ...quoteLists.quotes(now, null),
  ...quoteLists.accepted(now, null),
  ...quoteLists.closed(now, null),
  ...invoiceLists.invoices(null),
  ...invoiceLists.settled(null),
  ...{ count: awaitingCount({ now }), owed: owed({ now }), credit: creditsLeft({}) },
})

/** A page of a list, and the cursor at which the rest starts. */
export type Page<Row> = { shown: Row[]; next: string | null }

/** Merges reads of one order and cuts them to a page; what is open goes forward in time, what is over backward. */
export function pageOf<Row extends Item>(list: ListName, reads: readonly Row[][]): Page<Row> {
  const order = list === 'quotes' || list === 'invoices' ? 'forward' : 'backward'
  const rows = order === 'forward' ? OPEN_ROWS : PAST_ROWS
  const sign = order === 'forward' ? 1 : -1
  const merged = reads.flat().sort((a, b) => sign * (a.at - b.at || (a.id < b.id ? -1 : 1)))
  const shown = merged.slice(0, rows)
  const last = shown.at(-1)
  return { shown, next: merged.length > rows && last ? cursorText(last) : null }
}

/** The address of the rest of a list. */
export const moreOf = (place: Place, list: ListName, next: string | null): string | null =>
  next === null ? null : `${urls.history(place.token, list)}?from=${next}`

/** Days are counted in the zone that was frozen with the document, wherever the business is now. */
const todayOf = (row: { timeZone: string }, { visitor, today, now }: Place) =>
  row.timeZone === visitor.timeZone ? today : dateIn(row.timeZone, now)

const entryOf = ({
  number,
  title,
  total,
  currency,
}: Pick<QuoteItem, 'number' | 'title' | 'total' | 'currency'>) => ({
  ...{ number, title },
  total: { minor: total, currency },
})

export function waitingQuote(place: Place, row: QuoteItem): WaitingQuote {
  const { validUntil } = row
  const status = row.viewedAt === null ? 'sent' : 'viewed'
  const daysLeft = daysBetween(todayOf(row, place), validUntil)
  return { ...entryOf(row), href: urls.quote(place.token, row.id), status, validUntil, daysLeft }
}

export function openInvoice(place: Place, row: InvoiceItem): OpenInvoice {
  const status = invoiceRules.statusOf(row, place.now) as OpenInvoice['status']
  const balance = { minor: invoiceRules.balanceOf(row), currency: row.currency }
  const daysLate = daysBetween(row.dueOn, todayOf(row, place))
  return {
    ...entryOf(row),
    href: urls.invoice(place.token, row.id),
    status,
    balance,
    dueOn: row.dueOn,
    daysLate,
  }
}

export function pastQuote(place: Place, row: QuoteItem): PastDocument {
  const state = { ...row, revision: 0, expiresAt: row.at }
  const status = quoteRules.statusOf(state, place.now) as PastDocument['status']
  // A lapsed quote is dated by its last day, a decision by the day on which it was made.
  const on = row.state === 'open' ? row.validUntil : dateIn(row.timeZone, row.at)
  return { ...entryOf(row), href: urls.quote(place.token, row.id), status, on }
}

export function pastInvoice(place: Place, row: InvoiceItem): PastDocument {
  const status = invoiceRules.statusOf(row, place.now) as PastDocument['status']
  return {
    ...entryOf(row),
    href: urls.invoice(place.token, row.id),
    status,
    on: dateIn(row.timeZone, row.at),
  }
}
