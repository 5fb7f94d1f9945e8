/** The doors: which path leads where. Everything under a token passes the guard; nothing else reads portal data. */
import { Hono } from 'hono'
import { faultPage } from './access/faults.tsx'
import { guardPortal } from './access/guard.ts'
import { recoveryPages } from './access/pages.tsx'
import { api } from './api/app.ts'
import type { Env } from './core/env.ts'
import { health } from './health.ts'
import { invoicePages } from './invoices/pages.tsx'
import { webhook } from './mail/webhook.ts'
import { nowhere } from './nowhere.tsx'
import { paymentsMade } from './payments/store.ts'
import { portalPages } from './portal/pages.tsx'
import { quotePages } from './quotes/pages/quote.tsx'
import { reminderPages } from './reminders/pages.tsx'
import { signingPages } from './signing/pages.tsx'

export const app = new Hono<{ Bindings: Env }>({ strict: false })
  .get('/health', health)
  .route('/api/v1', api)
  .route('/webhooks', webhook)
  .route('/', signingPages)
  .route('/', recoveryPages)
  .use('/portal/:token/*', guardPortal)
  .route('/portal/:token/quotes', quotePages)
  .route('/portal/:token/invoices', invoicePages(paymentsMade))
  .route('/portal/:token/reminders', reminderPages)
  .route('/portal/:token', portalPages)
  .notFound(nowhere)
  .onError(faultPage)
