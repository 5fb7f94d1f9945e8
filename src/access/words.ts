// Every sentence of the pages for who has lost a link.
import { wordsOf } from '../i18n/words.ts'

export const words = wordsOf('access', {
  ask: {
    title: 'Get your link by email',
    lead: 'Your quotes and invoices open with a link that the business sent you. If you can’t find it, we’ll email it to you again.',
  },
  label: 'Your email address',
  hint: 'The one where you get email from the business.',
  button: 'Email me my link',
  busy: 'Asking…',
  faults: {
    missing: 'Please enter your email address.',
    tooLong: 'This is too long for an email address. Please check it.',
    unreadable: 'We can’t read all of this. Please type the address once more.',
    several: 'Please enter one address at a time, such as dana@example.com.',
    noAddress: 'An email address looks like dana@example.com. Please check the spelling.',
  },
  unanswered: {
    title: 'Please try again in a moment',
    lead: 'We couldn’t take your request just now. Trying again is safe.',
  },
  /** Says the same to everybody: not whether anybody has that address, nor where. */
  asked: {
    title: 'Please check your email',
    lead: 'If a business here has a link for the address that you entered, an email with the link is on its way. It can take a minute or two.',
    what: 'If nothing comes',
    steps: [
      'Look in your spam or junk folder.',
      'Try another address: the business may have a different one of yours.',
      'After several tries, wait an hour: we send only a few emails to each address.',
      'Otherwise call or write to the business: it can send you a new link.',
    ],
    again: 'Try another address',
  },
  dead: {
    title: 'This link is no longer active',
    lead: 'It may have been replaced by a newer one, or part of it may be missing.',
    what: 'What you can do',
    steps: [
      'Look for the newest email from the business and open the link in it.',
      'If you copied or typed the link, check that it is complete, to its very end.',
    ],
    ask: 'Or get your link by email',
    otherwise: 'If none of this helps, ask the business that sent you the link for a new one.',
  },
})
