// Every sentence of a quote's page and of its mails. What came of an answer is said in views/words.ts.
import type { Consent } from '../signing/record.ts'

/** Why a client declined: the codes of the short list, as the client chose them. */
const reasons: Record<string, string> = {
  price: 'Price',
  timing: 'Timing',
  chose_someone_else: 'Chose someone else',
  project_cancelled: 'Project cancelled',
  scope: 'Scope',
  other: 'Other',
}

/**
 * The texts that a client agreed to, by their ids. A record holds them as they were shown: once a text has stood here
 * it never changes, a better one gets the next id.
 */
export const consents: Record<'en-1', Consent> & Record<string, Consent> = {
  'en-1': {
    id: 'en-1',
    language: 'en',
    texts: [
      'By signing you accept this quote and its terms as shown above.',
      'I agree that pressing “Sign & Accept” makes my electronic signature the legal equivalent of my manual signature.',
    ],
  },
}

/** The one that the form shows. */
export const currentConsent: Consent = consents['en-1']

export const words = {
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
  reason: (reason: string) =>
    `Reason: ${(Object.hasOwn(reasons, reason) ? reasons[reason] : undefined) ?? reason}`,
  expired: 'Expired',
  expiredOn: (date: string) => `This quote was valid until ${date}. Please contact us for updated pricing.`,
  closed: 'Closed',
  closedOn: (date: string) => `This quote was closed on ${date}. Please contact us for updated pricing.`,
  receipt: 'Your receipt',
  record: 'See the record',
  changedMind: 'Changed your mind? Call or write: we can send it to you again.',
  reasons,
  answer: 'Your answer',
  accept: 'Accept quote',
  decline: 'Decline',
  declining: {
    lead: 'A reason helps, but none is needed. We’ll hear of it right away.',
    reason: 'What made you decide?',
    note: 'Anything you would like to add?',
    brief: { reason: 'the reason', note: 'your note', confirm: 'the box to tick' },
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
    consentMissing: 'Please tick this box to sign.',
    poTooLong: 'Please shorten the PO number to 60 characters.',
    poUnreadable: 'Some characters in the PO number can’t be read. Please type it again.',
    confirmMissing: 'Please tick this box to decline.',
    reasonUnknown: 'Please choose one of these reasons, or none.',
    noteTooLong: 'Please shorten your note to 2,000 characters.',
    noteUnreadable: 'Some characters in your note can’t be read. Please type it again.',
  },
  howToAnswer: <T>(business: T): (T | string)[] => [
    'Would you like to go ahead, or ask something first? Call or write to ',
    business,
    '.',
  ],
}

/** The e-mails about a quote. */
export const mailWords = {
  reach: 'Client’s email',
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Your quote from ${business}: ${title} (${number})`,
    preview: (total: string, until: string) => `${total}, valid until ${until}`,
    intro: (business: string) => `${business} has prepared a quote for you.`,
    updated: (business: string, title: string, number: string) =>
      `Your updated quote from ${business}: ${title} (${number})`,
    updatedIntro: (business: string, revision: number) =>
      `${business} has changed your quote. This is version ${revision}; it replaces the one that you got before.`,
    total: 'Total',
    validUntil: 'Valid until',
    number: 'Quote',
    button: 'View the quote',
    after:
      'You can read it line by line, and accept or decline it there. Any questions? Just reply to this email.',
    reason: (business: string) => `You get this email because ${business} sent you a quote.`,
  },
  viewed: {
    subject: (client: string, number: string) => `${client} has opened quote ${number}`,
    preview: (title: string) => title,
    intro: (client: string, number: string) => `${client} has opened your quote ${number}.`,
    total: 'Total',
    validUntil: 'Valid until',
    after: 'There is nothing to do. You hear from us as soon as there is an answer.',
    reason: 'You get this email because you sent this quote.',
  },
  receipt: {
    subject: (title: string, number: string) => `You accepted ${title} (${number})`,
    preview: (total: string, when: string) => `${total}, signed on ${when}`,
    intro: (business: string) =>
      `Thank you. ${business} has received your signature. You accepted this quote:`,
    number: 'Quote',
    signedBy: 'Signed by',
    signedOn: 'Signed on',
    total: 'Total',
    poNumber: 'PO number',
    button: 'Open your receipt',
    attached:
      'Please keep the attached files: with them anyone can see that nothing of this was changed, even if your link stops working one day. The one that ends in “-signed.json” can be checked here:',
    after: (business: string) =>
      `Wasn’t this you? Please tell ${business} right away: just reply to this email.`,
    reason: (business: string) =>
      `You get this email because a quote from ${business} was accepted in your name.`,
  },
  accepted: {
    subject: (client: string, number: string) => `${client} accepted quote ${number}`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (client: string, number: string) => `Good news: ${client} accepted your quote ${number}.`,
    signedBy: 'Signed by',
    signedOn: 'Signed on',
    total: 'Total',
    poNumber: 'PO number',
    attached:
      'Please keep the attached files: with them anyone can see that nothing of this was changed. The one that ends in “-signed.json” can be checked here:',
    reason: 'You get this email because you sent this quote.',
  },
  declined: {
    subject: (client: string, number: string) => `${client} declined quote ${number}`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (client: string, number: string) => `${client} declined your quote ${number}.`,
    declinedOn: 'Declined on',
    total: 'Total',
    why: 'Reason',
    noReason: 'None given',
    reasons,
    note: (client: string) => `A note from ${client}:`,
    after: 'If you come to an agreement, you can take the quote back to draft, change it and send it again.',
    reason: 'You get this email because you sent this quote.',
  },
}
