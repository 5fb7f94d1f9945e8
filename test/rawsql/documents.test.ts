// Raw SQL against quotes and invoices: what was sent is frozen, and state follows from rows.
import { type Attack, attacks, check, foreignKey } from '../support/attack.ts'
import { change, FAR, id, insert, literal, NOW, type Row, rows } from '../support/raw-world.ts'

const quote = (name: string, set: string) => change('quotes', id('quo', name), set)
const invoice = (name: string, set: string) => change('invoices', id('inv', name), set)
const is = (key: string) => `where id = ${literal(key)}`
const owned = (client: string, business = 'a'): Row => ({
  business_id: id('biz', business),
  client_id: id('cli', client),
})

/** What a client has read in a document, and what a business could wish it had said. */
const edits = [
  ...[`title = 'Cheaper roof'`, `description = 'x'`, `terms = 'x'`, `note = 'x'`, `currency = 'EUR'`],
  ...[`number = 'Q-1'`, 'discount_percent = 1', 'discount_amount = 1', 'subtotal = 1, total = 1'],
  ...['tax_total = 1, total = 1001', `client_id = ${literal(id('cli', 'eve'))}`],
]
const edited = (make: typeof quote, name: string, word: string, more: string[]): Attack[] =>
  [...edits, ...more].map(set => [`${name}: ${set}`, word, make(name, set)])

const validity = [`valid_until = '2100-01-01'`]
const fixed = 'quote_not_draft|number_is_fixed|quote_is_fixed'
attacks('editing a sent quote', edited(quote, 'open', fixed, validity))
attacks(
  'changing an accepted quote',
  edited(quote, 'accepted', `quote_accepted|${fixed}`, [...validity, 'updated_at = 1']),
)
attacks('editing a sent invoice', edited(invoice, 'sent', 'invoice_not_draft', [`due_on = '2100-01-01'`]))

attacks('a quote’s life', [
  ['an edit on a stale version', 'stale', `update quotes set title = 'x' ${is(id('quo', 'draft'))}`],
  [
    'an accepted one back to draft',
    'quote_accepted',
    quote('accepted', `state = 'draft', decided_at = null`),
  ],
  ['an accepted one closed', 'quote_accepted|quote_cannot_close', quote('accepted', `state = 'closed'`)],
  [
    'accepted without a decision',
    'quote_needs_a_decision',
    quote('open', `state = 'accepted', decided_at = ${NOW}`),
  ],
  [
    'rejected without a decision',
    'quote_needs_a_decision',
    quote('open', `state = 'rejected', decided_at = ${NOW}`),
  ],
  [
    'opened without a sending',
    'quote_needs_a_revision',
    quote('draft', `state = 'open', revision = 1, expires_at = ${FAR}, sent_at = 1`),
  ],
  ['a withdrawn one opened again', 'quote_needs_a_revision', quote('withdrawn', `state = 'open'`)],
  [
    'a withdrawn rejection back in the portal',
    'quote_needs_a_decision',
    quote('rejected', `state = 'rejected', decided_at = ${NOW}`),
    [quote('rejected', `state = 'draft', decided_at = null`)],
  ],
  ['the instant of a rejection moved', 'quote_needs_a_decision', quote('rejected', 'decided_at = 1')],
  ['the instant of a closing moved', 'quote_needs_a_decision', quote('closed', 'decided_at = 1')],
  ['a revision taken back', 'quote_needs_a_revision', quote('again', 'revision = 1')],
  ['the validity prolonged', 'quote_needs_a_revision', quote('expired', `expires_at = ${FAR}`)],
  ['the sending back-dated', 'quote_needs_a_revision', quote('open', 'sent_at = 1')],
  [
    'a draft that was never sent closed',
    'quote_cannot_close',
    quote('draft', `state = 'closed', decided_at = 1`),
  ],
  ['a rejected one closed', 'quote_cannot_close', quote('rejected', `state = 'closed'`)],
  ['a sent one deleted', 'quote_was_sent', `delete from quotes ${is(id('quo', 'open'))}`],
  ['an accepted one deleted', 'quote_was_sent', `delete from quotes ${is(id('quo', 'accepted'))}`],
  [
    'a draft that was once sent deleted',
    'quote_was_sent',
    `delete from quotes ${is(id('quo', 'withdrawn'))}`,
  ],
  [
    'born sent',
    'quote_not_draft',
    insert('quotes', { ...rows.quote('x'), state: 'open', revision: 1, expires_at: FAR, sent_at: 1 }),
  ],
  [
    'replaced by its id',
    'exists',
    insert('quotes', { ...rows.quote('open'), number: 'Q-x' }, 'insert or replace'),
  ],
  [
    'replaced by its number',
    'exists',
    insert('quotes', { ...rows.quote('x'), number: 'Q-accepted' }, 'insert or replace'),
  ],
  [
    'that is a draft, pushed out by its number',
    'number_taken',
    quote('draft', `number = 'Q-fresh'`).replace('update', 'update or replace'),
  ],
  [
    'pushed out by its number',
    'number_taken',
    quote('draft', `number = 'Q-accepted'`).replace('update', 'update or replace'),
  ],
  ['given another id', 'quote_is_fixed', quote('fresh', `id = ${literal(id('quo', 'x'))}`)],
  ['a new number for one that was once sent', 'number_is_fixed', quote('withdrawn', `number = 'Q-x'`)],
  [
    'another client for one that was once sent',
    'quote_is_fixed',
    quote('withdrawn', `client_id = ${literal(id('cli', 'eve'))}`),
  ],
  ['for another business’s client', foreignKey, insert('quotes', rows.quote('x', owned('other')))],
  [
    'moved to another business’s client',
    foreignKey,
    quote('fresh', `client_id = ${literal(id('cli', 'other'))}`),
  ],
  ['for a client that was deleted', 'quote_not_draft', insert('quotes', rows.quote('x', owned('gone')))],
  [
    'moved to a client that was deleted',
    'client_deleted',
    quote('fresh', `client_id = ${literal(id('cli', 'gone'))}`),
  ],
  ['with a total that is not its sums', check, quote('fresh', 'total = 1')],
])

const revision = (name: string, more: Row) => insert('quote_revisions', rows.revision(name, more))

attacks('a sending', [
  ['of a draft that has moved on', 'stale', revision('fresh', {}), [quote('fresh', `title = 'x'`)]],
  ['of what is open already', 'stale', revision('open', { revision: 2, quote_version: 2 })],
  ['that skips a revision', 'stale', revision('fresh', { revision: 2 })],
  ['under another number', 'stale', revision('fresh', { number: 'Q-x' })],
  ['to another client', 'stale', revision('fresh', owned('eve'))],
  ['past its validity', 'quote_past_validity', revision('fresh', { expires_at: 1 })],
  [
    'through a dead link',
    'link_dead',
    revision('fresh', {}),
    [`update businesses set links_from = ${FAR}, version = version + 1`],
  ],
  [
    'of an invoice, through a dead link',
    'link_dead',
    insert('invoice_revisions', rows.invoiceRevision('fresh')),
    [`update businesses set links_from = ${FAR}, version = version + 1`],
  ],
  [
    'of an invoice that has moved on',
    'stale',
    insert('invoice_revisions', rows.invoiceRevision('fresh')),
    [invoice('fresh', `title = 'x'`)],
  ],
  [
    'of an invoice for the second time',
    'stale',
    insert('invoice_revisions', { ...rows.invoiceRevision('sent'), revision: 2 }),
  ],
])
