/** A limit on what everybody may ask without a link or a key: so often per network, and then a page that says to wait. */
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../core/env.ts'
import { addressOf, networkOf } from '../core/http.ts'
import { TooManyPage } from './error-pages.tsx'
import { openPage } from './open.tsx'

/** The period of `PUBLIC_LIMIT` in wrangler.toml. */
const RETRY_AFTER_SECONDS = '60'

/**
 * Lets a network ask for this 60 times a minute, as the platform counts (per location, loosely). Where the limiter fails
 * or nobody knows the address, as on a developer's machine, everybody passes.
 */
export const perNetwork =
  (what: string): MiddlewareHandler<{ Bindings: Env }> =>
  async (c, next) => {
    const address = addressOf(c.req.raw)
    if (address === null) return next()
    const key = `${what} ${networkOf(address)}`
    const { success } = await c.env.PUBLIC_LIMIT.limit({ key }).catch(() => ({ success: true }))
    if (success) return next()
    return openPage(c, <TooManyPage />, { status: 429, headers: { 'retry-after': RETRY_AFTER_SECONDS } })
  }
