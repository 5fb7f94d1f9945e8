// How SQLite would run a statement, and what columns it answers with.
import { env } from 'cloudflare:workers'
import type { Statement } from '../../src/core/db.ts'
import { tableNames } from './dump.ts'

/** Any value will do to ask for a plan. */
const bound = ({ params }: Statement) =>
  params.map(param => (typeof param === 'boolean' ? Number(param) : param))

/** The steps of a statement: `SEARCH quotes USING INDEX …`. */
export async function planOf(statement: Statement): Promise<string[]> {
  const asked = env.DB.prepare(`explain query plan ${statement.sql}`).bind(...bound(statement))
  return (await asked.all<{ detail: string }>()).results.map(({ detail }) => detail)
}

/**
 * The steps that a statement takes. For an INSERT, SQLite also plans how it would look for rows that wait for
 * the new one as their parent, but takes those steps only where a foreign key is broken in the same transaction
 * (OP_FkIfZero): tables that the statement doesn't name are left out. A DELETE does look for them.
 */
async function taken(statement: Statement): Promise<string[]> {
  const steps = await planOf(statement)
  const isInsert = /^\s*insert/i.test(statement.sql)
  return isInsert ? steps.filter(step => statement.sql.includes(tableOf(step))) : steps
}

const tableOf = (step: string): string => /^(?:SCAN|SEARCH) (\w+)/.exec(step)?.[1] ?? ''

/** The steps that read a whole table, or a whole index of one. */
export async function fullScans(statement: Statement): Promise<string[]> {
  const tables = await tableNames()
  return (await taken(statement)).filter(step => step.startsWith('SCAN') && tables.includes(tableOf(step)))
}

/** The steps that go through all rows of a business: not those in a table that holds one row of each. */
export async function wideSearches(statement: Statement): Promise<string[]> {
  const wide = (await taken(statement)).filter(step => step.endsWith('(business_id=?)'))
  const single = await Promise.all(wide.map(async step => (await keyOf(tableOf(step))) === 'business_id'))
  return wide.filter((step, index) => !(step.includes('USING PRIMARY KEY') && single[index]))
}

/** The columns of a table's primary key. */
async function keyOf(table: string): Promise<string> {
  const columns = env.DB.prepare('select name from pragma_table_xinfo(?) where pk > 0 order by pk').bind(
    table,
  )
  return (await columns.all<{ name: string }>()).results.map(({ name }) => name).join()
}

/** The names of the columns that a select answers with. */
export async function columnsOf(statement: Statement): Promise<string[]> {
  const [names = []] = await env.DB.prepare(statement.sql)
    .bind(...bound(statement))
    .raw({ columnNames: true })
  return names
}

/** What the triggers run: their conditions and their bodies, with a constant in the place of the row. */
export async function triggerStatements(): Promise<Statement[]> {
  const query = `select sql from sqlite_master where type = 'trigger' order by name`
  const { results } = await env.DB.prepare(query).all<{ sql: string }>()
  return results.flatMap(({ sql: text }) => {
    const [, when, body = ''] =
      /^[\s\S]*? ON \w+\s(?:WHEN ([\s\S]*?)\s)?BEGIN\s([\s\S]*);\s*END$/.exec(text) ?? []
    const parts = [when && `select 1 where ${when}`, body.startsWith('SELECT RAISE') ? undefined : body]
    const given = parts.filter(part => part !== undefined)
    return given.map(part => ({ sql: part.replace(/\b(NEW|OLD)\.\w+/g, `'x'`), params: [] }))
  })
}
