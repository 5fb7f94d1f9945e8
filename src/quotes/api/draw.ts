/** A quote as the API shows it. */
import { rfc3339 } from '../../core/clock.ts'
import type { QuoteContent } from '../../documents/content.ts'
import { documentText } from '../../documents/wire.ts'
import { documentDeliveryText } from '../../mail/wire.ts'
import { whole } from '../actions/load.ts'
import { statusOf } from '../rules.ts'
import type { QuoteRow } from '../store/business.ts'

const instant = (ms: number | null) => (ms === null ? null : rfc3339(ms))

/** `now`: the instant at which its status is told. */
export function drawQuote(row: QuoteRow, now: number) {
  const quote = whole(row)
  const body = {
    ...documentText(quote),
    status: statusOf(quote, now),
    revision: quote.revision,
    valid_until: validUntilOf(quote),
    ...lifeOf(quote),
    created_at: rfc3339(quote.createdAt),
    updated_at: rfc3339(quote.updatedAt),
  }
  return { version: quote.version, body }
}

type Quote = ReturnType<typeof whole>

const validUntilOf = (quote: Quote): string =>
  quote.state === 'draft' ? quote.validUntil : (JSON.parse(quote.content ?? '{}') as QuoteContent).valid_until

/** What became of the revision that stands; a draft, also one that was sent before, has none. */
function lifeOf(quote: Quote) {
  const none = {
    ...{ content_hash: null, sent_at: null, delivery: null },
    ...{ expires_at: null, viewed_at: null, decision: null },
  }
  if (quote.state === 'draft') return none
  return {
    content_hash: quote.contentHash,
    sent_at: instant(quote.sentAt),
    delivery: documentDeliveryText(quote.delivery),
    expires_at: instant(quote.expiresAt),
    viewed_at: instant(quote.viewedAt),
    decision: decisionOf(quote),
  }
}

function decisionOf(quote: Quote) {
  if (quote.decision === null || quote.decidedBy === null) return null
  return {
    kind: quote.decision,
    by: quote.decidedBy,
    at: instant(quote.answeredAt),
    name: quote.signedName,
    po_number: quote.poNumber,
    reason: quote.reason,
    note: quote.decisionNote,
  }
}
