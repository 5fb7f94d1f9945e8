/** Invoices: drafts and what was sent (migration 0005). Payments alone move them between sent and paid. */
import { foreignKey, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { clients } from '../clients/tables.ts'
import { documentColumns, lineColumns, revisionColumns } from '../documents/tables.ts'
import { quotes } from '../quotes/tables.ts'

export const invoices = sqliteTable(
  'invoices',
  {
    ...documentColumns(),
    quoteId: text('quote_id'),
    state: text('state', { enum: ['draft', 'sent', 'paid', 'void'] })
      .notNull()
      .default('draft'),
    dueOn: text('due_on').notNull(),
    timeZone: text('time_zone'),
    paid: integer('paid').notNull().default(0),
    dueEndsAt: integer('due_ends_at'),
    settledAt: integer('settled_at'),
    beyondQuote: integer('beyond_quote').$type<0 | 1>().notNull().default(0),
  },
  table => [
    unique().on(table.businessId, table.number),
    unique().on(table.businessId, table.id),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
    foreignKey({
      columns: [table.businessId, table.quoteId],
      foreignColumns: [quotes.businessId, quotes.id],
    }),
  ],
)

export const invoiceLines = sqliteTable(
  'invoice_lines',
  { invoiceId: text('invoice_id').notNull(), ...lineColumns() },
  table => [
    primaryKey({ columns: [table.invoiceId, table.position] }),
    foreignKey({
      columns: [table.businessId, table.invoiceId],
      foreignColumns: [invoices.businessId, invoices.id],
    }).onDelete('cascade'),
  ],
)

export const invoiceRevisions = sqliteTable(
  'invoice_revisions',
  {
    invoiceId: text('invoice_id').notNull(),
    ...revisionColumns(),
    timeZone: text('time_zone').notNull(),
    dueEndsAt: integer('due_ends_at').notNull(),
    invoiceVersion: integer('invoice_version').notNull(),
  },
  table => [
    primaryKey({ columns: [table.invoiceId, table.revision] }),
    foreignKey({
      columns: [table.businessId, table.invoiceId],
      foreignColumns: [invoices.businessId, invoices.id],
    }),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)
