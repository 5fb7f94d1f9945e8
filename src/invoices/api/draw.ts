/** An invoice as the API shows it. */
import { rfc3339 } from '../../core/clock.ts'
import { amountText } from '../../core/money.ts'
import { documentText } from '../../documents/wire.ts'
import { documentDeliveryText } from '../../mail/wire.ts'
import { whole } from '../actions/load.ts'
import { balanceOf, statusOf } from '../rules.ts'
import type { InvoiceRow } from '../store/business.ts'

/** `now`: the instant at which its status is told. */
export function drawInvoice(row: InvoiceRow, now: number) {
  const invoice = whole(row)
  const body = {
    ...documentText(invoice),
    status: statusOf(invoice, now),
    content_hash: invoice.contentHash,
    quote_id: invoice.quoteId,
    beyond_quote: invoice.beyondQuote === 1,
    due_on: invoice.dueOn,
    amount_paid: amountText(invoice.paid, invoice.currency),
    balance_due: amountText(balanceOf(invoice), invoice.currency),
    sent_at: invoice.sentAt === null ? null : rfc3339(invoice.sentAt),
    delivery: invoice.state === 'draft' ? null : documentDeliveryText(invoice.delivery),
    created_at: rfc3339(invoice.createdAt),
    updated_at: rfc3339(invoice.updatedAt),
  }
  return { version: invoice.version, body }
}
