/** The outbox (migrations 0007 and 0010): what is to be mailed, as kind and ids, never as a rendered text or a link. */
import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

export const messageStates = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'suppressed',
  'failed',
  'unknown',
  'cancelled',
] as const

export type MessageState = (typeof messageStates)[number]

/** What a message tells: the noun that sends it renders it. */
export const messageKinds = [
  'quote_sent',
  'invoice_sent',
  'new_link',
  'link_again',
  'quote_viewed',
  'quote_accepted',
  'quote_rejected',
  'receipt',
  'chain_head',
] as const

export type MessageKind = (typeof messageKinds)[number]

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey().notNull(),
    businessId: text('business_id').notNull(),
    clientId: text('client_id'),
    kind: text('kind').$type<MessageKind>().notNull(),
    event: text('event').notNull(),
    recipients: text('recipients').notNull(),
    linkId: text('link_id'),
    quoteId: text('quote_id'),
    invoiceId: text('invoice_id'),
    revision: integer('revision'),
    chainSequence: integer('chain_sequence'),
    state: text('state', { enum: messageStates }).notNull().default('queued'),
    createdAt: integer('created_at').notNull(),
    dueAt: integer('due_at').notNull(),
    endedAt: integer('ended_at'),
  },
  table => [unique().on(table.businessId, table.event), unique().on(table.businessId, table.id)],
)
