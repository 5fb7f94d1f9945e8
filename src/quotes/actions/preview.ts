/** What a client would see of a quote now: the frozen words of what was sent, or a draft as sending it would freeze it. */
import { logoIn } from '../../businesses/logo/address.ts'
import { client } from '../../clients/store.ts'
import type { ClientRow } from '../../clients/tables.ts'
import type { Act } from '../../core/api.ts'
import { endOfDay, rfc3339 } from '../../core/clock.ts'
import { first } from '../../core/db.ts'
import type { QuoteContent } from '../../documents/content.ts'
import { actingBusiness, contentOf } from '../../documents/sending.ts'
import { formatsBy } from '../../i18n/choice.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Logo } from '../../ui/layout.tsx'
import { words } from '../words.ts'
import { loadQuote, type Quote, whole } from './load.ts'

export type Preview = {
  quote: Quote
  content: QuoteContent
  colour: string | null
  logo: Logo | null
  formats: Formats
}

export async function loadPreview(act: Act, id: string): Promise<Preview> {
  const quote = whole(await loadQuote(act, id))
  const { business, today } = await actingBusiness(act)
  const addressee = (await first(
    act.db,
    client({ businessId: act.businessId, id: quote.clientId }),
  )) as ClientRow
  const formats = await formatsBy({ client: addressee.locale, business: business.locale })
  const look = { quote, colour: business.colour, logo: logoIn(business), formats }
  if (quote.state !== 'draft' && quote.content !== null)
    return { ...look, content: JSON.parse(quote.content) }
  const content: QuoteContent = {
    number: quote.number ?? words(formats).unnumbered,
    ...contentOf({ sender: business, addressee }, quote, quote.lines, {
      revision: quote.revision + 1,
      on: today,
    }),
    format: 'semaquote/quote@1',
    valid_until: quote.validUntil,
    valid_until_ends_at: rfc3339(endOfDay(quote.validUntil, business.timeZone)),
  }
  return { ...look, content }
}
