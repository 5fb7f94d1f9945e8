/**
 * The way to the database. A store makes statements, which are data; someone above runs several of them in one
 * batch, which D1 makes a transaction and one round trip. drizzle builds the SQL and never runs it: one
 * compilation per query and isolate, and every selected column under an alias of its own, because a batch
 * answers with objects keyed by column name (drizzle-orm#6038).
 */
import { type Column, fillPlaceholders, type GetColumnData, type SQL, sql } from 'drizzle-orm'
import {
  QueryBuilder,
  SQLiteAsyncDialect,
  SQLiteDeleteBase,
  SQLiteInsertBuilder,
  type SQLiteTable,
  SQLiteUpdateBuilder,
} from 'drizzle-orm/sqlite-core'

/**
 * One SQL statement with its parameters. `Row` is the shape of what it answers; `columns`: their names, where it is a
 * select of drizzle's.
 */
export type Statement<Row = unknown> = {
  readonly sql: string
  readonly params: readonly unknown[]
  readonly columns?: readonly string[]
  readonly row?: Row
}

export type RowOf<S> = S extends Statement<infer Row> ? Row : never

export type Value = string | number | null

/** Anything of drizzle's that has a text: a select, an insert, an update, a delete. */
export type Query<Result> = {
  toSQL(): { sql: string; params: unknown[] }
  /** At run time it is there for a select alone. */
  readonly _?: { readonly result: Result; readonly selectedFields?: object }
}

export type RowsIn<Result> = Result extends (infer Row)[] ? Row : never

const dialect = new SQLiteAsyncDialect()
const noSession = undefined as never

/**
 * Starts a query. It has no connection: what it builds is run by `batch`, `first` or `write`. Without drizzle's D1 driver,
 * which would add 7 KB to the bundle for running what we run ourselves.
 */
export const build = {
  select: (fields => new QueryBuilder(dialect).select(fields)) as QueryBuilder['select'],
  insert: <Table extends SQLiteTable>(table: Table) =>
    new SQLiteInsertBuilder<Table, 'async', D1Result>(table, noSession, dialect),
  update: <Table extends SQLiteTable>(table: Table) =>
    new SQLiteUpdateBuilder<Table, 'async', D1Result>(table, noSession, dialect),
  delete: <Table extends SQLiteTable>(table: Table) =>
    new SQLiteDeleteBase<Table, 'async', D1Result>(table, noSession, dialect),
}

/** A statement of a query that is built for this one call. */
export function statement<Result>(query: Query<Result>): Statement<RowsIn<Result>> {
  const { sql: text, params } = query.toSQL()
  return { sql: text, params, columns: columnsOf(query) }
}

const columnsOf = (query: Query<unknown>): string[] => Object.keys(query._?.selectedFields ?? {})

/** A statement written as SQL, for what drizzle's builder has no words for. The caller says what it answers. */
export function raw<Row>(query: SQL): Statement<Row> {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return { sql: text, params }
}

/** A condition for a batch: where it does not hold, the batch is refused (`stale`) and nothing of it happens. */
export const expecting = (condition: SQL): Statement =>
  raw(sql`insert into expectations (holds) select ${condition}`)

/** Refuses (`key_ended`) a batch whose key is not in force at that instant: migration 0014. */
export const keyInForce = (id: string, businessId: string, at: number): Statement =>
  raw(sql`insert into acting_keys (id, business_id, at) values (${id}, ${businessId}, ${at})`)

/** Compiles a query once and fills its `sql.placeholder`s at each call: 0.6 µs in place of 34. */
export function prepared<Values extends Record<string, Value>>() {
  return <Result>(make: () => Query<Result>) => {
    let compiled: { sql: string; params: unknown[]; columns: string[] } | undefined
    return (values: Values): Statement<RowsIn<Result>> => {
      compiled ??= compile(make())
      return { ...compiled, params: fillPlaceholders(compiled.params, values) }
    }
  }
}

function compile(query: Query<unknown>) {
  const { sql: text, params } = query.toSQL()
  return { sql: text, params, columns: columnsOf(query) }
}

type Picked<Fields extends Record<string, Column | SQL | SQL.Aliased>> = {
  [Name in keyof Fields]: Fields[Name] extends Column
    ? SQL.Aliased<GetColumnData<Fields[Name], 'query'>>
    : Fields[Name] extends SQL<infer Data>
      ? SQL.Aliased<Data>
      : Fields[Name]
}

/** The fields of a select, each under an alias of its own: the key it has here. */
export function pick<Fields extends Record<string, Column | SQL | SQL.Aliased>>(
  fields: Fields,
): Picked<Fields> {
  const aliased = Object.entries(fields).map(([name, field]) => [name, sql`${field}`.as(name)])
  return Object.fromEntries(aliased) as Picked<Fields>
}

/**
 * A write was refused; `reason` is the word that a trigger raised, `unique` where what must be unique was there already,
 * or else `constraint`. The cause is what D1 said: tables and columns, never a value.
 */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    readonly reason: string,
    cause?: unknown,
  ) {
    super(`The database refused a write: ${reason}`, { cause })
  }
}

/** The database did not answer as it should. Whether a write took place is not known. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

/** Runs statements in one transaction and one round trip, and answers with the rows of each under its name. */
export async function batch<Statements extends Record<string, Statement>>(
  db: D1Database,
  statements: Statements,
): Promise<{ [Name in keyof Statements]: RowOf<Statements[Name]>[] }> {
  const names = Object.keys(statements)
  const results = await run(db, Object.values(statements))
  const rows = names.map((name, index) => [name, results[index]?.results ?? []])
  return Object.fromEntries(rows) as { [Name in keyof Statements]: RowOf<Statements[Name]>[] }
}

/** The first row of one statement, if there is one. */
export async function first<Row>(db: D1Database, one: Statement<Row>): Promise<Row | undefined> {
  return (await batch(db, { one })).one[0] as Row | undefined
}

/** Runs writes in one transaction: all of them, or none and `Refused` is thrown. */
export async function write(db: D1Database, statements: readonly Statement[]): Promise<void> {
  await run(db, statements)
}

/** Runs writes and then a read in one transaction; the first row that the read finds, if there is one. */
export async function writeAndRead<Row>(
  db: D1Database,
  statements: readonly Statement[],
  read: Statement<Row>,
): Promise<Row | undefined> {
  const results = await run(db, [...statements, read])
  return results.at(-1)?.results[0] as Row | undefined
}

async function run(db: D1Database, statements: readonly Statement[]): Promise<D1Result[]> {
  try {
    return await db.batch(statements.map(one => db.prepare(one.sql).bind(...one.params)))
  } catch (error) {
    throw refusal(error) ?? new Unanswered('The database did not answer.', { cause: error })
  }
}

/** `D1_ERROR: quote_not_open: SQLITE_CONSTRAINT (extended: …)`, `D1_ERROR: UNIQUE constraint failed: …`. */
function refusal(error: unknown): Refused | undefined {
  const message = error instanceof Error ? error.message : ''
  if (!message.includes('SQLITE_CONSTRAINT')) return undefined
  const word = /^D1_ERROR: ([a-z_]+): SQLITE_CONSTRAINT/.exec(message)?.[1]
  return new Refused(word ?? (message.includes('UNIQUE constraint failed') ? 'unique' : 'constraint'), error)
}

/** Why a batch is refused whose idempotency key was used: nothing to decide again, the answer is there already. */
export const KEY_USED = 'idempotency_key_used'

/** Why a batch is refused whose key was revoked, or has expired, while its request was under way. */
export const KEY_ENDED = 'key_ended'

/** Reasons that no fresh read changes. */
const final = [KEY_USED, KEY_ENDED]

/** A fault of ours, most likely: but a fresh read may still find that what was written to has gone. */
const TRIES_AT_A_CONSTRAINT = 3

/**
 * Repeats "read, decide, write" for as long as a write is refused: someone else was first, so what is there now
 * decides. A trigger's word, or a number or a place in a chain that was taken meanwhile, can be a race however often it
 * comes: it ends as Unanswered, because nothing was written, and trying later may help. Any other constraint is nobody's
 * rule: it gets three tries and ends as itself. `count`: which try it is, from 1.
 */
export async function decide<T>(attempt: (count: number) => Promise<T>, tries = 40): Promise<T> {
  let shortest = LONGEST_PAUSE
  for (let count = 1; ; count++) {
    const began = Date.now()
    try {
      return await attempt(count)
    } catch (error) {
      if (!(error instanceof Refused) || final.includes(error.reason)) throw error
      if (error.reason === 'constraint' && count >= TRIES_AT_A_CONSTRAINT) throw error
      if (count >= tries) throw new Unanswered('A write was refused.', { cause: error })
      shortest = Math.min(shortest, Date.now() - began)
      await scheduler.wait(Math.random() * windowAfter(count, shortest))
    }
  }
}

const LONGEST_PAUSE = 2500

/**
 * Within which time to try again: twice as long with each refusal, because many who meet must spread, and by the time
 * that a try takes here, because two who are that far from the database meet within it (milliseconds).
 */
const windowAfter = (count: number, took: number): number =>
  Math.min(Math.max(took, 2) * 2 ** Math.min(count, 6), LONGEST_PAUSE)
