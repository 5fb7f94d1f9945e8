/** The API, `/api/v1`: key to actor, the nouns' routes, problem documents for everything that goes wrong. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { linksApi } from '../access/api.ts'
import { businessApi } from '../businesses/api.ts'
import { clientsApi } from '../clients/api.ts'
import type { ApiEnv } from '../core/api.ts'
import { Unanswered } from '../core/db.ts'
import { logFault } from '../core/log.ts'
import { notFound, Problem } from '../core/problem.ts'
import { invoicesApi } from '../invoices/api.ts'
import { deliverDue } from '../mail/deliver.ts'
import { paymentsApi } from '../payments/api.ts'
import { quotesApi } from '../quotes/api.ts'
import { authenticate } from './auth.ts'
import { docs } from './docs.tsx'

const MAX_BODY = 256 * 1024

export const api = new Hono<ApiEnv>()
  .use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
  })
  .get('/docs', docs)
  .use(authenticate)
  .use(bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }))
  .use(async function deliverAfterwards(c, next) {
    await next()
    if (c.req.method !== 'GET' && c.res.ok) c.get('act').afterwards(deliverDue(c.get('act')))
  })
  .route('/business', businessApi)
  .route('/clients', clientsApi)
  .route('/clients', linksApi)
  .route('/quotes', quotesApi)
  .route('/invoices', invoicesApi)
  .route('/invoices', paymentsApi)
  .all('*', () => {
    throw notFound()
  })
  .onError((error, c) => problemOf(error, c).response(c.env.BASE_URL))

function tooLarge(): never {
  throw new Problem('too_large', 'A body may have 256 KB at most.')
}

function problemOf(error: Error, c: Context<ApiEnv>): Problem {
  if (error instanceof Problem) return error
  logFault(error, c)
  return error instanceof Unanswered
    ? new Problem('unavailable', 'Try again in a moment; whether a change was made, a read tells.')
    : new Problem('internal', 'The fault is ours, and it was logged.')
}
