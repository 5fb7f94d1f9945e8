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
  method: (method: string) => (Object.hasOwn(methods, method) ? methods[method] : undefined) ?? method,
  takenBack: 'Taken back',
  kept: (amount: string) => `${amount} of it is kept as your credit`,
  howToPay: 'How to pay',
  paidInFull: 'Paid in full. Thank you for your payment!',
  overdue: 'Payment overdue',
  overdueSince: (date: string) =>
    `This invoice was due on ${date}. Already paid, or in need of more time? Let us know:`,
  voided: 'This invoice was cancelled. There is nothing to pay.',
}

/** The e-mails about an invoice. */
export const mailWords = {
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Your invoice from ${business}: ${title} (${number})`,
    preview: (total: string, due: string) => `${total}, due ${due}`,
    intro: (business: string) => `${business} has sent you an invoice.`,
    total: 'Total',
    due: 'Due',
    number: 'Invoice',
    button: 'View the invoice',
    after: 'It shows every line and how to pay. Any questions? Just reply to this email.',
    reason: (business: string) => `You get this email because ${business} sent you an invoice.`,
  },
}

/** What the lines of an invoice say that is over a part of a quote. */
export const conversionWords = {
  percent: (percent: string, number: string) => `${percent}% of quote ${number}`,
  amount: (number: string) => `Part of quote ${number}`,
  rest: (number: string) => `Balance of quote ${number}`,
  rounding: 'Rounding',
}
