// The dashboard: a greeting, what to do next, three figures, what waits, what is owed, what was.
import type { Formats } from '../../i18n/format.ts'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Card, Cards, Empty, Figure, Go, List, type RowProps } from '../../ui/parts.tsx'
import { words } from '../words.ts'
import { type Counts, Next } from './next.tsx'
import {
  type Amount,
  invoiceRow,
  type OpenInvoice,
  type PastDocument,
  pastRow,
  quoteRow,
  type Reader,
  type WaitingQuote,
} from './rows.ts'

/** The first rows of a list, and where the rest of it is when there is more. */
export type Shown<Row> = { rows: Row[]; more: string | null }

export type DashboardProps = {
  business: Brand
  formats: Formats
  /** In the business's zone. */
  today: string
  client: string
  counts: Counts
  /** One amount per currency; a currency in which nothing is owed is left out. */
  due: Amount[]
  credit: Amount[]
  /** The one that ends first, first. */
  quotes: Shown<WaitingQuote>
  /** The overdue ones first, the oldest due day first. */
  invoices: Shown<OpenInvoice>
  /** Newest first. */
  accepted: Shown<PastDocument>
  closed: Shown<PastDocument>
  settled: Shown<PastDocument>
  /** Where reminders are stopped and turned on again. */
  reminders: string
}

const Due = ({ due, credit, reader }: { due: Amount[]; credit: Amount[]; reader: Reader }) => (
  <Card label={words.cards.due} wide filled={due.length > 0}>
    {due.length === 0 && <Figure text={words.cards.nothingDue} />}
    {due.map(({ minor, currency }) => (
      <Figure text={reader.formats.amount(minor, currency)} />
    ))}
    {credit.map(({ minor, currency }) => (
      <small>{words.cards.credit(reader.formats.amount(minor, currency))}</small>
    ))}
  </Card>
)

const Figures = ({ counts, due, credit, reader }: DashboardProps & { reader: Reader }) => (
  <Cards>
    <Card label={words.cards.quotes}>
      <Figure text={String(counts.quotes)} />
    </Card>
    <Card label={words.cards.invoices}>
      <Figure text={String(counts.invoices)} />
    </Card>
    <Due due={due} credit={credit} reader={reader} />
  </Cards>
)

type SectionProps = { list: keyof typeof words.lists; rows: RowProps[]; more: string | null }

const Listed = ({ list, rows, more }: SectionProps) => {
  const { empty, more: text } = words.lists[list]
  return <List rows={rows} empty={empty} more={more === null ? undefined : { href: more, text }} />
}

const Section = (section: SectionProps) => (
  <section>
    <h2>{words.lists[section.list].title}</h2>
    <Listed {...section} />
  </section>
)

const Group = (section: SectionProps) => (
  <section>
    <h3>{words.lists[section.list].title}</h3>
    <Listed {...section} />
  </section>
)

const HISTORY = ['accepted', 'closed', 'settled'] as const

const History = (page: DashboardProps & { reader: Reader }) => (
  <section>
    <h2>{words.history}</h2>
    {HISTORY.every(list => page[list].rows.length === 0) ? (
      <Empty>{words.historyEmpty}</Empty>
    ) : (
      HISTORY.map(list => (
        <Group
          list={list}
          rows={page[list].rows.map(row => pastRow(row, page.reader))}
          more={page[list].more}
        />
      ))
    )}
  </section>
)

/** All that a client has from this business, at a glance. */
export const DashboardPage = (page: DashboardProps) => {
  const { business, client, counts, quotes, invoices } = page
  const reader = { formats: page.formats, today: page.today }
  return (
    <Page title={words.title} business={business}>
      <h1>{words.hello(<bdi>{client}</bdi>)}</h1>
      <Next counts={counts} quotes={quotes.rows} invoices={invoices.rows} reader={reader} />
      <Figures {...page} reader={reader} />
      <Section list="quotes" rows={quotes.rows.map(row => quoteRow(row, reader))} more={quotes.more} />
      <Section
        list="invoices"
        rows={invoices.rows.map(row => invoiceRow(row, reader))}
        more={invoices.more}
      />
      <History {...page} reader={reader} />
      <Go href={page.reminders}>{words.reminders}</Go>
    </Page>
  )
}
