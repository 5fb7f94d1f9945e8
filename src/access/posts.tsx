/**
 * What every form passes before it is read: it comes from the portal's own page, and it is no larger than a form of a
 * person. Under a token, a link that is dead answers these refusals, too, with the one 404.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import type { Child } from 'hono/jsx'
import { isCrossSite } from '../core/http.ts'
import { CrossSitePage, TooLargePage } from '../ui/error-pages.tsx'
import { openPage } from '../ui/open.tsx'
import { page } from '../ui/respond.ts'
import type { PortalEnv } from './guard.ts'
import type { Visitor } from './visit.ts'

/** Four times what the longest name, number and note need, encoded. */
const MAX_FORM = 64 * 1024

/** Who sends the form, as far as that is known; throws where the link is dead. */
type Sender = (c: Context) => Promise<{ visitor?: Visitor }>

async function refuse(c: Context, sender: Sender, drawn: Child, status: 403 | 413): Promise<Response> {
  const { visitor } = await sender(c)
  if (!visitor) return openPage(c, drawn, { status })
  return page(drawn, { formats: visitor.formats, language: null, query: '' }, { status })
}

const ownPages =
  (sender: Sender): MiddlewareHandler =>
  async (c, next) =>
    isCrossSite(c.req.raw) ? refuse(c, sender, <CrossSitePage />, 403) : next()

const short = (sender: Sender): MiddlewareHandler =>
  bodyLimit({ maxSize: MAX_FORM, onError: c => refuse(c, sender, <TooLargePage />, 413) })

const guarded: Sender = (c: Context<PortalEnv>) => c.get('visit').read({})

/** Under a token. */
export const formsOnly: MiddlewareHandler<PortalEnv> = every(ownPages(guarded), short(guarded))

const anybody: Sender = async () => ({})

/** Where no token is needed. */
export const ownPagesAlone = ownPages(anybody)
export const shortForms = short(anybody)
