/** Sending a quote: freezes its words as the next revision, gives number and link, writes the message, in one batch. */
import { entry } from '../../audit/store.ts'
import type { Act, Seen } from '../../core/api.ts'
import { endOfDay, rfc3339 } from '../../core/clock.ts'
import { freeze, type QuoteContent, type Unnumbered } from '../../documents/content.ts'
import { actingBusiness, announcement, contentOf, prepareSending } from '../../documents/sending.ts'
import { frozenColumns, numberIsFrozen, sentDetails } from '../../documents/store.ts'
import { whyNotSend } from '../rules.ts'
import { changeQuote, insertRevision, type QuoteRow } from '../store/business.ts'
import { changing, refuseIf } from './load.ts'

export async function sendQuote(given: Act, id: string, seen: Seen): Promise<QuoteRow> {
  return changing(given, id, seen, async (before, now, count) => {
    const act = { ...given, now }
    const { business, today } = await actingBusiness(act)
    refuseIf(whyNotSend(before, now, today))
    const prepared = await prepareSending(act, 'quote', before, business, today, count)
    const revision = before.revision + 1
    const expiresAt = endOfDay(before.validUntil, business.timeZone)
    const content: Unnumbered<QuoteContent> = {
      ...contentOf(prepared, before, before.lines, { revision, on: today }),
      format: 'semaquote/quote@1',
      valid_until: before.validUntil,
      valid_until_ends_at: rfc3339(expiresAt),
    }
    const { number, numbers } = prepared
    const frozen = await freeze(content, numbers)
    return [
      ...prepared.statements,
      changeQuote(before, { number }, act.now),
      numberIsFrozen('quote', id, frozen),
      insertRevision({
        ...{ quoteId: id, revision, businessId: act.businessId, clientId: before.clientId },
        ...frozenColumns('quote', id, frozen),
        ...{
          title: before.title,
          currency: before.currency,
          total: before.total,
          validUntil: before.validUntil,
          timeZone: business.timeZone,
        },
        ...{ expiresAt, sentAt: act.now, quoteVersion: before.version + 1 },
      }),
      announcement(act, 'quote', prepared, id, revision),
      entry(act, 'quote.sent', id, sentDetails('quote', id, revision, { revision, link: prepared.linkId })),
    ]
  })
}
