/**
 * The form at the foot of every page that changes its language: `POST /portal/{token}/language`, with `language`, the one that it
 * showed as `shown`, and `page`.
 */
import { type Context, Hono } from 'hono'
import { faultPage } from '../access/faults.tsx'
import type { PortalEnv } from '../access/guard.ts'
import { formsOnly } from '../access/posts.tsx'
import { DeadLink } from '../access/visit.ts'
import { addressOf } from '../core/http.ts'
import { urls } from '../core/urls.ts'
import { languages } from '../i18n/words.ts'
import { seeOther } from '../ui/respond.ts'
import { chooseLanguage } from './actions/language.ts'

type C = Context<PortalEnv>

export const languagePages = new Hono<PortalEnv>()
  .get('/language', async c => {
    await c.get('visit').read({})
    return seeOther(urls.portal(c.get('token')))
  })
  .post('/language', formsOnly, async c => {
    const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    const page = pageIn(c, body.page)
    const language = languages.find(one => one === body.language)
    try {
      if (language && language !== body.shown) await chooseLanguage(c.get('visit'), language, callerOf(c))
      else await c.get('visit').read({})
      return seeOther(page)
    } catch (error) {
      if (!(error instanceof Error) || error instanceof DeadLink) throw error
      const fields = { page, language: language ?? '', shown: String(body.shown ?? '') }
      return faultPage(error, c, { action: urls.language(c.get('token')), fields })
    }
  })

const callerOf = (c: C) => ({
  address: addressOf(c.req.raw),
  languages: c.req.header('accept-language') ?? null,
})

/** A path of the portal, and a place in a list. */
const pages = /^[\w/-]+(\?from=[\w.%-]+)?$/

/** The page that the form stood on, as far as it is one of this portal's; else the dashboard. */
function pageIn(c: C, page: unknown): string {
  const home = urls.portal(c.get('token'))
  const isHere = typeof page === 'string' && page.startsWith(`${home}/`) && pages.test(page)
  return isHere ? page : home
}
