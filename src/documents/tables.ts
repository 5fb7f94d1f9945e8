/** What quotes and invoices are made of alike (migrations 0004-0006). Units: see 0004. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { businesses } from '../businesses/tables.ts'

export const lineCategories = ['labor', 'material', 'service', 'equipment', 'other'] as const

/** The columns of a document, draft or sent. */
export const documentColumns = () => ({
  id: text('id').primaryKey().notNull(),
  businessId: text('business_id')
    .notNull()
    .references(() => businesses.id),
  clientId: text('client_id').notNull(),
  number: text('number'),
  title: text('title').notNull(),
  description: text('description'),
  currency: text('currency').notNull(),
  discountPercent: integer('discount_percent'),
  discountAmount: integer('discount_amount'),
  terms: text('terms'),
  note: text('note'),
  subtotal: integer('subtotal').notNull(),
  discountTotal: integer('discount_total').notNull(),
  taxTotal: integer('tax_total').notNull(),
  total: integer('total').notNull(),
  sentAt: integer('sent_at'),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** The columns of a line of a draft. */
export const lineColumns = () => ({
  position: integer('position').notNull(),
  businessId: text('business_id').notNull(),
  description: text('description').notNull(),
  category: text('category', { enum: lineCategories }).notNull(),
  quantity: integer('quantity').notNull(),
  unit: text('unit'),
  unitPrice: integer('unit_price').notNull(),
  taxRate: integer('tax_rate').notNull(),
  total: integer('total').notNull(),
})

/** The columns of what was sent: the frozen text, its hash, and the draft's version that it was made from. */
export const revisionColumns = () => ({
  revision: integer('revision').notNull(),
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  number: text('number').notNull(),
  content: text('content').notNull(),
  contentHash: text('content_hash').notNull(),
  sentAt: integer('sent_at').notNull(),
})

export const numberCounters = sqliteTable(
  'number_counters',
  {
    businessId: text('business_id')
      .notNull()
      .references(() => businesses.id),
    kind: text('kind', { enum: ['quote', 'invoice'] }).notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
    previous: integer('previous').notNull(),
  },
  table => [primaryKey({ columns: [table.businessId, table.kind, table.year] })],
)

export type LineCategory = (typeof lineCategories)[number]
