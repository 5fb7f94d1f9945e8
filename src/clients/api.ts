/** Clients in the API. Deleting one ends its link, so that lives with the links (access/api.ts). */
import { listOf } from '../core/api.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { operation } from '../core/operation.ts'
import * as shape from '../core/shapes.ts'
import { urls } from '../core/urls.ts'
import { undeliverableTexts } from '../mail/wire.ts'
import { createClient, loadClient, updateClient } from './actions.ts'
import { clientAnswer, clientChange, clientCreation, clientQuery } from './schema.ts'
import { type ClientRead, clientList } from './store.ts'

export const clientOperations = [
  operation({
    name: 'createClient',
    method: 'POST',
    path: '/clients',
    scope: 'write',
    summary: 'Create a client',
    description: 'All of its addresses (`email` and `cc`) get every email. `notes` are yours alone.',
    body: clientCreation,
    example: { name: 'Sam Field', email: 'sam@example.com' },
    status: 201,
    answer: clientAnswer,
    run: ({ act, body }) => createClient(act, body),
    draw: row => ({ ...draw(row), location: urls.api.client(row.id) }),
  }),
  operation({
    name: 'listClients',
    method: 'GET',
    path: '/clients',
    scope: 'read',
    summary: 'List your clients, oldest first',
    query: clientQuery,
    status: 200,
    answer: shape.listOf(clientAnswer),
    run: async ({ act, query }) =>
      (await batch(act.db, { rows: clientList(act.businessId, query, query.updated_since) })).rows,
    draw: (rows, _, query) => ({ body: listOf(rows, query, row => draw(row).body) }),
  }),
  operation({
    name: 'getClient',
    method: 'GET',
    path: '/clients/{id}',
    scope: 'read',
    summary: 'Read a client',
    description:
      '`undeliverable`: its addresses at which mail last did not arrive. A report of mail changes no ETag.',
    status: 200,
    answer: clientAnswer,
    run: ({ act, id }) => loadClient(act, id),
    draw: row => draw(row),
  }),
  operation({
    name: 'updateClient',
    method: 'PATCH',
    path: '/clients/{id}',
    scope: 'write',
    summary: 'Change a client',
    description:
      'An email that waits for an address that is taken away is cancelled: send the document or the link again.',
    body: clientChange,
    ifMatch: true,
    status: 200,
    answer: clientAnswer,
    run: ({ act, id, seen, body }) => updateClient(act, id, seen, body),
    draw: row => draw(row),
  }),
]

const draw = (row: ClientRead) => ({
  version: row.version,
  body: {
    id: row.id,
    name: row.name,
    email: row.email,
    cc: JSON.parse(row.cc) as string[],
    phone: row.phone,
    company: row.company,
    locale: row.locale,
    notes: row.notes,
    undeliverable: undeliverableTexts(row.undeliverable),
    reminders_stopped_at: row.remindersStoppedAt === null ? null : rfc3339(row.remindersStoppedAt),
    created_at: rfc3339(row.createdAt),
    updated_at: rfc3339(row.updatedAt),
  },
})
