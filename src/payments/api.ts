/** Payments in the API: recorded on an invoice, listed by it. */
import { Hono } from 'hono'
import { type ApiEnv, listOf, pagingOf } from '../core/api.ts'
import { bodyOf } from '../core/body.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { amountText } from '../core/money.ts'
import { urls } from '../core/urls.ts'
import { loadInvoice } from '../invoices/actions/load.ts'
import { paymentBody, recordPayment } from './actions.ts'
import { paymentList } from './store.ts'
import type { PaymentRow } from './tables.ts'

export const paymentsApi = new Hono<ApiEnv>()
  .post('/:id/payments', async c => {
    const invoiceId = c.req.param('id')
    const payment = await recordPayment(c.get('act'), invoiceId, await bodyOf(c, paymentBody))
    return c.json(draw(payment), 201, { location: urls.api.payments(invoiceId) })
  })
  .get('/:id/payments', async c => {
    const act = c.get('act')
    const paging = pagingOf(c)
    const { id } = await loadInvoice(act, c.req.param('id'))
    const { rows } = await batch(act.db, { rows: paymentList(act.businessId, id, paging) })
    return c.json(listOf(rows, paging, draw))
  })

const draw = (row: PaymentRow) => ({
  id: row.id,
  invoice_id: row.invoiceId,
  amount: amountText(row.amount, row.currency),
  applied: amountText(row.applied, row.currency),
  credit: amountText(row.credit, row.currency),
  currency: row.currency,
  method: row.method,
  paid_on: row.paidOn,
  reference: row.reference,
  note: row.note,
  reverses: row.reverses,
  created_at: rfc3339(row.createdAt),
})
