// Every sentence of the page on which a client stops reminders, or turns them on again.
import { wordsOf } from '../i18n/words.ts'

export const words = wordsOf('reminders', {
  /** The business has switched them off, or has no days for them. */
  none: {
    title: 'There are no reminders',
    lead: <T>(business: T): (T | string)[] => [business, ' sends no reminders at the moment.'],
    more: 'Should that change, none will come to you if you say so now. Your quotes and invoices stay as they are, and you still get an email for each new one.',
    button: 'Never send me reminders',
    busy: 'Stopping…',
  },
  on: {
    title: 'Reminders are on',
    lead: <T>(business: T): (T | string)[] => [
      business,
      ' reminds you by email when a quote of yours is about to expire, and when an invoice is due.',
    ],
    more: 'You can stop that here. It changes nothing else: your quotes and invoices stay as they are, and you still get an email for each new one. If others get these emails too, their reminders stop as well.',
    button: 'Stop reminders',
    busy: 'Stopping…',
  },
  off: {
    title: 'Reminders are off',
    lead: <T>(business: T): (T | string)[] => [
      business,
      ' no longer reminds you when a quote is about to expire or an invoice is due.',
    ],
    more: 'Nothing else has changed: your quotes and invoices stay as they are, and you still get an email for each new one. If others got the reminders too, theirs have stopped as well.',
    button: 'Turn reminders on again',
    busy: 'Turning on…',
  },
})
