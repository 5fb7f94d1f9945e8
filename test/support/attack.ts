// Raw SQL against the database: each attack must be refused, and must leave every table as it was.
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dumpText } from './dump.ts'
import { buildWorld, insert, type Row } from './raw-world.ts'
import { storage } from './storage.ts'

/**
 * What is tried, what it is refused with (the trigger's word, or SQLite's), the SQL, and what stands before it.
 * Where two rules forbid it, SQLite does not say which one speaks first: their words stand with `|` between.
 */
export type Attack = [what: string, refusal: string, sql: string, before?: string[]]

export const foreignKey = 'FOREIGN KEY constraint failed'
export const check = 'CHECK constraint failed'
export const missing = 'NOT NULL constraint failed'
/** Any rule that refuses will do. */
export const any = ''

/** A constraint or a trigger, or a table that has no rowid to name; a slip in the attack's own SQL is no refusal. */
const byRule = /SQLITE_CONSTRAINT|no such column: rowid|has no column named rowid/

/** One test per attack, each in a world of its own. */
export function attacks(on: string, all: Attack[]): void {
  campaigns(
    on,
    all.map(([what, refusal, sql, before]) => [what, refusal, [sql], before]),
  )
}

/** The same in other words: every one of them is tried, one after the other. */
export type Campaign = [what: string, refusal: string, sqls: string[], before?: string[] | undefined]

/** One test per campaign, each in a world as it was built: anew, unless the one before has changed nothing in it. */
export function campaigns(on: string, all: Campaign[]): void {
  describe(on, () => {
    let stands = false
    beforeAll(() => {
      storage.isKept = () => stands
    })
    afterAll(() => {
      storage.isKept = () => false
    })
    beforeEach(async () => {
      if (!stands) await buildWorld()
      stands = false
    })
    test.each(all)('%s', async (_, refusal, sqls, before = []) => {
      if (before.length > 0) await env.DB.batch(before.map(one => env.DB.prepare(one)))
      const stood = await dumpText()
      for (const sql of sqls) {
        const answer = await answerTo(sql)
        expect(await dumpText(), sql).toBe(stood)
        if (isIgnored(sql, refusal)) expect(answer, sql).toBe('passed, 0 rows changed')
        else expectRefused(answer, refusal, sql)
      }
      stands = before.length === 0
    })
  })
}

/** IGNORE passes over a constraint of the row itself in silence. A trigger's word and a foreign key stand. */
const isIgnored = (sql: string, refusal: string) =>
  sql.startsWith('insert or ignore') && [check, missing].includes(refusal)

function expectRefused(answer: string, refusal: string, sql: string): void {
  expect(answer, sql).toMatch(new RegExp(`^refused: D1_ERROR: (${refusal})`))
  expect(answer, sql).toMatch(byRule)
}

/** What the database says to one statement. */
export async function answerTo(sql: string): Promise<string> {
  const run = env.DB.prepare(sql).run()
  return run.then(
    ({ meta }) => `passed, ${meta.changes} rows changed`,
    (error: Error) => `refused: ${error.message}`,
  )
}

/** What SQL can say to a row that is in the way. */
export const insertVerbs = ['insert', 'insert or fail', 'insert or ignore', 'insert or replace']
export const updateVerbs = ['update', 'update or fail', 'update or ignore', 'update or replace']

/** Every way that SQL has to put a row into a table. */
export function insertionsOf(table: string, row: Row): string[] {
  const plain = insert(table, row)
  const changed = Object.keys(row).map(name => `${name} = excluded.${name}`)
  const upsert = `on conflict do update set ${changed.join(', ')}`
  const selected = (verb: string) =>
    insert(table, row, verb).replace('values (', 'select ').replace(/\)$/, ' where true')
  return [
    ...insertVerbs.map(verb => insert(table, row, verb)),
    ...[`${plain} returning *`, `${plain} on conflict do nothing`, `${plain} ${upsert}`],
    ...['insert', 'insert or ignore', 'replace'].map(selected),
    `${selected('insert or replace')} ${upsert}`,
  ]
}

/** What is tried, what it is refused with, the row, and what stands before it. */
export type Insertion = [what: string, refusal: string, row: Row, before?: string[]]

/** One test per row, which is tried by every verb of insertion. */
export function insertions(table: string, on: string, all: Insertion[]): void {
  campaigns(
    `${on}, by every verb`,
    all.map(([what, refusal, row, before]) => [what, refusal, insertionsOf(table, row), before]),
  )
}

/** Records without the decision that says the same, and clients' acceptances without their record. */
export async function unmatched(): Promise<unknown[]> {
  const same = `d.quote_id = r.document_id and d.revision = r.revision and d.business_id = r.business_id
    and d.kind = 'accepted' and d.decided_by = 'client' and d.content_hash = r.content_hash
    and d.link_id = r.link_id and d.signed_name = r.signed_name and d.po_number is r.po_number
    and d.decided_at = r.signed_at`
  const { results } = await env.DB.prepare(
    `select document_id as alone from signature_records r
       where not exists (select 1 from quote_decisions d where ${same})
     union all select quote_id from quote_decisions d where kind = 'accepted' and decided_by = 'client'
       and not exists (select 1 from signature_records r where ${same})`,
  ).all()
  return results
}
