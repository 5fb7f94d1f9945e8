// Every page of the client's in every state, for looking at and for testing what must hold of all of them.
import { type Child, cloneElement, type JSXNode } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { AskedPage, AskPage } from '../../access/views/ask.tsx'
import { DeadLinkPage } from '../../access/views/dead-link.tsx'
import { type Formats, formatsFor } from '../../i18n/format.ts'
import { InvoicePage, type InvoicePageProps } from '../../invoices/views/page.tsx'
import { QuotePage, type QuotePageProps } from '../../quotes/views/page.tsx'
import {
  CrossSitePage,
  ErrorPage,
  NotFoundInPortal,
  NotFoundPage,
  TooLargePage,
  TooManyPage,
  UnavailablePage,
} from '../../ui/error-pages.tsx'
import type { Brand } from '../../ui/layout.tsx'
import type { Surroundings } from '../../ui/surroundings.ts'
import { drawnIn } from '../../ui/surroundings.ts'
import { answers } from './answers.tsx'
import { ComponentsPage } from './components.tsx'
import { dashboards } from './dashboards.tsx'
import { extremeQuote, hostile, invoice, joinery, plainQuote, quote } from './data.ts'
import { proofs } from './receipts.tsx'

const home = '/portal/token'
const signedAt = Date.UTC(2026, 10, 20, 20, 4)

const quotes = (): Record<string, JSX.Element> => {
  const page: QuotePageProps = {
    ...{ business: joinery, home, content: quote, status: 'sent', daysLeft: 5 },
    ...{ decision: null, closedOn: null },
  }
  const signed = {
    by: 'client',
    name: 'Marta Okafor',
    poNumber: 'PO 7719',
    at: signedAt,
    reason: null,
    note: null,
  } as const
  const declined = { ...signed, name: null, reason: 'timing', note: 'We will come back to it\nin spring.' }
  const yen = { ...page, content: extremeQuote('JPY', '9007199254740') }
  return {
    'quote sent': <QuotePage {...page} />,
    'quote last day': <QuotePage {...page} status="viewed" daysLeft={0} />,
    'quote plain': <QuotePage {...page} content={plainQuote} daysLeft={30} />,
    'quote accepted': (
      <QuotePage {...page} status="accepted" decision={signed} receipt={`${home}/quotes/quo_1/receipt`} />
    ),
    'quote recorded': <QuotePage {...page} status="accepted" decision={{ ...signed, by: 'business' }} />,
    'quote rejected': <QuotePage {...page} status="rejected" decision={declined} />,
    'quote expired': <QuotePage {...page} status="expired" daysLeft={-3} />,
    'quote closed': <QuotePage {...page} status="expired" closedOn="2026-11-19" />,
    'quote extreme': <QuotePage {...page} content={extremeQuote('USD', '9999999999999.99')} />,
    'quote yen': <QuotePage {...yen} />,
  }
}

const invoices = (): Record<string, JSX.Element> => {
  const page: InvoicePageProps = {
    ...{ business: joinery, home, content: invoice, status: 'sent', daysLate: -9 },
    ...{ paid: 0, balance: 1_177_306, payments: [] },
  }
  const check = {
    on: '2026-11-18',
    method: 'check',
    amount: 600_000,
    credit: 0,
    reference: 'No. 1841',
    note: null,
  }
  const back = {
    ...check,
    on: '2026-11-19',
    amount: -100_000,
    reference: null,
    note: 'The bank returned it.',
  }
  const other = { ...check, method: hostile.rightToLeft, reference: hostile.markup, note: hostile.unbroken }
  const part = { paid: 500_000, balance: 677_306, payments: [back, check] }
  const kwd = { ...invoice, ...extremeQuote('KWD', '9007199254740.991'), due_on: '2026-11-01' } as const
  return {
    'invoice sent': <InvoicePage {...page} />,
    'invoice partial': <InvoicePage {...page} {...part} status="partial" />,
    'invoice overdue': (
      <InvoicePage {...page} content={{ ...invoice, due_on: '2026-11-19' }} status="overdue" daysLate={3} />
    ),
    'invoice paid': <InvoicePage {...page} status="paid" paid={1_177_306} balance={0} payments={[check]} />,
    'invoice void': <InvoicePage {...page} status="void" balance={0} />,
    'invoice extreme': (
      <InvoicePage
        {...page}
        content={{ ...kwd, format: 'semaquote/invoice@1' }}
        status="overdue"
        daysLate={21}
        paid={4_503_599_627_370_495}
        balance={4_503_599_627_370_496}
        payments={[other, other]}
      />
    ),
  }
}

const resend = {
  action: `${home}/quotes/quo_1/acceptance`,
  fields: { signature: hostile.turned, po_number: hostile.markup, consent: 'on', content_hash: '9f86d081' },
}

const troubles = (): Record<string, JSX.Element> => ({
  'dead link': <DeadLinkPage />,
  'mail me my link': <AskPage />,
  'mail me my link, mistaken': <AskPage typed={hostile.markup} fault="noAddress" />,
  'mail me my link, unanswered': <AskPage typed="dana@example.com" isUnanswered />,
  'mail is on its way': <AskedPage />,
  'not found': <NotFoundPage />,
  'not found in portal': <NotFoundInPortal business={joinery} home={home} />,
  unavailable: <UnavailablePage known={null} retry={home} />,
  'unavailable, known': <UnavailablePage known={joinery} retry={home} />,
  'unavailable, sent': <UnavailablePage known={joinery} retry={home} resend={resend} />,
  'cross-site': <CrossSitePage />,
  'too large': <TooLargePage />,
  'too many': <TooManyPage />,
  error: <ErrorPage retry={home} />,
})

/** Each page by its name. */
const pages = (): Record<string, JSX.Element> => ({
  ...dashboards(),
  ...quotes(),
  ...answers(),
  ...proofs(),
  ...invoices(),
  ...troubles(),
  components: <ComponentsPage business={joinery} />,
})

/** Those of which the business's figures are not written as English ones are. */
const locales: Record<string, string> = { 'quote yen': 'ja-JP', 'dashboard extreme': 'de-DE' }

/** Open to everybody, and in nobody's name. */
const isOpen = (name: string): boolean => /^(verify|mail|dead|not found$)/.test(name)
const isFault = (name: string): boolean => /^(unavailable|cross|too|error)/.test(name)

export type Drawn = {
  name: string
  page: Child
  surroundings: Surroundings
  /** Of the business in whose name it is; what the policy of the page has to allow. */
  colour: string | null
  html: string
}

/** How the gallery is looked at: by which reader, and in which colour of the business; null for its own. */
export type Look = { formats?: Formats; colour?: string | null }

/** Every page; in English where no reader is given. */
export const drawnPages = ({ formats, colour = null }: Look = {}): Drawn[] =>
  Object.entries(pages()).map(([name, drawn]) => {
    const reader = formats ?? formatsFor(locales[name] ?? 'en-US')
    const form = { action: `${home}/language`, page: home, isChosen: true }
    const language = isFault(name) ? null : isOpen(name) ? { keep: {} } : form
    const surroundings = { formats: reader, language, query: '' }
    const element = drawn as unknown as JSXNode
    const own: Brand | undefined = element.props.business
    const business = own && colour ? { ...own, colour } : own
    const page = business ? cloneElement(element, { business }) : drawn
    return { name, page, surroundings, colour: business?.colour ?? null, html: drawnIn(surroundings, page) }
  })
