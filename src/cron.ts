/** What runs every minute, by the job's own clock. */
import { configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { logRunFault } from './core/log.ts'
import { deliverDue } from './mail/deliver.ts'

/** One run; `now`: `controller.scheduledTime`. A fault is logged, the next minute tries again. */
export async function everyMinute(env: Env, now: number): Promise<void> {
  await deliverDue({ db: env.DB, config: configOf(env), now }).catch(error => logRunFault('deliver', error))
}
