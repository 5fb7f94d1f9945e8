/**
 * The entry of `npm run dev` alone: the Worker as it is, and beside it the pages of development. Nothing of this
 * is in the production bundle.
 */
import type { Env } from './core/env.ts'
import { mailbox } from './dev/mailbox.tsx'
import production from './index.ts'

export default {
  fetch: (request, env, ctx) =>
    new URL(request.url).pathname.startsWith('/mailbox')
      ? mailbox.fetch(request, env, ctx)
      : production.fetch(request, env, ctx),
  scheduled: production.scheduled,
} satisfies ExportedHandler<Env>
