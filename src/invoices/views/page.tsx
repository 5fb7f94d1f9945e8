// An invoice as its client reads it: what is owed and until when, for what, what was paid and how to pay.
import type { InvoiceContent } from '../../documents/content.ts'
import { Head, Parties } from '../../documents/views/head.tsx'
import { Closing, Lines, sumsOf } from '../../documents/views/lines.tsx'
import { words as documentWords } from '../../documents/words.ts'
import type { Formats } from '../../i18n/format.ts'
import { Reach } from '../../ui/contact.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back, Banner, Copied, Jump, Print, type Total, Totals } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { words as invoiceWords } from '../words.ts'
import { type PaymentEntry, Payments } from './payments.tsx'

export type InvoiceStatus = 'sent' | 'partial' | 'paid' | 'overdue' | 'void'

export type InvoicePageProps = {
  /** The business as it is today, for the frame and for reaching it. */
  business: Brand
  /** The dashboard. */
  home: string
  content: InvoiceContent
  status: InvoiceStatus
  /** Whole days since the due day; 0 and below until it has passed. */
  daysLate: number
  /** What counts as paid and what remains, in minor units of the content's currency. */
  paid: number
  balance: number
  /** Newest first. */
  payments: PaymentEntry[]
}

const OverdueBanner = ({ business, content }: InvoicePageProps) => {
  const words = useWords(invoiceWords)
  return (
    <Banner tone="bad" shape="alert" title={words.overdue}>
      <p>{words.overdueSince(useFormats().longDate(content.due_on))}</p>
      <Reach phone={business.phone} email={business.email} subject={words.named(content.number)} />
    </Banner>
  )
}

const StateBanner = (invoice: InvoicePageProps) => {
  const words = useWords(invoiceWords)
  if (invoice.status === 'overdue') return <OverdueBanner {...invoice} />
  if (invoice.status === 'paid') return <Banner tone="good" shape="check" title={words.paidInFull} />
  if (invoice.status === 'void') return <Banner tone="calm" shape="bar" title={words.voided} />
  return null
}

const isOwed = (status: InvoiceStatus): boolean => status !== 'paid' && status !== 'void'

const Due = ({ content, status, daysLate }: InvoicePageProps) => {
  const words = useWords(invoiceWords)
  const late = useWords(documentWords).daysLate(daysLate)
  const date = useFormats().longDate(content.due_on)
  if (status !== 'overdue') return <p>{words.dueOn(date)}</p>
  return (
    <p>
      {words.wasDueOn(date)} <b class="urgent bad">{late}</b>
    </p>
  )
}

const PaidSoFar = ({ content, status, paid }: InvoicePageProps) => {
  const words = useWords(invoiceWords)
  const formats = useFormats()
  if (paid === 0) return null
  const total = formats.money(content.total, content.currency)
  if (status === 'paid') return <p>{words.allPaid(total)}</p>
  return <p>{words.paidOf(formats.amount(paid, content.currency), total)}</p>
}

/** From the lines to what remains. A cancelled invoice ends at its total: nothing of it is due. */
function rowsOf({ content, status, paid, balance }: InvoicePageProps, formats: Formats): Total[] {
  const words = invoiceWords(formats)
  const sums = sumsOf(content, formats)
  if (status === 'void') return sums
  const paidRow = { label: words.paid, value: formats.amount(-paid, content.currency) }
  const due = { label: words.balance, value: formats.amount(balance, content.currency) }
  return [...sums, ...(paid === 0 ? [] : [paidRow]), due]
}

const Top = (invoice: InvoicePageProps) => {
  const { content, status, balance } = invoice
  const words = useWords(invoiceWords)
  const { total } = useWords(documentWords)
  const formats = useFormats()
  const voided = status === 'void'
  const figure = voided
    ? formats.money(content.total, content.currency)
    : formats.amount(balance, content.currency)
  return (
    <Head
      kind={words.kind}
      content={content}
      status={status}
      label={voided ? total : words.balance}
      figure={figure}
    >
      <PaidSoFar {...invoice} />
      {isOwed(status) && <Due {...invoice} />}
    </Head>
  )
}

const HowToPay = ({ content: { payment_instructions: text }, status }: InvoicePageProps) => {
  const title = useWords(invoiceWords).howToPay
  return (
    text &&
    isOwed(status) && (
      <>
        <Jump to="pay">{title}</Jump>
        <Copied id="pay" title={title} text={text} />
      </>
    )
  )
}

/** An invoice in any state that its client may see. */
export const InvoicePage = (invoice: InvoicePageProps) => {
  const { business, home, content, payments } = invoice
  return (
    <Page title={useWords(invoiceWords).named(content.number)} business={business} sheet="document">
      <Back href={home} />
      <StateBanner {...invoice} />
      <article class="doc">
        <Top {...invoice} />
        <Parties content={content} />
        <Lines content={content} />
        <Totals rows={rowsOf(invoice, useFormats())} />
        <Payments entries={payments} currency={content.currency} />
        <HowToPay {...invoice} />
        <Closing content={content} />
        <Print />
      </article>
    </Page>
  )
}
