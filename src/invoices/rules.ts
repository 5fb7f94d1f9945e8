/** What may happen to an invoice, and what its state means at an instant (product.md §4). Pure. */
import type { ProblemCode } from '../core/problem.ts'
import { type InvoiceAct, type InvoiceSituation, whyNotInvoice } from '../documents/transitions.ts'

export const invoiceStatuses = ['draft', 'sent', 'partial', 'paid', 'overdue', 'void'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/** What is stored of an invoice's life; amounts in minor units, instants in UTC milliseconds. */
export type InvoiceState = {
  state: 'draft' | 'sent' | 'paid' | 'void'
  total: number
  paid: number
  /** Whether there is a payment on it that was not taken back. */
  hasMoney: boolean
  dueEndsAt: number | null
}

/** What its word and its balance follow from. */
type Shown = Omit<InvoiceState, 'hasMoney'>

/** The word for an invoice at `now`. Overdue is read, never stored: no job has to run for it to be true. */
export function statusOf(invoice: Shown, now: number): InvoiceStatus {
  if (invoice.state !== 'sent') return invoice.state
  if (isOverdue(invoice, now)) return 'overdue'
  return invoice.paid > 0 ? 'partial' : 'sent'
}

/** The due day is over (`dueEndsAt` is the first instant at which it is) and something is owed. */
export const isOverdue = (invoice: Pick<Shown, 'state' | 'dueEndsAt'>, now: number): boolean =>
  invoice.state === 'sent' && invoice.dueEndsAt !== null && now >= invoice.dueEndsAt

/** What is still owed, in minor units: nothing for drafts and for what was cancelled. */
export const balanceOf = (invoice: Pick<Shown, 'state' | 'total' | 'paid'>): number =>
  invoice.state === 'sent' || invoice.state === 'paid' ? invoice.total - invoice.paid : 0

/** Where an invoice is in its life, as documents/transitions.ts tells it. */
export function situationOf({ state, hasMoney }: InvoiceState): InvoiceSituation {
  if (state === 'draft' || state === 'void') return state
  if (state === 'paid') return hasMoney ? 'paid' : 'free'
  // Money of which all became credit is on it too, although nothing counts as paid.
  return hasMoney ? 'partial' : 'sent'
}

/** Why an act is refused; null when it may be done. */
export const whyNot = (act: InvoiceAct, invoice: InvoiceState): ProblemCode | null =>
  whyNotInvoice(act, situationOf(invoice))

/** A due date in the past is no reason: an invoice may be sent late. */
export const whyNotSend = (invoice: InvoiceState & { lines: readonly unknown[] }): ProblemCode | null =>
  whyNot('send', invoice) ?? (invoice.lines.length === 0 ? 'invoice_empty' : null)
