/**
 * "Mail me my link": `GET /portal` and `POST /portal` (contract.md, Portal). Every address that could be one gets the same
 * answer, in body, status, headers and time.
 */
import { type Context, Hono } from 'hono'
import { logFault } from '../core/log.ts'
import { urls } from '../core/urls.ts'
import { perNetwork } from '../ui/limit.tsx'
import { openPage } from '../ui/open.tsx'
import { seeOther } from '../ui/respond.ts'
import { addressIn, faultOf } from './address.ts'
import { type AskingEnv, asking } from './asking.ts'
import { ownPagesAlone, shortForms } from './posts.tsx'
import { AskedPage, AskPage, type AskPageProps } from './views/ask.tsx'

export const recoveryPages = new Hono<AskingEnv>()
  .get('/portal', c => (c.req.query('asked') === undefined ? asks(c, {}) : openPage(c, <AskedPage />)))
  .post('/portal', ownPagesAlone, perNetwork('recover'), shortForms, asking, async c => {
    const typed = addressIn(await c.req.parseBody({ all: true }).catch(() => ({})))
    const fault = faultOf(typed)
    if (fault) return asks(c, { typed, fault }, 422)
    try {
      await c.get('ask')(typed)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      logFault(error, c)
      return asks(c, { typed, isUnanswered: true }, 503, { 'retry-after': '30' })
    }
    const language = c.req.query('language')
    return seeOther(language ? `${urls.linkAsked}&language=${encodeURIComponent(language)}` : urls.linkAsked)
  })

const asks = (c: Context, props: AskPageProps, status = 200, headers: HeadersInit = {}) =>
  openPage(c, <AskPage {...props} />, { status, headers })
