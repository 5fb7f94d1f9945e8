/** Reminders: when a business's clients are looked through next, who was reminded of what, and who wants none (migration 0019). */
import { foreignKey, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { portalLinks } from '../access/tables.ts'
import { businesses } from '../businesses/tables.ts'
import { clients } from '../clients/tables.ts'
import { messages } from '../mail/tables.ts'

export const reminderRounds = sqliteTable('reminder_rounds', {
  businessId: text('business_id')
    .primaryKey()
    .notNull()
    .references(() => businesses.id),
  dueAt: integer('due_at').notNull(),
})

const ofClient = (table: { businessId: never; clientId: never }) =>
  foreignKey({
    columns: [table.businessId, table.clientId],
    foreignColumns: [clients.businessId, clients.id],
  })

export const reminders = sqliteTable(
  'reminders',
  {
    clientId: text('client_id').notNull(),
    day: text('day').notNull(),
    businessId: text('business_id').notNull(),
    documentId: text('document_id').notNull(),
    revision: integer('revision').notNull(),
    step: integer('step').notNull(),
    messageId: text('message_id').notNull(),
  },
  table => [
    primaryKey({ columns: [table.clientId, table.day] }),
    unique().on(table.documentId, table.revision, table.step),
    ofClient(table as never),
    foreignKey({
      columns: [table.businessId, table.messageId],
      foreignColumns: [messages.businessId, messages.id],
    }),
  ],
)

export const reminderStops = sqliteTable(
  'reminder_stops',
  {
    clientId: text('client_id').primaryKey().notNull(),
    businessId: text('business_id').notNull(),
    linkId: text('link_id').notNull(),
    stoppedAt: integer('stopped_at').notNull(),
  },
  table => [
    ofClient(table as never),
    foreignKey({
      columns: [table.businessId, table.linkId],
      foreignColumns: [portalLinks.businessId, portalLinks.id],
    }),
  ],
)
