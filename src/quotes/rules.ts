/** What may happen to a quote, and what its state means at an instant (product.md §3). Pure. */
import type { ProblemCode } from '../core/problem.ts'
import { type QuoteAct, type QuoteSituation, whyNotQuote } from '../documents/transitions.ts'

export const quoteStatuses = ['draft', 'sent', 'viewed', 'accepted', 'rejected', 'expired'] as const
export type QuoteStatus = (typeof quoteStatuses)[number]

/** What is stored of a quote's life; instants in UTC milliseconds. */
export type QuoteState = {
  state: 'draft' | 'open' | 'accepted' | 'rejected' | 'closed'
  revision: number
  expiresAt: number | null
  viewedAt: number | null
}

/** The word for a quote at `now`. Expiry is read, never stored: no job has to run for it to be true. */
export function statusOf(quote: QuoteState, now: number): QuoteStatus {
  if (quote.state === 'closed') return 'expired'
  if (quote.state !== 'open') return quote.state
  if (isPast(quote, now)) return 'expired'
  return quote.viewedAt === null ? 'sent' : 'viewed'
}

/** The last day is over: `expiresAt` is the first instant at which it is. */
export const isPast = (quote: Pick<QuoteState, 'expiresAt'>, now: number): boolean =>
  quote.expiresAt !== null && now >= quote.expiresAt

/** Where a quote is in its life at `now`, as documents/transitions.ts tells it. */
export function situationOf(quote: QuoteState, now: number): QuoteSituation {
  if (quote.state === 'draft') return quote.revision === 0 ? 'draft' : 'redraft'
  if (quote.state !== 'open') return quote.state
  if (isPast(quote, now)) return 'lapsed'
  return quote.viewedAt === null ? 'sent' : 'viewed'
}

/** Why an act is refused at `now`; null when it may be done. */
export const whyNot = (act: QuoteAct, quote: QuoteState, now: number): ProblemCode | null =>
  whyNotQuote(act, situationOf(quote, now))

/** Why a quote is not sent; `today` in its business's zone. */
export function whyNotSend(
  quote: QuoteState & { lines: readonly unknown[]; validUntil: string },
  now: number,
  today: string,
): ProblemCode | null {
  const why = whyNot('send', quote, now)
  if (why) return why
  if (quote.lines.length === 0) return 'quote_empty'
  return quote.validUntil < today ? 'quote_past_validity' : null
}

/** The longest note to a decline. */
export const LONGEST_NOTE = 2000

/** What stands of a quote in the portal: null once the business took it back to draft. */
export type Standing = QuoteState & { contentHash: string }

/** What became of the revision that a client read. */
export type Decided = {
  decision: 'accepted' | 'rejected' | null
  decidedBy: 'client' | 'business' | null
  signedName: string | null
}

/** A client's answer: on the content that it has read; `name` as typed, null where it declines. */
export type Answer = { kind: 'accepted' | 'rejected'; contentHash: string; name: string | null }

export type AnswerRefusal = 'missing' | 'withdrawn' | 'decided' | 'closed' | 'expired' | 'changed'

/**
 * Why a client's answer is not recorded; null when it may be. `wasShown`: the content that the client read was once
 * sent. The database forbids the same things again, in the write itself.
 */
export function whyNotAnswer(
  quote: Standing | null,
  answer: Pick<Answer, 'contentHash'>,
  wasShown: boolean,
  now: number,
): AnswerRefusal | null {
  if (quote === null || quote.state === 'draft') return wasShown ? 'withdrawn' : 'missing'
  if (quote.state === 'accepted' || quote.state === 'rejected') return 'decided'
  if (quote.state === 'closed') return 'closed'
  if (isPast(quote, now)) return 'expired'
  // A form that names no content at all is mistaken, and the form's own check says so.
  return [quote.contentHash, ''].includes(answer.contentHash) ? null : 'changed'
}

/** What was declined and then sent anew is another quote: who declines the old one again is shown the new one. */
export const isRevised = (quote: Standing | null, answer: Answer): boolean =>
  answer.kind === 'rejected' && quote !== null && quote.contentHash !== answer.contentHash

/** Whether this very answer was given to what was read: then giving it again gets what the first time got. */
export const isSameAnswer = (shown: Decided, answer: Answer): boolean =>
  shown.decidedBy === 'client' &&
  shown.decision === answer.kind &&
  (answer.name === null || folded(answer.name) === folded(shown.signedName ?? ''))

/** A name typed twice is rarely typed with the same spaces and capitals. */
const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
