/** The trail in the API: who did what, to which object, when, from where. */
import { listOf } from '../core/api.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { operation } from '../core/operation.ts'
import * as shape from '../core/shapes.ts'
import { auditAnswer, auditQuery } from './schema.ts'
import { type EntryRow, entryList } from './store.ts'

export const auditOperations = [
  operation({
    name: 'listAuditEntries',
    method: 'GET',
    path: '/audit',
    scope: 'read',
    summary: 'Read the audit trail, oldest first',
    description:
      'Nothing in it is ever changed or removed. `object_id` gives the trail of one object, that of a client with its links, that of an invoice with its payments; `since` what happened from an instant on. An actor is one of your keys, a client by its link, or the portal itself; `request_id` is the X-Request-Id of the answer.',
    query: auditQuery,
    status: 200,
    answer: shape.listOf(auditAnswer),
    run: async ({ act, query }) => {
      const filter = { objectId: query.object_id, since: query.since }
      return (await batch(act.db, { rows: entryList(act.businessId, filter, query) })).rows
    },
    draw: (rows, _, query) => ({ body: listOf(rows, query, draw) }),
  }),
]

const draw = (row: EntryRow) => ({
  id: row.id,
  at: rfc3339(row.at),
  actor: { kind: row.actorKind, id: row.actorId },
  action: row.action,
  object_id: row.objectId,
  address: row.address,
  request_id: row.requestId,
  details: JSON.parse(row.details) as Record<string, string | number | null>,
})
