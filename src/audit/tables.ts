/** The trail of who did what: append-only (migration 0008). */
import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id').notNull(),
    at: integer('at').notNull(),
    actorKind: text('actor_kind', { enum: ['key', 'link', 'system'] }).notNull(),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    objectId: text('object_id').notNull(),
    address: text('address'),
    requestId: text('request_id'),
    details: text('details').notNull().default('{}'),
  },
  table => [unique().on(table.businessId, table.id)],
)
