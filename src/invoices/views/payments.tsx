// What was paid on an invoice, newest first, and how to pay the rest.
import type { Formats } from '../../i18n/format.ts'
import { Table, TableRow } from '../../ui/table.tsx'
import { words } from '../words.ts'

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

type Props = { currency: string; formats: Formats }

const Method = ({ entry, formats }: { entry: PaymentEntry; formats: Formats }) => (
  <>
    {formats.mediumDate(entry.on)}
    <small dir="auto">{entry.amount < 0 ? words.takenBack : words.method(entry.method)}</small>
  </>
)

const Remark = ({ entry, currency, formats }: Props & { entry: PaymentEntry }) => {
  const { reference, note, credit, amount } = entry
  const kept = amount > 0 && credit > 0 ? words.kept(formats.amount(credit, currency)) : null
  return (
    <>
      {reference && <bdi>{reference}</bdi>}
      {reference && note && ' · '}
      {note && <bdi class="text">{note}</bdi>}
      {kept && <small>{kept}</small>}
    </>
  )
}

/** One row per entry; nothing where nothing was paid yet. */
export const Payments = ({ entries, currency, formats }: Props & { entries: PaymentEntry[] }) =>
  entries.length > 0 && (
    <Table caption={words.payments} columns={[words.date, words.remark, words.amount]} noted>
      {entries.map(entry => (
        <TableRow
          head={<Method entry={entry} formats={formats} />}
          how={<Remark entry={entry} currency={currency} formats={formats} />}
          sum={formats.amount(entry.amount, currency)}
        />
      ))}
    </Table>
  )
