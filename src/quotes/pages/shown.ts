/** From what stands in the database to what a quote's pages show. */
import { senderOf } from '../../access/frame.tsx'
import type { Visitor } from '../../access/visit.ts'
import { dateIn, daysBetween } from '../../core/clock.ts'
import { urls } from '../../core/urls.ts'
import type { QuoteContent } from '../../documents/content.ts'
import type { Consent } from '../../signing/record.ts'
import type { SentQuote } from '../actions/answer.ts'
import { currentConsent } from '../consents.ts'
import type { TypedDecline, TypedSignature } from '../form.ts'
import { statusOf } from '../rules.ts'
import type { AnswerProps } from '../views/answer.tsx'
import type { QuotePageProps } from '../views/page.tsx'

/** A visit to one quote: who came, by which token, when, and what stands. */
export type Seen = { token: string; visitor: Visitor; quote: SentQuote; now: number }

/** The answer that was typed and could not be taken as it was. */
export type Returned = {
  /** `consent`: the one that the box was ticked beside, null where the form didn't say. */
  sign?: Pick<AnswerProps['sign'], 'faults'> & { typed: TypedSignature; consent: Consent | null }
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
    home: urls.portal(token),
    content,
    status: status === 'draft' ? 'expired' : status,
    daysLeft: daysBetween(dateIn(content.time_zone, now), content.valid_until),
    decision: decisionOf(quote),
    closedOn:
      quote.state === 'closed' && quote.decidedAt !== null
        ? dateIn(content.time_zone, quote.decidedAt)
        : null,
    answer: open ? answerIn(seen, ownTick(seen, returned)) : null,
    receipt: status === 'accepted' ? urls.receipt(token, quote.id) : null,
  }
}

/** A box that was ticked beside other words than stand there now isn't ticked beside these. */
function ownTick({ visitor }: Seen, { sign, ...returned }: Returned): Returned {
  if (!sign) return returned
  const same = sign.consent === null || sign.consent.id === currentConsent(visitor.formats).id
  return { ...returned, sign: same ? sign : { ...sign, typed: { ...sign.typed, consent: false } } }
}

function answerIn({ token, quote }: Seen, returned: Returned): AnswerProps {
  const { contentHash, id } = quote
  return answerOf(contentHash, urls.acceptance(token, id), urls.rejection(token, id), returned)
}

/** Both forms, empty or as they came back; where they lead, and the hash of what they are about. */
export function answerOf(
  contentHash: string,
  acceptance: string,
  rejection: string,
  { sign, decline }: Returned = {},
): AnswerProps {
  return {
    contentHash,
    sign: {
      action: acceptance,
      typed: sign?.typed ?? { signature: '', poNumber: '', consent: false },
      faults: sign?.faults ?? {},
    },
    decline: {
      action: rejection,
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
