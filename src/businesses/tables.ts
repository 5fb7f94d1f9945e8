/** A business, its API keys and its logo (migrations 0001, 0014, 0019 and 0021). */
import { blob, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

/** When clients are reminded, until their business says otherwise. */
const remindersByDefault =
  '{"enabled":true,"quote_days_before":[3],"invoice_days_before":[3],"invoice_days_after":[1,7,14]}'

export const businesses = sqliteTable('businesses', {
  id: text('id').primaryKey().notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  phone: text('phone'),
  address: text('address'),
  website: text('website'),
  colour: text('colour'),
  locale: text('locale').notNull(),
  currency: text('currency').notNull(),
  timeZone: text('time_zone').notNull(),
  taxRate: integer('tax_rate').notNull().default(0),
  paymentInstructions: text('payment_instructions'),
  terms: text('terms'),
  linksFrom: integer('links_from').notNull().default(0),
  reminders: text('reminders').notNull().default(remindersByDefault),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export type BusinessRow = typeof businesses.$inferSelect

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id')
      .notNull()
      .references(() => businesses.id),
    name: text('name').notNull(),
    keyHash: text('key_hash').notNull().unique(),
    scopes: text('scopes').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
    lastUsedAt: integer('last_used_at'),
    shortId: text('short_id'),
    replacedAt: integer('replaced_at'),
  },
  table => [unique().on(table.businessId, table.id)],
)

/** The media types that a logo may have. */
export const mediaTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

export type MediaType = (typeof mediaTypes)[number]

/** `bytes`: the file as it is served; `hash`: the SHA-256 of its business's id and it, in hex. */
export const logos = sqliteTable('logos', {
  businessId: text('business_id')
    .primaryKey()
    .notNull()
    .references(() => businesses.id),
  hash: text('hash').notNull(),
  mediaType: text('media_type', { enum: mediaTypes }).notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
})
