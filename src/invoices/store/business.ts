/** The statements of invoices for the business's side: drafts, sendings, lists. */
import { and, eq, getTableColumns, gt, gte, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { SQLiteInsertValue } from 'drizzle-orm/sqlite-core'
import type { Paging } from '../../core/api.ts'
import { build, expecting, pick, prepared, type RowOf, type Statement, statement } from '../../core/db.ts'
import type { Draft } from '../../documents/input.ts'
import { linesJson } from '../../documents/lines.ts'
import { deliveryJson } from '../../mail/store/reports.ts'
import type { InvoiceStatus } from '../rules.ts'
import { invoiceRevisions, invoices } from '../tables.ts'

const whole = () =>
  build
    .select(
      pick({
        ...getTableColumns(invoices),
        lines: linesJson('invoice'),
        hasMoney: sql<0 | 1>`exists (select 1 from payments as made where made.invoice_id = ${invoices.id}
          and made.reverses is null and not exists (select 1 from payments where reverses = made.id))`,
        content: sql<string | null>`${invoiceRevisions.content}`,
        contentHash: sql<string | null>`${invoiceRevisions.contentHash}`,
        delivery: deliveryJson('invoice'),
      }),
    )
    .from(invoices)
    .leftJoin(
      invoiceRevisions,
      and(eq(invoiceRevisions.invoiceId, invoices.id), eq(invoiceRevisions.revision, 1)),
    )

export const invoice = prepared<{ businessId: string; id: string }>()(() =>
  whole().where(
    and(eq(invoices.businessId, sql.placeholder('businessId')), eq(invoices.id, sql.placeholder('id'))),
  ),
)

export type InvoiceRow = RowOf<ReturnType<typeof invoice>>

export type InvoiceFilter = {
  status: InvoiceStatus | null
  clientId: string | null
  updatedSince: number | null
}

/** A page of a business's invoices, oldest first; one row more than the limit. */
export const invoiceList = (
  businessId: string,
  filter: InvoiceFilter,
  { limit, cursor }: Paging,
  now: number,
) =>
  statement(
    whole()
      .where(
        and(
          eq(invoices.businessId, businessId),
          filter.status ? hasStatus(filter.status, now) : undefined,
          filter.clientId === null ? undefined : eq(invoices.clientId, filter.clientId),
          filter.updatedSince === null ? undefined : gte(invoices.updatedAt, filter.updatedSince),
          cursor === null ? undefined : gt(invoices.id, cursor),
        ),
      )
      .orderBy(invoices.id)
      .limit(limit + 1),
  )

/** The same meaning as rules.statusOf, in SQL. */
function hasStatus(status: InvoiceStatus, now: number): SQL | undefined {
  const sent = eq(invoices.state, 'sent')
  if (status === 'overdue') return and(sent, lte(invoices.dueEndsAt, now))
  if (status === 'sent') return and(sent, gt(invoices.dueEndsAt, now), eq(invoices.paid, 0))
  if (status === 'partial') return and(sent, gt(invoices.dueEndsAt, now), gt(invoices.paid, 0))
  return eq(invoices.state, status)
}

export type InvoiceDraft = Draft & { dueOn: string; quoteId: string | null; beyondQuote: 0 | 1 }

export const insertInvoice = (id: string, businessId: string, draft: InvoiceDraft, now: number): Statement =>
  statement(build.insert(invoices).values({ id, businessId, ...draft, createdAt: now, updatedAt: now }))

/** Changes a draft of the version that was read; refused (`stale`) where it is no longer that one. */
export const changeInvoice = (
  row: Pick<InvoiceRow, 'id' | 'version'>,
  values: Partial<Omit<InvoiceDraft, 'number'>> & {
    number?: string | null | SQL<string>
    state?: 'void'
    settledAt?: number
  },
  now: number,
): Statement =>
  statement(
    build
      .update(invoices)
      .set({ ...values, version: row.version + 1, updatedAt: now })
      .where(eq(invoices.id, row.id)),
  )

/** Refuses (`stale`) a batch where the invoice is no longer there as it was read. */
export const invoiceStands = (row: Pick<InvoiceRow, 'id' | 'version'>): Statement =>
  expecting(
    sql`exists (select 1 from ${invoices} where ${invoices.id} = ${row.id} and ${invoices.version} = ${row.version})`,
  )

/**
 * What the invoices of a quote come to, drafts too, in minor units; `but`: one that is left out. Those in another
 * currency, which a quote that was taken back and changed may have had, can't be counted with them.
 */
export const invoicedOf = prepared<{ quoteId: string; but: string }>()(() =>
  build
    .select(pick({ total: sql<number>`coalesce(sum(${invoices.total}), 0)` }))
    .from(invoices)
    .where(
      and(
        eq(invoices.quoteId, sql.placeholder('quoteId')),
        sql`${invoices.currency} = (select currency from quotes where id = ${invoices.quoteId})`,
        ne(invoices.state, 'void'),
        ne(invoices.id, sql.placeholder('but')),
      ),
    ),
)

/** Deletes a draft with its lines. */
export const deleteInvoice = (id: string): Statement =>
  statement(build.delete(invoices).where(eq(invoices.id, id)))

/** The sending itself: a trigger moves the invoice. Refused where the draft, its client or the link changed meanwhile. */
export const insertRevision = (revision: SQLiteInsertValue<typeof invoiceRevisions>): Statement =>
  statement(build.insert(invoiceRevisions).values(revision))
