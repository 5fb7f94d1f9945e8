// What quotes and invoices say in the same words: lines, sums, days, states.
import { pluralIn, wordsOf } from '../i18n/words.ts'
import type { LineCategory } from './content.ts'

const plural = pluralIn('en')

const categories: Record<LineCategory, string> = {
  labor: 'Labor',
  material: 'Material',
  service: 'Service',
  equipment: 'Equipment',
  other: 'Other',
}

const status = {
  sent: 'Sent',
  viewed: 'Viewed',
  accepted: 'Accepted',
  rejected: 'Declined',
  expired: 'Expired',
  partial: 'Partial',
  paid: 'Paid',
  overdue: 'Overdue',
  void: 'Canceled',
}

const days = (count: number) => `${count} ${plural(count, { one: 'day', other: 'days' })}`

export const words = wordsOf('documents', {
  categories,
  status,
  inCurrency: (label: string, currency: string) => `${label} in ${currency}`,
  from: 'From',
  preparedFor: 'For',
  sent: 'Sent',
  version: (revision: number) => `Version ${revision}`,
  lines: 'What is included',
  description: 'Description',
  quantityAndPrice: 'Quantity × price',
  lineTotal: 'Amount',
  taxedAt: (rate: string) => `${rate} tax`,
  untaxed: 'no tax',
  subtotal: 'Subtotal',
  discount: 'Discount',
  discountOf: (percent: string) => `Discount ${percent}`,
  tax: (rate: string, base: string) => `Tax ${rate} of ${base}`,
  total: 'Total',
  terms: 'Terms',
  note: 'A note for you',
  /** The parts of a document, where they are spoken of. */
  parts: {
    total: 'Total',
    title: 'Title',
    description: 'Description',
    validUntil: 'Valid until',
    from: 'From',
    to: 'For',
    order: 'The order of the lines',
    discount: 'Discount',
    taxes: 'Tax',
    terms: 'Terms',
    note: 'Note',
  },
  daysLeft: (count: number) => (count === 0 ? 'last day today' : `${days(count)} left`),
  daysLate: (count: number) => `${days(count)} late`,
})
