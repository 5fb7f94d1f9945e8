/** The Worker: a missing or malformed setting stops it here, at start-up, with its name. */
import { env } from 'cloudflare:workers'
import { app } from './app.ts'
import { configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { everyMinute } from './cron.ts'
import { deliverAfter } from './delivery.ts'
import { warmUp } from './warm.tsx'

configOf(env)
warmUp()

export default {
  async fetch(request, env, ctx) {
    const response = await app.fetch(request, env, ctx)
    deliverAfter(request, response, env, ctx)
    return response
  },
  scheduled: (controller, env, ctx) => ctx.waitUntil(everyMinute(env, controller.scheduledTime)),
} satisfies ExportedHandler<Env>
