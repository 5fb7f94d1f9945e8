/** What runs every minute, by the job's own clock. */
import { answerRequests } from './access/actions/recover.ts'
import { continueRotations } from './access/actions/rotate-all.ts'
import { forgetRequests } from './access/store/requests.ts'
import { forgetAnswers } from './api/store.ts'
import { configOf } from './core/config.ts'
import { write } from './core/db.ts'
import type { Env } from './core/env.ts'
import { logRunFault } from './core/log.ts'
import { deliverDue } from './delivery.ts'
import { remindDue } from './reminders/actions/remind.ts'
import { sealChains } from './signing/seal.ts'

/** One run; `now`: `controller.scheduledTime`. A fault is logged, the next minute tries again. */
export async function everyMinute(env: Env, now: number): Promise<void> {
  const run = { db: env.DB, kv: env.KV, config: configOf(env), now }
  const began = Date.now()
  // What writes mail first: it leaves in the same minute.
  await sealChains(run).catch(error => logRunFault('seal', error))
  await continueRotations(run).catch(error => logRunFault('rotate links', error))
  await answerRequests(run).catch(error => logRunFault('mail links again', error))
  await remindDue(run).catch(error => logRunFault('remind', error))
  await deliverDue({ ...run, now: now + Date.now() - began }).catch(error => logRunFault('deliver', error))
  await write(env.DB, [forgetAnswers(now), forgetRequests(now)]).catch(error => logRunFault('forget', error))
}
