// Every sentence of an invoice's page.

/** The usual ways to pay; a business may name others, which are shown as they are. */
const methods: Record<string, string> = {
  cash: 'Cash',
  check: 'Check',
  card: 'Card',
  bank_transfer: 'Bank transfer',
  credit: 'From your credit',
  other: 'Other',
}

export const words = {
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
  method: (method: string) => methods[method] ?? method,
  takenBack: 'Taken back',
  howToPay: 'How to pay',
  paidInFull: 'Paid in full. Thank you for your payment!',
  overdue: 'Payment overdue',
  overdueSince: (date: string) =>
    `This invoice was due on ${date}. Already paid, or in need of more time? Let us know:`,
  voided: 'This invoice was cancelled. There is nothing to pay.',
}
