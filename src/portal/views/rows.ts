/**
 * The documents that the lists show, as data, and what a row says of each. Dates are `YYYY-MM-DD` in the
 * business's zone; amounts whole minor units. Lists are drawn in the order given: the urgent or newest first.
 */
import { badgeOf, fewDaysLeft } from '../../documents/views/state.ts'
import { words as documentWords } from '../../documents/words.ts'
import type { Formats } from '../../i18n/format.ts'
import type { RowProps } from '../../ui/parts.tsx'
import { words as portalWords } from '../words.ts'

export type Amount = { minor: number | bigint; currency: string }

type Entry = { href: string; number: string; title: string }

/** A quote that waits for an answer. */
export type WaitingQuote = Entry & {
  status: 'sent' | 'viewed'
  total: Amount
  validUntil: string
  /** Whole days until the last day; 0 on that day. */
  daysLeft: number
}

/** An invoice with a balance. */
export type OpenInvoice = Entry & {
  status: 'sent' | 'partial' | 'overdue'
  total: Amount
  balance: Amount
  dueOn: string
  /** Whole days since the due day; 0 and below until it has passed. */
  daysLate: number
}

/** What needs nothing more: answered, expired, paid or cancelled `on` that day. */
export type PastDocument = Entry & {
  status: 'accepted' | 'rejected' | 'expired' | 'paid' | 'void'
  total: Amount
  on: string
}

/** How this reader's page writes amounts and dates. */
export type Reader = { formats: Formats; today: string }

const amount = ({ minor, currency }: Amount, { formats }: Reader) => formats.amount(minor, currency)

/** Only *Viewed* is worth a badge: that a quote in this list was sent goes without saying. */
export function quoteRow(quote: WaitingQuote, reader: Reader): RowProps {
  const { href, number, title, total, validUntil, daysLeft, status } = quote
  const [words, shared] = [portalWords(reader.formats), documentWords(reader.formats)]
  const few = fewDaysLeft(daysLeft, shared)
  return {
    ...{ href, number, title },
    sum: amount(total, reader),
    when: words.row.validUntil(reader.formats.shortDate(validUntil, reader.today)),
    urgent: few === null ? undefined : { tone: 'warn', text: few },
    badge: status === 'viewed' ? badgeOf('viewed', shared) : undefined,
  }
}

/** The last day, and the one before it. */
const soon = (daysLate: number, { formats }: Reader): RowProps['urgent'] =>
  daysLate === 0 || daysLate === -1
    ? { tone: 'warn', text: portalWords(formats).row.dueIn(-daysLate) }
    : undefined

/** The sum is what remains; the whole stands beside it where part is paid. */
export function invoiceRow(invoice: OpenInvoice, reader: Reader): RowProps {
  const { href, number, title, total, balance, dueOn, daysLate, status } = invoice
  const [words, shared] = [portalWords(reader.formats), documentWords(reader.formats)]
  const late = status === 'overdue'
  const date = reader.formats.shortDate(dueOn, reader.today)
  return {
    ...{ href, number, title },
    sum: amount(balance, reader),
    of: balance.minor === total.minor ? undefined : words.row.of(amount(total, reader)),
    when: late ? words.row.wasDue(date) : words.row.due(date),
    urgent: late ? { tone: 'bad', text: shared.daysLate(daysLate) } : soon(daysLate, reader),
    badge: badgeOf(status, shared),
  }
}

/** The badge says what happened, so the date stands alone. */
export function pastRow({ href, number, title, total, status, on }: PastDocument, reader: Reader): RowProps {
  return {
    ...{ href, number, title },
    sum: amount(total, reader),
    when: reader.formats.shortDate(on, reader.today),
    badge: badgeOf(status, documentWords(reader.formats)),
  }
}
