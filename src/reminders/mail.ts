/**
 * The reminders to a client. They speak of the time at which they are drawn, by the calendar of the business, and of what
 * is owed then: where there is nothing to remind of any more, there is no letter.
 */
import { dateIn, daysBetween } from '../core/clock.ts'
import type { InvoiceContent, QuoteContent } from '../documents/content.ts'
import type { Formats } from '../i18n/format.ts'
import type { Letter } from '../mail/letter.ts'
import { words as mailFrame } from '../mail/words.ts'
import { mailWords } from './mail-words.ts'

/** `url`: to the document; `stop`: to where reminders can be stopped. */
export type Leads = { url: string; stop: string }

/** What of an invoice is owed and what was paid, in minor units. */
export type Owed = { balance: number; paid: number }

/** That a quote is about to expire; undefined once it has. `now` in UTC milliseconds. */
export function quoteReminderLetter(
  content: QuoteContent,
  now: number,
  formats: Formats,
  { url, stop }: Leads,
): Letter | undefined {
  if (now >= Date.parse(content.valid_until_ends_at)) return undefined
  const words = mailWords(formats).quote
  const { title, number, business } = content
  const left = daysBetween(dateIn(content.time_zone, now), content.valid_until)
  const total = formats.money(content.total, content.currency)
  return {
    subject: words.subject(business.name, left, number),
    preview: words.preview(title, total),
    greeting: mailFrame(formats).greeting(content.client.name),
    paragraphs: [words.intro(business.name, left)],
    heading: title,
    facts: [
      [words.total, total],
      [words.until, formats.longDate(content.valid_until)],
      [words.number, number],
    ],
    button: { text: words.button, url },
    after: words.after,
    reason: words.reason(business.name),
    stop,
  }
}

/**
 * That an invoice is due soon, or was due; undefined where nothing is owed. Which of the two it says follows from `now`
 * (UTC milliseconds): a reminder that was held up still tells the truth.
 */
export function invoiceReminderLetter(
  content: InvoiceContent,
  owed: Owed,
  now: number,
  formats: Formats,
  { url, stop }: Leads,
): Letter | undefined {
  if (owed.balance <= 0) return undefined
  const words = mailWords(formats).invoice
  const { number, title, business } = content
  const left = daysBetween(dateIn(content.time_zone, now), content.due_on)
  const balance = formats.amount(owed.balance, content.currency)
  return {
    subject:
      left < 0
        ? words.lateSubject(business.name, -left, number)
        : words.dueSubject(business.name, left, number),
    preview: words.preview(title, balance),
    greeting: mailFrame(formats).greeting(content.client.name),
    paragraphs: [left < 0 ? words.lateIntro(business.name, -left) : words.dueIntro(business.name, left)],
    heading: title,
    facts: [
      [words.balance, balance],
      [left < 0 ? words.wasDue : words.due, formats.longDate(content.due_on)],
      ...partlyPaid(content, owed, formats),
      [words.number, number],
    ],
    button: { text: words.button, url },
    after: words.after,
    reason: words.reason(business.name),
    stop,
  }
}

/** Total and what was paid of it, where that is something. */
function partlyPaid(content: InvoiceContent, { paid }: Owed, formats: Formats): Letter['facts'] {
  const words = mailWords(formats).invoice
  return paid > 0
    ? [
        [words.total, formats.money(content.total, content.currency)],
        [words.paid, formats.amount(paid, content.currency)],
      ]
    : []
}
