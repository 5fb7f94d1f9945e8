/**
 * What a page without a link gets of the database: it can leave a request there, and read nothing. So no page can tell
 * whose an address is, not even by mistake.
 */
import { createMiddleware } from 'hono/factory'
import type { Env } from '../core/env.ts'
import { askForLink } from './actions/recover.ts'

export type AskingEnv = { Bindings: Env; Variables: { ask: (address: string) => Promise<void> } }

export const asking = createMiddleware<AskingEnv>(async (c, next) => {
  c.set('ask', address => askForLink(c.env.DB, address, Date.now()))
  await next()
})
