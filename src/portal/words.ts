// Every sentence of the dashboard and of the lists behind it.

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const counted = (count: number, one: string, many: string) =>
  `${small[count] ?? count} ${count === 1 ? one : many}`

/** A day as one would say it: today, tomorrow, a weekday within the week, else `date`. */
function spoken(day: string, away: number, date: string): string {
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  return away < 7 ? (weekdays[new Date(day).getUTCDay()] as string) : date
}

const on = (day: string) => (day === 'today' || day === 'tomorrow' ? day : `on ${day}`)
const until = (day: string) => (day === 'today' ? 'until the end of today' : `until ${day}`)

export const words = {
  title: 'Your quotes and invoices',
  hello: <T>(name: T): (T | string)[] => ['Hello, ', name],
  spoken,
  /** What to do next: clauses of one sentence, which `and` joins; the first gets its capital, the last an end. */
  next: {
    quotes: (count: number, day: string) =>
      count === 1
        ? `one quote waits for your answer ${until(day)}`
        : `${counted(count, 'quote', 'quotes')} wait for your answer, the first ${until(day)}`,
    overdue: (count: number, days: number) =>
      count === 1
        ? `one invoice is ${counted(days, 'day', 'days')} overdue`
        : `${counted(count, 'invoice', 'invoices')} are overdue`,
    due: (count: number, day: string) =>
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
    dueIn: (days: number) => (days === 0 ? 'today' : 'tomorrow'),
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
      title: 'Paid and cancelled invoices',
      empty: 'Paid invoices will appear here.',
      more: 'Show older paid and cancelled invoices',
    },
  },
  newer: 'Back to the newest',
  older: 'Show older ones',
  first: 'Back to the first',
  further: 'Show more',
}
