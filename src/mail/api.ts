/** The outbox in the API: every message, and what became of it. */
import { listOf } from '../core/api.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { nothing } from '../core/fields.ts'
import { operation } from '../core/operation.ts'
import * as shape from '../core/shapes.ts'
import { loadMessage, retryMessage } from './actions.ts'
import { messageAnswer, messageQuery } from './schema.ts'
import { type MessageRow, messageList } from './store/outbox.ts'
import type { MessageState } from './tables.ts'
import { deliveryTexts, problemText } from './wire.ts'

export const messageOperations = [
  operation({
    name: 'listMessages',
    method: 'GET',
    path: '/messages',
    scope: 'read',
    summary: 'List your messages, oldest first',
    description: 'A message names whom it was meant for and what it tells; no link stands in it.',
    query: messageQuery,
    status: 200,
    answer: shape.listOf(messageAnswer),
    run: async ({ act, query }) => {
      const filter = { state: query.status, clientId: query.client_id }
      return (await batch(act.db, { rows: messageList(act.businessId, filter, query) })).rows
    },
    draw: (rows, _, query) => ({ body: listOf(rows, query, draw) }),
  }),
  operation({
    name: 'getMessage',
    method: 'GET',
    path: '/messages/{id}',
    scope: 'read',
    summary: 'What became of a message',
    description:
      '`deliveries`: what was reported at each recipient since it was last tried. `problem`: why it has not arrived, or not yet.',
    status: 200,
    answer: messageAnswer,
    run: ({ act, id }) => loadMessage(act, id),
    draw: row => ({ body: draw(row) }),
  }),
  operation({
    name: 'retryMessage',
    method: 'POST',
    path: '/messages/{id}/retry',
    scope: 'write',
    summary: 'Try a message again',
    description:
      'One that failed, bounced or may not have arrived, to the addresses that it was meant for. What is reported of an earlier try no longer counts.',
    body: nothing,
    status: 202,
    answer: messageAnswer,
    refusals: ['message_not_retryable'],
    run: ({ act, id }) => retryMessage(act, id),
    draw: row => ({ body: draw(row) }),
  }),
]

/** What is still to leave, by itself. */
const waits: readonly MessageState[] = ['queued', 'sending']

const draw = (row: MessageRow) => ({
  id: row.id,
  kind: row.kind,
  status: row.state,
  client_id: row.clientId,
  quote_id: row.quoteId,
  invoice_id: row.invoiceId,
  revision: row.revision,
  recipients: JSON.parse(row.recipients) as string[],
  created_at: rfc3339(row.createdAt),
  due_at: rfc3339(row.dueAt),
  ended_at: row.endedAt === null ? null : rfc3339(row.endedAt),
  attempts: row.attempts ?? 0,
  next_try_at: waits.includes(row.state) ? rfc3339(row.dueAt) : null,
  problem: problemText(row.problem),
  deliveries: deliveryTexts(row.reports),
})
