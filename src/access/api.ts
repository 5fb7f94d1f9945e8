/** Portal links in the API; and the deletion of a client, because its link ends with it. */
import { Hono } from 'hono'
import * as v from 'valibot'
import { type ApiContext, type ApiEnv, ifMatch } from '../core/api.ts'
import { bodyOf } from '../core/body.ts'
import { rfc3339 } from '../core/clock.ts'
import { endClient, reveal, revoke, rotate, sendAgain } from './actions.ts'
import { forget } from './cache.ts'

const rotation = v.strictObject({ notify: v.optional(v.boolean('must be true or false'), false) })

export const linksApi = new Hono<ApiEnv>()
  .delete('/:id', async c => {
    forgetLater(c, await endClient(c.get('act'), c.req.param('id'), ifMatch(c)))
    return c.body(null, 204)
  })
  .get('/:id/link', async c => {
    const link = await reveal(c.get('act'), c.req.param('id'))
    const lastUsed = link.lastUsedAt === null ? null : rfc3339(link.lastUsedAt)
    return c.json({ url: link.url, issued_at: rfc3339(link.issuedAt), last_used_at: lastUsed })
  })
  .delete('/:id/link', async c => {
    forgetLater(c, await revoke(c.get('act'), c.req.param('id')))
    return c.body(null, 204)
  })
  .post('/:id/link/rotate', async c => {
    const { notify } = await bodyOf(c, rotation)
    const link = await rotate(c.get('act'), c.req.param('id'), notify)
    forgetLater(c, link.dead)
    return c.json({ url: link.url, issued_at: rfc3339(link.issuedAt) })
  })
  .post('/:id/link/send', async c => {
    await bodyOf(c, v.strictObject({}))
    await sendAgain(c.get('act'), c.req.param('id'))
    return c.json({ status: 'queued' }, 202)
  })

/** D1 has said it already; the cache may hear of it after the answer. */
function forgetLater(c: ApiContext, tokenHash: string | undefined): void {
  if (tokenHash) c.get('act').afterwards(forget(c.env.KV, tokenHash))
}
