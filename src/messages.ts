/** The messages of the outbox, each with all that its mail is made of, read across the nouns. */
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { portalLinks } from './access/tables.ts'
import { businesses } from './businesses/tables.ts'
import { clients } from './clients/tables.ts'
import { build, pick, prepared, type RowOf, statement } from './core/db.ts'
import { invoiceRevisions, invoices } from './invoices/tables.ts'
import { noticedJson } from './mail/store/reports.ts'
import { type MessageKind, messages } from './mail/tables.ts'
import { payments } from './payments/tables.ts'
import { quoteDecisions, quoteRevisions } from './quotes/tables.ts'
import { chainHeads, signatureRecords } from './signing/tables.ts'

/** The message that a bounce notice is about, and the document that that one was about. */
const about = alias(messages, 'about')
const aboutQuote = alias(quoteRevisions, 'about_quote')
const aboutInvoice = alias(invoiceRevisions, 'about_invoice')

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
        aboutReport: noticedJson,
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

/** One message. */
export const message = prepared<{ id: string }>()(() => whole().where(eq(messages.id, sql.placeholder('id'))))

/** The newest messages, whatever became of them. */
export const newestMessages = (limit: number) => statement(whole().orderBy(desc(messages.id)).limit(limit))

export type Message = RowOf<ReturnType<typeof message>>

/** Several; `ids` is a JSON array. */
export const these = prepared<{ ids: string }>()(() =>
  whole().where(sql`${messages.id} in (select value from json_each(${sql.placeholder('ids')}))`),
)
