/** The clients of a business (migration 0002), and whose an address is (migration 0020). */
import { foreignKey, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { businesses } from '../businesses/tables.ts'

export const clients = sqliteTable(
  'clients',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id')
      .notNull()
      .references(() => businesses.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    cc: text('cc').notNull().default('[]'),
    phone: text('phone'),
    company: text('company'),
    locale: text('locale'),
    notes: text('notes'),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  table => [unique().on(table.businessId, table.id)],
)

export type ClientRow = typeof clients.$inferSelect

/** Kept by triggers: each address of each client that was not deleted. */
export const clientAddresses = sqliteTable(
  'client_addresses',
  {
    address: text('address').notNull(),
    clientId: text('client_id').notNull(),
    businessId: text('business_id').notNull(),
  },
  table => [
    primaryKey({ columns: [table.address, table.clientId] }),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)
