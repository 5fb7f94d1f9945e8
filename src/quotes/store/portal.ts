/** The reads of quotes for the portal: one client's own, sent ones only, through a visit. */
import { and, asc, desc, eq, gt, lte, ne, type SQL, sql } from 'drizzle-orm'
import { portalRead } from '../../access/visit.ts'
import { clients } from '../../clients/tables.ts'
import { build, pick } from '../../core/db.ts'
import { isAfter, isBefore } from '../../documents/paging.ts'
import { quoteDecisions, quoteRevisions, quotes, quoteViews } from '../tables.ts'

const current = (table: typeof quoteRevisions | typeof quoteViews | typeof quoteDecisions) =>
  and(eq(table.quoteId, quotes.id), eq(table.revision, quotes.revision))

/** A quote as it was sent, and what became of it. A draft is not there, also one that was sent before. */
export const sentQuote = portalRead<{ id: string }>()(client =>
  build
    .select(
      pick({
        id: quotes.id,
        state: quotes.state,
        revision: quotes.revision,
        expiresAt: quotes.expiresAt,
        decidedAt: quotes.decidedAt,
        content: quoteRevisions.content,
        contentHash: quoteRevisions.contentHash,
        viewedAt: sql<number | null>`${quoteViews.viewedAt}`,
        decidedBy: sql<'client' | 'business' | null>`${quoteDecisions.decidedBy}`,
        signedName: quoteDecisions.signedName,
        poNumber: quoteDecisions.poNumber,
        reason: quoteDecisions.reason,
        decisionNote: quoteDecisions.note,
      }),
    )
    .from(quotes)
    .innerJoin(quoteRevisions, current(quoteRevisions))
    .leftJoin(quoteViews, current(quoteViews))
    .leftJoin(quoteDecisions, current(quoteDecisions))
    .where(and(eq(quotes.id, sql.placeholder('id')), eq(quotes.clientId, client), ne(quotes.state, 'draft'))),
)

/** The revision of a quote that has this content: what its client once read, and what it answered, whatever came after. */
export const shownRevision = portalRead<{ id: string; contentHash: string }>()(client =>
  build
    .select(
      pick({
        content: quoteRevisions.content,
        decision: sql<'accepted' | 'rejected' | null>`${quoteDecisions.kind}`,
        decidedBy: sql<'client' | 'business' | null>`${quoteDecisions.decidedBy}`,
        signedName: quoteDecisions.signedName,
      }),
    )
    .from(quoteRevisions)
    .leftJoin(
      quoteDecisions,
      and(
        eq(quoteDecisions.quoteId, quoteRevisions.quoteId),
        eq(quoteDecisions.revision, quoteRevisions.revision),
      ),
    )
    .where(
      and(
        eq(quoteRevisions.quoteId, sql.placeholder('id')),
        eq(quoteRevisions.contentHash, sql.placeholder('contentHash')),
        eq(quoteRevisions.clientId, client),
      ),
    )
    .orderBy(desc(quoteRevisions.revision))
    .limit(1),
)

/** The addresses of the client that a receipt goes to. */
export const addressesHere = portalRead<Record<never, never>>()(client =>
  build
    .select(pick({ id: clients.id, version: clients.version, email: clients.email, cc: clients.cc }))
    .from(clients)
    .where(eq(clients.id, client)),
)

/** What a row of a list shows; `at` is the instant by which its list is ordered. */
const row = (at: SQL) =>
  build
    .select(
      pick({
        id: quotes.id,
        number: quoteRevisions.number,
        title: quoteRevisions.title,
        total: quoteRevisions.total,
        currency: quoteRevisions.currency,
        validUntil: quoteRevisions.validUntil,
        timeZone: quoteRevisions.timeZone,
        state: quotes.state,
        at: sql<number>`${at}`,
        viewedAt: sql<number | null>`${quoteViews.viewedAt}`,
      }),
    )
    .from(quotes)
    .innerJoin(quoteRevisions, current(quoteRevisions))
    .leftJoin(quoteViews, current(quoteViews))

type Page = { at: number; id: string; limit: number }

const limit = sql.placeholder('limit')

/** Open and valid, the one that ends first, first. */
export const awaitingQuotes = portalRead<Page & { now: number }>()(client =>
  row(sql`${quotes.expiresAt}`)
    .where(
      and(
        eq(quotes.clientId, client),
        eq(quotes.state, 'open'),
        gt(quotes.expiresAt, sql.placeholder('now')),
        isAfter(quotes.expiresAt, quotes.id),
      ),
    )
    .orderBy(asc(quotes.expiresAt), asc(quotes.id))
    .limit(limit),
)

/** How many are open and valid. */
export const awaitingCount = portalRead<{ now: number }>()(client =>
  build
    .select(pick({ count: sql<number>`count(*)` }))
    .from(quotes)
    .where(
      and(
        eq(quotes.clientId, client),
        eq(quotes.state, 'open'),
        gt(quotes.expiresAt, sql.placeholder('now')),
      ),
    ),
)

/** Of one decided state, the latest first. */
const decided = (state: 'accepted' | 'rejected' | 'closed') =>
  portalRead<Page>()(client =>
    row(sql`${quotes.decidedAt}`)
      .where(and(eq(quotes.clientId, client), eq(quotes.state, state), isBefore(quotes.decidedAt, quotes.id)))
      .orderBy(desc(quotes.decidedAt), desc(quotes.id))
      .limit(limit),
  )

export const acceptedQuotes = decided('accepted')
export const rejectedQuotes = decided('rejected')
export const closedQuotes = decided('closed')

/** Open, but past their validity, the latest first. */
export const lapsedQuotes = portalRead<Page & { now: number }>()(client =>
  row(sql`${quotes.expiresAt}`)
    .where(
      and(
        eq(quotes.clientId, client),
        eq(quotes.state, 'open'),
        lte(quotes.expiresAt, sql.placeholder('now')),
        isBefore(quotes.expiresAt, quotes.id),
      ),
    )
    .orderBy(desc(quotes.expiresAt), desc(quotes.id))
    .limit(limit),
)
