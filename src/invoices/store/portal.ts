/** The reads of invoices for the portal: one client's own, sent ones only, through a visit. */
import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { portalRead } from '../../access/visit.ts'
import { build, pick } from '../../core/db.ts'
import { isAfter, isBefore } from '../../documents/paging.ts'
import { invoiceRevisions, invoices } from '../tables.ts'

/** An invoice is sent once. */
const theRevision = and(eq(invoiceRevisions.invoiceId, invoices.id), eq(invoiceRevisions.revision, 1))

/** An invoice as it was sent, and what was paid. A draft is not there. */
export const sentInvoice = portalRead<{ id: string }>()(client =>
  build
    .select(
      pick({
        id: invoices.id,
        state: invoices.state,
        total: invoices.total,
        paid: invoices.paid,
        dueEndsAt: invoices.dueEndsAt,
        content: invoiceRevisions.content,
      }),
    )
    .from(invoices)
    .innerJoin(invoiceRevisions, theRevision)
    .where(
      and(eq(invoices.id, sql.placeholder('id')), eq(invoices.clientId, client), ne(invoices.state, 'draft')),
    ),
)

/** What a row of a list shows; `at` is the instant by which its list is ordered. */
const row = (at: SQL) =>
  build
    .select(
      pick({
        id: invoices.id,
        number: sql<string>`${invoices.number}`,
        title: invoices.title,
        total: invoices.total,
        paid: invoices.paid,
        currency: invoices.currency,
        state: invoices.state,
        dueOn: invoices.dueOn,
        dueEndsAt: invoices.dueEndsAt,
        timeZone: sql<string>`${invoices.timeZone}`,
        at: sql<number>`${at}`,
      }),
    )
    .from(invoices)

type Page = { at: number; id: string; limit: number }

const limit = sql.placeholder('limit')

/** With a balance, the earliest due day first: the overdue ones come first by themselves. */
export const openInvoices = portalRead<Page>()(client =>
  row(sql`${invoices.dueEndsAt}`)
    .where(
      and(
        eq(invoices.clientId, client),
        eq(invoices.state, 'sent'),
        isAfter(invoices.dueEndsAt, invoices.id),
      ),
    )
    .orderBy(asc(invoices.dueEndsAt), asc(invoices.id))
    .limit(limit),
)

/** How many are open, how many of them overdue, and what is owed, per currency: never added across them. */
export const owed = portalRead<{ now: number }>()(client =>
  build
    .select(
      pick({
        currency: invoices.currency,
        count: sql<number>`count(*)`,
        overdue: sql<number>`sum(${invoices.dueEndsAt} <= ${sql.placeholder('now')})`,
        // As text: a sum may exceed what a double holds.
        minor: sql<string>`cast(sum(${invoices.total} - ${invoices.paid}) as text)`,
      }),
    )
    .from(invoices)
    .where(and(eq(invoices.clientId, client), eq(invoices.state, 'sent')))
    .groupBy(invoices.currency),
)

/** Of one settled state, the latest first. */
const settled = (state: 'paid' | 'void') =>
  portalRead<Page>()(client =>
    row(sql`${invoices.settledAt}`)
      .where(
        and(
          eq(invoices.clientId, client),
          eq(invoices.state, state),
          isBefore(invoices.settledAt, invoices.id),
        ),
      )
      .orderBy(desc(invoices.settledAt), desc(invoices.id))
      .limit(limit),
  )

export const paidInvoices = settled('paid')
export const voidInvoices = settled('void')
