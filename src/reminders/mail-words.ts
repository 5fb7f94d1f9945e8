// Every sentence of the reminders.
import { wordsOf } from '../i18n/words.ts'

/** How long ago a day was: 1 is yesterday. */
const ago = (count: number) => (count === 1 ? 'yesterday' : `${count} days ago`)

/** When a day comes: 0 is today. */
const soon = (count: number) => (count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`)

export const mailWords = wordsOf('reminderMail', {
  quote: {
    subject: (business: string, left: number, number: string) =>
      `Your quote from ${business} ends ${soon(left)} (${number})`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (business: string, left: number) =>
      `Your quote from ${business} is still open. It ends ${soon(left)}, at the end of the day.`,
    number: 'Quote',
    total: 'Total',
    until: 'Valid until',
    button: 'View the quote',
    after:
      'There you can accept it, or decline it if it is not for you. Any questions? Just reply to this email.',
    reason: (business: string) =>
      `You get this reminder because ${business} sent you a quote that has no answer yet.`,
  },
  invoice: {
    dueSubject: (business: string, left: number, number: string) =>
      `Your invoice from ${business} is due ${soon(left)} (${number})`,
    lateSubject: (business: string, late: number, number: string) =>
      `Your invoice from ${business} was due ${ago(late)} (${number})`,
    preview: (title: string, balance: string) => `${title}, ${balance} to pay`,
    dueIntro: (business: string, left: number) =>
      `A friendly reminder: your invoice from ${business} is due ${soon(left)}.`,
    lateIntro: (business: string, late: number) =>
      `A friendly reminder: your invoice from ${business} was due ${ago(late)}, and is not fully paid as far as we can see.`,
    number: 'Invoice',
    total: 'Total',
    paid: 'Paid so far',
    balance: 'Balance due',
    due: 'Due',
    wasDue: 'Was due',
    button: 'View the invoice',
    after:
      'It shows every line and how to pay. If you have already paid, thank you: there is nothing to do. Any questions, or in need of more time? Just reply to this email.',
    reason: (business: string) =>
      `You get this reminder because ${business} sent you an invoice that is not fully paid yet.`,
  },
})
