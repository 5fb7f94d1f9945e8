/** Which noun writes the letter of each kind of message, and what of the message it is handed. */
import { linkLetter } from './access/mail.ts'
import type { Config } from './core/config.ts'
import { urls } from './core/urls.ts'
import type { InvoiceContent, QuoteContent } from './documents/content.ts'
import { type Formats, formatsFor } from './i18n/format.ts'
import { invoiceSentLetter } from './invoices/mail.ts'
import type { Letter } from './mail/letter.ts'
import type { MessageKind } from './mail/tables.ts'
import {
  type Answered,
  quoteAcceptedLetter,
  quoteRejectedLetter,
  quoteSentLetter,
  quoteViewedLetter,
  receiptLetter,
} from './quotes/mail.ts'
import { chainHeadLetter } from './signing/mail.ts'

/** What a letter can be made of: a message with what it tells of. Contents are the frozen JSON. */
export type Told = Omit<Answered, 'at'> & {
  kind: MessageKind
  createdAt: number
  clientName: string | null
  clientDeletedAt: number | null
  clientLocale: string | null
  businessName: string
  businessLocale: string
  timeZone: string
  quoteId: string | null
  quoteContent: string | null
  answeredAt: number | null
  invoiceId: string | null
  invoiceContent: string | null
  chainSequence: number | null
}

/** The letter of a message; undefined where it needs the client's link and there is none. `home`: where that leads. */
export function letterOf(told: Told, home: string | undefined, config: Config): Letter | undefined {
  const { kind } = told
  if (!isToClient(kind)) return toBusiness[kind](told, formatsFor(told.businessLocale), config)
  // A receipt is the client's proof: it goes without the link where that died, but not after the client.
  return home || (kind === 'receipt' && told.clientDeletedAt === null)
    ? toClient[kind](told, home ?? '', formatsFor(told.clientLocale ?? told.businessLocale), config)
    : undefined
}

type ToClient = 'quote_sent' | 'invoice_sent' | 'receipt' | 'new_link' | 'link_again'

/** To the client: with its link, which opens what the mail is about. `home`: where it leads, without an end. */
const toClient: Record<ToClient, (told: Told, home: string, formats: Formats, config: Config) => Letter> = {
  quote_sent: (told, home, formats) =>
    quoteSentLetter(quoteIn(told), formats, `${home}/quotes/${told.quoteId}`),
  invoice_sent: (told, home, formats) => {
    const content: InvoiceContent = JSON.parse(told.invoiceContent ?? '')
    return invoiceSentLetter(content, formats, `${home}/invoices/${told.invoiceId}`)
  },
  receipt: (told, home, formats, config) => {
    const receipt = home && `${home}/quotes/${told.quoteId}/receipt`
    const leads = { receipt: receipt || null, verify: verifyAt(config) }
    return receiptLetter(quoteIn(told), answerIn(told), formats, leads)
  },
  new_link: (told, home) => linkLetter('new_link', told.businessName, told.clientName ?? '', home),
  link_again: (told, home) => linkLetter('link_again', told.businessName, told.clientName ?? '', home),
}

/** To the business: without any link of a client. */
const toBusiness: Record<
  Exclude<MessageKind, ToClient>,
  (told: Told, formats: Formats, config: Config) => Letter
> = {
  quote_viewed: told => quoteViewedLetter(quoteIn(told)),
  quote_accepted: (told, formats, config) =>
    quoteAcceptedLetter(quoteIn(told), answerIn(told), formats, verifyAt(config)),
  quote_rejected: (told, formats) => quoteRejectedLetter(quoteIn(told), answerIn(told), formats),
  chain_head: ({ chainSequence, createdAt, timeZone }, formats, config) =>
    chainHeadLetter({ sequence: chainSequence ?? 0, at: createdAt, timeZone }, formats, verifyAt(config)),
}

/** The content of the quote that a message is about. */
export const quoteIn = (told: Told): QuoteContent => JSON.parse(told.quoteContent ?? '')
const answerIn = ({ answeredAt, ...row }: Told): Answered => ({ ...row, at: answeredAt ?? 0 })
const verifyAt = (config: Config): string => `${config.baseUrl}${urls.verify}`

const isToClient = (kind: MessageKind): kind is ToClient => Object.hasOwn(toClient, kind)
