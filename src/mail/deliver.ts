/**
 * Delivering what is due. With the mailbox, a message is delivered by being there to read. Postmark's part is not
 * built yet: until it is, messages of a deployment wait in the outbox.
 */
import type { Act } from '../core/api.ts'
import { write } from '../core/db.ts'
import { putInMailbox } from './store.ts'

/** Delivers what is due by the clock of whoever calls. May run twice at once. */
export async function deliverDue({ db, config, now }: Pick<Act, 'db' | 'config' | 'now'>): Promise<void> {
  if (config.mail.transport === 'mailbox') await write(db, [putInMailbox(now)])
}
