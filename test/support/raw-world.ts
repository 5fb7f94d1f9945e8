// A small world written in raw SQL, with ids that can be read: what finds, who holds the database but
// may not drop its triggers. Of the first business, a client (Dana) with documents in every state, and a chain of
// three records of which a head covers two; of the second business, a chain of its own.
import { env } from 'cloudflare:workers'

export type Prefix = 'biz' | 'key' | 'cli' | 'lnk' | 'quo' | 'inv' | 'pay' | 'msg' | 'aud' | 'job' | 'lrq'
export type Value = string | number | null | Uint8Array
export type Row = Record<string, Value>

/** `quo_open000…`: an id of the right shape that says what it is. */
export const id = (prefix: Prefix, name: string): string => `${prefix}_${name.padEnd(26, '0')}`

/** A hash of the right length that says whose it is. */
export const hash = (name: string): string => name.padEnd(64, '0')

export function literal(value: Value): string {
  if (value === null || typeof value === 'number') return String(value)
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : `x'${value.toHex()}'`
}

/** `insert into …` of one row; `verb` may be `insert or replace`. */
export const insert = (table: string, row: Row, verb = 'insert'): string =>
  `${verb} into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`

/** The hash of the record by which a quote was accepted. */
export const recordHash = (name: string): string => hash(`record-${name}`)

/** Sent at SENT; valid, due and alive far beyond NOW. */
export const SENT = 1_000_000
export const NOW = 2_000_000
export const FAR = 9_000_000_000_000

const times = { created_at: SENT, updated_at: SENT }
const a = { business_id: id('biz', 'a') }
const dana = { ...a, client_id: id('cli', 'dana') }

export const rows = {
  business: (name: string): Row => ({
    ...{ id: id('biz', name), name: 'Harbor', email: 'a@b.example', locale: 'en-US', currency: 'USD' },
    ...{ time_zone: 'UTC', ...times },
  }),
  key: (name: string): Row => ({
    ...{ id: id('key', name), ...a, name: 'key', key_hash: hash(name), scopes: 'read', created_at: SENT },
  }),
  logo: (business: string): Row => ({
    ...{ business_id: id('biz', business), hash: '0a'.repeat(32), media_type: 'image/png' },
    ...{ width: 1, height: 1024, bytes: new Uint8Array(100) },
  }),
  client: (name: string, business = 'a'): Row => ({
    ...{
      id: id('cli', name),
      business_id: id('biz', business),
      name: 'Dana',
      email: 'd@b.example',
      ...times,
    },
  }),
  link: (name: string, client = name, business = 'a'): Row => ({
    ...{ id: id('lnk', name), business_id: id('biz', business), client_id: id('cli', client) },
    ...{ token_hash: hash(name), sealed: 'k1:box', origin: 'rotation', born_at: SENT },
  }),
  quote: (name: string, owner: Row = dana): Row => ({
    ...{ id: id('quo', name), ...owner, number: `Q-${name}`, title: 'Roof', currency: 'USD' },
    ...{ valid_until: '2099-12-31', subtotal: 1000, discount_total: 0, tax_total: 0, total: 1000, ...times },
  }),
  line: (name: string, position = 0): Row => ({
    ...{ quote_id: id('quo', name), position, ...a, description: 'Shingles', category: 'material' },
    ...{ quantity: 10_000, unit_price: 1_000_000, tax_rate: 0, total: 1000 },
  }),
  revision: (name: string, more: Row = {}): Row => ({
    ...{
      quote_id: id('quo', name),
      revision: 1,
      ...dana,
      number: `Q-${name}`,
      title: 'Roof',
      currency: 'USD',
    },
    ...{ total: 1000, valid_until: '2099-12-31', content: '{}', content_hash: hash(name) },
    ...{ time_zone: 'UTC', expires_at: FAR, sent_at: SENT, quote_version: 1, ...more },
  }),
  view: (name: string): Row => ({
    ...{ quote_id: id('quo', name), revision: 1, ...a, link_id: id('lnk', 'dana'), viewed_at: NOW },
  }),
  /** A client's, which only its signature record may bring; `byBusiness` and `declined` stand alone. */
  decision: (name: string, more: Row = {}): Row => ({
    ...{ quote_id: id('quo', name), revision: 1, ...a, kind: 'accepted', decided_by: 'client' },
    ...{
      content_hash: hash(name),
      decided_at: NOW,
      link_id: id('lnk', 'dana'),
      signed_name: 'Dana',
      ...more,
    },
  }),
  /** The acceptance of an open quote: the next of the first business's chain, or what `more` makes of it. */
  signature: (name: string, more: Row = {}): Row => ({
    ...{ ...a, sequence: 4, document_id: id('quo', name), revision: 1, content_hash: hash(name) },
    ...{ link_id: id('lnk', 'dana'), signed_name: 'Dana', po_number: 'PO-7', signed_at: NOW },
    ...{ previous_hash: recordHash('third'), hash: recordHash(name), jws: `signed.${name}`, ...more },
  }),
  /** Seals the first business's chain at its newest record, which is the third. */
  head: (more: Row = {}): Row => ({
    ...{ ...a, sequence: 3, hash: recordHash('third'), sealed_at: NOW, jws: 'signed.head', ...more },
  }),
  invoice: (name: string, owner: Row = dana): Row => ({
    ...{ id: id('inv', name), ...owner, number: `INV-${name}`, title: 'Roof', currency: 'USD' },
    ...{ due_on: '2099-12-31', subtotal: 1000, discount_total: 0, tax_total: 0, total: 1000, ...times },
  }),
  invoiceLine: (name: string, position = 0): Row => {
    const { quote_id: _, ...same } = rows.line(name, position)
    return { invoice_id: id('inv', name), ...same }
  },
  invoiceRevision: (name: string): Row => ({
    ...{ invoice_id: id('inv', name), revision: 1, ...dana, number: `INV-${name}`, content: '{}' },
    ...{ content_hash: hash(name), time_zone: 'UTC', due_ends_at: FAR, sent_at: SENT, invoice_version: 1 },
  }),
  payment: (name: string, invoice: string, more: Row = {}): Row => ({
    ...{ id: id('pay', name), ...dana, invoice_id: id('inv', invoice), currency: 'USD', amount: 100 },
    ...{ applied: 100, credit: 0, method: 'cash', paid_on: '2026-01-31', created_at: NOW, ...more },
  }),
  message: (name: string, more: Row = {}): Row => ({
    ...{ id: id('msg', name), ...dana, kind: 'quote_sent', event: name, recipients: '["d@b.example"]' },
    ...{ link_id: id('lnk', 'dana'), created_at: SENT, due_at: SENT, ...more },
  }),
  audit: (name: string): Row => ({
    ...{ id: id('aud', name), ...a, at: SENT, actor_kind: 'key', actor_id: id('key', 'live') },
    ...{ action: 'quote.sent', object_id: id('quo', 'open') },
  }),
  idempotencyKey: (name: string): Row => ({
    ...{ ...a, idempotency_key: name, fingerprint: hash(name), created_at: SENT },
  }),
  job: (name: string): Row => ({ id: id('job', name), ...a, kind: 'links_rotation', created_at: SENT }),
  rotation: (client: string): Row => ({ ...a, job_id: id('job', 'one'), client_id: id('cli', client) }),
  report: (kind: string): Row => ({
    ...{ ...a, message_id: id('msg', 'queued'), round: 1, recipient: 'd@b.example', kind, at: NOW },
  }),
  reminder: (day: string, step: number): Row => ({
    ...{ ...dana, day, document_id: id('inv', 'sent'), revision: 1, step, message_id: id('msg', 'queued') },
  }),
  stop: (client: string): Row => ({
    ...{ ...a, client_id: id('cli', client), link_id: id('lnk', client), stopped_at: NOW },
  }),
  linkRequest: (name: string): Row => ({
    ...{ id: id('lrq', name), address: 'd@b.example', asked_at: SENT },
  }),
  address: (address: string): Row => ({ ...dana, address }),
  counter: (year: number): Row => ({ ...a, kind: 'quote', year, last: 1, previous: 0 }),
  credit: (currency: string): Row => ({ ...dana, currency, amount: 0 }),
}

/** A decision that carries no signature and no link; one that carries a link alone. */
export const byBusiness: Row = { decided_by: 'business', link_id: null, signed_name: null }
export const declined: Row = { kind: 'rejected', signed_name: null, reason: 'price' }

/** A record of the second business, which has signed one so far. */
export const theirs: Row = {
  ...{ business_id: id('biz', 'b'), link_id: id('lnk', 'other') },
  ...{ sequence: 2, previous_hash: recordHash('theirs') },
}

const of = (owner: string, business: string): Row => ({
  business_id: id('biz', business),
  client_id: id('cli', owner),
})

const sent = (name: string, more: Row = {}, owner: Row = dana): string[] => [
  insert('quotes', rows.quote(name, owner)),
  insert('quote_revisions', rows.revision(name, { ...owner, ...more })),
]

const billed = (name: string): string[] => [
  insert('invoices', rows.invoice(name)),
  insert('invoice_lines', rows.invoiceLine(name)),
  insert('invoice_revisions', rows.invoiceRevision(name)),
]

/** A change by the rules: the version steps. */
export const change = (table: string, key: string, set: string): string =>
  `update ${table} set ${set}, version = version + 1 where id = ${literal(key)}`

const people = [
  ...['a', 'b', 'empty'].map(name => insert('businesses', rows.business(name))),
  ...['live', 'revoked'].map(name => insert('api_keys', rows.key(name))),
  `update api_keys set revoked_at = ${NOW} where id = ${literal(id('key', 'revoked'))}`,
  ...['dana', 'eve', 'gone', 'revoked', 'new'].map(name => insert('clients', rows.client(name))),
  insert('clients', rows.client('other', 'b')),
  insert('portal_links', rows.link('old', 'dana')),
  `update portal_links set died_at = ${NOW}, death = 'rotated', sealed = null`,
  ...['dana', 'eve', 'gone', 'revoked'].map(name => insert('portal_links', rows.link(name))),
  insert('portal_links', rows.link('other', 'other', 'b')),
  `update portal_links set died_at = ${NOW}, death = 'revoked', sealed = null where id = ${literal(id('lnk', 'revoked'))}`,
  change('clients', id('cli', 'gone'), `deleted_at = ${NOW}`),
]

const quotes = [
  ...['draft', 'fresh'].map(name => insert('quotes', rows.quote(name))),
  insert('quote_lines', rows.line('draft')),
  insert('quotes', rows.quote('other', of('other', 'b'))),
  insert('quotes', rows.quote('open')),
  insert('quote_lines', rows.line('open')),
  insert('quote_revisions', rows.revision('open')),
  ...['seen', 'rejected', 'again', 'withdrawn', 'closed'].flatMap(name => sent(name)),
  ...sent('expired', { expires_at: SENT + 1 }),
  insert('quote_views', rows.view('seen')),
  insert('quote_decisions', rows.decision('rejected', declined)),
  ...['again', 'withdrawn'].map(name => change('quotes', id('quo', name), `state = 'draft'`)),
  insert(
    'quote_revisions',
    rows.revision('again', { revision: 2, quote_version: 3, content_hash: hash('newer') }),
  ),
  change('quotes', id('quo', 'closed'), `state = 'closed', decided_at = ${NOW}`),
]

const first: Row = { sequence: 1, previous_hash: null }

const chains = [
  ...['accepted', 'second', 'third'].flatMap(name => sent(name)),
  ...['theirs', 'foreign'].flatMap(name => sent(name, {}, of('other', 'b'))),
  insert('signature_records', rows.signature('accepted', { ...first, po_number: null })),
  insert(
    'signature_records',
    rows.signature('second', { sequence: 2, previous_hash: recordHash('accepted') }),
  ),
  insert('chain_heads', rows.head({ sequence: 2, hash: recordHash('second') })),
  insert('signature_records', rows.signature('third', { sequence: 3, previous_hash: recordHash('second') })),
  insert('signature_records', rows.signature('theirs', { ...theirs, ...first })),
]

const money = [
  ...['draft', 'fresh'].map(name => insert('invoices', rows.invoice(name))),
  ...['sent', 'partial', 'paid', 'void'].flatMap(billed),
  change('invoices', id('inv', 'void'), `state = 'void', settled_at = ${NOW}`),
  insert('payments', rows.payment('part', 'partial')),
  insert('payments', rows.payment('over', 'paid', { amount: 1500, applied: 1000, credit: 500 })),
]

const rest = [
  insert('number_counters', rows.counter(2026)),
  insert('messages', rows.message('queued', { quote_id: id('quo', 'open'), revision: 1 })),
  insert('audit_entries', rows.audit('one')),
  insert('idempotency_keys', rows.idempotencyKey('one')),
  insert('jobs', rows.job('one')),
  insert('link_rotations', rows.rotation('eve')),
  insert('delivery_reports', rows.report('delivered')),
  insert('reminders', rows.reminder('2026-01-31', 1)),
  insert('reminder_stops', rows.stop('eve')),
  insert('link_requests', rows.linkRequest('one')),
  insert('logos', rows.logo('a')),
]

/** Writes the world. Everything in it has passed the triggers. */
export async function buildWorld(): Promise<void> {
  await env.DB.batch([...people, ...quotes, ...chains, ...money, ...rest].map(sql => env.DB.prepare(sql)))
}
