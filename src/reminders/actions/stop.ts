/**
 * A client stops its reminders, or turns them on again: read what stands, write one batch. Doing either a second time, at
 * once or later, changes nothing. Documents, links and other mail are not touched.
 */

import { linkStands } from '../../access/store/links.ts'
import { NoAnswer, type Visit, type Visitor } from '../../access/visit.ts'
import { entry } from '../../audit/store.ts'
import type { ReminderSettings } from '../../businesses/schema.ts'
import { decide, type Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { windowsOf } from '../rules.ts'
import { deleteStop, insertStop, settingsHere, stopHere, stopStands } from '../store/stops.ts'

const TRIES = 10

export type RemindersHere = { visitor: Visitor; stopped: boolean; sends: boolean }

/** Who visits, whether it has stopped its reminders, and whether its business sends any. Throws DeadLink, NoAnswer. */
export async function remindersOf(visit: Visit): Promise<RemindersHere> {
  const { visitor, rows } = await visit.read({ stop: stopHere({}), settings: settingsHere({}) })
  const settings: ReminderSettings = JSON.parse(rows.settings[0]?.reminders ?? '')
  return { visitor, stopped: rows.stop.length > 0, sends: windowsOf(settings).length > 0 }
}

/**
 * Stops reminders, or starts them; `address`: of the caller, as the edge saw it. Throws DeadLink, NoAnswer, and Unanswered
 * after the last try.
 */
export function setStopped(visit: Visit, wanted: boolean, address: string | null): Promise<Visitor> {
  return decide(async () => {
    const { visitor, stopped } = await remindersOf(visit)
    if (stopped !== wanted)
      await writeOrFind(visit, wanted, statementsFor(visitor, wanted, visit.now, address))
    return visitor
  }, TRIES)
}

function statementsFor(
  { businessId, clientId, linkId }: Visitor,
  wanted: boolean,
  now: number,
  address: string | null,
): Statement[] {
  const actor = { kind: 'link', id: linkId } as const
  const who = { now, businessId, actor, address, requestId: newId('req', now) }
  return [
    linkStands(clientId, linkId),
    stopStands(clientId, !wanted),
    wanted ? insertStop({ clientId, businessId, linkId, stoppedAt: now }) : deleteStop(clientId),
    entry(who, wanted ? 'reminders.stopped' : 'reminders.started', clientId),
  ]
}

/** An error can follow a commit: whether it is as wanted after all, a fresh read tells. */
async function writeOrFind(visit: Visit, wanted: boolean, statements: readonly Statement[]): Promise<void> {
  try {
    await visit.write(statements)
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const { stopped } = await remindersOf(visit)
    if (stopped !== wanted) throw error
  }
}
