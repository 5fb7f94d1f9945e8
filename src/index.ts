/** The Worker: a missing or malformed setting stops it here, at start-up, with its name. */
import { env } from 'cloudflare:workers'
import { app } from './app.ts'
import { configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { everyMinute } from './cron.ts'
import { warmUp } from './warm.tsx'

configOf(env)
warmUp()

export default {
  fetch: app.fetch,
  scheduled: (controller, env, ctx) => ctx.waitUntil(everyMinute(env, controller.scheduledTime)),
} satisfies ExportedHandler<Env>
