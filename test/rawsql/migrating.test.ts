// A database in use moves on: migration 0010 makes the table of the outbox anew, and nothing that stood is lost or changed.
import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { messageStates } from '../../src/mail/tables.ts'
import { unmatched } from '../support/attack.ts'
import { dump } from '../support/dump.ts'
import { byBusiness, declined, id, insert, NOW, type Row, rows } from '../support/raw-world.ts'
import { real } from '../support/schema.ts'

const migrations = () => (env as { TEST_MIGRATIONS?: D1Migration[] }).TEST_MIGRATIONS ?? []

describe('from 0008 to 0010', () => {
  /** A business in the middle of its work: answered quotes, and in the outbox messages of every state and kind. */
  const about: Record<string, Row> = {
    quote: { quote_id: id('quo', 'open'), revision: 1 },
    invoice: { invoice_id: id('inv', 'sent'), revision: 1, kind: 'invoice_sent' },
    link: { kind: 'new_link' },
    business: { link_id: null, kind: 'quote_viewed', quote_id: id('quo', 'open') },
  }
  const messages = messageStates.flatMap(state =>
    Object.entries(about).map(([what, more]) => {
      const end = { state, due_at: NOW + 1, ended_at: state === 'queued' || state === 'sending' ? null : NOW }
      return insert('messages', rows.message(`${state}${what}`, { ...end, ...more }))
    }),
  )
  const sent = (name: string) => [
    insert('quotes', rows.quote(name)),
    insert('quote_revisions', rows.revision(name)),
  ]
  const work = [
    insert('businesses', rows.business('a')),
    insert('clients', rows.client('dana')),
    insert('portal_links', rows.link('dana')),
    ...['open', 'byphone', 'rejected'].flatMap(sent),
    insert('quote_decisions', rows.decision('byphone', byBusiness)),
    insert('quote_decisions', rows.decision('rejected', declined)),
    insert('invoices', rows.invoice('sent')),
    insert('invoice_revisions', rows.invoiceRevision('sent')),
    ...messages,
    insert('audit_entries', rows.audit('one')),
  ]
  const run = (...statements: string[]) => env.DB.batch(statements.map(sql => env.DB.prepare(sql)))
  const upTo = (count: number) => applyD1Migrations(env.DB, migrations().slice(0, count))

  beforeEach(async () => {
    await reset()
    await upTo(8)
    await run(...work)
  })

  test('every row of every table is kept', async () => {
    const before = await dump()
    expect(before.messages).toHaveLength(4 * messageStates.length)
    await upTo(10)
    const kept = before.messages?.map(row => ({ ...row, chain_sequence: null }))
    const added = { chain_heads: [], signature_records: [], unsealed_chains: [] }
    expect(await dump()).toEqual({ ...before, messages: kept, ...added })
    expect((await env.DB.prepare('pragma foreign_key_check').all()).results).toEqual([])
  })

  type Item = { type: string; name: string; on: string; sql: string | null }
  const schema = async () => {
    const query = `select type, name, tbl_name as "on", sql from sqlite_master
      where name not glob '_cf_*' and name not glob 'd1_*' order by type, name`
    return (await env.DB.prepare(query).all<Item>()).results
  }

  test('every table, index and trigger stands as it stood, but for the new column and its guards', async () => {
    const before = await schema()
    await upTo(10)
    const after = new Map((await schema()).map(item => [item.name, item]))
    const changed = before.filter(item => after.get(item.name)?.sql !== item.sql).map(({ name }) => name)
    expect(changed).toEqual([
      'messages',
      'messages_keep_what_they_were_meant_for',
      'portal_links_take_their_mail_along',
    ])
    expect(before.filter(({ name, type, on }) => !isLike(after.get(name), { type, on }))).toEqual([])
    const ofMessages = (all: Iterable<Item>) =>
      [...all].filter(({ on }) => on === 'messages').map(({ name }) => name)
    expect(ofMessages(after.values())).toEqual(ofMessages(before))
    const fixed = (item?: Item) => item?.sql?.replace('chain_sequence, ', '')
    const guard = before.find(({ name }) => name === 'messages_keep_what_they_were_meant_for')
    expect(fixed(after.get('messages_keep_what_they_were_meant_for'))).toBe(guard?.sql)
  })

  const isLike = (item: Item | undefined, { type, on }: Pick<Item, 'type' | 'on'>) =>
    item?.type === type && item.on === on

  test('the outbox has the columns, keys and references that it had, and the chain’s', async () => {
    const shape = async () => ({
      columns: await real.columns('messages'),
      key: await real.primaryKey('messages'),
      uniques: await real.uniques('messages'),
      references: await real.foreignKeys('messages'),
    })
    const before = await shape()
    await upTo(10)
    const after = await shape()
    const chain = { name: 'chain_sequence', type: 'INTEGER', notnull: 0, default: null, key: false }
    const toHead = expect.objectContaining({ table: 'chain_heads', from: ['business_id', 'chain_sequence'] })
    expect(after.columns).toContainEqual(chain)
    expect(after.references).toContainEqual(toHead)
    expect({
      ...after,
      columns: after.columns
        .filter(({ name }) => name !== 'chain_sequence')
        .map(column => (column.name === 'client_id' ? { ...column, notnull: 1 } : column)),
      references: after.references.filter(({ table }) => table !== 'chain_heads'),
    }).toEqual(before)
  })

  test('what stood open before can be signed after, as the first of its chain', async () => {
    await upTo(10)
    await run(insert('signature_records', rows.signature('open', { sequence: 1, previous_hash: null })))
    expect(await unmatched()).toEqual([])
    const waiting = await env.DB.prepare('select * from unsealed_chains').all()
    expect(waiting.results).toEqual([{ business_id: id('biz', 'a'), since: NOW }])
  })
})
