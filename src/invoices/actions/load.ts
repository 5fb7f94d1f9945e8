/** Reading invoices for the business, and the frame of every change: read, check the version, decide, write. */
import { type Act, checkVersion, commit, perform, type Seen } from '../../core/api.ts'
import { decide, first, type Statement } from '../../core/db.ts'
import { isId } from '../../core/ids.ts'
import { notFound, Problem, type ProblemCode } from '../../core/problem.ts'
import type { DraftLine } from '../../documents/input.ts'
import { linesIn } from '../../documents/lines.ts'
import { type InvoiceRow, invoice, invoiceStands } from '../store/business.ts'

export type Invoice = Omit<InvoiceRow, 'lines' | 'hasMoney'> & { lines: DraftLine[]; hasMoney: boolean }

/** A row with its lines read. */
export const whole = (row: InvoiceRow): Invoice => ({
  ...row,
  hasMoney: row.hasMoney === 1,
  lines: linesIn(row.lines),
})

/** An invoice of the business as it is stored, or 404. */
export async function loadInvoice(act: Act, id: string): Promise<InvoiceRow> {
  const row = isId('inv', id) ? await first(act.db, invoice({ businessId: act.businessId, id })) : undefined
  if (!row) throw notFound()
  return row
}

type Plan = (invoice: Invoice, count: number) => Promise<Statement[] | null> | Statement[] | null

/** Changes an invoice as quotes/actions/load.ts changes a quote. */
export const changing = (act: Act, id: string, seen: Seen, plan: Plan): Promise<InvoiceRow> =>
  decide(async count => {
    const before = await loadInvoice(act, id)
    checkVersion(seen, before.version)
    const statements = await plan(whole(before), count)
    if (statements === null) return before
    return perform(act, [invoiceStands(before), ...statements], invoice({ businessId: act.businessId, id }))
  })

/** Deletes an invoice: `plan` as in `changing`. */
export const removing = (
  act: Act,
  id: string,
  seen: Seen,
  plan: (invoice: Invoice) => Statement[],
): Promise<void> =>
  decide(async () => {
    const before = await loadInvoice(act, id)
    checkVersion(seen, before.version)
    await commit(act, [invoiceStands(before), ...plan(whole(before))])
  })

const words: Partial<Record<ProblemCode, string>> = {
  invoice_not_draft: 'Only a draft can be edited, sent or deleted.',
  invoice_empty: 'Give it at least one line before you send it.',
  invoice_has_payments: 'Take its payments back first: POST /payments/{id}/reverse.',
  invoice_not_voidable: 'Only an invoice that was sent can be voided; a draft can be deleted.',
  invoice_not_payable: 'Payments are recorded on invoices that were sent and not voided.',
}

/** Throws the problem of a rule that says no. */
export function refuseIf(code: ProblemCode | null): void {
  if (code) throw new Problem(code, words[code] ?? '')
}
