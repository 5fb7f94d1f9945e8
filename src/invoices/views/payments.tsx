// What was paid on an invoice, newest first, and how to pay the rest.
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { Table, TableRow } from '../../ui/table.tsx'
import { words as invoiceWords, methodName } from '../words.ts'

/** Money received, in minor units; a negative entry takes an earlier one back. */
export type PaymentEntry = {
  on: string
  method: string
  amount: number
  /** The part of it that the client keeps as credit; negative where credit was used. */
  credit: number
  reference: string | null
  note: string | null
}

const Method = ({ entry }: { entry: PaymentEntry }) => {
  const words = useWords(invoiceWords)
  return (
    <>
      {useFormats().mediumDate(entry.on)}
      <small dir="auto">{entry.amount < 0 ? words.takenBack : methodName(words, entry.method)}</small>
    </>
  )
}

const Remark = ({ entry, currency }: { entry: PaymentEntry; currency: string }) => {
  const { reference, note, credit, amount } = entry
  const keeps = amount > 0 && credit > 0
  return (
    <>
      {reference && <bdi>{reference}</bdi>}
      {reference && note && ' · '}
      {note && <bdi class="text">{note}</bdi>}
      {keeps && <small>{useWords(invoiceWords).kept(useFormats().amount(credit, currency))}</small>}
    </>
  )
}

/** One row per entry; nothing where nothing was paid yet. */
export const Payments = ({ entries, currency }: { entries: PaymentEntry[]; currency: string }) => {
  const words = useWords(invoiceWords)
  return (
    entries.length > 0 && (
      <Table caption={words.payments} columns={[words.date, words.remark, words.amount]} noted>
        {entries.map(entry => (
          <TableRow
            head={<Method entry={entry} />}
            how={<Remark entry={entry} currency={currency} />}
            sum={useFormats().amount(entry.amount, currency)}
          />
        ))}
      </Table>
    )
  )
}
