// The gallery's dashboards and lists: the reference page of 26 rows, an empty one, an extreme one.
import type { JSX } from 'hono/jsx/jsx-runtime'
import { DashboardPage, type DashboardProps } from '../../portal/views/dashboard.tsx'
import { HistoryPage } from '../../portal/views/history.tsx'
import type { OpenInvoice, PastDocument, WaitingQuote } from '../../portal/views/rows.ts'
import { hostile, joinery, today, withLogo } from './data.ts'

const usd = (minor: number) => ({ minor, currency: 'USD' })

const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

const titles = [
  'Kitchen renovation',
  'Gutters, north side',
  'Oak stairs',
  'Garden shed',
  'Window seats',
  'Attic door',
]
const titled = (at: number) => titles[at % titles.length] as string

const waiting = (at: number): WaitingQuote => ({
  href: `/portal/token/quotes/quo_${at}`,
  ...{ number: `Q-2026-00${42 + at}`, title: titled(at), status: at % 2 ? 'sent' : 'viewed' },
  ...{ total: usd(2_354_613 + at * 81_999), validUntil: inDays(5 + at * 9), daysLeft: 5 + at * 9 },
})

const open = (at: number): OpenInvoice => ({
  href: `/portal/token/invoices/inv_${at}`,
  ...{
    number: `INV-2026-00${89 + at}`,
    title: titled(at + 1),
    status: at === 0 ? 'overdue' : at === 1 ? 'partial' : 'sent',
  },
  ...{ total: usd(802_500 + at * 1_000), balance: usd(at === 1 ? 401_250 : 802_500 + at * 1_000) },
  ...{ dueOn: inDays(at === 0 ? -3 : 8 + at), daysLate: at === 0 ? 3 : -8 - at },
})

const past = (at: number, status: PastDocument['status'], kind = 'Q'): PastDocument => ({
  href: `/portal/token/quotes/quo_p${at}`,
  ...{ number: `${kind}-2025-00${10 + at}`, title: titled(at + 2), status, total: usd(45_000 + at * 7_345) },
  on: at % 3 ? '2026-09-03' : '2025-08-14',
})

const many = <T,>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

const shown = <T,>(rows: T[], more: string | null = null) => ({ rows, more })

const page: DashboardProps = {
  ...{ business: joinery, today, client: 'Marta Okafor' },
  counts: { quotes: 2, invoices: 3, overdue: 1 },
  ...{ due: [usd(2_009_250)], credit: [] },
  ...{ quotes: shown(many(2, waiting)), invoices: shown(many(3, open)) },
  accepted: shown([past(0, 'accepted'), past(1, 'accepted')], '/portal/token/history/accepted'),
  closed: shown([past(2, 'rejected'), past(3, 'expired')]),
  settled: shown([past(4, 'paid', 'INV'), past(5, 'void', 'INV')]),
  reminders: '/portal/token/reminders/stop',
}

/** Six quotes, eight invoices, twelve accepted: the page by which speed and size are measured. */
const reference: DashboardProps = {
  ...page,
  counts: { quotes: 6, invoices: 8, overdue: 1 },
  ...{ quotes: shown(many(6, waiting)), invoices: shown(many(8, open)) },
  accepted: shown(
    many(12, at => past(at, 'accepted')),
    '/portal/token/history/accepted',
  ),
  ...{ closed: shown<PastDocument>([]), settled: shown<PastDocument>([]) },
}

const empty: DashboardProps = {
  ...page,
  ...{ counts: { quotes: 0, invoices: 0, overdue: 0 }, due: [] },
  ...{ quotes: shown<WaitingQuote>([]), invoices: shown<OpenInvoice>([]) },
  ...{ accepted: shown<PastDocument>([]), closed: shown<PastDocument>([]), settled: shown<PastDocument>([]) },
}

const huge = (currency: string) => ({ minor: 9_007_199_254_740_991, currency })

const extreme: DashboardProps = {
  ...page,
  business: {
    name: hostile.rightToLeft,
    phone: '0800 ROOFERS',
    email: `${hostile.unbroken}@x.example`,
    address: hostile.unbroken,
    website: `https://${hostile.unbroken.replace('ä', 'ae')}.example/`,
    colour: '#ffe600',
    logo: null,
  },
  ...{ client: hostile.unbroken },
  ...{ due: [huge('EUR'), huge('KWD'), huge('JPY')], credit: [usd(5_000)] },
  quotes: shown([
    { ...waiting(0), title: hostile.unbroken, total: huge('EUR'), daysLeft: 0 },
    { ...waiting(1), title: hostile.markup, number: hostile.turned },
    { ...waiting(0), title: hostile.rightToLeft, daysLeft: 1 },
  ]),
  invoices: shown(
    many(3, at => ({ ...open(at), total: huge('EUR'), balance: huge(at === 1 ? 'KWD' : 'EUR') })),
  ),
}

/** Each dashboard and each list by its name. */
export const dashboards = (): Record<string, JSX.Element> => {
  const list = {
    ...page,
    home: '/portal/token',
    older: '/portal/token/history/accepted?before=x',
    newest: null,
  }
  const accepted = { list: 'accepted' as const, rows: many(20, at => past(at, 'accepted')) }
  return {
    dashboard: <DashboardPage {...page} />,
    'dashboard reference': <DashboardPage {...reference} />,
    'dashboard empty': <DashboardPage {...empty} />,
    'dashboard with a logo': <DashboardPage {...page} business={withLogo} />,
    'dashboard extreme': <DashboardPage {...extreme} />,
    'history accepted': <HistoryPage {...list} listed={accepted} />,
    'history last': (
      <HistoryPage {...list} listed={{ ...accepted, rows: [] }} older={null} newest={list.home} />
    ),
    'history quotes': (
      <HistoryPage {...list} listed={{ list: 'quotes', rows: page.quotes.rows }} older={null} />
    ),
    'history invoices': (
      <HistoryPage {...list} listed={{ list: 'invoices', rows: page.invoices.rows }} older={null} />
    ),
  }
}
