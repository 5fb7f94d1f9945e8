/** Money received, and what clients have left over (migration 0005). */
import {
  type AnySQLiteColumn,
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { clients } from '../clients/tables.ts'
import { invoices } from '../invoices/tables.ts'

export const payments = sqliteTable(
  'payments',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id').notNull(),
    clientId: text('client_id').notNull(),
    invoiceId: text('invoice_id').notNull(),
    currency: text('currency').notNull(),
    amount: integer('amount').notNull(),
    applied: integer('applied').notNull(),
    credit: integer('credit').notNull(),
    method: text('method').notNull(),
    paidOn: text('paid_on').notNull(),
    reference: text('reference'),
    note: text('note'),
    reverses: text('reverses')
      .unique()
      .references((): AnySQLiteColumn => payments.id),
    createdAt: integer('created_at').notNull(),
  },
  table => [
    unique().on(table.businessId, table.id),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
    foreignKey({
      columns: [table.businessId, table.invoiceId],
      foreignColumns: [invoices.businessId, invoices.id],
    }),
  ],
)

export const clientCredits = sqliteTable(
  'client_credits',
  {
    clientId: text('client_id').notNull(),
    currency: text('currency').notNull(),
    businessId: text('business_id').notNull(),
    amount: integer('amount').notNull(),
  },
  table => [
    primaryKey({ columns: [table.clientId, table.currency] }),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)
