/** What runs every minute, by the job's own clock. */
import { configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { logRunFault } from './core/log.ts'
import { deliverDue } from './mail/deliver.ts'
import { sealChains } from './signing/seal.ts'

/** One run; `now`: `controller.scheduledTime`. A fault is logged, the next minute tries again. */
export async function everyMinute(env: Env, now: number): Promise<void> {
  const run = { db: env.DB, config: configOf(env), now }
  // Seals first: their mail leaves in the same minute.
  await sealChains(run).catch(error => logRunFault('seal', error))
  await deliverDue(run).catch(error => logRunFault('deliver', error))
}
