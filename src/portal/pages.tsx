/** The dashboard, and its lists by themselves. */
import { type Context, Hono } from 'hono'
import { businessOf, notFoundHere, portalPage } from '../access/frame.tsx'
import type { PortalEnv } from '../access/guard.ts'
import type { PortalRead, ReadRow, Visitor } from '../access/visit.ts'
import { urls } from '../core/urls.ts'
import { cursorOf } from '../documents/paging.ts'
import {
  dashboardReads,
  type InvoiceItem,
  type InvoiceListName,
  invoiceLists,
  type ListName,
  moreOf,
  openInvoice,
  type Page,
  type Place,
  pageOf,
  pastInvoice,
  pastQuote,
  placeOf,
  type QuoteItem,
  type QuoteListName,
  quoteLists,
  waitingQuote,
} from './lists.ts'
import { DashboardPage, type DashboardProps } from './views/dashboard.tsx'
import { HistoryPage, type Listed } from './views/history.tsx'
import type { OpenInvoice, PastDocument, WaitingQuote } from './views/rows.ts'

export const portalPages = new Hono<PortalEnv>()
  .get('/', async c => {
    const { now } = c.get('visit')
    const { visitor, rows } = await c.get('visit').read(dashboardReads(now))
    const props = propsOf(placeOf(c.get('token'), visitor, now), rows)
    return portalPage(c, visitor, <DashboardPage {...props} />)
  })
  .get('/history/:list', async c => {
    const visit = c.get('visit')
    const list = c.req.param('list')
    const from = cursorOf(c.req.query('from'))
    if (isQuoteList(list)) {
      const { visitor, rows } = await visit.read(
        quoteLists[list](visit.now, from) as Record<string, PortalRead<QuoteItem>>,
      )
      return listPage(
        c,
        visitor,
        list,
        pageOf(list, Object.values(rows)),
        list === 'quotes' ? waitingQuote : pastQuote,
      )
    }
    if (isInvoiceList(list)) {
      const { visitor, rows } = await visit.read(
        invoiceLists[list](from) as Record<string, PortalRead<InvoiceItem>>,
      )
      return listPage(
        c,
        visitor,
        list,
        pageOf(list, Object.values(rows)),
        list === 'invoices' ? openInvoice : pastInvoice,
      )
    }
    const { visitor } = await visit.read({})
    return notFoundHere(c, visitor)
  })

const isQuoteList = (name: string): name is QuoteListName => Object.hasOwn(quoteLists, name)
const isInvoiceList = (name: string): name is InvoiceListName => Object.hasOwn(invoiceLists, name)

const frameOf = ({ visitor, today }: Place) => ({
  business: businessOf(visitor),
  today,
})

function listPage<Row>(
  c: Context<PortalEnv>,
  visitor: Visitor,
  list: ListName,
  { shown, next }: Page<Row>,
  draw: (place: Place, row: Row) => WaitingQuote | OpenInvoice | PastDocument,
): Promise<Response> {
  const token = c.get('token')
  const place = placeOf(token, visitor, c.get('visit').now)
  const listed = { list, rows: shown.map(row => draw(place, row)) } as Listed
  const older = moreOf(place, list, next)
  const first = cursorOf(c.req.query('from')) === null ? null : urls.history(token, list)
  const props = { ...frameOf(place), home: urls.portal(token), listed, older, newest: first }
  return portalPage(c, visitor, <HistoryPage {...props} />)
}

type Rows = {
  [Name in keyof ReturnType<typeof dashboardReads>]: ReadRow<ReturnType<typeof dashboardReads>[Name]>[]
}

function propsOf(place: Place, rows: Rows): DashboardProps {
  const total = (of: 'count' | 'overdue') => rows.owed.reduce((sum, row) => sum + row[of], 0)
  const shown = <Row, Drawn>(
    list: ListName,
    { shown, next }: Page<Row>,
    draw: (place: Place, row: Row) => Drawn,
  ) => ({
    rows: shown.map(row => draw(place, row)),
    more: moreOf(place, list, next),
  })
  return {
    ...frameOf(place),
    client: place.visitor.clientName,
    counts: { quotes: rows.count[0]?.count ?? 0, invoices: total('count'), overdue: total('overdue') },
    due: rows.owed.map(({ currency, minor }) => ({ currency, minor: BigInt(minor) })),
    credit: rows.credit,
    quotes: shown('quotes', pageOf('quotes', [rows.awaiting]), waitingQuote),
    invoices: shown('invoices', pageOf('invoices', [rows.open]), openInvoice),
    accepted: shown('accepted', pageOf('accepted', [rows.accepted]), pastQuote),
    closed: shown('closed', pageOf('closed', [rows.rejected, rows.closed, rows.lapsed]), pastQuote),
    settled: shown('settled', pageOf('settled', [rows.paid, rows.voided]), pastInvoice),
    reminders: urls.stopReminders(place.token),
  }
}
