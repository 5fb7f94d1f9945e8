/**
 * Delivering what is due. With the mailbox, a message is delivered by being there to read. Postmark's part is not
 * built yet: until it is, messages of a deployment wait in the outbox.
 */
import { and, eq, lte } from 'drizzle-orm'
import type { Act } from '../core/api.ts'
import { build, statement, write } from '../core/db.ts'
import { messages } from './tables.ts'

/** Delivers what is due by the clock of whoever calls. May run twice at once. */
export async function deliverDue({ db, config, now }: Pick<Act, 'db' | 'config' | 'now'>): Promise<void> {
  if (config.mail.transport === 'mailbox') await write(db, [putInMailbox(now)])
}

const putInMailbox = (now: number) =>
  statement(
    build
      .update(messages)
      .set({ state: 'sent', endedAt: now })
      .where(and(eq(messages.state, 'queued'), lte(messages.dueAt, now))),
  )
