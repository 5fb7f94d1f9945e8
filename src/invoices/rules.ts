/** What may happen to an invoice, and what its state means at an instant (product.md §4). Pure. */
import type { ProblemCode } from '../core/problem.ts'

export const invoiceStatuses = ['draft', 'sent', 'partial', 'paid', 'overdue', 'void'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/** What is stored of an invoice's life; amounts in minor units, instants in UTC milliseconds. */
export type InvoiceState = {
  state: 'draft' | 'sent' | 'paid' | 'void'
  total: number
  paid: number
  dueEndsAt: number | null
}

/** The word for an invoice at `now`. Overdue is read, never stored: no job has to run for it to be true. */
export function statusOf(invoice: InvoiceState, now: number): InvoiceStatus {
  if (invoice.state !== 'sent') return invoice.state
  if (isOverdue(invoice, now)) return 'overdue'
  return invoice.paid > 0 ? 'partial' : 'sent'
}

/** The due day is over (`dueEndsAt` is the first instant at which it is) and something is owed. */
export const isOverdue = (invoice: InvoiceState, now: number): boolean =>
  invoice.state === 'sent' && invoice.dueEndsAt !== null && now >= invoice.dueEndsAt

/** What is still owed, in minor units: nothing for drafts and for what was cancelled. */
export const balanceOf = (invoice: InvoiceState): number =>
  invoice.state === 'sent' || invoice.state === 'paid' ? invoice.total - invoice.paid : 0

/** Why an invoice can't be changed or deleted; null when it can. */
export const whyNotEdit = (invoice: InvoiceState): ProblemCode | null =>
  invoice.state === 'draft' ? null : 'invoice_not_draft'

/** A due date in the past is no reason: an invoice may be sent late. */
export const whyNotSend = (invoice: InvoiceState & { lines: readonly unknown[] }): ProblemCode | null =>
  whyNotEdit(invoice) ?? (invoice.lines.length === 0 ? 'invoice_empty' : null)

/** Money can come in for what was sent, and also beyond the balance: the rest becomes credit. */
export const whyNotPay = (invoice: InvoiceState): ProblemCode | null =>
  invoice.state === 'sent' || invoice.state === 'paid' ? null : 'invoice_not_payable'
