// The rules of an invoice's life as a table: what each state is called, what is owed, and what may be done to it.
import { expect, test } from 'vitest'
import {
  balanceOf,
  type InvoiceState,
  isOverdue,
  statusOf,
  whyNot,
  whyNotSend,
} from '../../src/invoices/rules.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const of = (state: InvoiceState['state'], paid: number, dueEndsAt: number | null): InvoiceState => ({
  ...{ state, total: 300, paid, hasMoney: paid > 0, dueEndsAt },
})

const invoices: Record<string, InvoiceState> = {
  draft: of('draft', 0, null),
  'sent, not due': of('sent', 0, NOW + 1),
  'partly paid, not due': of('sent', 1, NOW + 1),
  'sent, money on it all credit': { ...of('sent', 0, NOW + 1), hasMoney: true },
  'sent, past due': of('sent', 0, NOW),
  'partly paid, past due': of('sent', 299, NOW),
  'paid, not due': of('paid', 300, NOW + 1),
  'paid, past due': of('paid', 300, NOW),
  'of nothing': { ...of('paid', 0, NOW + 1), total: 0 },
  'cancelled, not due': of('void', 0, NOW + 1),
  'cancelled, past due': of('void', 0, NOW),
}

/** One row per invoice: the word for it, what is owed, then why not edit, delete, send, pay, void (`-`: it may be). */
const table = `
  draft                 | draft   | 0   | -                 | -                 | -                 | invoice_not_payable | invoice_not_voidable
  sent, not due         | sent    | 300 | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | -
  partly paid, not due  | partial | 299 | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | invoice_has_payments
  sent, money on it all credit | sent | 300 | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | invoice_has_payments
  sent, past due        | overdue | 300 | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | -
  partly paid, past due | overdue | 1   | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | invoice_has_payments
  paid, not due         | paid    | 0   | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | invoice_has_payments
  paid, past due        | paid    | 0   | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | invoice_has_payments
  of nothing            | paid    | 0   | invoice_not_draft | invoice_not_draft | invoice_not_draft | - | -
  cancelled, not due    | void    | 0   | invoice_not_draft | invoice_not_draft | invoice_not_draft | invoice_not_payable | invoice_not_voidable
  cancelled, past due   | void    | 0   | invoice_not_draft | invoice_not_draft | invoice_not_draft | invoice_not_payable | invoice_not_voidable
`
const rows = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))

test('the table has a row for every invoice', () => {
  expect(rows.map(([name]) => name)).toEqual(Object.keys(invoices))
})

test.each(rows)('%s: it is %s, and what may be done to it', (name, ...expected) => {
  const invoice = invoices[name as string] as InvoiceState
  const said = [
    statusOf(invoice, NOW),
    balanceOf(invoice),
    whyNot('edit', invoice),
    whyNot('delete', invoice),
    whyNotSend({ ...invoice, lines: [{}] }),
    whyNot('pay', invoice),
    whyNot('void', invoice),
  ]
  expect(said.map(one => String(one ?? '-'))).toEqual(expected)
})

test('an invoice without lines is not sent', () => {
  expect(whyNotSend({ ...of('draft', 0, null), lines: [] })).toBe('invoice_empty')
  expect(whyNotSend({ ...of('sent', 0, NOW), lines: [] })).toBe('invoice_not_draft')
})

test('it is overdue from the very instant at which its day ends, and not a millisecond before', () => {
  const invoice = of('sent', 0, NOW)
  expect([NOW - 1, NOW, NOW + 1].map(now => isOverdue(invoice, now))).toEqual([false, true, true])
  expect([NOW - 1, NOW, NOW + 1].map(now => statusOf(invoice, now))).toEqual(['sent', 'overdue', 'overdue'])
})
