/** The outbox as the API gives it, and what of it stands beside clients and documents. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'
import { mailProblems, messageKinds, messageStates, reportKinds } from './tables.ts'

export const messageQuery = v.strictObject({
  ...query.paging,
  status: query.filter(v.picklist(messageStates, `must be one of ${messageStates.join(', ')}`)),
  client_id: query.filter(field.id('cli')),
})

/** Why a message has not arrived, or not yet; `detail` in plain words. */
const problem = shape.orNull(v.strictObject({ code: v.picklist(mailProblems), detail: v.string() }))

/** `reason`: why it came back, in plain words. */
const reported = { at: shape.instant, reason: shape.words }

/** What was reported at one of a message’s recipients. */
const delivery = v.pipe(
  v.strictObject({ recipient: v.string(), status: v.picklist(reportKinds), ...reported }),
  v.title('Delivery'),
)

/** An address at which nothing arrives; `at` of its newest report stands in `since`. */
export const undeliverableAnswer = v.pipe(
  v.strictObject({
    address: v.string(),
    status: v.picklist(reportKinds.filter(kind => kind !== 'delivered')),
    since: shape.instant,
    reason: shape.words,
  }),
  v.title('UndeliverableAddress'),
)

/** What became of the message that brought a document to its client. */
export const documentDelivery = shape.orNull(
  v.pipe(
    v.strictObject({ message_id: shape.id('msg'), status: v.picklist(messageStates), problem }),
    v.title('DocumentDelivery'),
  ),
)

export const messageAnswer = v.pipe(
  v.strictObject({
    id: shape.id('msg'),
    kind: v.picklist(messageKinds),
    status: v.picklist(messageStates),
    client_id: shape.orNull(shape.id('cli')),
    quote_id: shape.orNull(shape.id('quo')),
    invoice_id: shape.orNull(shape.id('inv')),
    revision: shape.orNull(v.pipe(v.number(), v.integer())),
    recipients: v.array(v.string()),
    created_at: shape.instant,
    due_at: shape.instant,
    ended_at: shape.orNull(shape.instant),
    attempts: v.pipe(v.number(), v.integer()),
    next_try_at: shape.orNull(shape.instant),
    problem,
    deliveries: v.array(delivery),
  }),
  v.title('Message'),
)
