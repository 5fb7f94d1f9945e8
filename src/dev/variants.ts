/** Every message of the gallery: each kind, in each of its variants. */
import { long } from './people.ts'
import {
  aboutQuote,
  bare,
  euros,
  invoiced,
  longNames,
  NOW,
  one,
  otherWay,
  payment,
  quoted,
  report,
  signed,
  toBusiness,
  type Variant,
} from './rows.ts'

const quotes: Variant[] = [
  one('quote_sent/plain', 'a first version', quoted('2026-12-15')),
  one('quote_sent/updated', 'a second version', quoted('2026-12-15', { revision: 2 })),
  one('quote_sent/long', 'long names and a large amount', longNames),
  one('quote_sent/right-to-left', 'names written from right to left', otherWay),
  one('quote_sent/bare', 'a business without phone, address and colour', {
    ...quoted('2026-12-15'),
    ...bare,
  }),
  one('quote_sent/locale', 'a client who reads German figures', {
    ...quoted('2026-12-15', euros),
    clientLocale: 'de-DE',
  }),
  one('quote_expiring/days', 'three days left', quoted('2026-11-30')),
  one('quote_expiring/tomorrow', 'ends tomorrow', quoted('2026-11-28')),
  one('quote_expiring/today', 'the last day', quoted('2026-11-27')),
  one('quote_expiring/long', 'long names and a large amount', longNames),
  one('quote_viewed/plain', 'opened for the first time', { ...quoted('2026-12-15'), ...toBusiness }),
  one('quote_viewed/long', 'long names', { ...longNames, ...toBusiness }),
  one('receipt/plain', 'signed, with a PO number', { ...quoted('2026-12-15'), ...signed }),
  one('receipt/no-link', 'the link has died since', { ...quoted('2026-12-15'), ...signed }, null),
  one('receipt/long', 'long names', { ...longNames, answeredAt: NOW, signedName: long.client }),
  one('quote_accepted/plain', 'signed, with a PO number', {
    ...quoted('2026-12-15'),
    ...signed,
    ...toBusiness,
  }),
  one('quote_rejected/note', 'with a reason and a note', {
    ...{ ...quoted('2026-12-15'), ...toBusiness, answeredAt: NOW, reason: 'price' },
    note: 'Thank you for the quote!\nIt is more than we can spend this year.\n\nMay we come back to you in spring?',
  }),
  one('quote_rejected/silent', 'without reason and note', {
    ...{ ...quoted('2026-12-15'), ...toBusiness, answeredAt: NOW },
  }),
]

const invoices: Variant[] = [
  one('invoice_sent/plain', 'nothing paid yet', invoiced('2026-12-15')),
  one('invoice_sent/locale', 'a client who reads German figures', {
    ...invoiced('2026-12-15', 0, euros),
    clientLocale: 'de-DE',
  }),
  one('payment_receipt/part', 'part of the invoice', {
    ...invoiced('2026-12-15', 90_000),
    ...payment(90_000),
  }),
  one('payment_receipt/late', 'part of an invoice that is overdue', {
    ...invoiced('2026-11-13', 90_000),
    ...payment(90_000),
  }),
  one('payment_receipt/full', 'all that was left', {
    ...invoiced('2026-12-15', 184_000),
    ...payment(94_000),
  }),
  one('payment_receipt/overpaid', 'more than was left', {
    ...{ ...invoiced('2026-12-15', 184_000), ...payment(200_000, { credit: 16_000 }) },
  }),
  one('payment_receipt/credit', 'paid by credit', {
    ...invoiced('2026-12-15', 16_000),
    ...payment(16_000, { method: 'credit', credit: -16_000, reference: null }),
  }),
  one('payment_receipt/other', 'a method of the business’s own, and a long reference', {
    ...invoiced('2026-12-15', 90_000),
    ...payment(90_000, {
      method: 'Lastschrift',
      reference: 'SEPA-2026-11-25-DE89370400440532013000-000001184',
    }),
  }),
  one('invoice_due_soon/days', 'due in three days', invoiced('2026-11-30')),
  one('invoice_due_soon/today', 'due today', invoiced('2026-11-27')),
  one('invoice_due_soon/part', 'part paid', invoiced('2026-11-30', 90_000)),
  one('invoice_overdue/day', 'a day late', invoiced('2026-11-26')),
  one('invoice_overdue/weeks', 'two weeks late, part paid', invoiced('2026-11-13', 90_000)),
  one('invoice_overdue/bare', 'a business without phone, address and colour', {
    ...{ ...invoiced('2026-11-20'), ...bare },
  }),
]

const others: Variant[] = [
  one('new_link/plain', 'after a rotation', {}),
  one('link_again/plain', 'on request', {}),
  one('link_again/right-to-left', 'names written from right to left', otherWay),
  one('bounce_notice/bounced', 'an address that does not exist', {
    ...{ ...toBusiness, ...aboutQuote },
    ...report('bounced', 'HardBounce'),
  }),
  one('bounce_notice/complained', 'marked as spam', {
    ...{ ...toBusiness, ...aboutQuote, ...report('complained', null, 'dana@example.com') },
  }),
  one('bounce_notice/suppressed', 'an address that is held back', {
    ...{ ...toBusiness, ...report('suppressed', null, long.email), clientPhone: null },
    ...{ aboutKind: 'invoice_overdue', aboutNumber: 'INV-2026-0089', aboutTitle: 'Gutters and downspouts' },
  }),
  one('bounce_notice/link', 'the link itself', {
    ...{ ...toBusiness, aboutKind: 'link_again', ...report('bounced', null) },
  }),
  one('chain_head/first', 'one signature', { ...toBusiness, clientId: null, chainSequence: 1 }),
  one('chain_head/many', 'many signatures', { ...toBusiness, clientId: null, chainSequence: 1204 }),
]

export const variants: readonly Variant[] = [...quotes, ...invoices, ...others]
