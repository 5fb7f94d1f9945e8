/** The statements, and parts of them, that quotes and invoices share: look-ups, and what a sending freezes. */
import { type SQL, sql } from 'drizzle-orm'
import type { Details } from '../audit/store.ts'
import type { Act } from '../core/api.ts'
import { expecting, first, raw, type Statement } from '../core/db.ts'
import type { Frozen } from './content.ts'
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

const numberOf = (kind: DocumentKind, id: string): SQL<string> =>
  sql`(select number from ${sql.identifier(`${kind}s`)} where id = ${id})`

/** One of a candidate's parts (content.ts): of that with the number that the document has by now. */
const candidate = (kind: DocumentKind, id: string, { candidates }: Frozen, part: 1 | 2): SQL<string> =>
  sql`(select json_extract(value, ${`$[${part}]`}) from json_each(${JSON.stringify(candidates)})
    where json_extract(value, '$[0]') = ${numberOf(kind, id)})`

/** Refuses (`stale`) a batch in which the document got a number that its content was not hashed with. */
export const numberIsFrozen = (kind: DocumentKind, id: string, { candidates }: Frozen): Statement =>
  expecting(
    sql`${numberOf(kind, id)} in (select json_extract(value, '$[0]') from json_each(${JSON.stringify(candidates)}))`,
  )

/** The columns of a revision that follow from the number that the document got earlier in the batch. */
export const frozenColumns = (kind: DocumentKind, id: string, frozen: Frozen) => ({
  number: numberOf(kind, id),
  content: sql<string>`${frozen.before} || ${candidate(kind, id, frozen, 1)} || ${frozen.after}`,
  contentHash: candidate(kind, id, frozen, 2),
})

/** What the trail says of a sending: `more`, and the number and the hash of what was frozen earlier in the batch. */
export const sentDetails = (kind: DocumentKind, id: string, revision: number, more: Details): SQL<string> =>
  sql`(select json_patch(${JSON.stringify(more)}, json_object('number', number, 'content_hash', content_hash))
    from ${sql.identifier(`${kind}_revisions`)}
    where ${sql.identifier(`${kind}_id`)} = ${id} and revision = ${revision})`
