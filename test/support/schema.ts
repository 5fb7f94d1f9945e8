// What drizzle believes of a table, and what SQLite says of it, in the same words.
import { env } from 'cloudflare:workers'
import { is, SQL } from 'drizzle-orm'
import { type AnySQLiteColumn, getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'

const modules = import.meta.glob<Record<string, unknown>>('../../src/*/tables.ts', { eager: true })

/** Every table of every noun, with the noun's folder. */
export const drizzleTables = Object.entries(modules).flatMap(([path, module]) =>
  Object.values(module)
    .filter(value => is(value, SQLiteTable))
    .map(table => ({ noun: path.split('/').at(-2) ?? '', ...getTableConfig(table as SQLiteTable) })),
)

export type DrizzleTable = (typeof drizzleTables)[number]

export type Column = { name: string; type: string; notnull: number; default: string | null; key: boolean }
export type ForeignKey = { from: string[]; table: string; to: string[]; onDelete: string }

const byName = <T extends { name: string }>(all: T[]) => all.sort((a, b) => (a.name < b.name ? -1 : 1))
const names = (columns: { name: string }[]) => columns.map(({ name }) => name)
const sorted = <T>(all: T[]) =>
  all
    .map(one => JSON.stringify(one))
    .sort()
    .map(text => JSON.parse(text) as T)

/** By drizzle. */
export const believed = {
  columns: (table: DrizzleTable): Column[] =>
    byName(
      table.columns.map(column => ({
        ...{ name: column.name, type: column.getSQLType().toUpperCase(), notnull: Number(column.notNull) },
        ...{ default: defaultOf(column), key: believed.primaryKey(table).includes(column.name) },
      })),
    ),
  primaryKey: (table: DrizzleTable): string[] => [
    ...names(table.columns.filter(column => column.primary)),
    ...table.primaryKeys.flatMap(key => names(key.columns)),
  ],
  uniques: (table: DrizzleTable): string[][] =>
    sorted([
      ...table.columns.filter(column => column.isUnique).map(column => [column.name]),
      ...table.uniqueConstraints.map(({ columns }) => names(columns)),
    ]),
  foreignKeys: (table: DrizzleTable): ForeignKey[] =>
    sorted(
      table.foreignKeys.map(key => {
        const { columns, foreignColumns, foreignTable } = key.reference()
        const onDelete = (key.onDelete ?? 'no action').toUpperCase()
        return {
          from: names(columns),
          table: getTableConfig(foreignTable).name,
          to: names(foreignColumns),
          onDelete,
        }
      }),
    ),
}

function defaultOf({ default: value }: AnySQLiteColumn): string | null {
  if (value === undefined || is(value, SQL)) return null
  return typeof value === 'string' ? `'${value}'` : String(value)
}

const rows = async <Row>(sql: string, ...params: string[]): Promise<Row[]> =>
  (
    await env.DB.prepare(sql)
      .bind(...params)
      .all<Row>()
  ).results

type Referring = { id: number; seq: number; table: string; from: string; to: string; on_delete: string }

/** By SQLite. */
export const real = {
  columns: async (table: string): Promise<Column[]> => {
    const sql = `select name, type, "notnull", dflt_value as "default", pk > 0 as key from pragma_table_xinfo(?)`
    const found = await rows<Omit<Column, 'key'> & { key: number }>(sql, table)
    return byName(found.map(one => ({ ...one, key: one.key === 1 })))
  },
  primaryKey: async (table: string): Promise<string[]> =>
    names(await rows('select name from pragma_table_xinfo(?) where pk > 0 order by pk', table)),
  uniques: async (table: string): Promise<string[][]> => {
    const indexes = await rows<{ name: string }>(
      `select name from pragma_index_list(?) where origin = 'u'`,
      table,
    )
    const columns = indexes.map(({ name }) =>
      rows<{ name: string }>('select name from pragma_index_info(?)', name),
    )
    return sorted((await Promise.all(columns)).map(names))
  },
  foreignKeys: async (table: string): Promise<ForeignKey[]> => {
    const found = await rows<Referring>('select * from pragma_foreign_key_list(?) order by id, seq', table)
    const ids = [...new Set(found.map(({ id }) => id))]
    return sorted(ids.map(id => foreignKeyOf(found.filter(one => one.id === id))))
  },
  sql: async (table: string): Promise<string> =>
    (await rows<{ sql: string }>('select sql from sqlite_master where name = ?', table))[0]?.sql ?? '',
}

const foreignKeyOf = (parts: Referring[]): ForeignKey => ({
  ...{ from: parts.map(one => one.from), table: parts[0]?.table ?? '' },
  ...{ to: parts.map(one => one.to), onDelete: parts[0]?.on_delete ?? '' },
})
