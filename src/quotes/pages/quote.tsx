/** Everything under `/portal/{token}/quotes`: the quote itself, its answers, its receipt. */
import { Hono } from 'hono'
import { notFoundHere, portalPage } from '../../access/frame.tsx'
import type { PortalEnv } from '../../access/guard.ts'
import { addressOf, isNavigation } from '../../core/http.ts'
import { isId } from '../../core/ids.ts'
import { viewed } from '../actions/view.ts'
import { statusOf } from '../rules.ts'
import { sentQuote } from '../store/portal.ts'
import { QuotePage } from '../views/page.tsx'
import { answerPages } from './answers.tsx'
import { receiptPages } from './receipt.tsx'
import { shownQuote } from './shown.ts'

export const quotePages = new Hono<PortalEnv>()
  .get('/:id', async c => {
    const visit = c.get('visit')
    const token = c.get('token')
    const id = c.req.param('id')
    const { visitor, rows } = await visit.read(isId('quo', id) ? { quote: sentQuote({ id }) } : {})
    const quote = rows.quote?.[0]
    if (!quote) return notFoundHere(c, visitor)
    if (statusOf(quote, visit.now) === 'sent' && isNavigation(c.req.raw))
      visit.afterwards(viewed(visitor, quote, visit.now, addressOf(c.req.raw)))
    const shown = shownQuote({ token, visitor, quote, now: visit.now })
    return portalPage(c, visitor, <QuotePage {...shown} />)
  })
  .route('/', answerPages)
  .route('/', receiptPages)
