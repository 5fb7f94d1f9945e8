/** The statements of clients. */
import { and, eq, getTableColumns, gt, gte, isNull, sql } from 'drizzle-orm'
import type { Paging } from '../core/api.ts'
import { build, expecting, pick, prepared, type RowOf, type Statement, statement } from '../core/db.ts'
import { undeliverableJson } from '../mail/store/reports.ts'
import { type ClientRow, clients } from './tables.ts'

/** A client, since when it wants no reminders (reminders/ lies above), and which of its addresses mail does not reach. */
const columns = pick({
  ...getTableColumns(clients),
  remindersStoppedAt: sql<
    number | null
  >`(select stopped_at from reminder_stops where client_id = ${clients.id})`,
  undeliverable: undeliverableJson,
})

/** A client of a business, also a deleted one. */
export const client = prepared<{ businessId: string; id: string }>()(() =>
  build
    .select(columns)
    .from(clients)
    .where(and(eq(clients.businessId, sql.placeholder('businessId')), eq(clients.id, sql.placeholder('id')))),
)

/** A client as it is read. */
export type ClientRead = RowOf<ReturnType<typeof client>>

/** A page of the clients of a business that are not deleted, oldest first; one row more than the limit. */
export const clientList = (businessId: string, { limit, cursor }: Paging, updatedSince: number | null) =>
  statement(
    build
      .select(columns)
      .from(clients)
      .where(
        and(
          eq(clients.businessId, businessId),
          sql`${clients.deletedAt} is null`,
          cursor === null ? undefined : gt(clients.id, cursor),
          updatedSince === null ? undefined : gte(clients.updatedAt, updatedSince),
        ),
      )
      .orderBy(clients.id)
      .limit(limit + 1),
  )

/** What a POST gives and a PATCH may change. */
export type ClientData = Pick<ClientRow, 'name' | 'email' | 'cc' | 'phone' | 'company' | 'locale' | 'notes'>

export const insertClient = (id: string, businessId: string, data: ClientData, now: number): Statement =>
  statement(build.insert(clients).values({ id, businessId, ...data, createdAt: now, updatedAt: now }))

/** Refuses (`stale`) a batch where the client is no longer there as it was read. */
export const clientStands = (row: Pick<ClientRow, 'id' | 'version'>): Statement =>
  expecting(
    sql`exists (select 1 from ${clients} where ${clients.id} = ${row.id} and ${clients.version} = ${row.version} and ${clients.deletedAt} is null)`,
  )

/** Changes a client of the version that was read; refused (`stale`) where it is no longer that one. */
export const changeClient = (row: ClientRow, data: Partial<ClientData>, now: number): Statement =>
  change(row, { ...data, updatedAt: now })

/** Keeps how a client wants to be spoken and written to. */
export const changeLocale = (id: string, locale: string, now: number): Statement =>
  statement(
    build
      .update(clients)
      .set({ locale, version: sql`${clients.version} + 1`, updatedAt: now })
      .where(and(eq(clients.id, id), isNull(clients.deletedAt))),
  )

/** Refuses (`stale`) a batch where a client's locale is no longer as it was read. */
export const localeStands = (id: string, locale: string | null): Statement =>
  expecting(
    sql`exists (select 1 from ${clients} where ${clients.id} = ${id} and ${clients.locale} is ${locale})`,
  )

/** The tombstone: triggers end the link, its sealed copy, the queued mail and the drafts in the same batch. */
export const deleteClient = (row: ClientRow, now: number): Statement =>
  change(row, { deletedAt: now, updatedAt: now })

const change = (row: ClientRow, values: Partial<ClientRow>): Statement =>
  statement(
    build
      .update(clients)
      .set({ ...values, version: row.version + 1 })
      .where(eq(clients.id, row.id)),
  )
