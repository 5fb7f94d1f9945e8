/**
 * The outbox (migrations 0007, 0010 and 0017): what is to be mailed, as kind and ids, never as a rendered text or a link;
 * and what was reported of it (migration 0018).
 */
import {
  type AnySQLiteColumn,
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'

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
  'payment_receipt',
  'quote_expiring',
  'invoice_due_soon',
  'invoice_overdue',
  'bounce_notice',
] as const

export type MessageKind = (typeof messageKinds)[number]

/** Why a message has not arrived, or not yet: what its business reads of it is in words.ts. */
export const mailProblems = [
  'not_answered',
  'too_many',
  'mail_service_fault',
  'mail_service_refused_us',
  'address_inactive',
  'address_invalid',
  'refused',
  'bounced',
  'complained',
  'not_composed',
] as const

export type MailProblem = (typeof mailProblems)[number]

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
    round: integer('round').notNull().default(1),
    attempts: integer('attempts').notNull().default(0),
    doubt: integer('doubt').notNull().default(0),
    problem: text('problem').$type<MailProblem>(),
    postmarkId: text('postmark_id'),
    paymentId: text('payment_id'),
    aboutId: text('about_id').references((): AnySQLiteColumn => messages.id),
  },
  table => [unique().on(table.businessId, table.event), unique().on(table.businessId, table.id)],
)

/** What was reported of a message at one of its addresses. */
export const reportKinds = ['delivered', 'bounced', 'complained', 'suppressed'] as const

export type ReportKind = (typeof reportKinds)[number]

export const deliveryReports = sqliteTable(
  'delivery_reports',
  {
    messageId: text('message_id').notNull(),
    round: integer('round').notNull(),
    recipient: text('recipient').notNull(),
    kind: text('kind', { enum: reportKinds }).notNull(),
    at: integer('at').notNull(),
    reason: text('reason'),
    businessId: text('business_id').notNull(),
  },
  table => [
    primaryKey({ columns: [table.messageId, table.round, table.recipient, table.kind, table.at] }),
    foreignKey({
      columns: [table.businessId, table.messageId],
      foreignColumns: [messages.businessId, messages.id],
    }),
  ],
)
