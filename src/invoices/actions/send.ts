/** Sending an invoice: freezes its words, gives number and link, writes the message, in one batch. */
import { entry } from '../../audit/store.ts'
import type { Act, Seen } from '../../core/api.ts'
import { endOfDay, rfc3339 } from '../../core/clock.ts'
import { freeze, type InvoiceContent, type Unnumbered } from '../../documents/content.ts'
import { actingBusiness, announcement, contentOf, prepareSending } from '../../documents/sending.ts'
import { frozenColumns, numberIsFrozen, sentDetails } from '../../documents/store.ts'
import { whyNotSend } from '../rules.ts'
import { changeInvoice, type InvoiceRow, insertRevision } from '../store/business.ts'
import { changing, refuseIf } from './load.ts'

export async function sendInvoice(act: Act, id: string, seen: Seen): Promise<InvoiceRow> {
  return changing(act, id, seen, async (before, count) => {
    const { business, today } = await actingBusiness(act)
    refuseIf(whyNotSend(before))
    const prepared = await prepareSending(act, 'invoice', before, business, today, count)
    const revision = 1
    const dueEndsAt = endOfDay(before.dueOn, business.timeZone)
    const content: Unnumbered<InvoiceContent> = {
      ...contentOf(prepared, before, before.lines, { revision, on: today }),
      format: 'semaquote/invoice@1',
      due_on: before.dueOn,
      due_on_ends_at: rfc3339(dueEndsAt),
      payment_instructions: business.paymentInstructions,
    }
    const { number, numbers } = prepared
    const frozen = await freeze(content, numbers)
    return [
      ...prepared.statements,
      changeInvoice(before, { number }, act.now),
      numberIsFrozen('invoice', id, frozen),
      insertRevision({
        ...{ invoiceId: id, revision, businessId: act.businessId, clientId: before.clientId },
        ...frozenColumns('invoice', id, frozen),
        ...{
          timeZone: business.timeZone,
          dueEndsAt,
          sentAt: act.now,
          invoiceVersion: before.version + 1,
        },
      }),
      announcement(act, 'invoice', prepared, id, revision),
      entry(act, 'invoice.sent', id, sentDetails('invoice', id, revision, { link: prepared.linkId })),
    ]
  })
}
