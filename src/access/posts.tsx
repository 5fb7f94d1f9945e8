/**
 * What every form passes before it is read: it comes from the portal's own page, and it is no larger than a form of a
 * person. Under a token, a link that is dead answers these refusals, too, with the one 404.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { isCrossSite } from '../core/http.ts'
import { CrossSitePage, TooLargePage } from '../ui/error-pages.tsx'
import { openPage } from '../ui/open.tsx'
import type { PortalEnv } from './guard.ts'

/** Four times what the longest name, number and note need, encoded. */
const MAX_FORM = 64 * 1024

type Before = (c: Context) => Promise<unknown>

const ownPages =
  (before: Before): MiddlewareHandler =>
  async (c, next) => {
    if (!isCrossSite(c.req.raw)) return next()
    await before(c)
    return openPage(c, <CrossSitePage />, { status: 403 })
  }

const short = (before: Before): MiddlewareHandler =>
  bodyLimit({
    maxSize: MAX_FORM,
    async onError(c) {
      await before(c)
      return openPage(c, <TooLargePage />, { status: 413 })
    },
  })

const guarded: Before = (c: Context<PortalEnv>) => c.get('visit').read({})

/** Under a token. */
export const formsOnly: MiddlewareHandler<PortalEnv> = every(ownPages(guarded), short(guarded))

const anybody: Before = async () => undefined

/** Where no token is needed. */
export const ownPagesAlone = ownPages(anybody)
export const shortForms = short(anybody)
