/**
 * From a row of the outbox to the mail that leaves: each kind to the noun that renders it, with the link unsealed
 * for this one mail. `mail/` lies below the nouns and is handed this.
 */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { urlOf } from './access/issue.ts'
import { linkLetter } from './access/mail.ts'
import { portalLinks } from './access/tables.ts'
import { businesses } from './businesses/tables.ts'
import { clients } from './clients/tables.ts'
import type { Config } from './core/config.ts'
import { build, first, pick, prepared, type RowOf, statement } from './core/db.ts'
import type { InvoiceContent, QuoteContent } from './documents/content.ts'
import { formatsFor } from './i18n/format.ts'
import { invoiceSentLetter } from './invoices/mail.ts'
import { invoiceRevisions } from './invoices/tables.ts'
import { LetterPage } from './mail/frame.tsx'
import { headerText, type Letter, letterText, type Mail, mailbox, type Writer } from './mail/letter.ts'
import { messages } from './mail/tables.ts'
import { quoteSentLetter, quoteViewedLetter } from './quotes/mail.ts'
import { quoteRevisions } from './quotes/tables.ts'

/** A message with all that its mail is made of. */
const whole = () =>
  build
    .select(
      pick({
        id: messages.id,
        kind: messages.kind,
        state: messages.state,
        recipients: messages.recipients,
        createdAt: messages.createdAt,
        quoteId: messages.quoteId,
        invoiceId: messages.invoiceId,
        clientId: messages.clientId,
        clientName: clients.name,
        clientLocale: clients.locale,
        businessId: businesses.id,
        businessName: businesses.name,
        businessEmail: businesses.email,
        businessPhone: businesses.phone,
        businessAddress: businesses.address,
        businessLocale: businesses.locale,
        colour: businesses.colour,
        linkId: messages.linkId,
        sealed: sql<string | null>`${portalLinks.sealed}`,
        quoteContent: sql<string | null>`${quoteRevisions.content}`,
        invoiceContent: sql<string | null>`${invoiceRevisions.content}`,
      }),
    )
    .from(messages)
    .innerJoin(clients, eq(clients.id, messages.clientId))
    .innerJoin(businesses, eq(businesses.id, messages.businessId))
    .leftJoin(portalLinks, and(eq(portalLinks.id, messages.linkId), isNull(portalLinks.diedAt)))
    .leftJoin(
      quoteRevisions,
      and(eq(quoteRevisions.quoteId, messages.quoteId), eq(quoteRevisions.revision, messages.revision)),
    )
    .leftJoin(
      invoiceRevisions,
      and(
        eq(invoiceRevisions.invoiceId, messages.invoiceId),
        eq(invoiceRevisions.revision, messages.revision),
      ),
    )

const message = prepared<{ id: string }>()(() => whole().where(eq(messages.id, sql.placeholder('id'))))

/** The newest messages, whatever became of them. */
export const newestMessages = (limit: number) => statement(whole().orderBy(desc(messages.id)).limit(limit))

export type Message = RowOf<ReturnType<typeof message>>

/** The mail of a message; undefined where it is not there, or its link has died: then nothing may be sent. */
export async function composeMail(db: D1Database, config: Config, id: string): Promise<Mail | undefined> {
  const row = await first(db, message({ id }))
  const letter = row && (await letterOf(row, config))
  return row && letter && drawn(row, letter, config)
}

async function letterOf(row: Message, config: Config): Promise<Letter | undefined> {
  if (row.kind === 'quote_viewed') return quoteViewedLetter(JSON.parse(row.quoteContent ?? ''))
  const home = await linkIn(row, config)
  if (!home) return undefined
  const formats = formatsFor(row.clientLocale ?? row.businessLocale)
  if (row.kind === 'quote_sent') {
    const content: QuoteContent = JSON.parse(row.quoteContent ?? '')
    return quoteSentLetter(content, formats, `${home}/quotes/${row.quoteId}`)
  }
  if (row.kind === 'invoice_sent') {
    const content: InvoiceContent = JSON.parse(row.invoiceContent ?? '')
    return invoiceSentLetter(content, formats, `${home}/invoices/${row.invoiceId}`)
  }
  return linkLetter(row.kind, row.businessName, row.clientName, home)
}

function linkIn(
  { linkId, businessId, clientId, sealed }: Message,
  config: Config,
): Promise<string | undefined> | undefined {
  return linkId && sealed ? urlOf(config, { id: linkId, businessId, clientId, sealed }) : undefined
}

function drawn(row: Message, letter: Letter, config: Config): Mail {
  const { businessName: name, businessEmail: email, businessPhone: phone, businessAddress: address } = row
  const writer: Writer = { name, email, phone, address }
  const html = LetterPage({ letter, writer, colour: row.colour, language: 'en' })
  return {
    from: mailbox(name, config.mail.from),
    replyTo: mailbox(name, email),
    to: JSON.parse(row.recipients),
    subject: headerText(letter.subject),
    html: String(html),
    text: letterText(letter, writer),
  }
}
