/** Voiding an invoice: kept and marked, out of every total. Money that is on it has to be taken back first. */
import { entry } from '../../audit/store.ts'
import type { Act, Seen } from '../../core/api.ts'
import { whyNot } from '../rules.ts'
import { changeInvoice, type InvoiceRow } from '../store/business.ts'
import { changing, refuseIf } from './load.ts'

export const voidInvoice = (act: Act, id: string, seen: Seen): Promise<InvoiceRow> =>
  changing(act, id, seen, before => {
    refuseIf(whyNot('void', before))
    return [
      changeInvoice(before, { state: 'void', settledAt: act.now }, act.now),
      entry(act, 'invoice.voided', id),
    ]
  })
