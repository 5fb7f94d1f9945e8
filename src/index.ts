/**
 * The Worker: a missing or malformed setting stops it here, at start-up, with its name. What no page of the portal needs
 * is imported when it is asked for (docs/decisions/0009-what-a-page-loads.md).
 */
import { env } from 'cloudflare:workers'
import { app } from './app.ts'
import { configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { addLanguages } from './languages/all.ts'
import { warmUp } from './warm.tsx'

configOf(env)
addLanguages()
warmUp()

export default {
  async fetch(request, env, ctx) {
    const response = await app.fetch(request, env, ctx)
    if (mayHaveWritten(request, response))
      ctx.waitUntil(import('./delivery.ts').then(({ deliverAfter }) => deliverAfter(env)))
    return response
  },
  scheduled: (controller, env, ctx) =>
    ctx.waitUntil(import('./cron.ts').then(({ everyMinute }) => everyMinute(env, controller.scheduledTime))),
} satisfies ExportedHandler<Env>

/** To the outbox, too. */
const mayHaveWritten = ({ method }: Request, { status }: Response): boolean =>
  !['GET', 'HEAD'].includes(method) && status < 400
