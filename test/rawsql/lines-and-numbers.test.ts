// Raw SQL against the lines of what was sent, the counter that gives numbers, and content that could not be checked.
import { attacks, check } from '../support/attack.ts'
import { hash, id, insert, literal, type Row, rows } from '../support/raw-world.ts'

attacks('lines', [
  ['one more on a sent quote', 'quote_not_draft', insert('quote_lines', rows.line('open', 1))],
  ['one changed', 'lines_are_fixed', `update quote_lines set total = 1`],
  ['one of an invoice changed', 'lines_are_fixed', `update invoice_lines set total = 1`],
  [
    'one of a sent quote deleted',
    'quote_not_draft',
    `delete from quote_lines where quote_id = ${literal(id('quo', 'open'))}`,
  ],
  ['one replaced', 'quote_not_draft', insert('quote_lines', rows.line('draft'), 'insert or replace')],
  ['one more on a sent invoice', 'invoice_not_draft', insert('invoice_lines', rows.invoiceLine('sent', 1))],
  [
    'one of a sent invoice deleted',
    'invoice_not_draft',
    `delete from invoice_lines where invoice_id = ${literal(id('inv', 'sent'))}`,
  ],
])

const counter = `${literal(id('biz', 'a'))}, 'quote', 2026`

attacks('the counter of numbers', [
  ['going back', check, 'update number_counters set last = 0, previous = last'],
  ['standing still', check, 'update number_counters set previous = last'],
  ['stepping from where it is not', 'number_moved', 'update number_counters set last = 3, previous = 2'],
  ['another year’s', 'number_moved', 'update number_counters set year = 2027, last = 2, previous = 1'],
  ['deleted', 'append_only', 'delete from number_counters'],
  ['replaced', 'number_moved', `replace into number_counters values (${counter}, 1, 0)`],
  [
    'upserted',
    'number_moved',
    `insert into number_counters values (${counter}, 1, 0) on conflict do update set last = 1`,
  ],
  [
    'starting from somewhere',
    'number_moved',
    insert('number_counters', { ...rows.counter(2030), last: 9, previous: 8 }),
  ],
])

const revision = (more: Row) => insert('quote_revisions', rows.revision('fresh', more))

attacks('frozen content', [
  ['a hash that is none', check, revision({ content_hash: 'x' })],
  ['content that is no JSON', check, revision({ content: '{', content_hash: hash('x') })],
])
