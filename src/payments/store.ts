/** The statements of payments, for the business and for the portal. */
import { and, desc, eq, getTableColumns, gt, type SQL, sql } from 'drizzle-orm'
import { portalRead } from '../access/visit.ts'
import type { Paging } from '../core/api.ts'
import { build, pick, prepared, type RowOf, type Statement, statement } from '../core/db.ts'
import { invoices } from '../invoices/tables.ts'
import { clientCredits, payments } from './tables.ts'

export type NewPayment = Omit<typeof payments.$inferSelect, 'applied' | 'credit' | 'reverses' | 'createdAt'>

/**
 * Records money on an invoice. What of it lowers the balance is decided by the database in the same moment, so
 * that two payments at once never take more than is owed; the rest becomes the client's credit.
 */
export function insertPayment(payment: NewPayment, now: number): Statement {
  const balance = sql`(select ${invoices.total} - ${invoices.paid} from ${invoices} where ${invoices.id} = ${payment.invoiceId})`
  const byCredit = payment.method === 'credit'
  const applied: SQL<number> = byCredit ? sql`${payment.amount}` : sql`min(${payment.amount}, ${balance})`
  const credit: SQL<number> = byCredit
    ? sql`${-payment.amount}`
    : sql`${payment.amount} - min(${payment.amount}, ${balance})`
  return statement(build.insert(payments).values({ ...payment, applied, credit, createdAt: now }))
}

/** Takes a payment back: its figures with the opposite sign, on the same invoice, by the same method. */
export const insertReversal = (
  reversal: { made: PaymentRow } & Pick<PaymentRow, 'id' | 'paidOn' | 'reference' | 'note'>,
  now: number,
): Statement => {
  const { made, ...own } = reversal
  const { businessId, clientId, invoiceId, currency, method, amount, applied, credit } = made
  const mirrored = { amount: -amount, applied: -applied, credit: -credit, reverses: made.id }
  const whose = { businessId, clientId, invoiceId, currency, method }
  return statement(build.insert(payments).values({ ...own, ...whose, ...mirrored, createdAt: now }))
}

const columns = () =>
  pick({
    ...getTableColumns(payments),
    reversedBy: sql<
      string | null
    >`(select back.id from payments as back where back.reverses = ${payments.id})`,
  })

export type PaymentRow = RowOf<ReturnType<typeof payment>>

/** One payment of a business. */
export const payment = prepared<{ businessId: string; id: string }>()(() =>
  build
    .select(columns())
    .from(payments)
    .where(
      and(eq(payments.businessId, sql.placeholder('businessId')), eq(payments.id, sql.placeholder('id'))),
    ),
)

/** A page of the payments of an invoice, oldest first; one row more than the limit. */
export const paymentList = (businessId: string, invoiceId: string, { limit, cursor }: Paging) =>
  statement(
    build
      .select(columns())
      .from(payments)
      .where(
        and(
          eq(payments.businessId, businessId),
          eq(payments.invoiceId, invoiceId),
          cursor === null ? undefined : gt(payments.id, cursor),
        ),
      )
      .orderBy(payments.id)
      .limit(limit + 1),
  )

/** What a client has left over in a currency, in minor units. */
export const creditOf = prepared<{ clientId: string; currency: string }>()(() =>
  build
    .select(pick({ amount: clientCredits.amount }))
    .from(clientCredits)
    .where(
      and(
        eq(clientCredits.clientId, sql.placeholder('clientId')),
        eq(clientCredits.currency, sql.placeholder('currency')),
      ),
    ),
)

/** The payments of one of the client's own invoices, newest first. */
export const paymentsMade = portalRead<{ invoiceId: string }>()(client =>
  build
    .select(
      pick({
        on: payments.paidOn,
        method: payments.method,
        amount: payments.amount,
        credit: payments.credit,
        reference: payments.reference,
        note: payments.note,
      }),
    )
    .from(payments)
    .where(and(eq(payments.invoiceId, sql.placeholder('invoiceId')), eq(payments.clientId, client)))
    .orderBy(desc(payments.paidOn), desc(payments.id))
    .limit(200),
)

/** What the client has left over, per currency. */
export const creditsLeft = portalRead<Record<never, never>>()(client =>
  build
    .select(pick({ currency: clientCredits.currency, minor: clientCredits.amount }))
    .from(clientCredits)
    .where(and(eq(clientCredits.clientId, client), gt(clientCredits.amount, 0))),
)
