/** A path that leads nowhere: in the frame of the portal where a living link opened it, plain elsewhere. */
import type { Context } from 'hono'
import { faultPage } from './access/faults.tsx'
import { notFoundHere } from './access/frame.tsx'
import type { PortalEnv } from './access/guard.ts'
import { DeadLink } from './access/visit.ts'
import { NotFoundPage } from './ui/error-pages.tsx'
import { openPage } from './ui/open.tsx'

export async function nowhere(c: Context): Promise<Response> {
  const { visit } = (c as Context<PortalEnv>).var
  // A link that lost a piece on its way looks like any other dead one.
  if (!visit && /^\/+portal\//i.test(c.req.path)) return faultPage(new DeadLink(), c)
  if (!visit) return openPage(c, <NotFoundPage />, { status: 404 })
  const { visitor } = await visit.read({})
  return notFoundHere(c, visitor)
}
