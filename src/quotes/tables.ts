/** Quotes: drafts, sent revisions, views and decisions (migration 0004). State is a row; triggers keep `state`. */
import { foreignKey, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { portalLinks } from '../access/tables.ts'
import { clients } from '../clients/tables.ts'
import { documentColumns, lineColumns, revisionColumns } from '../documents/tables.ts'

export const quotes = sqliteTable(
  'quotes',
  {
    ...documentColumns(),
    state: text('state', { enum: ['draft', 'open', 'accepted', 'rejected', 'closed'] })
      .notNull()
      .default('draft'),
    revision: integer('revision').notNull().default(0),
    validUntil: text('valid_until').notNull(),
    expiresAt: integer('expires_at'),
    decidedAt: integer('decided_at'),
  },
  table => [
    unique().on(table.businessId, table.number),
    unique().on(table.businessId, table.id),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)

const ofQuote = (table: { businessId: never; quoteId: never }) =>
  foreignKey({
    columns: [table.businessId, table.quoteId],
    foreignColumns: [quotes.businessId, quotes.id],
  })

export const quoteLines = sqliteTable(
  'quote_lines',
  { quoteId: text('quote_id').notNull(), ...lineColumns() },
  table => [
    primaryKey({ columns: [table.quoteId, table.position] }),
    ofQuote(table as never).onDelete('cascade'),
  ],
)

export const quoteRevisions = sqliteTable(
  'quote_revisions',
  {
    quoteId: text('quote_id').notNull(),
    ...revisionColumns(),
    title: text('title').notNull(),
    currency: text('currency').notNull(),
    total: integer('total').notNull(),
    validUntil: text('valid_until').notNull(),
    timeZone: text('time_zone').notNull(),
    expiresAt: integer('expires_at').notNull(),
    quoteVersion: integer('quote_version').notNull(),
  },
  table => [
    primaryKey({ columns: [table.quoteId, table.revision] }),
    ofQuote(table as never),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)

const ofRevision = (table: { quoteId: never; revision: never }) =>
  foreignKey({
    columns: [table.quoteId, table.revision],
    foreignColumns: [quoteRevisions.quoteId, quoteRevisions.revision],
  })

const byLink = (table: { businessId: never; linkId: never }) =>
  foreignKey({
    columns: [table.businessId, table.linkId],
    foreignColumns: [portalLinks.businessId, portalLinks.id],
  })

export const quoteViews = sqliteTable(
  'quote_views',
  {
    quoteId: text('quote_id').notNull(),
    revision: integer('revision').notNull(),
    businessId: text('business_id').notNull(),
    linkId: text('link_id').notNull(),
    viewedAt: integer('viewed_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.quoteId, table.revision] }),
    ofRevision(table as never),
    ofQuote(table as never),
    byLink(table as never),
  ],
)

export const declineReasons = [
  'price',
  'timing',
  'chose_someone_else',
  'project_cancelled',
  'scope',
  'other',
] as const

export const quoteDecisions = sqliteTable(
  'quote_decisions',
  {
    quoteId: text('quote_id').notNull(),
    revision: integer('revision').notNull(),
    businessId: text('business_id').notNull(),
    kind: text('kind', { enum: ['accepted', 'rejected'] }).notNull(),
    decidedBy: text('decided_by', { enum: ['client', 'business'] }).notNull(),
    contentHash: text('content_hash').notNull(),
    decidedAt: integer('decided_at').notNull(),
    linkId: text('link_id'),
    signedName: text('signed_name'),
    poNumber: text('po_number'),
    reason: text('reason', { enum: declineReasons }),
    note: text('note'),
  },
  table => [
    primaryKey({ columns: [table.quoteId, table.revision] }),
    ofRevision(table as never),
    ofQuote(table as never),
    byLink(table as never),
  ],
)
