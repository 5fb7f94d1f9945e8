// Every sentence of the dashboard and of the lists behind it.
import { pluralIn, wordsOf } from '../i18n/words.ts'

/** A day to come: so many days away (0 is today), as the day of its week, and as a date. */
export type Day = { away: number; weekday: string; date: string }

const plural = pluralIn('en')
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const counted = (count: number, one: string, other: string) =>
  `${small[count] ?? count} ${plural(count, { one, other })}`

/** A day as one would say it: today, tomorrow, a weekday within the week, else the date. */
const spoken = ({ away, weekday, date }: Day) =>
  away === 0 ? 'today' : away === 1 ? 'tomorrow' : away < 7 ? weekday : date

const on = (day: Day) => (day.away < 2 ? spoken(day) : `on ${spoken(day)}`)
const until = (day: Day) => (day.away === 0 ? 'until the end of today' : `until ${spoken(day)}`)

export const words = wordsOf('portal', {
  title: 'Your quotes and invoices',
  hello: <T>(name: T): (T | string)[] => ['Hello, ', name],
  /** What to do next: clauses of one sentence, which `and` joins; the first gets its capital, the last an end. */
  next: {
    quotes: (count: number, day: Day) =>
      count === 1
        ? `one quote waits for your answer ${until(day)}`
        : `${counted(count, 'quote', 'quotes')} wait for your answer, the first ${until(day)}`,
    overdue: (count: number, days: number) =>
      count === 1
        ? `one invoice is ${counted(days, 'day', 'days')} overdue`
        : `${counted(count, 'invoice', 'invoices')} are overdue`,
    due: (count: number, day: Day) =>
      count === 1
        ? `one invoice is due ${on(day)}`
        : `${counted(count, 'invoice', 'invoices')} are open, the next due ${on(day)}`,
    and: ', and ',
    end: '.',
    nothing: 'You’re all set: nothing needs your attention right now.',
  },
  cards: {
    quotes: 'Quotes to answer',
    invoices: 'Open invoices',
    due: 'Total balance due',
    nothingDue: 'Nothing due',
    credit: (amount: string) => `${amount} credit in your favor`,
  },
  row: {
    validUntil: (date: string) => `Valid until ${date}`,
    due: (date: string) => `Due ${date}`,
    dueIn: (days: number): string => (days === 0 ? 'today' : 'tomorrow'),
    wasDue: (date: string) => `Was due ${date}`,
    of: (total: string) => `of ${total}`,
  },
  reminders: 'Reminders by email',
  history: 'History',
  historyEmpty: 'Answered quotes and paid invoices will be kept here.',
  lists: {
    quotes: {
      title: 'Quotes awaiting your response',
      empty: 'No quotes are waiting for you.',
      more: 'Show more quotes',
    },
    invoices: {
      title: 'Open invoices',
      empty: 'You have no open invoices.',
      more: 'Show more open invoices',
    },
    accepted: {
      title: 'Accepted quotes',
      empty: 'You haven’t accepted a quote yet.',
      more: 'Show older accepted quotes',
    },
    closed: {
      title: 'Declined and expired quotes',
      empty: 'No quote was declined or has expired.',
      more: 'Show older declined and expired quotes',
    },
    settled: {
      title: 'Paid and canceled invoices',
      empty: 'Paid invoices will appear here.',
      more: 'Show older paid and canceled invoices',
    },
  },
  newer: 'Back to the newest',
  older: 'Show older ones',
  first: 'Back to the first',
  further: 'Show more',
  noMore: 'There are no more.',
})
