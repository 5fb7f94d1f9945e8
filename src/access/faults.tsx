/** What a client sees when a page can't be shown: the one 404 of dead links, the calm 503, the error page. */
import type { Context } from 'hono'
import { Unanswered } from '../core/db.ts'
import { logFault } from '../core/log.ts'
import { ErrorPage, type Resend, UnavailablePage } from '../ui/error-pages.tsx'
import { openPage } from '../ui/open.tsx'
import { DeadLinkPage } from './views/dead-link.tsx'
import { DeadLink, NoAnswer } from './visit.ts'

/**
 * The page for a fault of the portal. Unknown, malformed, revoked and deleted links get the same bytes. `resend`: the
 * form that was sent, where nobody knows whether it was recorded: sending it once more is safe.
 */
export function faultPage(error: Error, c: Context, resend: Resend | null = null): Promise<Response> {
  if (error instanceof DeadLink) return openPage(c, <DeadLinkPage />, { status: 404 })
  logFault(error, c)
  const { pathname, search } = new URL(c.req.url)
  const retry = pathname + search
  if (error instanceof NoAnswer || error instanceof Unanswered) {
    const found = error instanceof NoAnswer ? error.whereabouts : null
    const known = found && { name: found.name, phone: found.phone }
    const sure = error instanceof Unanswered
    return openPage(c, <UnavailablePage {...{ known, retry, resend, sure }} />, {
      status: 503,
      headers: { 'retry-after': '30' },
    })
  }
  return openPage(c, <ErrorPage retry={retry} />, { status: 500 })
}
