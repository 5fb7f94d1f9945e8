// Raw SQL against what was signed: the record, the words it covers and the state of its quote stay as they are.
import { type Attack, attacks, campaigns, insertions, insertionsOf, updateVerbs } from '../support/attack.ts'
import {
  change,
  FAR,
  hash,
  id,
  insert,
  literal,
  NOW,
  type Row,
  recordHash,
  rows,
  SENT,
} from '../support/raw-world.ts'

/** In the middle of the first business's chain. */
const stands = rows.signature('second', { sequence: 2, previous_hash: recordHash('accepted') })
const forged: Row = {
  ...{ business_id: id('biz', 'b'), sequence: 9, document_id: id('quo', 'open'), revision: 2 },
  ...{ content_hash: hash('x'), link_id: id('lnk', 'eve'), signed_name: 'Mallory', po_number: null },
  ...{ signed_at: 1, previous_hash: recordHash('third'), hash: recordHash('x'), jws: 'forged' },
}
const of = (column: string, name = 'second') => `where ${column} = ${literal(id('quo', name))}`
const where = of('document_id')

/** Every way that SQL has to change a column of a row that stands. */
const changesOf = (column: string, value: string): string[] => [
  ...updateVerbs.map(verb => `${verb} signature_records set ${column} = ${value} ${where}`),
  `update or replace signature_records set ${column} = null ${where}`,
  `update signature_records set ${column} = given.it from (select ${value} as it) as given ${where}`,
  `update signature_records set (${column}) = (select ${value}) ${where} returning *`,
]

campaigns(
  'changing a record by every verb',
  Object.entries(forged).map(([column, value]) => [column, 'append_only', changesOf(column, literal(value))]),
)

const everything = Object.entries(forged)
  .map(([name, value]) => `${name} = ${literal(value)}`)
  .join(', ')

attacks('changing records', [
  ['all that one says', 'append_only', `update signature_records set ${everything} ${where}`],
  ['every one', 'append_only', `update signature_records set signed_name = 'Mallory'`],
  ['to what they are', 'append_only', 'update signature_records set jws = jws'],
  [
    'two that change places',
    'append_only',
    'update or replace signature_records set sequence = 5 - sequence where sequence > 1',
  ],
])

attacks('removing', [
  ['the newest record', 'append_only', 'delete from signature_records where sequence = 3'],
  ['one in the middle', 'append_only', `delete from signature_records ${where}`],
  ['one, telling what it was', 'append_only', `delete from signature_records ${where} returning *`],
  ['all records', 'append_only', 'delete from signature_records'],
  [
    'the whole chain of a business',
    'append_only',
    `delete from signature_records where business_id = ${literal(id('biz', 'b'))}`,
  ],
  ['its decision', 'append_only', `delete from quote_decisions ${of('quote_id')}`],
  ['its revision', 'append_only', `delete from quote_revisions ${of('quote_id')}`],
  ['its quote', 'quote_was_sent', `delete from quotes ${of('id')}`],
  ['its link', 'link_stays', `delete from portal_links where id = ${literal(id('lnk', 'dana'))}`],
])

insertions(
  'signature_records',
  'replacing a record by one that says the same',
  Object.entries(forged).map(([column, value]) => [
    `but for its ${column}`,
    'chain_moved|already_decided',
    { ...stands, [column]: value },
  ]),
)

const columns =
  'business_id, sequence, document_id, revision, content_hash, link_id, signed_name, po_number, signed_at, previous_hash, hash, jws'
const copied = (verb: string, more: [from: string, to: string]) =>
  `${verb} into signature_records (${columns}) select ${columns.replace(...more)} from signature_records`

attacks('replacing all records', [
  [
    'by themselves, under another name',
    'chain_moved|already_decided',
    copied('insert or replace', ['signed_name', `'Mallory'`]),
  ],
  [
    'by themselves, in later places',
    'chain_moved|already_decided',
    copied('insert or ignore', ['sequence', 'sequence + 3']),
  ],
])

const quote = (name: string, set: string, verb = 'update') =>
  change('quotes', id('quo', name), set).replace('update', verb)
const everyWay = (name: string, set: string) => updateVerbs.map(verb => quote(name, set, verb))
const now = `decided_at = ${NOW}`
const bornAccepted = { state: 'accepted', revision: 1, expires_at: FAR, sent_at: SENT, decided_at: NOW }
const fixed = 'quote_accepted|quote_needs_a_revision'

campaigns('calling a quote accepted, by every verb', [
  [
    'with neither record nor decision',
    'quote_needs_a_decision',
    everyWay('open', `state = 'accepted', ${now}`),
  ],
  ['without even an instant', 'quote_needs_a_decision', everyWay('open', `state = 'accepted'`)],
  ['after a rejection', 'quote_needs_a_decision', everyWay('rejected', `state = 'accepted'`)],
  ['that was withdrawn', 'quote_needs_a_decision', everyWay('withdrawn', `state = 'accepted', ${now}`)],
  ['that has expired', 'quote_needs_a_decision', everyWay('expired', `state = 'accepted', ${now}`)],
  ['that is being born', 'quote_not_draft', insertionsOf('quotes', { ...rows.quote('x'), ...bornAccepted })],
])

campaigns('calling what was signed something else, by every verb', [
  ['open', fixed, everyWay('second', `state = 'open', decided_at = null`)],
  ['a draft', fixed, everyWay('second', `state = 'draft', decided_at = null`)],
  ['nothing at all', `${fixed}|null`, everyWay('second', 'state = null, decided_at = null')],
  ['rejected', `${fixed}|quote_needs_a_decision`, everyWay('second', `state = 'rejected'`)],
  ['closed', `${fixed}|quote_cannot_close`, everyWay('second', `state = 'closed'`)],
  ['the next revision', fixed, everyWay('second', 'revision = 2')],
  ['no revision', `${fixed}|null`, everyWay('second', 'revision = null')],
  ['decided at another time', `${fixed}|quote_needs_a_decision`, everyWay('second', 'decided_at = 1')],
])

const decision = (set: string) =>
  updateVerbs.map(verb => `${verb} quote_decisions set ${set} ${of('quote_id')}`)

campaigns('changing its decision, by every verb', [
  ['the name', 'append_only', decision(`signed_name = 'Mallory'`)],
  ['the PO number', 'append_only', decision(`po_number = 'PO-8'`)],
  ['the instant', 'append_only', decision('decided_at = 1')],
  ['the link', 'append_only', decision(`link_id = ${literal(id('lnk', 'eve'))}`)],
  ['who decided', 'append_only', decision(`decided_by = 'business', link_id = null, signed_name = null`)],
  ['what was decided', 'append_only', decision(`kind = 'rejected', signed_name = null`)],
])

const words = (set: string) => updateVerbs.map(verb => `${verb} quote_revisions set ${set} ${of('quote_id')}`)
const sentAgain = (more: Row): Attack[2] => insert('quote_revisions', rows.revision('second', more))

campaigns('editing the words that were signed, by every verb', [
  ['alone', 'append_only', words(`content = '{"total":"1.00"}'`)],
  ['with their hash', 'append_only', words(`content = '[]', content_hash = ${literal(hash('x'))}`)],
  ['their total', 'append_only', words('total = 1')],
  ['their validity', 'append_only', words('expires_at = expires_at + 1')],
  ['replaced', 'stale|exists', insertionsOf('quote_revisions', rows.revision('second', { content: '[]' }))],
  ['by a next revision', 'stale', [sentAgain({ revision: 2, quote_version: 3 })]],
  ['by one line more', 'quote_not_draft', insertionsOf('quote_lines', rows.line('second'))],
])
