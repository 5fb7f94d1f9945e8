/**
 * The lives of quotes and invoices (product.md §3 and §4), as tables: what each act makes of a document in each
 * situation, or the code with which it is refused. The rules, the documentation and the model test are drawn from them.
 */
import type { ProblemCode } from '../core/problem.ts'

/** `redraft`: taken back to draft after it was sent. `lapsed`: past its last day. Both are shown by a wider word. */
export type QuoteSituation =
  | 'draft'
  | 'redraft'
  | 'sent'
  | 'viewed'
  | 'accepted'
  | 'rejected'
  | 'lapsed'
  | 'closed'

/**
 * `partial`: something is owed and a payment is on it that was not taken back, even one that all became credit.
 * `free`: there is nothing to pay, and nobody has paid anything. It is shown as paid.
 */
export type InvoiceSituation = 'draft' | 'sent' | 'partial' | 'paid' | 'free' | 'void'

type Table<Situation extends string> = Record<Situation, Situation | 'gone' | ProblemCode>

export const quoteTransitions = {
  edit: {
    draft: 'draft',
    redraft: 'redraft',
    sent: 'quote_not_draft',
    viewed: 'quote_not_draft',
    accepted: 'quote_accepted',
    rejected: 'quote_not_draft',
    lapsed: 'quote_not_draft',
    closed: 'quote_not_draft',
  },
  delete: {
    draft: 'gone',
    redraft: 'quote_was_sent',
    sent: 'quote_not_draft',
    viewed: 'quote_not_draft',
    accepted: 'quote_accepted',
    rejected: 'quote_not_draft',
    lapsed: 'quote_not_draft',
    closed: 'quote_not_draft',
  },
  send: {
    draft: 'sent',
    redraft: 'sent',
    sent: 'quote_not_draft',
    viewed: 'quote_not_draft',
    accepted: 'quote_accepted',
    rejected: 'quote_not_draft',
    lapsed: 'quote_not_draft',
    closed: 'quote_not_draft',
  },
  cancel: {
    draft: 'quote_not_open',
    redraft: 'quote_not_open',
    sent: 'redraft',
    viewed: 'redraft',
    accepted: 'quote_accepted',
    rejected: 'redraft',
    lapsed: 'redraft',
    closed: 'redraft',
  },
  close: {
    draft: 'quote_not_closable',
    redraft: 'closed',
    sent: 'closed',
    viewed: 'closed',
    accepted: 'quote_accepted',
    rejected: 'quote_not_closable',
    lapsed: 'quote_not_closable',
    closed: 'quote_not_closable',
  },
  accept: {
    draft: 'quote_not_open',
    redraft: 'quote_not_open',
    sent: 'accepted',
    viewed: 'accepted',
    accepted: 'already_decided',
    rejected: 'already_decided',
    lapsed: 'quote_expired',
    closed: 'quote_expired',
  },
  invoice: {
    draft: 'quote_not_accepted',
    redraft: 'quote_not_accepted',
    sent: 'quote_not_accepted',
    viewed: 'quote_not_accepted',
    accepted: 'accepted',
    rejected: 'quote_not_accepted',
    lapsed: 'quote_not_accepted',
    closed: 'quote_not_accepted',
  },
} as const satisfies Record<string, Table<QuoteSituation>>

/** `pay`: by the amount that came in, it goes on to partial or paid. */
export const invoiceTransitions = {
  edit: {
    draft: 'draft',
    sent: 'invoice_not_draft',
    partial: 'invoice_not_draft',
    paid: 'invoice_not_draft',
    free: 'invoice_not_draft',
    void: 'invoice_not_draft',
  },
  delete: {
    draft: 'gone',
    sent: 'invoice_not_draft',
    partial: 'invoice_not_draft',
    paid: 'invoice_not_draft',
    free: 'invoice_not_draft',
    void: 'invoice_not_draft',
  },
  send: {
    draft: 'sent',
    sent: 'invoice_not_draft',
    partial: 'invoice_not_draft',
    paid: 'invoice_not_draft',
    free: 'invoice_not_draft',
    void: 'invoice_not_draft',
  },
  pay: {
    draft: 'invoice_not_payable',
    sent: 'partial',
    partial: 'partial',
    paid: 'paid',
    free: 'paid',
    void: 'invoice_not_payable',
  },
  void: {
    draft: 'invoice_not_voidable',
    sent: 'void',
    partial: 'invoice_has_payments',
    paid: 'invoice_has_payments',
    free: 'void',
    void: 'invoice_not_voidable',
  },
} as const satisfies Record<string, Table<InvoiceSituation>>

export type QuoteAct = keyof typeof quoteTransitions
export type InvoiceAct = keyof typeof invoiceTransitions

/** The code with which a table refuses, or null where it lets the act through. Codes are told by their underscore. */
const refusalIn = (cell: string): ProblemCode | null => (cell.includes('_') ? (cell as ProblemCode) : null)

export const whyNotQuote = (act: QuoteAct, situation: QuoteSituation): ProblemCode | null =>
  refusalIn(quoteTransitions[act][situation])

export const whyNotInvoice = (act: InvoiceAct, situation: InvoiceSituation): ProblemCode | null =>
  refusalIn(invoiceTransitions[act][situation])

/** Every code with which an act may be refused for the situation that its document is in. */
export const refusalsOf = (table: Record<string, string>): ProblemCode[] => [
  ...new Set(Object.values(table).flatMap(cell => refusalIn(cell) ?? [])),
]
