/** A quote's page for the business that wrote it: as its client will see it, and marked as a preview. */
import { dateIn, daysBetween } from '../core/clock.ts'
import { page } from '../ui/respond.ts'
import type { Preview } from './actions/preview.ts'
import { answerOf, decisionOf } from './pages/shown.ts'
import { isPast, statusOf } from './rules.ts'
import { QuotePage } from './views/page.tsx'

/** It leads nowhere, and its policy lets no form be sent. */
export function previewOf(
  { quote, content, colour, logo, formats }: Preview,
  now: number,
): Promise<Response> {
  const expiresAt = Date.parse(content.valid_until_ends_at)
  const draft = isPast({ expiresAt }, now) ? 'expired' : 'sent'
  const status = quote.state === 'draft' ? draft : statusOf(quote, now)
  const open = status === 'sent' || status === 'viewed'
  const drawn = (
    <QuotePage
      preview
      business={{ ...content.business, address: null, colour, logo }}
      home="#main"
      content={content}
      status={status === 'draft' ? 'expired' : status}
      daysLeft={daysBetween(dateIn(content.time_zone, now), content.valid_until)}
      decision={quote.state === 'draft' ? null : decisionOf({ ...quote, decidedAt: quote.answeredAt })}
      closedOn={
        quote.state === 'closed' && quote.decidedAt !== null
          ? dateIn(content.time_zone, quote.decidedAt)
          : null
      }
      answer={open ? answerOf('', '', '') : null}
    />
  )
  return page(drawn, { formats, language: null, query: '' }, { colour, forms: false })
}
