/** What an answer leaves behind besides itself, in its own batch: the messages that tell of it, and the trail's entry. */
import { addressesOf } from '../../access/actions/links.ts'
import { languageSet, type Visitor } from '../../access/visit.ts'
import { type Details, entry } from '../../audit/store.ts'
import { changeLocale } from '../../clients/store.ts'
import type { Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { languageOf, localeIn } from '../../i18n/choice.ts'
import { english } from '../../i18n/words.ts'
import { queued } from '../../mail/store/outbox.ts'
import type { SentQuote } from './answer.ts'

type Telling = {
  visitor: Visitor
  quote: Pick<SentQuote, 'id' | 'revision'>
  now: number
  kind: 'accepted' | 'rejected'
  /** Of the caller, as the edge saw it. */
  address: string | null
  details: Details
  /** The client's addresses, where a receipt goes to; a decline has none. */
  receiptTo?: { email: string; cc: string } | undefined
}

/** The business hears of every answer; the client gets the receipt of a signature. */
export function told({ visitor, quote, now, kind, address, details, receiptTo }: Telling): Statement[] {
  const { businessId, clientId, linkId } = visitor
  const { id: quoteId, revision } = quote
  const about = { businessId, clientId, quoteId, revision }
  const news = { kind: `quote_${kind}`, event: `quote_${kind}:${quoteId}:${revision}` } as const
  const receipt = { kind: 'receipt', event: `receipt:${quoteId}`, linkId } as const
  const actor = { kind: 'link', id: linkId } as const
  const who = { now, businessId, actor, address, requestId: newId('req', now) }
  return [
    queued({ ...about, ...news, recipients: [visitor.businessEmail] }, now),
    ...(receiptTo ? [queued({ ...about, ...receipt, recipients: addressesOf(receiptTo) }, now)] : []),
    entry(who, `quote.${kind}`, quoteId, details),
    ...(receiptTo && speaksOtherwise(visitor) ? spokenTo(visitor, who) : []),
  ]
}

/**
 * No language is set for it, and it was spoken to as its browser asked, in another one than mail goes in: the business's. (Words
 * that could not be loaded were English instead; that is nobody's choice.)
 */
function speaksOtherwise(visitor: Visitor): boolean {
  const { locale, language } = visitor.formats
  const ofMail = languageOf(visitor.businessLocale) ?? english.language
  return !languageSet(visitor) && language !== ofMail && (languageOf(locale) ?? language) === language
}

/** A signature is a person's: from then on its receipt, and all other mail, comes in the language that was signed in. */
function spokenTo({ clientId, formats }: Visitor, who: Parameters<typeof entry>[0]): Statement[] {
  const locale = localeIn(formats.language, formats.locale, null)
  return [changeLocale(clientId, locale, who.now), entry(who, 'client.language_chosen', clientId, { locale })]
}
