/** Look-ups that quotes and invoices share. */
import { sql } from 'drizzle-orm'
import type { Act } from '../core/api.ts'
import { first, raw, type Statement } from '../core/db.ts'
import type { DocumentKind } from './numbers.ts'

/** The document of a business that has this number, if there is one. */
export const byNumber = (kind: DocumentKind, businessId: string, number: string): Statement<{ id: string }> =>
  raw(
    sql`select id from ${sql.identifier(`${kind}s`)} where business_id = ${businessId} and number = ${number}`,
  )

/** Whether another document of that kind has this number. */
export async function numberTaken(
  act: Act,
  kind: DocumentKind,
  number: string,
  id: string,
): Promise<boolean> {
  const holder = await first(act.db, byNumber(kind, act.businessId, number))
  return holder !== undefined && holder.id !== id
}
