/** The outbox as the API gives it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'
import { messageKinds, messageStates } from './tables.ts'

export const messageQuery = v.strictObject({
  ...query.paging,
  status: query.filter(v.picklist(messageStates, `must be one of ${messageStates.join(', ')}`)),
  client_id: query.filter(field.id('cli')),
})

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
  }),
  v.title('Message'),
)
