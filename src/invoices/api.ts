/** Invoices in the API. */
import { Hono } from 'hono'
import {
  type Act,
  type ApiContext,
  type ApiEnv,
  choiceOf,
  idOf,
  ifMatch,
  listOf,
  pagingOf,
  resource,
  updatedSince,
} from '../core/api.ts'
import { bodyOf, jsonOf } from '../core/body.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch } from '../core/db.ts'
import { amountText } from '../core/money.ts'
import { urls } from '../core/urls.ts'
import { documentText } from '../documents/wire.ts'
import { createInvoice, removeInvoice, updateInvoice } from './actions/draft.ts'
import { type Invoice, loadInvoice, whole } from './actions/load.ts'
import { sendInvoice } from './actions/send.ts'
import { balanceOf, invoiceStatuses, statusOf } from './rules.ts'
import { invoiceBody, nothing } from './schema.ts'
import { invoiceList } from './store/business.ts'

export const invoicesApi = new Hono<ApiEnv>()
  .post('/', async c => {
    const invoice = await createInvoice(c.get('act'), await bodyOf(c, invoiceBody))
    return resource(c, invoice.version, draw(invoice, c.get('act')), 201, urls.api.invoice(invoice.id))
  })
  .get('/', async c => c.json(await list(c)))
  .get('/:id', async c => answer(c, await loadInvoice(c.get('act'), c.req.param('id'))))
  .patch('/:id', async c => {
    const seen = ifMatch(c)
    return answer(c, await updateInvoice(c.get('act'), c.req.param('id'), seen, await jsonOf(c)))
  })
  .delete('/:id', async c => {
    await removeInvoice(c.get('act'), c.req.param('id'), ifMatch(c))
    return c.body(null, 204)
  })
  .post('/:id/send', async c => {
    const seen = ifMatch(c)
    await bodyOf(c, nothing)
    return answer(c, await sendInvoice(c.get('act'), c.req.param('id'), seen))
  })

const answer = (c: ApiContext, invoice: Invoice) => resource(c, invoice.version, draw(invoice, c.get('act')))

async function list(c: ApiContext) {
  const act = c.get('act')
  const paging = pagingOf(c)
  const filter = {
    status: choiceOf(c, 'status', invoiceStatuses),
    clientId: idOf(c, 'client_id', 'cli'),
    updatedSince: updatedSince(c),
  }
  const { rows } = await batch(act.db, { rows: invoiceList(act.businessId, filter, paging, act.now) })
  return listOf(rows.map(whole), paging, invoice => draw(invoice, act))
}

const instant = (ms: number | null) => (ms === null ? null : rfc3339(ms))

const draw = (invoice: Invoice, { now }: Act) => ({
  ...documentText(invoice),
  status: statusOf(invoice, now),
  content_hash: invoice.contentHash,
  quote_id: invoice.quoteId,
  due_on: invoice.dueOn,
  amount_paid: amountText(invoice.paid, invoice.currency),
  balance_due: amountText(balanceOf(invoice), invoice.currency),
  sent_at: instant(invoice.sentAt),
  created_at: rfc3339(invoice.createdAt),
  updated_at: rfc3339(invoice.updatedAt),
})
