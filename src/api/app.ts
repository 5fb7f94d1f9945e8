/** The API, `/api/v1`: key to actor, the nouns' operations, problem documents for everything that goes wrong. */
import { type Context, Hono } from 'hono'
import type { ApiEnv } from '../core/api.ts'
import { KEY_ENDED, Refused, Unanswered } from '../core/db.ts'
import { newId } from '../core/ids.ts'
import { logFault } from '../core/log.ts'
import { Problem } from '../core/problem.ts'
import { authenticate, unknownKey } from './auth.ts'
import { docs } from './docs.tsx'
import { openApi } from './openapi.ts'
import { operations } from './operations.ts'
import { mount, nothingHere } from './serve.ts'

export const api = new Hono<ApiEnv>({ strict: false })
  .basePath('/api/v1')
  .use(async function everyAnswer(c, next) {
    c.set('requestId', newId('req', Date.now()))
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    c.header('x-request-id', c.get('requestId'))
  })
  .route('/docs', docs)
  .get('/openapi.json', c => c.json(openApi(c.env.BASE_URL)))
  .use(authenticate)

mount(api, operations)

api.all('*', nothingHere).onError((error, c) => problemOf(error, c).response(c.env.BASE_URL))

function problemOf(error: Error, c: Context<ApiEnv>): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Refused && error.reason === KEY_ENDED) return unknownKey()
  logFault(error, c)
  return error instanceof Unanswered
    ? new Problem('unavailable', 'Try again in a moment; whether a change was made, a read tells.')
    : new Problem('internal', 'The fault is ours, and it was logged.')
}
