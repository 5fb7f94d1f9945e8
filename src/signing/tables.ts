/** Signature records and the sealed heads of their chains (migration 0009). Append-only, by triggers. */
import { foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { portalLinks } from '../access/tables.ts'
import { businesses } from '../businesses/tables.ts'

export const signatureRecords = sqliteTable(
  'signature_records',
  {
    businessId: text('business_id')
      .notNull()
      .references(() => businesses.id),
    sequence: integer('sequence').notNull(),
    documentId: text('document_id').notNull().unique(),
    revision: integer('revision').notNull(),
    contentHash: text('content_hash').notNull(),
    linkId: text('link_id').notNull(),
    signedName: text('signed_name').notNull(),
    poNumber: text('po_number'),
    signedAt: integer('signed_at').notNull(),
    previousHash: text('previous_hash'),
    hash: text('hash').notNull().unique(),
    jws: text('jws').notNull(),
  },
  table => [
    primaryKey({ columns: [table.businessId, table.sequence] }),
    foreignKey({
      columns: [table.businessId, table.linkId],
      foreignColumns: [portalLinks.businessId, portalLinks.id],
    }),
  ],
)

export const chainHeads = sqliteTable(
  'chain_heads',
  {
    businessId: text('business_id').notNull(),
    sequence: integer('sequence').notNull(),
    hash: text('hash').notNull(),
    sealedAt: integer('sealed_at').notNull(),
    jws: text('jws').notNull(),
  },
  table => [
    primaryKey({ columns: [table.businessId, table.sequence] }),
    foreignKey({
      columns: [table.businessId, table.sequence],
      foreignColumns: [signatureRecords.businessId, signatureRecords.sequence],
    }),
  ],
)

/** Kept by triggers: whose chain has records that no head covers yet. */
export const unsealedChains = sqliteTable('unsealed_chains', {
  businessId: text('business_id')
    .primaryKey()
    .notNull()
    .references(() => businesses.id),
  since: integer('since').notNull(),
})
