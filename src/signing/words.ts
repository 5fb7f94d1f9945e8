// Every sentence of the signature form, of the certificate and of the page that checks one.
import { wordsOf } from '../i18n/words.ts'
import type { Fault } from './verify.ts'

/** The form in which a document is signed. */
export const formWords = wordsOf('signing', {
  name: 'Your full name (electronic signature)',
  poNumber: 'Your PO number (optional)',
  brief: { signature: 'your name', poNumber: 'the PO number', consent: 'the checkbox' },
  button: 'Sign & Accept',
  busy: 'Processing…',
  after: 'You’ll see your receipt right away, and get it by email too.',
})

/** What the portal holds of a signature. Quiet, complete, and no more than is true. */
export const certificateWords = wordsOf('certificate', {
  signature: 'Electronic signature',
  typedOn: (when: string) => `Typed and signed on ${when}`,
  signedAt: (when: string, utc: string) => (utc === when ? when : `${when} (${utc})`),
  agreed: 'Agreed to when signing',
  record: 'How it was recorded',
  address: 'Internet address',
  country: 'Country',
  network: 'Network',
  networkOf: (number: number, name: string) => (name ? `${name} (AS ${number})` : `AS ${number}`),
  browser: 'Browser',
  link: 'Link used',
  linkOf: (id: string, made: string) => `${id}, made on ${made}`,
  mailed: 'Link mailed to',
  notMailed: 'No mail with it is known to have left this portal.',
  mailedTo: <T>(address: T, first: string): (T | string)[] => [address, ` on ${first}`],
  mailedAgain: <T>(address: T, times: number, first: string, last: string): (T | string)[] => [
    address,
    `, ${times} times: first on ${first}, last on ${last}`,
  ],
  revealed: 'Link last shown to the business',
  notRevealed: 'Never by this portal',
  content: 'Hash of the content',
  number: 'Record number',
  numberOf: (sequence: number) => `${sequence} in this business’s chain of records`,
  hash: 'Hash of this record',
  previous: 'Hash of the one before',
  first: 'None: this is the first one',
  key: 'Signing key',
  honest:
    'This portal recorded the signature as it was given and sealed the record with its own key, so any later change to it is found. It is a simple electronic signature under ESIGN, UETA and eIDAS. It is not an identity check: it doesn’t show who used the device.',
})

const faults: Record<Fault, string> = {
  unreadable:
    'Nothing could be checked, so this says nothing about your receipt. Please choose the file whose name ends in “-signed.json”, whole and unedited: it is attached to the email.',
  keys: 'These are public keys, so nothing was checked. Please choose the other attached file, whose name ends in “-signed.json”.',
  format:
    'Nothing could be checked, so this says nothing about your receipt. Please choose the file whose name ends in “-signed.json”: it is attached to the email.',
  jws: 'The signed part of the file is damaged.',
  key: 'It was signed with a key that this portal doesn’t know.',
  signature: 'The signature doesn’t fit: the signed part was changed, or made by someone else.',
  content_hash: 'The content isn’t the one whose hash was signed.',
  copy: 'The file was changed after signing: what can be read in it differs from what was signed.',
  text: 'What was signed is unchanged, but the file isn’t the one that this portal made: characters were added, removed or reordered around it.',
}

/** The page, and the command, that check a receipt file. */
export const verifyWords = wordsOf('verify', {
  title: 'Check a receipt',
  lead: 'Is a receipt genuine, and still exactly as it was made? Choose its file, the one whose name ends in “-signed.json”. It is checked here, and nothing of it is kept.',
  file: 'The proof file',
  pasted: 'Or paste its text',
  button: 'Check',
  busy: 'Checking…',
  again: 'Check another one',
  nothing: 'Please choose a file, or paste its text.',
  found: (title: string) => `${title} · Check a receipt`,
  valid: 'Valid',
  validLead: 'This receipt is genuine and unchanged.',
  invalid: 'Not valid',
  noReceipt: 'Not a valid proof file',
  line: (number: number) => `line ${number}`,
  /** The last step of a path into a record, where a person has a word for it. */
  partNames: {
    title: 'the title',
    description: 'the description',
    quantity: 'quantity',
    unit: 'unit',
    unit_price: 'unit price',
    tax_rate: 'tax rate',
    total: 'total',
    subtotal: 'subtotal',
    valid_until: 'the last day',
    terms: 'the terms',
    note: 'the note',
    name: 'a name',
    po_number: 'the PO number',
    utc: 'the time of signing',
    local: 'the time of signing',
  },
  faults,
  parts: 'What doesn’t fit',
  whole: 'the record as a whole',
  says: 'What the receipt says',
  signedPart: 'What was signed',
  sealSays: 'What the seal says',
  document: 'Document',
  /** Kinds of documents, as a record names them. */
  kinds: { quote: 'Quote' },
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
    'It doesn’t say who used the device: the portal recorded the typed name, the link that was used and when, but checked nobody’s identity.',
  head: <T>(business: T, records: number, when: string): (T | string)[] => [
    business,
    ` had ${records === 1 ? '1 signed record' : `${records} signed records`} on ${when}.`,
  ],
})
