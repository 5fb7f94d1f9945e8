// The tables as the migrations make them: strict, as drizzle believes them to be, guarded by every trigger; and
// the files in a form that D1 takes remotely as it does here.
import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Env } from '../src/core/env.ts'
import { NEWEST_MIGRATION } from '../src/health.ts'
import { tableNames } from './support/dump.ts'
import { believed, drizzleTables, real } from './support/schema.ts'
import { triggersByTable } from './support/triggers.ts'
import { request } from './support/world.ts'

const texts = import.meta.glob<string>('../migrations/*', { query: '?raw', import: 'default', eager: true })
const files = Object.entries(texts).map(([path, text]) => ({
  name: path.replace('../migrations/', ''),
  text,
}))
const tables = drizzleTables.map(table => [table.name, table] as const)

describe('the tables', () => {
  test('are all strict, and none has a rowid to be replaced over', async () => {
    const { results } = await env.DB.prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 1 and wr = 1 order by name`,
    ).all<{ name: string }>()
    expect(results.map(({ name }) => name)).toEqual(await tableNames())
  })

  test('are those that drizzle knows, once each', async () => {
    expect(tables.map(([name]) => name).sort()).toEqual(await tableNames())
  })

  test.each(tables)(
    '%s has the columns, keys and unique constraints that drizzle believes',
    async (name, table) => {
      expect(believed.columns(table)).toEqual(await real.columns(name))
      expect(believed.primaryKey(table)).toEqual(await real.primaryKey(name))
      expect(believed.uniques(table)).toEqual(await real.uniques(name))
    },
  )

  test.each(tables)('%s takes the words that drizzle takes', async (name, table) => {
    const sql = (await real.sql(name)).replace(/\s+/g, ' ').replaceAll('( ', '(')
    for (const column of table.columns.filter(({ enumValues }) => enumValues?.length)) {
      const list = (column.enumValues as string[]).map(word => `'${word}'`).join(', ')
      expect(sql).toContain(`CHECK (${column.name} IN (${list}))`)
    }
  })

  test.each(tables)(
    '%s has the foreign keys that drizzle believes, but for those to a noun above',
    async (name, table) => {
      const missing = (await real.foreignKeys(name)).filter(key => !has(believed.foreignKeys(table), key))
      const invented = believed.foreignKeys(table).filter(key => !has(missing, key))
      expect(invented).toEqual((await real.foreignKeys(name)).filter(key => !has(missing, key)))
      expect([...new Set(missing.map(key => key.table))].sort()).toEqual(above[name] ?? [])
    },
  )

  const has = (keys: object[], key: object) => keys.some(one => JSON.stringify(one) === JSON.stringify(key))
  /** Tables of nouns that lie below what they point to, and can't import it. */
  const above: Record<string, string[]> = {
    audit_entries: ['businesses'],
    messages: ['businesses', 'chain_heads', 'clients', 'invoices', 'payments', 'portal_links', 'quotes'],
    signature_records: ['quote_revisions', 'quotes'],
  }

  test('point to each other inside one business', async () => {
    const all = await Promise.all(
      tables.map(async ([name]) => (await real.foreignKeys(name)).map(key => ({ name, ...key }))),
    )
    const loose = all
      .flat()
      .filter(({ table, from }) => table !== 'businesses' && !from.includes('business_id'))
    expect(loose.map(({ name, from, table }) => `${name} (${from}) > ${table}`)).toEqual([
      // Triggers ask that they are of the same business.
      'messages (about_id) > messages',
      'messages (payment_id) > payments',
      // A trigger asks that it is a payment on the same invoice.
      'payments (reverses) > payments',
      // Beside a key that carries the business.
      'quote_views (quote_id,revision) > quote_revisions',
      'quote_decisions (quote_id,revision) > quote_revisions',
      'signature_records (document_id,revision) > quote_revisions',
    ])
  })

  test('have one living link per client and one acceptance per quote', async () => {
    const sql = `select name, sql from sqlite_master where type = 'index' and sql like 'create unique%' order by name`
    const { results } = await env.DB.prepare(sql).all<{ name: string; sql: string }>()
    expect(results.map(row => row.sql)).toEqual([
      'CREATE UNIQUE INDEX portal_links_one_alive ON portal_links (client_id) WHERE died_at IS NULL',
      `CREATE UNIQUE INDEX quote_decisions_one_acceptance ON quote_decisions (quote_id) WHERE kind = 'accepted'`,
    ])
  })

  test('are guarded by these triggers', async () => {
    const sql = `select tbl_name as "table", name from sqlite_master where type = 'trigger' order by name`
    const { results } = await env.DB.prepare(sql).all<{ table: string; name: string }>()
    const found = Object.groupBy(results, row => row.table)
    const named = Object.entries(found).map(([table, rows = []]) => [table, rows.map(row => row.name)])
    expect(Object.fromEntries(named)).toEqual(triggersByTable)
  })
})

describe('the files', () => {
  test('are numbered without a gap and named by a sentence', () => {
    for (const [index, { name }] of files.entries()) {
      expect(name).toMatch(/^\d{4}(_[a-z0-9]+)+\.sql$/)
      expect(Number(name.slice(0, 4))).toBe(index + 1)
    }
  })

  test('the health check knows the last one', () => {
    expect(NEWEST_MIGRATION).toBe(files.at(-1)?.name)
  })

  test.each(files)('$name is in the form that D1’s own splitter takes', ({ text }) => {
    const code = text.replace(/--.*$/gm, '')
    expect(text).not.toContain('\r')
    expect(text).toMatch(/[^\n]\n$/)
    expect(code).not.toMatch(/\bCASE\b/i)
    expect(code.match(/\b(begin|end)\b/gi)?.filter(word => word !== word.toUpperCase()) ?? []).toEqual([])
    const triggers = [...code.matchAll(/CREATE TRIGGER \w+ [^;]*?\bBEGIN\b([\s\S]*?)\bEND;/g)]
    expect(triggers).toHaveLength(code.match(/CREATE TRIGGER/gi)?.length ?? 0)
    for (const [, body = ''] of triggers)
      expect(body.trim()).toMatch(/^(SELECT|INSERT|UPDATE|DELETE)\b[^;]*;$/)
  })
})

describe('GET /health', () => {
  const health = async (bindings: Env = env) => {
    const response = await request('/health', {}, bindings)
    return { status: response.status, body: (await response.json()) as object }
  }
  const migrations = () => (env as { TEST_MIGRATIONS?: D1Migration[] }).TEST_MIGRATIONS ?? []
  const missing = { status: 503, body: expect.objectContaining({ code: 'migrations_missing', status: 503 }) }

  test('200 where every migration was applied', async () => {
    expect(await health()).toEqual({ status: 200, body: { status: 'ok' } })
  })

  test('503 migrations_missing on an empty database, with what to do', async () => {
    await reset()
    const answer = await health()
    expect(answer).toEqual(missing)
    expect(JSON.stringify(answer.body)).toContain('npx wrangler d1 migrations apply')
  })

  test('503 migrations_missing where one is missing', async () => {
    await reset()
    await applyD1Migrations(env.DB, migrations().slice(0, -1))
    expect(await health()).toEqual(missing)
  })

  test('503 signing_key where the halves of the first key don’t belong together: before a client finds it', async () => {
    const [first, ...others] = JSON.parse(env.SIGNING_KEYS)
    const stranger = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
    const { x } = (await crypto.subtle.exportKey('jwk', stranger.publicKey)) as JsonWebKey
    const answer = await health({ ...env, SIGNING_KEYS: JSON.stringify([{ ...first, x }, ...others]) })
    const body = expect.objectContaining({ code: 'signing_key', status: 503 })
    expect(answer).toEqual({ status: 503, body })
    expect(JSON.stringify(answer)).not.toContain(first.d)
  })

  test('503 unavailable where the database does not answer', async () => {
    const dead = { first: () => Promise.reject(new Error('D1_ERROR: Network connection lost.')) }
    const DB = { prepare: () => dead } as unknown as D1Database
    const unavailable = expect.objectContaining({ code: 'unavailable', status: 503 })
    expect(await health({ ...env, DB })).toEqual({ status: 503, body: unavailable })
  })
})
