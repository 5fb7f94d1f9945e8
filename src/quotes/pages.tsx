/** The page of a quote. */
import { Hono } from 'hono'
import { localeOf, notFoundHere, senderOf } from '../access/frame.tsx'
import type { PortalEnv } from '../access/guard.ts'
import type { ReadRow, Visitor } from '../access/visit.ts'
import { dateIn, daysBetween } from '../core/clock.ts'
import { addressOf, isNavigation } from '../core/http.ts'
import { isId } from '../core/ids.ts'
import { urls } from '../core/urls.ts'
import type { QuoteContent } from '../documents/content.ts'
import { formatsFor } from '../i18n/format.ts'
import { page } from '../ui/respond.ts'
import { viewed } from './actions/view.ts'
import { statusOf } from './rules.ts'
import { sentQuote } from './store/portal.ts'
import { QuotePage, type QuotePageProps } from './views.tsx'

export const quotePages = new Hono<PortalEnv>().get('/:id', async c => {
  const visit = c.get('visit')
  const id = c.req.param('id')
  const { visitor, rows } = await visit.read(isId('quo', id) ? { quote: sentQuote({ id }) } : {})
  const quote = rows.quote?.[0]
  const home = urls.portal(c.get('token'))
  if (!quote) return notFoundHere(visitor, home)
  if (statusOf(quote, visit.now) === 'sent' && isNavigation(c.req.raw))
    visit.afterwards(viewed(visitor, quote, visit.now, addressOf(c.req.raw)))
  return page(<QuotePage {...propsOf(quote, visitor, home, visit.now)} />, { colour: visitor.colour })
})

type SentQuote = ReadRow<ReturnType<typeof sentQuote>>

function propsOf(quote: SentQuote, visitor: Visitor, home: string, now: number): QuotePageProps {
  const content: QuoteContent = JSON.parse(quote.content)
  const status = statusOf(quote, now)
  const today = dateIn(content.time_zone, now)
  return {
    business: senderOf(content.business, visitor),
    formats: formatsFor(localeOf(visitor)),
    home,
    content,
    status: status === 'draft' ? 'expired' : status,
    daysLeft: daysBetween(today, content.valid_until),
    decision: decisionOf(quote),
    closedOn:
      quote.state === 'closed' && quote.decidedAt !== null
        ? dateIn(content.time_zone, quote.decidedAt)
        : null,
  }
}

function decisionOf(quote: SentQuote): QuotePageProps['decision'] {
  const { decidedBy, decidedAt, signedName, poNumber, reason, decisionNote } = quote
  if (decidedBy === null || decidedAt === null) return null
  return { by: decidedBy, name: signedName, poNumber, at: decidedAt, reason, note: decisionNote }
}
