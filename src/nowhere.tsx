/** A path that leads nowhere: in the frame of the portal where a living link opened it, plain elsewhere. */
import type { Context } from 'hono'
import { faultPage } from './access/faults.tsx'
import { notFoundHere } from './access/frame.tsx'
import type { PortalEnv } from './access/guard.ts'
import { DeadLink } from './access/visit.ts'
import { urls } from './core/urls.ts'
import { NotFoundPage } from './ui/error-pages.tsx'
import { page } from './ui/respond.ts'

export async function nowhere(c: Context): Promise<Response> {
  const { visit, token } = (c as Context<PortalEnv>).var
  // A link that lost a piece on its way looks like any other dead one.
  if (!visit && /^\/+portal\//i.test(c.req.path)) return faultPage(new DeadLink(), c)
  if (!visit) return page(<NotFoundPage />, { status: 404 })
  const { visitor } = await visit.read({})
  return notFoundHere(visitor, urls.portal(token))
}
