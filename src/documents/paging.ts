/** Long lists in the portal page backwards in time: a cursor is the instant and the id of the last row shown. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Rows before this one; `newest` for the first page. `at`: UTC milliseconds. */
export type Before = { at: number; id: string }

export const newest: Before = { at: Number.MAX_SAFE_INTEGER, id: '~' }

/** `<at>-<id>` as it stands in a link. */
export const cursorText = ({ at, id }: Before): string => `${at}-${id}`

/** The cursor of a link; null, the first page, for anything that is none. */
export function cursorOf(text: string | undefined): Before | null {
  const [, at, id] = /^(\d{1,15})-([a-z]{3}_[0-9a-z]{26})$/.exec(text ?? '') ?? []
  return at && id ? { at: Number(at), id } : null
}

/** The condition that a row comes before the cursor (placeholders `at` and `id`); it reads the index alone. */
export const isBefore = (at: SQLWrapper, id: SQLWrapper): SQL =>
  sql`(${at}, ${id}) < (${sql.placeholder('at')}, ${sql.placeholder('id')})`

/** The condition for lists that go forward in time. */
export const isAfter = (at: SQLWrapper, id: SQLWrapper): SQL =>
  sql`(${at}, ${id}) > (${sql.placeholder('at')}, ${sql.placeholder('id')})`
