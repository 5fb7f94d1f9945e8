/** The page of an invoice, with its payments. */
import { Hono } from 'hono'
import { notFoundHere, portalPage, senderOf } from '../access/frame.tsx'
import type { PortalEnv } from '../access/guard.ts'
import type { PortalRead, ReadRow, Visitor } from '../access/visit.ts'
import { dateIn, daysBetween } from '../core/clock.ts'
import { isId } from '../core/ids.ts'
import { urls } from '../core/urls.ts'
import type { InvoiceContent } from '../documents/content.ts'
import { balanceOf, statusOf } from './rules.ts'
import { sentInvoice } from './store/portal.ts'
import { InvoicePage, type InvoicePageProps } from './views/page.tsx'
import type { PaymentEntry } from './views/payments.tsx'

/** The invoice's pages; the payments' own folder lies above this one, so its read is handed in. */
export const invoicePages = (paymentsMade: (of: { invoiceId: string }) => PortalRead<PaymentEntry>) =>
  new Hono<PortalEnv>().get('/:id', async c => {
    const visit = c.get('visit')
    const id = c.req.param('id')
    const reads = isId('inv', id)
      ? { invoice: sentInvoice({ id }), payments: paymentsMade({ invoiceId: id }) }
      : {}
    const { visitor, rows } = await visit.read(reads)
    const invoice = rows.invoice?.[0]
    if (!invoice) return notFoundHere(c, visitor)
    const home = urls.portal(c.get('token'))
    const props = propsOf(invoice, rows.payments ?? [], visitor, home, visit.now)
    return portalPage(c, visitor, <InvoicePage {...props} />)
  })

type SentInvoice = ReadRow<ReturnType<typeof sentInvoice>>

function propsOf(
  invoice: SentInvoice,
  payments: PaymentEntry[],
  visitor: Visitor,
  home: string,
  now: number,
): InvoicePageProps {
  const content: InvoiceContent = JSON.parse(invoice.content)
  const status = statusOf(invoice, now)
  return {
    business: senderOf(content.business, visitor),
    home,
    content,
    status: status === 'draft' ? 'sent' : status,
    daysLate: daysBetween(content.due_on, dateIn(content.time_zone, now)),
    paid: invoice.paid,
    balance: balanceOf(invoice),
    payments,
  }
}
