/**
 * Portal links (migration 0003): a hash of the token, a sealed copy of it, and when it lived. The job that makes new ones
 * for all clients of a business (migration 0013).
 */
import { foreignKey, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { businesses } from '../businesses/tables.ts'
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

export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id')
      .notNull()
      .references(() => businesses.id),
    kind: text('kind', { enum: ['links_rotation'] }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [unique().on(table.businessId, table.id)],
)

export const linkRotations = sqliteTable(
  'link_rotations',
  {
    jobId: text('job_id').notNull(),
    clientId: text('client_id').notNull(),
    businessId: text('business_id').notNull(),
    doneAt: integer('done_at'),
  },
  table => [
    primaryKey({ columns: [table.jobId, table.clientId] }),
    foreignKey({ columns: [table.businessId, table.jobId], foreignColumns: [jobs.businessId, jobs.id] }),
    foreignKey({
      columns: [table.businessId, table.clientId],
      foreignColumns: [clients.businessId, clients.id],
    }),
  ],
)

/** Somebody asked for their link, and the job has not looked yet whose it is; or mail was written for it (migration 0020). */
export const linkRequests = sqliteTable('link_requests', {
  id: text('id').primaryKey().notNull(),
  address: text('address').notNull(),
  askedAt: integer('asked_at').notNull(),
  resolvedAt: integer('resolved_at'),
})
