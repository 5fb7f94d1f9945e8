// Raw SQL against the acceptance, which is the insertion of a signature record: by every verb, only on what is open
// and was shown, in time, once, through the client's own living link, with its decision or not at all.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Attack,
  answerTo,
  attacks,
  check,
  foreignKey,
  insertions,
  insertVerbs,
  missing,
  unmatched,
} from '../support/attack.ts'
import { dump, gained } from '../support/dump.ts'
import {
  buildWorld,
  byBusiness,
  change,
  declined,
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
  theirs,
} from '../support/raw-world.ts'

/** What is decided is not open either; what was never shown has no words that could be meant. */
const decided = 'already_decided|quote_not_open'
const notShown = 'quote_not_open|quote_changed'
const nowhere = `${notShown}|link_dead`

const sign = rows.signature
const signed = (name: string, verb = 'insert') => insert('signature_records', sign(name), verb)
const decision = (name: string, more: Row = {}) => insert('quote_decisions', rows.decision(name, more))
const linkOf = (name: string) => ({ link_id: id('lnk', name) })
const linkEnds = (death: string) =>
  `update portal_links set died_at = ${NOW}, death = '${death}', sealed = null where id = ${literal(id('lnk', 'dana'))}`
const clientEnds = change('clients', id('cli', 'dana'), `deleted_at = ${NOW}`)
const allLinksEnd = `update businesses set links_from = ${FAR}, version = version + 1`
const withdrawn = (name: string) => change('quotes', id('quo', name), `state = 'draft', decided_at = null`)
const sentAgain = (name: string, version: number) =>
  insert(
    'quote_revisions',
    rows.revision(name, { revision: 2, quote_version: version, content_hash: hash('newer') }),
  )

insertions('signature_records', 'an acceptance', [
  ['for the second time', decided, sign('accepted')],
  ['for the second time, under another name', decided, sign('accepted', { signed_name: 'Mallory' })],
  ['for the second time, as its own successor', decided, sign('third', { hash: recordHash('x') })],
  ['of what the business recorded as accepted', decided, sign('open'), [decision('open', byBusiness)]],
  ['of what was declined', decided, sign('rejected')],
  ['of what was declined and withdrawn', decided, sign('rejected'), [withdrawn('rejected')]],
  [
    'of what was declined, after its next revision was sent',
    decided,
    sign('rejected'),
    [withdrawn('rejected'), sentAgain('rejected', 4)],
  ],
  ['of a draft', notShown, sign('draft')],
  ['of a draft, as revision 0', notShown, sign('draft', { revision: 0 })],
  ['of a draft that was once sent', 'quote_not_open', sign('withdrawn')],
  ['of what was closed', 'quote_not_open', sign('closed')],
  ['of what has expired', 'quote_not_open', sign('expired')],
  ['at the very instant of expiry', 'quote_not_open', sign('open', { signed_at: FAR })],
  ['an instant before it was sent', 'quote_not_open', sign('open', { signed_at: SENT - 1 })],
  ['before the beginning of time', 'quote_not_open', sign('open', { signed_at: -NOW })],
  ['of a revision of the past', 'quote_not_open', sign('again')],
  ['of a revision of the future', notShown, sign('open', { revision: 2 })],
  ['of a later revision of what was accepted', `${decided}|${notShown}`, sign('accepted', { revision: 2 })],
  ['of a quote that does not exist', nowhere, sign('none')],
  ['of other words than were shown', 'quote_changed', sign('open', { content_hash: hash('seen') })],
  ['of the words of an older revision', 'quote_changed', sign('again', { revision: 2 })],
  ['of words without a hash', missing, sign('open', { content_hash: null })],
  ['through a rotated link', 'link_dead', sign('open', linkOf('old'))],
  ['through the link it was sent with, rotated since', 'link_dead', sign('open'), [linkEnds('rotated')]],
  ['through a revoked link', 'link_dead', sign('open'), [linkEnds('revoked')]],
  ['through the link of a deleted client', 'link_dead', sign('open'), [clientEnds]],
  ['through a link that ended with all of the business’s', 'link_dead', sign('open'), [allLinksEnd]],
  ['through another client’s link', 'link_dead', sign('open', linkOf('eve'))],
  ['through another client’s dead link', 'link_dead', sign('open', linkOf('gone'))],
  ['through another business’s link', 'link_dead', sign('open', linkOf('other'))],
  ['through a link that does not exist', 'link_dead', sign('open', linkOf('none'))],
  ['through no link', missing, sign('open', { link_id: null })],
  ['without a name', missing, sign('open', { signed_name: null })],
  ['with an empty name', check, sign('open', { signed_name: '' })],
  ['without an instant', missing, sign('open', { signed_at: null })],
  ['without a signature', missing, sign('open', { jws: null })],
  ['with an empty signature', check, sign('open', { jws: '' })],
  ['without a document', missing, sign('open', { document_id: null })],
  ['without a revision', missing, sign('open', { revision: null })],
  ['without a hash of its own', missing, sign('open', { hash: null })],
  ['with a hash that is none', check, sign('open', { hash: 'short' })],
  ['in nobody’s name', 'chain_moved', sign('open', { business_id: null })],
  ['of another business’s quote', foreignKey, sign('foreign', linkOf('other'))],
  ['of another business’s quote, through an own link', 'link_dead', sign('foreign')],
  ['in another business’s chain', foreignKey, sign('open', { ...theirs, ...linkOf('dana') })],
  ['in another business’s chain, through its link', 'link_dead', sign('open', theirs)],
])

const next = (name: string, before: string, sequence: number, more: Row = {}) =>
  sign(name, { sequence, previous_hash: recordHash(before), ...more })

const together = (verb: string, ...all: Row[]) =>
  all
    .map((row, index) =>
      index === 0
        ? insert('signature_records', row, verb)
        : `, (${Object.values(row).map(literal).join(', ')})`,
    )
    .join('')

attacks(
  'two acceptances in one statement, of which one is not right',
  insertVerbs.flatMap((verb): Attack[] => [
    [
      `the second, ${verb}`,
      'quote_changed',
      together(verb, sign('open'), next('seen', 'open', 5, { content_hash: hash('x') })),
    ],
    [
      `the first, ${verb}`,
      'quote_changed',
      together(verb, sign('open', { content_hash: hash('x') }), next('seen', 'open', 5)),
    ],
    [
      `the same quote twice, ${verb}`,
      decided,
      together(verb, sign('open'), next('open', 'open', 5, { hash: recordHash('x') })),
    ],
    [`both in one place, ${verb}`, 'chain_moved', together(verb, sign('open'), next('seen', 'third', 4))],
    [`the later one first, ${verb}`, 'chain_moved', together(verb, next('seen', 'open', 5), sign('open'))],
  ]),
)

/** The record stands and its decision does not: what only who takes triggers away can bring about. */
const recordAlone = ['drop trigger signature_records_accept_the_document', signed('open')]
const said: Row = { po_number: 'PO-7' }
const unlike = (what: string, more: Row): Attack => [
  `unlike its record in ${what}`,
  'not_signed',
  decision('open', { ...said, ...more }),
  recordAlone,
]

attacks('a client’s decision that no record brings', [
  ...insertVerbs.map((verb): Attack => [verb, 'not_signed', decision('open').replace('insert', verb)]),
  ['upserted', 'not_signed', `${decision('open')} on conflict do update set signed_name = 'Mallory'`],
  [
    'made of the record of another quote',
    'not_signed',
    `insert into quote_decisions (quote_id, revision, business_id, kind, decided_by, content_hash, decided_at, link_id, signed_name, po_number)
     select ${literal(id('quo', 'open'))}, revision, business_id, 'accepted', 'client', ${literal(hash('open'))}, signed_at, link_id, signed_name, po_number
     from signature_records where sequence = 3`,
  ],
  ['of what is accepted, as it stands', `${decided}|not_signed`, decision('third', said)],
  unlike('the name', { signed_name: 'Mallory' }),
  unlike('the name’s capitals', { signed_name: 'DANA' }),
  unlike('the PO number', { po_number: 'PO-8' }),
  unlike('the PO number, which is missing', { po_number: null }),
  unlike('the instant', { decided_at: NOW + 1 }),
  [
    'unlike its record in the link',
    'not_signed',
    decision('open', { ...said, ...linkOf('newer') }),
    [...recordAlone, linkEnds('rotated'), insert('portal_links', rows.link('newer', 'dana'))],
  ],
  [
    'unlike its record in revision and words',
    'not_signed',
    decision('open', { ...said, revision: 2, content_hash: hash('newer') }),
    [...recordAlone, withdrawn('open'), sentAgain('open', 3)],
  ],
])

const byTheBusiness = (verb: string): Attack => [
  `an acceptance by the business, ${verb}`,
  decided,
  decision('second', byBusiness).replace('insert', verb),
]

attacks('a second decision on what a client signed', [
  ...insertVerbs.map(byTheBusiness),
  [
    'an acceptance by the business, upserted',
    decided,
    `${decision('second', byBusiness)} on conflict do update set decided_by = 'business'`,
  ],
  ['a rejection by the client', decided, decision('second', declined)],
  ['a rejection by the business', decided, decision('second', { ...byBusiness, kind: 'rejected' })],
])

describe('a record and its decision', () => {
  beforeEach(buildWorld)

  test('the record brings the decision, equal to it in all that both say, and moves the quote', async () => {
    const { quotes: _, ...before } = await dump()
    expect(await answerTo(signed('open'))).toMatch(/^passed/)
    const { quotes, ...after } = await dump()
    expect(quotes).toContainEqual(
      expect.objectContaining({ id: id('quo', 'open'), state: 'accepted', decided_at: NOW, version: 3 }),
    )
    expect(gained(before, after)).toEqual({ quote_decisions: 1, signature_records: 1 })
    expect(await unmatched()).toEqual([])
  })

  test('two in one statement, each the next of the other, are two acceptances', async () => {
    expect(await answerTo(together('insert', sign('open'), next('seen', 'open', 5)))).toMatch(/^passed/)
    expect(await unmatched()).toEqual([])
  })

  test.each(insertVerbs)('in one batch, the decision first: nothing of it happens (%s)', async verb => {
    const stood = await dump()
    const both = [decision('open', said).replace('insert', verb), signed('open')]
    await expect(env.DB.batch(both.map(sql => env.DB.prepare(sql)))).rejects.toThrow('not_signed')
    expect(await dump()).toEqual(stood)
  })

  /** A quote whose version is the largest integer can't be moved on: what fails is the last step of all. */
  test.each(insertVerbs)('a record whose quote can’t be moved on is refused whole (%s)', async verb => {
    const most = '9223372036854775806'
    const numbered = (sql: string) => env.DB.prepare(sql.replace(`'the last'`, most))
    await env.DB.batch([
      numbered(insert('quotes', { ...rows.quote('max'), version: 'the last' })),
      numbered(insert('quote_revisions', rows.revision('max', { quote_version: 'the last' }))),
    ])
    const stood = await dump()
    expect(await answerTo(signed('max', verb))).toMatch(/^refused: .*SQLITE_CONSTRAINT/)
    expect(await dump()).toEqual(stood)
  })
})
