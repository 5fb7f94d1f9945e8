/**
 * The door of everything under `/portal/{token}`: a token that was never made here is refused without touching
 * any storage; any other goes on as a visit, which is all that a page gets. The bindings stay behind.
 */
import { createMiddleware } from 'hono/factory'
import { type Config, configOf } from '../core/config.ts'
import type { Env } from '../core/env.ts'
import { present } from './token.ts'
import { DeadLink, type Visit, visitOf } from './visit.ts'

/**
 * What a page of the portal finds in its context. `token` serves to link to the portal's other pages, `signing` to
 * sign what a client accepts.
 */
export type PortalEnv = {
  Bindings: Record<never, never>
  Variables: { visit: Visit; token: string; signing: Config['signing'] }
}

export const guardPortal = createMiddleware<{ Bindings: Env; Variables: PortalEnv['Variables'] }>(
  async function guardPortal(c, next) {
    const token = c.req.param('token') ?? ''
    const config = configOf(c.env)
    const presented = await present(config, token)
    if (!presented) throw new DeadLink()
    const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
    const languages = c.req.header('accept-language') ?? null
    const parts = { db: c.env.DB, kv: c.env.KV, now: Date.now(), languages, waitUntil }
    c.set('visit', visitOf(presented, parts))
    c.set('token', token)
    c.set('signing', config.signing)
    await next()
  },
)
