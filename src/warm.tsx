/**
 * Draws the dashboard once while an isolate starts, compiles what it reads and the paths of the doors, where CPU time is
 * not counted against a request: the first use of Intl alone costs ten milliseconds, more than the free plan allows a
 * whole request, and the first statements as much. No I/O is possible here, so what is drawn is made up and thrown away.
 */
import { compileReads } from './access/visit.ts'
import { app } from './app.ts'
import { dateIn } from './core/clock.ts'
import { formatsFor } from './i18n/format.ts'
import { dashboardReads } from './portal/lists.ts'
import { DashboardPage } from './portal/views/dashboard.tsx'
import { drawnIn } from './ui/surroundings.ts'

const total = { minor: 100, currency: 'USD' }
const entry = { href: '/', number: '1', title: 'a', total }
const none = { rows: [], more: null }

export function warmUp(): void {
  app.router.match('GET', '/')
  compileReads(dashboardReads(0))
  const page = (
    <DashboardPage
      business={{
        name: 'a',
        phone: null,
        email: 'a@example.com',
        address: null,
        website: null,
        colour: null,
        logo: null,
      }}
      today={dateIn('America/New_York', 0)}
      client="a"
      counts={{ quotes: 1, invoices: 1, overdue: 0 }}
      due={[total]}
      credit={[]}
      quotes={{ rows: [{ ...entry, status: 'sent', validUntil: '2026-01-31', daysLeft: 30 }], more: null }}
      invoices={{
        rows: [{ ...entry, status: 'sent', balance: total, dueOn: '2026-01-31', daysLate: -30 }],
        more: null,
      }}
      accepted={none}
      closed={none}
      settled={none}
      reminders="/"
    />
  )
  drawnIn({ formats: formatsFor('en-US'), language: null, query: '' }, page)
}
