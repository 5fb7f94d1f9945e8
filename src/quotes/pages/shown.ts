/** From what stands in the database to what a quote's pages show. */
import { senderOf } from '../../access/frame.tsx'
import { localeOf, type Visitor } from '../../access/visit.ts'
import { dateIn, daysBetween } from '../../core/clock.ts'
import { urls } from '../../core/urls.ts'
import type { QuoteContent } from '../../documents/content.ts'
import { words as shared } from '../../documents/words.ts'
import { type Formats, formatsFor } from '../../i18n/format.ts'
import type { SentQuote } from '../actions/answer.ts'
import type { TypedDecline, TypedSignature } from '../form.ts'
import { statusOf } from '../rules.ts'
import type { AnswerProps } from '../views/answer.tsx'
import type { QuotePageProps } from '../views/page.tsx'
import { currentConsent } from '../words.ts'

/** A visit to one quote: who came, by which token, when, and what stands. */
export type Seen = { token: string; visitor: Visitor; quote: SentQuote; now: number }

/** The answer that was typed and could not be taken as it was. */
export type Returned = {
  sign?: Pick<AnswerProps['sign'], 'faults'> & { typed: TypedSignature }
  decline?: Pick<AnswerProps['decline'], 'faults'> & { typed: TypedDecline }
}

/** Everything of a quote's page; the forms are on it while the quote is open. */
export function shownQuote(seen: Seen, returned: Returned = {}): QuotePageProps {
  const { token, visitor, quote, now } = seen
  const content: QuoteContent = JSON.parse(quote.content)
  const status = statusOf(quote, now)
  const open = status === 'sent' || status === 'viewed'
  return {
    business: senderOf(content.business, visitor),
    formats: formatsFor(localeOf(visitor)),
    home: urls.portal(token),
    content,
    status: status === 'draft' ? 'expired' : status,
    daysLeft: daysBetween(dateIn(content.time_zone, now), content.valid_until),
    decision: decisionOf(quote),
    closedOn:
      quote.state === 'closed' && quote.decidedAt !== null
        ? dateIn(content.time_zone, quote.decidedAt)
        : null,
    answer: open ? answerIn(seen, content, returned) : null,
    receipt: status === 'accepted' ? urls.receipt(token, quote.id) : null,
  }
}

function answerIn({ token, visitor, quote }: Seen, content: QuoteContent, returned: Returned): AnswerProps {
  const { contentHash, id } = quote
  const [sign, decline] = [urls.acceptance(token, id), urls.rejection(token, id)]
  return answerOf({ sign, decline, contentHash, content, formats: formatsFor(localeOf(visitor)) }, returned)
}

/** Where the forms lead, and what they are about. */
type Asked = { sign: string; decline: string; contentHash: string; content: QuoteContent; formats: Formats }

/** Both forms, empty or as they came back. */
export function answerOf(
  { content, contentHash, formats, ...to }: Asked,
  returned: Returned = {},
): AnswerProps {
  const { sign, decline } = returned
  return {
    sign: {
      ...{ action: to.sign, contentHash, consent: currentConsent },
      ...{
        label: shared.inCurrency(shared.total, content.currency),
        figure: formats.money(content.total, content.currency),
      },
      typed: sign?.typed ?? { signature: '', poNumber: '', consent: false },
      faults: sign?.faults ?? {},
    },
    decline: {
      ...{ action: to.decline, contentHash },
      typed: decline?.typed ?? { reason: '', note: '', confirm: false },
      faults: decline?.faults ?? {},
    },
    open: sign ? 'sign' : decline ? 'decline' : null,
  }
}

/** What became of a quote; null while nobody has answered it. */
export function decisionOf(
  quote: Pick<SentQuote, 'decidedBy' | 'decidedAt' | 'signedName' | 'poNumber' | 'reason' | 'decisionNote'>,
): QuotePageProps['decision'] {
  const { decidedBy, decidedAt, signedName, poNumber, reason, decisionNote } = quote
  if (decidedBy === null || decidedAt === null) return null
  // What a business notes about an acceptance that it records is its own.
  const note = decidedBy === 'client' ? decisionNote : null
  return { by: decidedBy, name: signedName, poNumber, at: decidedAt, reason, note }
}
