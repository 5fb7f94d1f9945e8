// What is written once stays: every verb that SQL has, against every append-only table, and the detour over the
// rowid, by which REPLACE removes a row whose key nobody named.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Attack, any, attacks } from '../support/attack.ts'
import { dump, gained } from '../support/dump.ts'
import {
  buildWorld,
  byBusiness,
  hash,
  id,
  insert,
  literal,
  type Row,
  recordHash,
  rows,
} from '../support/raw-world.ts'

type Kept = { row: Row; key: string[]; column: string; to: string | number }

/** A row that stands, its key, and a column with the value that an attacker would like to see there. */
const kept: Record<string, Kept> = {
  quote_revisions: { row: rows.revision('open'), key: ['quote_id', 'revision'], column: 'total', to: 1 },
  quote_views: { row: rows.view('seen'), key: ['quote_id', 'revision'], column: 'viewed_at', to: 1 },
  quote_decisions: {
    ...{ row: rows.decision('accepted'), key: ['quote_id', 'revision'] },
    ...{ column: 'signed_name', to: 'Mallory' },
  },
  invoice_revisions: {
    ...{ row: rows.invoiceRevision('sent'), key: ['invoice_id', 'revision'] },
    ...{ column: 'content_hash', to: hash('forged') },
  },
  signature_records: {
    row: rows.signature('third', { sequence: 3, previous_hash: recordHash('second') }),
    ...{ key: ['business_id', 'sequence'], column: 'signed_name', to: 'Mallory' },
  },
  chain_heads: {
    row: rows.head({ sequence: 2, hash: recordHash('second') }),
    ...{ key: ['business_id', 'sequence'], column: 'hash', to: recordHash('forged') },
  },
  delivery_reports: {
    ...{ row: rows.report('delivered'), key: ['message_id', 'round', 'recipient', 'kind', 'at'] },
    ...{ column: 'reason', to: 'HardBounce' },
  },
  reminders: { row: rows.reminder('2026-01-31', 1), key: ['client_id', 'day'], column: 'step', to: 7 },
  jobs: { row: rows.job('one'), key: ['id'], column: 'created_at', to: 1 },
  payments: { row: rows.payment('part', 'partial'), key: ['id'], column: 'paid_on', to: '2020-01-01' },
  audit_entries: { row: rows.audit('one'), key: ['id'], column: 'actor_id', to: id('key', 'revoked') },
}

function verbs(table: string, { row, key, column, to }: Kept): Attack[] {
  const where = `where ${key.map(name => `${name} = ${literal(row[name] ?? null)}`).join(' and ')}`
  const set = `set ${column} = ${literal(to)} ${where}`
  const forged = { ...row, [column]: to }
  const upsert = `on conflict (${key.join(', ')}) do update set ${column} = excluded.${column}`
  return [
    ['UPDATE', 'append_only', `update ${table} ${set}`],
    ['UPDATE of nothing', 'append_only', `update ${table} set ${column} = ${column} ${where}`],
    ['UPDATE OR REPLACE', 'append_only', `update or replace ${table} ${set}`],
    ['UPDATE OR IGNORE', 'append_only', `update or ignore ${table} ${set}`],
    ['UPDATE of the rowid', any, `update or replace ${table} set rowid = rowid + 100 ${where}`],
    ['DELETE', 'append_only', `delete from ${table} ${where}`],
    ['DELETE of everything', 'append_only', `delete from ${table}`],
    ['INSERT', any, insert(table, forged)],
    ['INSERT OR REPLACE', any, insert(table, forged, 'insert or replace')],
    ['INSERT OR IGNORE', any, insert(table, forged, 'insert or ignore')],
    ['upsert', any, `${insert(table, forged)} ${upsert}`],
  ]
}

for (const [table, one] of Object.entries(kept)) attacks(table, verbs(table, one))

const at = (prefix: Parameters<typeof id>[0], name: string, column = 'id') =>
  `${column} = ${literal(id(prefix, name))}`

/** A row that must stay and has nothing hanging on it that would hold it; and a new row that is welcome by itself. */
const replacements: [table: string, victim: string, fresh: Row][] = [
  ['api_keys', at('key', 'revoked'), rows.key('third')],
  ['audit_entries', at('aud', 'one'), rows.audit('two')],
  ['businesses', at('biz', 'empty'), rows.business('third')],
  ['chain_heads', at('biz', 'a', 'business_id'), rows.head()],
  ['client_credits', at('cli', 'dana', 'client_id'), rows.credit('EUR')],
  ['client_addresses', at('cli', 'eve', 'client_id'), rows.address('new@b.example')],
  ['clients', at('cli', 'new'), rows.client('third')],
  ['delivery_reports', at('msg', 'queued', 'message_id'), rows.report('bounced')],
  ['idempotency_keys', `idempotency_key = 'one'`, rows.idempotencyKey('two')],
  ['invoice_lines', at('inv', 'sent', 'invoice_id'), rows.invoiceLine('draft')],
  ['invoice_revisions', at('inv', 'sent', 'invoice_id'), rows.invoiceRevision('fresh')],
  ['invoices', at('inv', 'sent'), rows.invoice('third')],
  ['jobs', at('job', 'one'), rows.job('two')],
  ['link_requests', at('lrq', 'one'), rows.linkRequest('two')],
  ['link_rotations', at('cli', 'eve', 'client_id'), rows.rotation('dana')],
  ['logos', at('biz', 'a', 'business_id'), rows.logo('b')],
  ['messages', at('msg', 'queued'), rows.message('second')],
  ['number_counters', 'year = 2026', rows.counter(2027)],
  ['payments', at('pay', 'part'), rows.payment('third', 'sent')],
  ['portal_links', at('lnk', 'revoked'), rows.link('third', 'new')],
  ['quote_decisions', at('quo', 'accepted', 'quote_id'), rows.decision('open', byBusiness)],
  ['quote_lines', at('quo', 'open', 'quote_id'), rows.line('draft', 1)],
  ['quote_revisions', at('quo', 'open', 'quote_id'), rows.revision('fresh')],
  ['quote_views', at('quo', 'seen', 'quote_id'), rows.view('open')],
  ['quotes', at('quo', 'open'), rows.quote('another')],
  ['reminder_stops', at('cli', 'eve', 'client_id'), rows.stop('dana')],
  ['reminders', at('cli', 'dana', 'client_id'), rows.reminder('2026-02-01', 7)],
  ['signature_records', at('quo', 'third', 'document_id'), rows.signature('open')],
]

const overRowid = (table: string, victim: string, fresh: Row) =>
  insert(table, fresh, 'insert or replace')
    .replace('(', '(rowid, ')
    .replace('values (', `values ((select rowid from ${table} where ${victim}), `)

attacks(
  'REPLACE over the rowid of another row',
  replacements.map(([table, victim, fresh]) => [table, any, overRowid(table, victim, fresh)]),
)

describe('by itself', () => {
  beforeEach(buildWorld)
  test.each(replacements)(
    'that new row of %s is welcome: it is the replacing that is refused',
    async (table, victim, fresh) => {
      const { results } = await env.DB.prepare(`select * from ${table} where ${victim}`).all()
      expect(results).toHaveLength(1)
      const before = (await dump())[table] ?? []
      await env.DB.prepare(insert(table, fresh)).run()
      const after = (await dump())[table] ?? []
      expect(gained({ [table]: before }, { [table]: after })).toEqual({ [table]: 1 })
    },
  )
})

test('the list above has every table, but for those that take no row by hand', async () => {
  const made = ['reminder_rounds', 'unsealed_chains']
  const tables = Object.keys(await dump()).filter(table => !made.includes(table))
  expect(replacements.map(([table]) => table).sort()).toEqual(tables)
})
