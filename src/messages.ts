/**
 * From a row of the outbox to the mail that leaves, with the link unsealed for this one mail and the evidence
 * attached. `mail/` lies below the nouns and is handed this.
 */
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { urlOf } from './access/issue.ts'
import { portalLinks } from './access/tables.ts'
import { businesses } from './businesses/tables.ts'
import { clients } from './clients/tables.ts'
import type { Config } from './core/config.ts'
import { batch, build, first, pick, prepared, type RowOf, statement } from './core/db.ts'
import { logRunFault } from './core/log.ts'
import { invoiceRevisions, invoices } from './invoices/tables.ts'
import { type Drawing, letterOf, quoteIn } from './letters.ts'
import { LetterPage } from './mail/frame.tsx'
import {
  type Attachment,
  headersOf,
  type Letter,
  letterText,
  type Mail,
  mailbox,
  oneLine,
  type Writer,
} from './mail/letter.ts'
import { stillMeant } from './mail/store/sending.ts'
import { deliveryReports, type MessageKind, messages } from './mail/tables.ts'
import { payments } from './payments/tables.ts'
import { quoteDecisions, quoteRevisions } from './quotes/tables.ts'
import { fileOf } from './signing/file.ts'
import { evidenceName, headName } from './signing/name.ts'
import { jwksOf } from './signing/sign.ts'
import { chainHeads, signatureRecords } from './signing/tables.ts'

/** The message that a bounce notice is about, and the document that that one was about. */
const about = alias(messages, 'about')
const aboutQuote = alias(quoteRevisions, 'about_quote')
const aboutInvoice = alias(invoiceRevisions, 'about_invoice')

/** The newest report of it that is no delivery: `Report` of mail/bounce.ts. With max(), SQLite takes the row that has it. */
const newestReport = build
  .select({
    report: sql`iif(max(${deliveryReports.at}) is null, null, json_object(
      'kind', ${deliveryReports.kind}, 'recipient', ${deliveryReports.recipient}, 'reason', ${deliveryReports.reason}))`,
  })
  .from(deliveryReports)
  .where(and(eq(deliveryReports.messageId, messages.aboutId), ne(deliveryReports.kind, 'delivered')))

/** What came in: `Paid` of payments/mail.ts, without the balance. */
const paymentTold = sql`iif(${payments.id} is null, null, json_object(
  'amount', ${payments.amount}, 'credit', ${payments.credit}, 'method', ${payments.method},
  'on', ${payments.paidOn}, 'reference', ${payments.reference}))`

/** A message with all that its mail is made of. Proofs are large: they are read only where they are attached. */
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
        clientName: sql<string | null>`${clients.name}`,
        clientPhone: sql<string | null>`${clients.phone}`,
        clientEmail: sql<string | null>`${clients.email}`,
        clientDeletedAt: sql<number | null>`${clients.deletedAt}`,
        clientLocale: sql<string | null>`${clients.locale}`,
        businessId: businesses.id,
        businessName: businesses.name,
        businessEmail: businesses.email,
        businessPhone: businesses.phone,
        businessAddress: businesses.address,
        businessLocale: businesses.locale,
        timeZone: businesses.timeZone,
        colour: businesses.colour,
        linkId: messages.linkId,
        sealed: sql<string | null>`${portalLinks.sealed}`,
        quoteContent: sql<string | null>`${quoteRevisions.content}`,
        invoiceContent: sql<string | null>`${invoiceRevisions.content}`,
        answeredAt: sql<number | null>`${quoteDecisions.decidedAt}`,
        signedName: sql<string | null>`${quoteDecisions.signedName}`,
        poNumber: sql<string | null>`${quoteDecisions.poNumber}`,
        reason: sql<string | null>`${quoteDecisions.reason}`,
        note: sql<string | null>`${quoteDecisions.note}`,
        invoiceState: sql<'draft' | 'sent' | 'paid' | 'void' | null>`${invoices.state}`,
        invoiceTotal: sql<number | null>`${invoices.total}`,
        invoicePaid: sql<number | null>`${invoices.paid}`,
        payment: sql<string | null>`${paymentTold}`,
        aboutKind: sql<MessageKind | null>`${about.kind}`,
        aboutNumber: sql<string | null>`coalesce(${aboutQuote.number}, ${aboutInvoice.number})`,
        aboutTitle: sql<
          string | null
        >`coalesce(${aboutQuote.content}, ${aboutInvoice.content}) ->> '$.title'`,
        aboutReport: sql<string | null>`${newestReport}`,
        signature: sql<string | null>`${signatureRecords.jws}`,
        chainSequence: messages.chainSequence,
        head: sql<string | null>`${chainHeads.jws}`,
      }),
    )
    .from(messages)
    .innerJoin(businesses, eq(businesses.id, messages.businessId))
    .leftJoin(clients, eq(clients.id, messages.clientId))
    .leftJoin(portalLinks, and(eq(portalLinks.id, messages.linkId), isNull(portalLinks.diedAt)))
    .leftJoin(quoteRevisions, ofRevision(quoteRevisions))
    .leftJoin(quoteDecisions, ofRevision(quoteDecisions))
    .leftJoin(
      invoiceRevisions,
      and(
        eq(invoiceRevisions.invoiceId, messages.invoiceId),
        eq(invoiceRevisions.revision, messages.revision),
      ),
    )
    .leftJoin(payments, eq(payments.id, messages.paymentId))
    .leftJoin(
      invoices,
      and(
        eq(invoices.id, messages.invoiceId),
        inArray(messages.kind, ['payment_receipt', 'invoice_due_soon', 'invoice_overdue']),
      ),
    )
    .leftJoin(about, eq(about.id, messages.aboutId))
    .leftJoin(aboutQuote, and(eq(aboutQuote.quoteId, about.quoteId), eq(aboutQuote.revision, about.revision)))
    .leftJoin(
      aboutInvoice,
      and(eq(aboutInvoice.invoiceId, about.invoiceId), eq(aboutInvoice.revision, about.revision)),
    )
    .leftJoin(
      signatureRecords,
      and(
        eq(signatureRecords.documentId, messages.quoteId),
        inArray(messages.kind, ['receipt', 'quote_accepted']),
      ),
    )
    .leftJoin(
      chainHeads,
      and(eq(chainHeads.businessId, messages.businessId), eq(chainHeads.sequence, messages.chainSequence)),
    )

const ofRevision = (table: typeof quoteRevisions | typeof quoteDecisions) =>
  and(eq(table.quoteId, messages.quoteId), eq(table.revision, messages.revision))

const message = prepared<{ id: string }>()(() => whole().where(eq(messages.id, sql.placeholder('id'))))

/** The newest messages, whatever became of them. */
export const newestMessages = (limit: number) => statement(whole().orderBy(desc(messages.id)).limit(limit))

export type Message = RowOf<ReturnType<typeof message>>
const these = prepared<{ ids: string }>()(() =>
  whole().where(sql`${messages.id} in (select value from json_each(${sql.placeholder('ids')}))`),
)

/**
 * The mails of messages as they read at `now`, by id. Those that may no longer leave are missing; null is what can't be
 * drawn, such as one whose link is sealed with a key that is no longer held.
 */
export async function composeMails(
  db: D1Database,
  config: Config,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Mail | null>> {
  const which = { ids: JSON.stringify(ids) }
  const { rows, meant } = await batch(db, { rows: these(which), meant: stillMeant({ ...which, now }) })
  const open = new Set(meant.map(({ id }) => id))
  const mails = await Promise.all(
    rows
      .filter(({ id }) => open.has(id))
      .map(async row => ({ id: row.id, mail: await composed(row, config, now).catch(notDrawn) })),
  )
  return new Map(mails.flatMap(({ id, mail }) => (mail === undefined ? [] : [[id, mail]])))
}

/** One that can't be drawn must not hold up the others. */
const notDrawn = (error: unknown): null => {
  logRunFault('compose', error)
  return null
}

/**
 * The mail of a message as it reads at `now`; undefined where it is not there, its link has died, or it reminds of what
 * is settled by now: then nothing may be sent.
 */
export async function composeMail(
  db: D1Database,
  config: Config,
  id: string,
  now = Date.now(),
): Promise<Mail | undefined> {
  const row = await first(db, message({ id }))
  return (row && (await composed(row, config, now))) ?? undefined
}

/** The mail of a message that was read whole; null where its link can't be opened, undefined where it may not be sent. */
async function composed(row: Message, config: Config, now: number): Promise<Mail | null | undefined> {
  const home = await linkIn(row, config)
  return row.linkId && row.sealed && !home ? null : mailOf(row, { home, config, now })
}

/** The mail of a message that was read whole; undefined where nothing may be sent. */
export function mailOf(row: Message, drawing: Drawing): Mail | undefined {
  const letter = letterOf(row, drawing)
  return letter && drawn(row, letter, drawing.config)
}

async function linkIn({ linkId, businessId, clientId, sealed }: Message, config: Config) {
  return linkId && clientId && sealed
    ? urlOf(config, { id: linkId, businessId, clientId, sealed })
    : undefined
}

/**
 * The evidence, and the public keys to check it with: what was mailed proves itself when there is no portal any more.
 */
function attachmentsOf(row: Message, { signing }: Config): Attachment[] {
  const jws = row.signature ?? row.head
  if (!jws) return []
  const name = row.signature ? evidenceName(quoteIn(row).number) : headName(row.chainSequence ?? 0)
  const type = 'application/json'
  return [
    { name, type, text: fileOf(jws) },
    { name: 'public-keys.json', type, text: JSON.stringify(jwksOf(signing)) },
  ]
}

function drawn(row: Message, letter: Letter, config: Config): Mail {
  const { businessName: name, businessEmail: email, businessPhone: phone, businessAddress: address } = row
  const writer: Writer = { name, email, phone, address }
  const html = LetterPage({ letter, writer, colour: row.colour, language: 'en' })
  return {
    from: mailbox(name, config.mail.from),
    replyTo: mailbox(name, email),
    to: JSON.parse(row.recipients),
    subject: oneLine(letter.subject),
    html: String(html),
    text: letterText(letter, writer),
    attachments: attachmentsOf(row, config),
    headers: headersOf(letter),
  }
}
