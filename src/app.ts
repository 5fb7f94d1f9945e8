/**
 * The doors: which path leads where. Everything under a token passes the guard; nothing else reads portal data. The API is
 * loaded when it is first asked for: a page of the portal needs none of it (docs/decisions/0009-what-a-page-loads.md).
 */
import { Hono } from 'hono'
import { faultPage } from './access/faults.tsx'
import { guardPortal } from './access/guard.ts'
import { recoveryPages } from './access/pages.tsx'
import { serveLogo } from './businesses/logo/serve.ts'
import type { Env } from './core/env.ts'
import { health } from './health.ts'
import { invoicePages } from './invoices/pages.tsx'
import { webhook } from './mail/webhook.ts'
import { nowhere } from './nowhere.tsx'
import { paymentsMade } from './payments/store.ts'
import { languagePages } from './portal/language.tsx'
import { portalPages } from './portal/pages.tsx'
import { quotePages } from './quotes/pages/quote.tsx'
import { reminderPages } from './reminders/pages.tsx'
import { signingPages } from './signing/pages.tsx'
import { perNetwork } from './ui/limit.tsx'

export const app = new Hono<{ Bindings: Env }>({ strict: false })
  .get('/health', health)
  .get('/logos/:file', perNetwork('logo'), serveLogo)
  .mount('/api/v1', async (...asked) => (await import('./api/app.ts')).api.fetch(...asked), {
    replaceRequest: false,
  })
  .route('/webhooks', webhook)
  .route('/', signingPages)
  .route('/', recoveryPages)
  .use('/portal/:token/language', perNetwork('language'))
  .use('/portal/:token/*', guardPortal)
  .route('/portal/:token/quotes', quotePages)
  .route('/portal/:token/invoices', invoicePages(paymentsMade))
  .route('/portal/:token/reminders', reminderPages)
  .route('/portal/:token', languagePages)
  .route('/portal/:token', portalPages)
  .notFound(nowhere)
  .onError(faultPage)
