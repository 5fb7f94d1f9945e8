/** Clients in the API. Deleting one ends its link, so that lives with the links (access/api.ts). */
import { Hono } from 'hono'
import { type ApiEnv, ifMatch, listOf, pagingOf, resource, updatedSince } from '../core/api.ts'
import { bodyOf } from '../core/body.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { urls } from '../core/urls.ts'
import { createClient, loadClient, updateClient } from './actions.ts'
import { clientChange, clientCreation } from './schema.ts'
import { clientList } from './store.ts'
import type { ClientRow } from './tables.ts'

export const clientsApi = new Hono<ApiEnv>()
  .post('/', async c => {
    const row = await createClient(c.get('act'), await bodyOf(c, clientCreation))
    return resource(c, row.version, draw(row), 201, urls.api.client(row.id))
  })
  .get('/', async c => {
    const paging = pagingOf(c)
    const act = c.get('act')
    const { rows } = await batch(act.db, { rows: clientList(act.businessId, paging, updatedSince(c)) })
    return c.json(listOf(rows, paging, draw))
  })
  .get('/:id', async c => {
    const row = await loadClient(c.get('act'), c.req.param('id'))
    return resource(c, row.version, draw(row))
  })
  .patch('/:id', async c => {
    const seen = ifMatch(c)
    const row = await updateClient(c.get('act'), c.req.param('id'), seen, await bodyOf(c, clientChange))
    return resource(c, row.version, draw(row))
  })

const draw = (row: ClientRow) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  cc: JSON.parse(row.cc),
  phone: row.phone,
  company: row.company,
  locale: row.locale,
  notes: row.notes,
  created_at: rfc3339(row.createdAt),
  updated_at: rfc3339(row.updatedAt),
})
