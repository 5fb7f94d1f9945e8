/** Which POSTs were answered (migration 0012). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { businesses } from '../businesses/tables.ts'

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    businessId: text('business_id')
      .notNull()
      .references(() => businesses.id),
    idempotencyKey: text('idempotency_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    createdAt: integer('created_at').notNull(),
    columns: text('columns'),
    answer: text('answer'),
  },
  table => [primaryKey({ columns: [table.businessId, table.idempotencyKey] })],
)
