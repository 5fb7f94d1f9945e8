/**
 * The statements of the outbox. A message rides in the batch of the event that it tells of; triggers cancel it
 * when its link dies or its quote is withdrawn before it left (product.md §5, migration 0007).
 */
import { and, eq, lte } from 'drizzle-orm'
import { build, type Statement, statement } from '../core/db.ts'
import { newId } from '../core/ids.ts'
import { type MessageKind, messages } from './tables.ts'

/** What a message is about and for whom; `event` is unique per business, so that nothing is told twice. */
export type NewMessage = {
  businessId: string
  /** Whom it concerns; null where it is about the business's own chain. */
  clientId: string | null
  kind: MessageKind
  event: string
  recipients: readonly string[]
  linkId?: string
  quoteId?: string
  invoiceId?: string
  revision?: number
  chainSequence?: number
}

/** Writes a message to the outbox; due at once. Refused (`link_dead`) where its link does not live. */
export function queued(message: NewMessage, now: number): Statement {
  const recipients = JSON.stringify(message.recipients)
  const times = { createdAt: now, dueAt: now }
  return statement(build.insert(messages).values({ id: newId('msg', now), ...message, recipients, ...times }))
}

/** Delivers what is due to the mailbox of development: it is there to be read. */
export const putInMailbox = (now: number) =>
  statement(
    build
      .update(messages)
      .set({ state: 'sent', endedAt: now })
      .where(and(eq(messages.state, 'queued'), lte(messages.dueAt, now))),
  )
