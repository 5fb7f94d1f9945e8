/** Portal links (migration 0003): a hash of the token, a sealed copy of it, and when it lived. */
import { foreignKey, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { clients } from '../clients/tables.ts'

export const portalLinks = sqliteTable(
  'portal_links',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id').notNull(),
    clientId: text('client_id').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    sealed: text('sealed'),
    origin: text('origin', { enum: ['sending', 'rotation'] }).notNull(),
    bornAt: integer('born_at').notNull(),
    diedAt: integer('died_at'),
    death: text('death', { enum: ['rotated', 'revoked', 'deleted'] }),
    lastUsedAt: integer('last_used_at'),
  },
  table => [
    unique().on(table.businessId, table.id),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)

export type LinkRow = typeof portalLinks.$inferSelect
