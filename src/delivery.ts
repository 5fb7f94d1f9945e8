/** Delivering what is due in the outbox: where the sender meets what it can't import, the letters and the links. */
import { type Config, configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { logRunFault } from './core/log.ts'
import { postmark } from './mail/postmark.ts'
import { sendDue } from './mail/sender.ts'
import { mailboxOfDevelopment, type Transport } from './mail/transport.ts'
import { composeMails } from './mails.tsx'

type Run = { db: D1Database; config: Config; now: number }

/** After a response there are 30 seconds left: what was just written, and little more. */
const A_FEW = 10

/** One batch of Postmark's, and how many of those a run of the job sends: with the searches, fewer than 50 requests of its own. */
const A_BATCH = 50
const MOST_BATCHES = 4

const transportOf = ({ mail }: Config): Transport =>
  mail.transport === 'postmark' ? postmark(mail) : mailboxOfDevelopment

const sendingOf = ({ db, config, now }: Run) => ({
  ...{ db, now, transport: transportOf(config) },
  compose: (ids: readonly string[]) => composeMails(db, config, ids, now),
})

/**
 * Delivers what is due, up to 210 messages a run. What a sender left unfinished comes first, few at a time and apart: if one
 * of them is what cut it off, or their number, it must not happen to everything else.
 */
export async function deliverDue(run: Run): Promise<void> {
  const began = Date.now()
  await sendDue(sendingOf(run), A_FEW, 'sending')
  for (let batches = 0; batches < MOST_BATCHES; batches++) {
    // By the run's clock, which goes on: a lease begins when its batch is taken, however long those before it took.
    const now = run.now + Date.now() - began
    if ((await sendDue(sendingOf({ ...run, now }), A_BATCH)) < A_BATCH) return
  }
}

/** After an answer that may have written to the outbox: what fails here, the next minute sends. */
export async function deliverAfter(env: Env): Promise<void> {
  const run = { db: env.DB, config: configOf(env), now: Date.now() }
  await sendDue(sendingOf(run), A_FEW).catch(error => logRunFault('deliver', error))
}
