/**
 * The entry of `npm run dev` alone: the Worker as it is, and beside it the pages of development. Nothing of this
 * is in the production bundle.
 */
import type { Env } from './core/env.ts'
import { gallery } from './dev/gallery.tsx'
import { mailbox } from './dev/mailbox.tsx'
import { addPseudoLanguages } from './dev/pseudo.ts'
import production from './index.ts'

addPseudoLanguages()

export default {
  fetch(request, env, ctx) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/mailbox')) return mailbox.fetch(request, env, ctx)
    if (pathname.startsWith('/gallery')) return gallery.fetch(request, env, ctx)
    return production.fetch(request, env, ctx)
  },
  scheduled: production.scheduled,
} satisfies ExportedHandler<Env>
