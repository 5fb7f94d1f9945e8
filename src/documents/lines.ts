/** The lines of drafts: written anew with every change, in one statement however many they are. */
import { type SQL, sql } from 'drizzle-orm'
import { raw, type Statement } from '../core/db.ts'
import type { DraftLine } from './input.ts'

/** `quote_lines` or `invoice_lines`, and the column that says whose they are. */
export type LinesOf = 'quote' | 'invoice'

const names = (of: LinesOf) => ({ table: sql.identifier(`${of}_lines`), owner: sql.identifier(`${of}_id`) })

/** Removes the lines of a draft. */
export function deleteLines(of: LinesOf, id: string): Statement {
  const { table, owner } = names(of)
  return raw(sql`delete from ${table} where ${owner} = ${id}`)
}

/** Writes the lines of a draft: one parameter of JSON, because D1 takes 100 parameters a statement. */
export function insertLines(
  of: LinesOf,
  id: string,
  businessId: string,
  lines: readonly DraftLine[],
): Statement {
  const { table, owner } = names(of)
  return raw(sql`
    insert into ${table} (${owner}, position, business_id, description, category, quantity, unit, unit_price, tax_rate, total)
    select ${id}, key, ${businessId}, value ->> 'description', value ->> 'category', value ->> 'quantity',
      value ->> 'unit', value ->> 'unitPrice', value ->> 'taxRate', value ->> 'total'
    from json_each(${JSON.stringify(lines)})`)
}

/** The lines of the document that a row is about, in their order, as JSON: read with it, so that both agree. */
export function linesJson(of: LinesOf): SQL<string> {
  const { table, owner } = names(of)
  const fields = sql`'description', description, 'category', category, 'quantity', quantity, 'unit', unit,
    'unitPrice', unit_price, 'taxRate', tax_rate, 'total', total`
  return sql<string>`(select json_group_array(json_object(${fields}) order by position)
    from ${table} where ${owner} = ${sql.identifier(`${of}s`)}.id)`
}

/** What `linesJson` read. */
export const linesIn = (json: string): DraftLine[] => JSON.parse(json)
