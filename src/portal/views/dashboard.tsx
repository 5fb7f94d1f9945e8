// The dashboard: a greeting, what to do next, three figures, what waits, what is owed, what was.
import type { WordsIn } from '../../i18n/words.ts'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Card, Cards, Empty, Figure, Go, List, type RowProps } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { words as portalWords } from '../words.ts'
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

const Due = ({ due, credit }: { due: Amount[]; credit: Amount[] }) => {
  const words = useWords(portalWords).cards
  const { amount } = useFormats()
  return (
    <Card label={words.due} wide filled={due.length > 0}>
      {due.length === 0 && <Figure text={words.nothingDue} />}
      {due.map(({ minor, currency }) => (
        <Figure text={amount(minor, currency)} />
      ))}
      {credit.map(({ minor, currency }) => (
        <small>{words.credit(amount(minor, currency))}</small>
      ))}
    </Card>
  )
}

const Figures = ({ counts, due, credit }: DashboardProps) => {
  const words = useWords(portalWords).cards
  return (
    <Cards>
      <Card label={words.quotes}>
        <Figure text={String(counts.quotes)} />
      </Card>
      <Card label={words.invoices}>
        <Figure text={String(counts.invoices)} />
      </Card>
      <Due due={due} credit={credit} />
    </Cards>
  )
}

type SectionProps = {
  list: keyof WordsIn<typeof portalWords>['lists']
  rows: RowProps[]
  more: string | null
}

const Listed = ({ list, rows, more }: SectionProps) => {
  const { empty, more: text } = useWords(portalWords).lists[list]
  return <List rows={rows} empty={empty} more={more === null ? undefined : { href: more, text }} />
}

const Section = (section: SectionProps) => (
  <section>
    <h2>{useWords(portalWords).lists[section.list].title}</h2>
    <Listed {...section} />
  </section>
)

const Group = (section: SectionProps) => (
  <section>
    <h3>{useWords(portalWords).lists[section.list].title}</h3>
    <Listed {...section} />
  </section>
)

const HISTORY = ['accepted', 'closed', 'settled'] as const

const History = (page: DashboardProps & { reader: Reader }) => {
  const words = useWords(portalWords)
  return (
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
}

/** All that a client has from this business, at a glance. */
export const DashboardPage = (page: DashboardProps) => {
  const { business, client, counts, quotes, invoices } = page
  const words = useWords(portalWords)
  const reader = { formats: useFormats(), today: page.today }
  return (
    <Page title={words.title} business={business} sheet="list">
      <h1>{words.hello(<bdi>{client}</bdi>)}</h1>
      <Next counts={counts} quotes={quotes.rows} invoices={invoices.rows} reader={reader} />
      <Figures {...page} />
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
