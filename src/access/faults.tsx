/** What a client sees when a page can't be shown: the one 404 of dead links, the calm 503, the error page. */
import type { Context } from 'hono'
import { logFault } from '../core/log.ts'
import { DeadLinkPage, ErrorPage, UnavailablePage } from '../ui/error-pages.tsx'
import { page } from '../ui/respond.ts'
import { DeadLink, NoAnswer } from './visit.ts'

/** The page for a fault of the portal. Unknown, malformed, revoked and deleted links get the same bytes. */
export function faultPage(error: Error, c: Context): Promise<Response> {
  if (error instanceof DeadLink) return page(<DeadLinkPage />, { status: 404 })
  logFault(error, c)
  const { pathname, search } = new URL(c.req.url)
  const retry = pathname + search
  if (error instanceof NoAnswer) {
    const known = error.whereabouts && { name: error.whereabouts.name, phone: error.whereabouts.phone }
    return page(<UnavailablePage known={known} retry={retry} />, {
      status: 503,
      headers: { 'retry-after': '30' },
    })
  }
  return page(<ErrorPage retry={retry} />, { status: 500 })
}
