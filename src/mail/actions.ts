/** What a business does with a message of its outbox. */
import { entry } from '../audit/store.ts'
import { type Act, perform } from '../core/api.ts'
import { decide, first } from '../core/db.ts'
import { isId } from '../core/ids.ts'
import { notFound, Problem } from '../core/problem.ts'
import { type MessageRow, message, messageStands, retried } from './store/outbox.ts'
import { overtakenMessage } from './store/overtaken.ts'
import type { MessageState } from './tables.ts'

export async function loadMessage(act: Act, id: string): Promise<MessageRow> {
  const row = isId('msg', id) ? await first(act.db, message({ businessId: act.businessId, id })) : undefined
  if (!row) throw notFound()
  return row
}

/** What did not arrive, or may not have: trying again can help. */
const retryable: readonly MessageState[] = ['failed', 'unknown', 'bounced', 'suppressed']

/** Queues a message that did not arrive once more, to the addresses that it was meant for. */
export async function retryMessage(act: Act, id: string): Promise<MessageRow> {
  return decide(async () => {
    const row = await loadMessage(act, id)
    if (!retryable.includes(row.state))
      throw notRetryable(`It is ${row.state}; only ${retryable.join(', ')} can be tried again.`)
    const { businessId, now } = act
    const why = whyNotAgain(row) ?? (await whyTooLate(act, id))
    if (why) throw notRetryable(why)
    const statements = [messageStands(row, now), retried(id, now), entry(act, 'message.retried', id)]
    return perform(act, statements, message({ businessId, id }))
  })
}

/** What was meant for another time is not sent now (product.md §5). */
function whyNotAgain({ linkIsDead, isWithdrawn, isMisdirected }: MessageRow): string | null {
  if (linkIsDead === 1) return 'Its link has died since: send the document or the link again instead.'
  if (isWithdrawn === 1) return 'What it tells of was withdrawn since.'
  if (isMisdirected === 1)
    return 'It was meant for an address that is no longer the client’s: send the document or the link again instead.'
  return null
}

async function whyTooLate({ db, businessId, now }: Act, id: string): Promise<string | null> {
  const overtaken = await first(db, overtakenMessage({ businessId, id, now }))
  return overtaken ? 'What it tells of has been settled, or is no longer wanted.' : null
}

const notRetryable = (detail: string) => new Problem('message_not_retryable', detail)
