// Every sentence of a quote's page. What came of an answer is said in answer-words.ts, what its emails say in mail-words.ts.
import { type WordsIn, wordsOf } from '../i18n/words.ts'
import type { declineReasons } from './tables.ts'

/** Why a client declined: the codes of the short list, as the client chose them. */
const reasons: Record<(typeof declineReasons)[number], string> = {
  price: 'Price',
  timing: 'Timing',
  chose_someone_else: 'Chose someone else',
  project_cancelled: 'Project canceled',
  scope: 'Scope',
  other: 'Other',
}

export const words = wordsOf('quotes', {
  kind: 'Quote',
  named: (number: string) => `Quote ${number}`,
  /** In the place of the number that a draft doesn't have yet. */
  unnumbered: '(number follows)',
  preview: 'Preview',
  previewed: 'This is what your client sees. It counts as no view, and nothing can be sent from it.',
  validUntil: (date: string) => `Valid until ${date}`,
  offeredUntil: (date: string) => `Offered until ${date}`,
  accepted: 'Accepted',
  acceptedBy: <T>(name: T, when: string): (T | string)[] => [name, ` accepted this quote on ${when}.`],
  acceptedUnnamed: (when: string) => `This quote was accepted on ${when}.`,
  recordedAcceptance: <T>(business: T, when: string): (T | string)[] => [
    business,
    ` recorded your acceptance on ${when}.`,
  ],
  poNumber: <T>(number: T): (T | string)[] => ['Your PO number: ', number],
  recordedBy: <T>(business: T): (T | string)[] => ['Recorded by ', business, '.'],
  rejected: 'Declined',
  rejectedOn: (when: string) => `You declined this quote on ${when}.`,
  reason: (reason: string) => `Reason: ${reason}`,
  yourNote: 'Your note',
  expired: 'Expired',
  expiredOn: (date: string) => `This quote was valid until ${date}. Please contact us for updated pricing.`,
  closed: 'Closed',
  closedOn: (date: string) => `This quote was closed on ${date}. Please contact us for updated pricing.`,
  receipt: 'Your receipt',
  record: 'See the record',
  changedMind: 'Changed your mind? Call or write: we can send it to you again.',
  reasons,
  answer: 'Your answer',
  /** Leads from anywhere in a long quote to where it is answered. */
  toAnswer: 'Go to your answer',
  accept: 'Accept quote',
  decline: 'Decline',
  declining: {
    lead: 'A reason helps, but none is needed. We’ll hear of it right away.',
    reason: 'What made you decide?',
    note: 'Anything you would like to add?',
    brief: { reason: 'the reason', note: 'your note', confirm: 'the checkbox' },
    none: 'I’d rather not say',
    confirm: 'Yes, I decline this quote.',
    button: 'Decline this quote',
    busy: 'Processing…',
  },
  pleaseCheck: (title: string) => `Please check: ${title}`,
  notRecorded: (title: string) => `Not recorded: ${title}`,
  notSent: 'Your answer wasn’t sent yet',
  seeBelow: 'Something in the form needs another look. What you typed is still there.',
  toForm: 'Go to the form',
  faults: {
    nameMissing: 'Please type your full name.',
    nameUnreadable: 'Some characters in your name can’t be read. Please type it again.',
    nameTooLong: 'Please shorten your name to 120 characters.',
    consentMissing: 'Please check this box to sign.',
    poTooLong: 'Please shorten the PO number to 60 characters.',
    poUnreadable: 'Some characters in the PO number can’t be read. Please type it again.',
    confirmMissing: 'Please check this box to decline.',
    reasonUnknown: 'Please choose one of these reasons, or none.',
    noteTooLong: 'Please shorten your note to 2,000 characters.',
    noteUnreadable: 'Some characters in your note can’t be read. Please type it again.',
  },
  howToAnswer: <T>(business: T): (T | string)[] => [
    'Would you like to go ahead, or ask something first? Call or write to ',
    business,
    '.',
  ],
})

export type QuoteWords = WordsIn<typeof words>

/** A reason of the short list in words; any other as it stands. */
export const reasonText = ({ reasons }: QuoteWords, reason: string): string =>
  Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason
