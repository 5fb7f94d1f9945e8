/** Which noun writes the letter of each kind of message, and what of the message it is handed. */
import { linkLetter } from './access/mail.ts'
import type { Config } from './core/config.ts'
import { urls } from './core/urls.ts'
import type { InvoiceContent, QuoteContent } from './documents/content.ts'
import type { Wishes } from './i18n/choice.ts'
import type { Formats } from './i18n/format.ts'
import { invoiceSentLetter } from './invoices/mail.ts'
import { balanceOf } from './invoices/rules.ts'
import { bounceLetter, type Undelivered } from './mail/bounce.ts'
import type { Letter } from './mail/letter.ts'
import type { MessageKind } from './mail/tables.ts'
import { type Paid, paymentReceiptLetter } from './payments/mail.ts'
import {
  type Answered,
  quoteAcceptedLetter,
  quoteRejectedLetter,
  receiptLetter,
} from './quotes/mail/answered.ts'
import { quoteSentLetter, quoteViewedLetter } from './quotes/mail/sent.ts'
import { invoiceReminderLetter, type Owed, quoteReminderLetter } from './reminders/mail.ts'
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
  invoiceState: 'draft' | 'sent' | 'paid' | 'void' | null
  invoiceTotal: number | null
  invoicePaid: number | null
  payment: string | null
  clientEmail: string | null
  clientPhone: string | null
  aboutKind: MessageKind | null
  aboutNumber: string | null
  aboutTitle: string | null
  /** The newest report of it that is no delivery, as JSON. */
  aboutReport: string | null
  chainSequence: number | null
}

/**
 * What of the world a letter is drawn with: `home` is where the client's link leads, `now` in UTC milliseconds, `formats` are
 * its reader's.
 */
export type Drawing = { home: string | undefined; config: Config; now: number; formats: Formats }

/** Who reads a message: its client, or its business. */
export const readerOf = ({ kind, clientLocale, businessLocale }: Told): Wishes => ({
  client: isToClient(kind) ? clientLocale : null,
  business: businessLocale,
})

/**
 * The letter of a message; undefined where it must not leave: it needs the client's link and there is none, or it
 * reminds of what was answered, paid or is over by now.
 */
export function letterOf(told: Told, { home, config, now, formats }: Drawing): Letter | undefined {
  const { kind } = told
  if (!isToClient(kind)) return toBusiness[kind](told, formats, config)
  // A receipt is the client's proof: it goes without the link where that died, but not after the client.
  return home || (kind === 'receipt' && told.clientDeletedAt === null)
    ? toClient[kind](told, { formats, home: home ?? '', config, now })
    : undefined
}

type ToClient =
  | 'quote_sent'
  | 'invoice_sent'
  | 'receipt'
  | 'payment_receipt'
  | 'quote_expiring'
  | 'invoice_due_soon'
  | 'invoice_overdue'
  | 'new_link'
  | 'link_again'

type ClientDrawing = Drawing & { home: string }

/** To the client: with its link, which opens what the mail is about. `home`: where it leads, without an end. */
const toClient: Record<ToClient, (told: Told, drawing: ClientDrawing) => Letter | undefined> = {
  quote_sent: (told, { home, formats }) => quoteSentLetter(quoteIn(told), formats, quoteAt(told, home)),
  invoice_sent: (told, { home, formats }) =>
    invoiceSentLetter(invoiceIn(told), formats, invoiceAt(told, home)),
  receipt: (told, { home, formats, config }) => {
    const receipt = home && `${quoteAt(told, home)}/receipt`
    const leads = { receipt: receipt || null, verify: verifyAt(config) }
    return receiptLetter(quoteIn(told), answerIn(told), formats, leads)
  },
  payment_receipt: (told, { home, formats, now }) =>
    paymentReceiptLetter(invoiceIn(told), paidIn(told), now, formats, invoiceAt(told, home)),
  quote_expiring: (told, { home, formats, now }) => {
    const leads = { url: quoteAt(told, home), stop: stopAt(home) }
    return told.answeredAt === null ? quoteReminderLetter(quoteIn(told), now, formats, leads) : undefined
  },
  invoice_due_soon: (told, drawing) => invoiceReminder(told, drawing),
  invoice_overdue: (told, drawing) => invoiceReminder(told, drawing),
  new_link: (told, { home, formats }) =>
    linkLetter('new_link', told.businessName, told.clientName ?? '', home, formats),
  link_again: (told, { home, formats }) =>
    linkLetter('link_again', told.businessName, told.clientName ?? '', home, formats),
}

function invoiceReminder(told: Told, { home, formats, now }: ClientDrawing): Letter | undefined {
  const leads = { url: invoiceAt(told, home), stop: stopAt(home) }
  return invoiceReminderLetter(invoiceIn(told), owedIn(told), now, formats, leads)
}

/** To the business: without any link of a client. */
const toBusiness: Record<
  Exclude<MessageKind, ToClient>,
  (told: Told, formats: Formats, config: Config) => Letter
> = {
  quote_viewed: (told, formats) => quoteViewedLetter(quoteIn(told), formats),
  quote_accepted: (told, formats, config) =>
    quoteAcceptedLetter(quoteIn(told), answerIn(told), formats, verifyAt(config)),
  quote_rejected: (told, formats) => quoteRejectedLetter(quoteIn(told), answerIn(told), formats),
  bounce_notice: (told, formats) => bounceLetter(undeliveredIn(told), formats),
  chain_head: ({ chainSequence, createdAt, timeZone }, formats, config) =>
    chainHeadLetter({ sequence: chainSequence ?? 0, at: createdAt, timeZone }, formats, verifyAt(config)),
}

/** The content of the quote that a message is about. */
export const quoteIn = (told: Told): QuoteContent => JSON.parse(told.quoteContent ?? '')
const invoiceIn = (told: Told): InvoiceContent => JSON.parse(told.invoiceContent ?? '')
const answerIn = ({ answeredAt, ...row }: Told): Answered => ({ ...row, at: answeredAt ?? 0 })
const paidIn = (told: Told): Paid => ({ ...JSON.parse(told.payment ?? ''), balance: owedIn(told).balance })
const undeliveredIn = (told: Told): Undelivered => ({
  ...JSON.parse(told.aboutReport ?? 'null'),
  about: told.aboutKind ?? 'link_again',
  number: told.aboutNumber,
  title: told.aboutTitle,
  client: told.clientName ?? '',
  phone: told.clientPhone,
})

/** What is owed on the invoice as it is now. */
function owedIn({ invoiceState, invoiceTotal, invoicePaid }: Told): Owed {
  const paid = invoicePaid ?? 0
  return { balance: balanceOf({ state: invoiceState ?? 'draft', total: invoiceTotal ?? 0, paid }), paid }
}

const quoteAt = (told: Told, home: string): string => `${home}/quotes/${told.quoteId}`
const invoiceAt = (told: Told, home: string): string => `${home}/invoices/${told.invoiceId}`
const stopAt = (home: string): string => `${home}/reminders/stop`
const verifyAt = (config: Config): string => `${config.baseUrl}${urls.verify}`

const isToClient = (kind: MessageKind): kind is ToClient => Object.hasOwn(toClient, kind)
