// All that the database holds, to compare what stood before with what stands after.
import { env } from 'cloudflare:workers'

export type Dump = Record<string, Record<string, unknown>[]>

/** The tables of the portal. */
export async function tableNames(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob '_cf_*'
     and name <> 'd1_migrations' order by name`,
  ).all<{ name: string }>()
  return results.map(({ name }) => name)
}

/** Every row of every table, but for the columns that are left out. */
export async function dump({ without = [] as string[] } = {}): Promise<Dump> {
  const names = await tableNames()
  const answers = await env.DB.batch<Record<string, unknown>>(
    names.map(name => env.DB.prepare(`select * from ${name} order by 1, 2`)),
  )
  const rows = (index: number) => (answers[index]?.results ?? []).map(row => omit(row, without))
  return Object.fromEntries(names.map((name, index) => [name, rows(index)]))
}

const omit = (row: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

/** How many rows each table has gained, where it has. Throws where a row that stood there is another or gone. */
export function gained(before: Dump, after: Dump): Record<string, number> {
  const all = Object.keys(after).map(name => {
    const stood = before[name] ?? []
    const stands = new Set((after[name] ?? []).map(row => JSON.stringify(row)))
    const lost = stood.find(row => !stands.has(JSON.stringify(row)))
    if (lost) throw new Error(`changed or gone from ${name}: ${JSON.stringify(lost)}`)
    return [name, stands.size - stood.length] as const
  })
  return Object.fromEntries(all.filter(([, count]) => count > 0))
}

/**
 * The same as one text, in one statement: to compare what stood with what stands, again and again, where no table comes
 * or goes. A BLOB is hexadecimal there.
 */
export async function dumpText({ without = [] as string[] } = {}): Promise<string> {
  columns ??= await columnsByTable()
  const texts = Object.entries(columns).map(([table, names]) => {
    const shown = names.filter(name => !without.includes(name))
    return `(select json_group_array(json_array(${shown})) from (select * from ${table} order by 1, 2)) ${table}`
  })
  return JSON.stringify(await env.DB.prepare(`select ${texts}`).first(), null, 1)
}

let columns: Record<string, string[]> | undefined

async function columnsByTable(): Promise<Record<string, string[]>> {
  const names = await tableNames()
  const answers = await env.DB.batch<{ name: string; type: string }>(
    names.map(name => env.DB.prepare(`select name, type from pragma_table_info('${name}')`)),
  )
  return Object.fromEntries(names.map((name, index) => [name, (answers[index]?.results ?? []).map(asText)]))
}

/** JSON holds no BLOB. */
const asText = ({ name, type }: { name: string; type: string }) => (type === 'BLOB' ? `hex(${name})` : name)
