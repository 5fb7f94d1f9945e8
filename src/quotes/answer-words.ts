// Every sentence of what came of an answer: why it was not recorded, or the receipt of it.
import { wordsOf } from '../i18n/words.ts'

/** Why an answer was not recorded. */
export const refusalWords = wordsOf('refusals', {
  changed: 'This quote has changed',
  changedLead:
    'It was changed after you opened it, so nothing was recorded. Please read it again. If it is right for you, answer at the end of this page.',
  changes: 'What changed',
  was: 'Was',
  now: 'Is now',
  added: 'Not there before',
  removed: 'Removed',
  nothing: 'Nothing was recorded',
  expired: 'The last day to answer this quote ended before your answer reached us.',
  closed: <T>(business: T): (T | string)[] => [business, ' closed this quote before your answer arrived.'],
  accepted: 'This quote is already accepted',
  declined: 'This quote is already declined',
  signedBy: <T>(name: T, when: string): (T | string)[] => ['It was signed by ', name, ` on ${when}. `],
  acceptedOn: (when: string) => `It was accepted on ${when}. `,
  recorded: <T>(business: T, when: string): (T | string)[] => [
    business,
    ` recorded your acceptance on ${when}. `,
  ],
  declinedOn: (when: string) => `It was declined on ${when}. `,
  recordedDecline: <T>(business: T, when: string): (T | string)[] => [
    business,
    ` recorded on ${when} that you declined it. `,
  ],
  nothingNew: 'Nothing new was recorded.',
  notDeclined: 'So it was not declined now. If you need to change something, call or write to us.',
  notAccepted: 'So your signature was not recorded. If you have changed your mind, call or write to us.',
  withdrawn: 'This quote was taken back',
  withdrawnLead: <T>(business: T, number: T): (T | string)[] => [
    business,
    ' took back quote ',
    number,
    ' after you opened it, so nothing was recorded. A new version may follow by email. Any questions? Just ask.',
  ],
})

/** The receipt of an acceptance. */
export const receiptWords = wordsOf('receipts', {
  title: 'Receipt of your acceptance',
  lead: <T>(business: T): (T | string)[] => [
    'Thank you. Your signature has reached ',
    business,
    ', and a copy goes to you both by email.',
  ],
  recordedTitle: <T>(business: T): (T | string)[] => ['Acceptance recorded by ', business],
  recordedPlain: (business: string) => `Acceptance recorded by ${business}`,
  recordedLead: <T>(business: T): (T | string)[] => [
    business,
    ' noted that you accepted this quote outside the portal. There is no electronic signature.',
  ],
  quote: 'Quote',
  from: 'From',
  for: 'For',
  recordedOn: 'Recorded on',
  poNumber: 'PO number',
  download: 'Download the proof file',
  check: <T>(link: T): (T | string)[] => [
    'Keep the proof file: it shows that nothing was changed, even when this page is gone. Anyone can check it at ',
    link,
  ],
  openQuote: 'Open the quote',
  content: 'What was accepted',
})
