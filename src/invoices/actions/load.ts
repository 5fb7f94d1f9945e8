/** Reading invoices for the business, and the frame of every change: read, check the version, decide, write. */
import { type Act, checkVersion } from '../../core/api.ts'
import { batch, decide, type Statement, write } from '../../core/db.ts'
import { isId } from '../../core/ids.ts'
import { notFound, Problem, type ProblemCode } from '../../core/problem.ts'
import type { DraftLine } from '../../documents/input.ts'
import { linesOf } from '../../documents/lines.ts'
import { type InvoiceRow, invoice } from '../store/business.ts'

export type Invoice = InvoiceRow & { lines: DraftLine[] }

/** An invoice of the business with its lines, or 404. */
export async function loadInvoice(act: Act, id: string): Promise<Invoice> {
  if (!isId('inv', id)) throw notFound()
  const found = await batch(act.db, {
    invoice: invoice({ businessId: act.businessId, id }),
    lines: linesOf('invoice', [id]),
  })
  const row = found.invoice[0]
  if (!row) throw notFound()
  return { ...row, lines: found.lines }
}

/** Changes an invoice as quotes/actions/load.ts changes a quote. */
export async function changing(
  act: Act,
  id: string,
  seen: number | 'any',
  plan: (invoice: Invoice) => Promise<Statement[]> | Statement[],
): Promise<void> {
  await decide(async () => {
    const before = await loadInvoice(act, id)
    checkVersion(seen, before.version)
    await write(act.db, await plan(before))
  })
}

const words: Partial<Record<ProblemCode, string>> = {
  invoice_not_draft: 'Only a draft can be edited, sent or deleted.',
  invoice_empty: 'Give it at least one line before you send it.',
  invoice_not_payable: 'Payments are recorded on invoices that were sent and not cancelled.',
}

/** Throws the problem of a rule that says no. */
export function refuseIf(code: ProblemCode | null): void {
  if (code) throw new Problem(code, words[code] ?? '')
}
