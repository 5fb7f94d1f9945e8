/**
 * What every form under a token passes before it is read: it comes from the portal's own page, and it is no larger than
 * a form of a person. A link that is dead answers these refusals, too, with the one 404.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { createMiddleware } from 'hono/factory'
import { isCrossSite } from '../core/http.ts'
import { CrossSitePage, TooLargePage } from '../ui/error-pages.tsx'
import { page } from '../ui/respond.ts'
import type { PortalEnv } from './guard.ts'

/** Four times what the longest name, number and note need, encoded. */
const MAX_FORM = 64 * 1024

const ownPagesOnly = createMiddleware<PortalEnv>(async (c, next) => {
  if (!isCrossSite(c.req.raw)) return next()
  await c.get('visit').read({})
  return page(<CrossSitePage />, { status: 403 })
})

const short: MiddlewareHandler = bodyLimit({
  maxSize: MAX_FORM,
  async onError(c: Context<PortalEnv>) {
    await c.get('visit').read({})
    return page(<TooLargePage />, { status: 413 })
  },
})

export const formsOnly: MiddlewareHandler<PortalEnv> = every(ownPagesOnly, short)
