/** The statements of quotes for the business's side: drafts, sendings, decisions, lists. */
import { and, eq, getTableColumns, gt, gte, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteInsertValue } from 'drizzle-orm/sqlite-core'
import type { Paging } from '../../core/api.ts'
import { build, expecting, pick, prepared, type RowOf, type Statement, statement } from '../../core/db.ts'
import type { Draft } from '../../documents/input.ts'
import { linesJson } from '../../documents/lines.ts'
import { deliveryJson } from '../../mail/store/reports.ts'
import type { QuoteStatus } from '../rules.ts'
import { quoteDecisions, quoteRevisions, quotes, quoteViews } from '../tables.ts'

/** A quote with what became of its current revision. */
const whole = () =>
  build
    .select(
      pick({
        ...getTableColumns(quotes),
        lines: linesJson('quote'),
        content: sql<string | null>`${quoteRevisions.content}`,
        contentHash: sql<string | null>`${quoteRevisions.contentHash}`,
        delivery: deliveryJson('quote'),
        viewedAt: sql<number | null>`${quoteViews.viewedAt}`,
        decision: sql<'accepted' | 'rejected' | null>`${quoteDecisions.kind}`,
        answeredAt: sql<number | null>`${quoteDecisions.decidedAt}`,
        decidedBy: sql<'client' | 'business' | null>`${quoteDecisions.decidedBy}`,
        signedName: quoteDecisions.signedName,
        poNumber: quoteDecisions.poNumber,
        reason: quoteDecisions.reason,
        decisionNote: quoteDecisions.note,
      }),
    )
    .from(quotes)
    .leftJoin(quoteRevisions, current(quoteRevisions))
    .leftJoin(quoteViews, current(quoteViews))
    .leftJoin(quoteDecisions, current(quoteDecisions))

const current = (table: typeof quoteRevisions | typeof quoteViews | typeof quoteDecisions) =>
  and(eq(table.quoteId, quotes.id), eq(table.revision, quotes.revision))

export const quote = prepared<{ businessId: string; id: string }>()(() =>
  whole().where(
    and(eq(quotes.businessId, sql.placeholder('businessId')), eq(quotes.id, sql.placeholder('id'))),
  ),
)

export type QuoteRow = RowOf<ReturnType<typeof quote>>

export type QuoteFilter = { status: QuoteStatus | null; clientId: string | null; updatedSince: number | null }

/** A page of a business's quotes, oldest first; one row more than the limit. */
export const quoteList = (businessId: string, filter: QuoteFilter, { limit, cursor }: Paging, now: number) =>
  statement(
    whole()
      .where(
        and(
          eq(quotes.businessId, businessId),
          filter.status ? hasStatus(filter.status, now) : undefined,
          filter.clientId === null ? undefined : eq(quotes.clientId, filter.clientId),
          filter.updatedSince === null ? undefined : gte(quotes.updatedAt, filter.updatedSince),
          cursor === null ? undefined : gt(quotes.id, cursor),
        ),
      )
      .orderBy(quotes.id)
      .limit(limit + 1),
  )

/** The same meaning as rules.statusOf, in SQL. */
function hasStatus(status: QuoteStatus, now: number): SQL | undefined {
  const open = and(eq(quotes.state, 'open'), gt(quotes.expiresAt, now))
  if (status === 'sent') return and(open, isNull(quoteViews.viewedAt))
  if (status === 'viewed') return and(open, isNotNull(quoteViews.viewedAt))
  if (status !== 'expired') return eq(quotes.state, status)
  return or(eq(quotes.state, 'closed'), and(eq(quotes.state, 'open'), lte(quotes.expiresAt, now)))
}

export type QuoteDraft = Draft & { validUntil: string }

export const insertQuote = (id: string, businessId: string, draft: QuoteDraft, now: number): Statement =>
  statement(build.insert(quotes).values({ id, businessId, ...draft, createdAt: now, updatedAt: now }))

/** Changes a quote of the version that was read; refused (`stale`) where it is no longer that one. */
export const changeQuote = (
  row: Pick<QuoteRow, 'id' | 'version'>,
  values: Partial<Omit<QuoteDraft, 'number'>> & {
    number?: string | null | SQL<string>
    state?: 'draft' | 'closed'
    decidedAt?: number | null
  },
  now: number,
): Statement =>
  statement(
    build
      .update(quotes)
      .set({ ...values, version: row.version + 1, updatedAt: now })
      .where(eq(quotes.id, row.id)),
  )

/** Refuses (`stale`) a batch where the quote is no longer there as it was read. */
export const quoteStands = (row: Pick<QuoteRow, 'id' | 'version'>): Statement =>
  expecting(
    sql`exists (select 1 from ${quotes} where ${quotes.id} = ${row.id} and ${quotes.version} = ${row.version})`,
  )

/** Deletes a draft with its lines. */
export const deleteQuote = (id: string): Statement => statement(build.delete(quotes).where(eq(quotes.id, id)))

/** The sending itself: a trigger opens the quote. Refused where the draft, its client or the link changed meanwhile. */
export const insertRevision = (revision: SQLiteInsertValue<typeof quoteRevisions>): Statement =>
  statement(build.insert(quoteRevisions).values(revision))

/** The decision itself: triggers check and record it. */
export const insertDecision = (decision: typeof quoteDecisions.$inferInsert): Statement =>
  statement(build.insert(quoteDecisions).values(decision))

/** The first opening by a person; refused where there was one. */
export const insertView = (view: typeof quoteViews.$inferInsert): Statement =>
  statement(build.insert(quoteViews).values(view))
