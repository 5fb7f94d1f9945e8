/**
 * A new link for every client of a business: for an incident. One statement ends all of them before the answer; the new
 * ones are made and mailed by a job, in steps that may be cut off anywhere and may run twice at once: a client who
 * waits has no living link, and the first one made ends the waiting.
 */
import { entry } from '../../audit/store.ts'
import { endLinks } from '../../businesses/store/profile.ts'
import { clientStands } from '../../clients/store.ts'
import { type Act, perform } from '../../core/api.ts'
import { batch, decide, first, Refused, type RowOf, type Statement, write } from '../../core/db.ts'
import { isId, newId } from '../../core/ids.ts'
import { notFound } from '../../core/problem.ts'
import { forget } from '../cache.ts'
import { newLink } from '../issue.ts'
import { insertLink, linkStands } from '../store/links.ts'
import {
  insertJob,
  jobById,
  newestBirth,
  rotateLiving,
  rotationStands,
  waitingForLinks,
} from '../store/rotations.ts'
import { mailLink } from './links.ts'

export type Job = RowOf<ReturnType<typeof jobById>>

/** Ends every link of the business and starts the job that makes new ones. */
export async function rotateAll(act: Act): Promise<Job> {
  const id = newId('job', act.now)
  const job = await decide(() =>
    perform(
      act,
      [
        insertJob(id, act.businessId, act.now),
        rotateLiving(id, act.businessId),
        endLinks(act.businessId, newestBirth(act.businessId), act.now),
        entry(act, 'links.rotated', act.businessId, { job: id }),
      ],
      jobById({ businessId: act.businessId, id }),
    ),
  )
  act.afterwards(continueRotations(act, act.businessId))
  return job
}

/** A job of the business, or 404. */
export async function loadJob(act: Act, id: string): Promise<Job> {
  const job = isId('job', id) ? await first(act.db, jobById({ businessId: act.businessId, id })) : undefined
  if (!job) throw notFound()
  return job
}

/** How many clients one run serves: some 500 statements, of the 1,000 that D1 allows an invocation. */
const MOST_A_RUN = 100
const AT_ONCE = 20

type Runner = Pick<Act, 'db' | 'kv' | 'config' | 'now'>
type Waiting = RowOf<ReturnType<typeof waitingForLinks>>

/**
 * Makes and mails links that rotations wait for; a bounded number. Of one business right after it asked, so that nobody's
 * many hold up another's few; of all in the minute's job.
 */
export async function continueRotations(run: Runner, businessId: string | null = null): Promise<void> {
  const { waiting } = await batch(run.db, { waiting: waitingForLinks({ limit: MOST_A_RUN, businessId }) })
  for (let at = 0; at < waiting.length; at += AT_ONCE) await serve(run, waiting.slice(at, at + AT_ONCE))
}

/** Several in one batch; where it is refused somebody among them has changed meanwhile, so each by itself. */
async function serve(run: Runner, some: readonly Waiting[]): Promise<void> {
  const plans = await Promise.all(some.map(one => planFor(run, one)))
  try {
    await write(run.db, plans.flat())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (some.length > 1) for (const one of some) await serve(run, [one])
    // Alone and refused: it is served already, or the next run finds it as it is then.
    return
  }
  await Promise.allSettled(some.map(one => one.deadHash && forget(run.kv, one.deadHash)))
}

async function planFor(run: Runner, one: Waiting): Promise<Statement[]> {
  const { clientId, businessId, version, email, cc, jobId } = one
  const act = {
    ...run,
    businessId,
    actor: { kind: 'system', id: null },
    address: null,
    requestId: jobId,
  } as const
  const { row } = await newLink(act, clientId, 'rotation')
  return [
    rotationStands(one),
    clientStands({ id: clientId, version }),
    linkStands(clientId, null),
    insertLink(row, run.now),
    mailLink(act, { id: clientId, email, cc }, 'new_link', row.id),
    entry(act, 'link.rotated', row.id, { client: clientId, job: jobId }),
  ]
}
