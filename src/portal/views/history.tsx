// One list of the dashboard by itself, page by page.
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back, Go, List, type RowProps } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { words as portalWords } from '../words.ts'
import {
  invoiceRow,
  type OpenInvoice,
  type PastDocument,
  pastRow,
  quoteRow,
  type Reader,
  type WaitingQuote,
} from './rows.ts'

/** A list and the rows of it that this page shows. */
export type Listed =
  | { list: 'quotes'; rows: WaitingQuote[] }
  | { list: 'invoices'; rows: OpenInvoice[] }
  | { list: 'accepted' | 'closed' | 'settled'; rows: PastDocument[] }

export type HistoryProps = {
  business: Brand
  /** In the business's zone. */
  today: string
  /** The dashboard. */
  home: string
  listed: Listed
  /** The next page, and the first one when this isn't it. */
  older: string | null
  newest: string | null
}

function rowsOf(listed: Listed, reader: Reader): RowProps[] {
  if (listed.list === 'quotes') return listed.rows.map(row => quoteRow(row, reader))
  if (listed.list === 'invoices') return listed.rows.map(row => invoiceRow(row, reader))
  return listed.rows.map(row => pastRow(row, reader))
}

/** One page of one list. */
export const HistoryPage = ({ business, today, home, listed, older, newest }: HistoryProps) => {
  const words = useWords(portalWords)
  const formats = useFormats()
  const { title, empty } = words.lists[listed.list]
  // What is open goes on with later dates, what is over with earlier ones.
  const open = listed.list === 'quotes' || listed.list === 'invoices'
  return (
    <Page title={title} business={business} sheet="list">
      <Back href={home} />
      <h1>{title}</h1>
      <section aria-label={title}>
        <List
          rows={rowsOf(listed, { formats, today })}
          empty={newest ? words.noMore : empty}
          more={older === null ? undefined : { href: older, text: open ? words.further : words.older }}
        />
        {newest && <Go href={newest}>{open ? words.first : words.newer}</Go>}
      </section>
    </Page>
  )
}
