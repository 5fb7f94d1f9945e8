// Every sentence of a quote's page.

/** Why a client declined: the codes of the short list, as the client chose them. */
const reasons: Record<string, string> = {
  price: 'Price',
  timing: 'Timing',
  chose_someone_else: 'Chose someone else',
  project_cancelled: 'Project cancelled',
  scope: 'Scope',
  other: 'Other',
}

export const words = {
  kind: 'Quote',
  named: (number: string) => `Quote ${number}`,
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
  answer: 'Your answer',
  howToAnswer: <T>(business: T): (T | string)[] => [
    'Would you like to go ahead, or ask something first? Call or write to ',
    business,
    '.',
  ],
}

/** The e-mails about a quote. */
export const mailWords = {
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Your quote from ${business}: ${title} (${number})`,
    preview: (total: string, until: string) => `${total}, valid until ${until}`,
    intro: (business: string) => `${business} has prepared a quote for you.`,
    total: 'Total',
    validUntil: 'Valid until',
    button: 'View the quote',
    after: 'You can read it line by line, ask questions, and answer when you are ready.',
    reason: (business: string) => `You get this e-mail because ${business} sent you a quote.`,
  },
  viewed: {
    subject: (client: string, number: string) => `${client} has opened quote ${number}`,
    preview: (title: string) => title,
    intro: (client: string, number: string, title: string) =>
      `${client} has opened your quote ${number}, ${title}.`,
    reason: 'You get this e-mail because you sent this quote.',
  },
}
