// Every sentence of the signature form, of the certificate and of the page that checks one.
import type { Fault } from './verify.ts'

/** The form in which a document is signed. */
export const formWords = {
  name: 'Your full name (electronic signature)',
  poNumber: 'Your PO number (optional)',
  brief: { signature: 'your name', poNumber: 'the PO number', consent: 'the box to tick' },
  button: 'Sign & Accept',
  busy: 'Processing…',
  after: 'You’ll see your receipt right away, and get it by email too.',
}

/** What the portal holds of a signature. Quiet, complete, and no more than is true. */
export const certificateWords = {
  signature: 'Electronic signature',
  typedOn: (when: string) => `Typed and signed on ${when}`,
  signedAt: (when: string, utc: string) => (utc === when ? when : `${when} (${utc})`),
  agreed: 'Agreed to when signing',
  record: 'How it was recorded',
  address: 'Internet address',
  country: 'Country',
  network: 'Network',
  networkOf: (number: number, name: string) => `${name} (AS ${number})`,
  browser: 'Browser',
  link: 'Link used',
  linkOf: (id: string, made: string) => `${id}, made on ${made}`,
  mailed: 'Link mailed to',
  notMailed: 'It was never mailed by this portal.',
  mailedTo: <T>(address: T, first: string): (T | string)[] => [address, ` on ${first}`],
  mailedAgain: <T>(address: T, times: number, first: string, last: string): (T | string)[] => [
    address,
    `, ${times} times from ${first} to ${last}`,
  ],
  revealed: 'Looked up by business',
  notRevealed: 'Never',
  content: 'Hash of the content',
  number: 'Record number',
  numberOf: (sequence: number) => `${sequence} in this business’s chain of records`,
  hash: 'Hash of this record',
  previous: 'Hash of the one before',
  first: 'None: this is the first one',
  key: 'Signing key',
  honest:
    'This portal recorded the signature as it was given and sealed the record with its own key, so any later change to it is found. It is a simple electronic signature under ESIGN, UETA and eIDAS. It is not an identity check: it doesn’t show who held the phone.',
}

const faults: Record<Fault, string> = {
  unreadable: 'This isn’t a receipt file of this portal. It must be the JSON file, whole and unedited.',
  format: 'This is a kind of file or record that this portal doesn’t know.',
  jws: 'The signed part of the file is damaged.',
  key: 'It was signed with a key that this portal doesn’t know.',
  signature: 'The signature doesn’t fit: the signed part was changed, or made by someone else.',
  content_hash: 'The content isn’t the one whose hash was signed.',
  copy: 'The readable copy in the file differs from what was signed.',
  text: 'What was signed is unchanged, but the file isn’t the one that this portal made: characters were added, removed or reordered around it.',
}

/** The page, and the command, that check a receipt file. */
export const verifyWords = {
  title: 'Check a receipt',
  lead: 'Is a receipt genuine, and still exactly as it was made? Give us its file, the one that ends in “.json”. We check it and keep nothing of it.',
  file: 'The receipt file',
  pasted: 'Or paste its text',
  button: 'Check',
  busy: 'Checking…',
  again: 'Check another one',
  nothing: 'Please choose a file, or paste its text.',
  found: (title: string) => `${title} · Check a receipt`,
  valid: 'Valid',
  validLead: 'This receipt is genuine and unchanged.',
  invalid: 'Not valid',
  faults,
  parts: 'What doesn’t fit',
  whole: 'the record as a whole',
  says: 'What the receipt says',
  document: 'Document',
  documentOf: <T>(kind: string, number: T, title: T): (T | string)[] => [`${kind} `, number, ', ', title],
  version: 'Version',
  total: 'Total',
  signer: 'Signed by',
  signed: 'Signed on',
  business: 'Business',
  client: 'Client',
  clientOf: <T>(name: T, company: T): (T | string)[] => [name, ', ', company],
  poNumber: 'PO number',
  issuer: 'Recorded at',
  newest: 'Hash of the newest record',
  limits:
    'It doesn’t say who held the phone: the portal recorded the typed name, the link that was used and when, but checked nobody’s identity.',
  head: <T>(business: T, records: number, when: string): (T | string)[] => [
    business,
    ` had ${records === 1 ? '1 signed record' : `${records} signed records`} on ${when}.`,
  ],
}
