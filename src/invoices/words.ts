// Every sentence of an invoice's page.
import { type WordsIn, wordsOf } from '../i18n/words.ts'

/** The usual ways to pay; a business may name others, which are shown as they are. */
const methods = {
  cash: 'Cash',
  check: 'Check',
  card: 'Card',
  bank_transfer: 'Bank transfer',
  credit: 'From your credit',
  other: 'Other',
}

export const words = wordsOf('invoices', {
  kind: 'Invoice',
  named: (number: string) => `Invoice ${number}`,
  balance: 'Balance due',
  dueOn: (date: string) => `Due ${date}`,
  wasDueOn: (date: string) => `Was due ${date}`,
  allPaid: (total: string) => `${total} paid`,
  paidOf: (paid: string, total: string) => `${paid} of ${total} paid so far`,
  paid: 'Paid',
  payments: 'Payments',
  date: 'Date',
  remark: 'Note',
  amount: 'Amount',
  methods,
  takenBack: 'Taken back',
  kept: (amount: string) => `${amount} of it is kept as your credit`,
  howToPay: 'How to pay',
  paidInFull: 'Paid in full. Thank you for your payment!',
  overdue: 'Payment overdue',
  overdueSince: (date: string) =>
    `This invoice was due on ${date}. Already paid, or in need of more time? Let us know:`,
  voided: 'This invoice was canceled. There is nothing to pay.',
  /** What the lines of an invoice say that is over a part of a quote. */
  lines: {
    percent: (rate: string, number: string) => `${rate} of quote ${number}`,
    amount: (number: string) => `Part of quote ${number}`,
    rest: (number: string) => `Balance of quote ${number}`,
    rounding: 'Rounding',
  },
})

export type InvoiceWords = WordsIn<typeof words>

/** What a way to pay is called; one of the business's own, as the business calls it. */
export const methodName = ({ methods }: InvoiceWords, method: string): string =>
  Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : method
