// Every sentence of a quote's page.

/** Why a client declined: the codes of the short list, as the client chose them. */
const reasons: Record<string, string> = {
  price: 'Price',
  timing: 'Timing',
  competitor: 'Chose someone else',
  cancelled: 'Project cancelled',
  scope: 'Scope',
  other: 'Other',
}

export const words = {
  kind: 'Quote',
  named: (number: string) => `Quote ${number}`,
  validUntil: (date: string) => `Valid until ${date}`,
  accepted: 'Accepted',
  acceptedBy: <T>(name: T, when: string): (T | string)[] => [name, ` accepted this quote on ${when}.`],
  acceptedUnnamed: (when: string) => `This quote was accepted on ${when}.`,
  recordedBy: <T>(business: T): (T | string)[] => ['Recorded by ', business, '.'],
  rejected: 'Declined',
  rejectedOn: (when: string) => `You declined this quote on ${when}.`,
  reason: (reason: string) => `Reason: ${reasons[reason] ?? reason}`,
  expired: 'Expired',
  expiredOn: (date: string) => `This quote was valid until ${date}. Please contact us for updated pricing.`,
  closed: 'Closed',
  closedOn: (date: string) => `This quote was closed on ${date}. Please contact us for updated pricing.`,
  answer: 'Your answer',
  howToAnswer: <T>(business: T): (T | string)[] => [
    'Would you like to go ahead, or ask something first? Call or write to ',
    business,
    '.',
  ],
}
