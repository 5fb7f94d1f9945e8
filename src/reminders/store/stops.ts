/** The statements of those who want no reminders (migration 0019). */
import { eq, sql } from 'drizzle-orm'
import { portalRead } from '../../access/visit.ts'
import { businesses } from '../../businesses/tables.ts'
import { clients } from '../../clients/tables.ts'
import { build, expecting, pick, type Statement, statement } from '../../core/db.ts'
import { reminderStops } from '../tables.ts'

/** Whether the visiting client has stopped reminders: a row where it has. */
export const stopHere = portalRead<Record<never, never>>()(client =>
  build
    .select(pick({ stoppedAt: reminderStops.stoppedAt }))
    .from(reminderStops)
    .where(eq(reminderStops.clientId, client)),
)

/** When the visiting client's business reminds: its settings as JSON. */
export const settingsHere = portalRead<Record<never, never>>()(client =>
  build
    .select(pick({ reminders: businesses.reminders }))
    .from(clients)
    .innerJoin(businesses, eq(businesses.id, clients.businessId))
    .where(eq(clients.id, client)),
)

export const insertStop = (stop: typeof reminderStops.$inferInsert): Statement =>
  statement(build.insert(reminderStops).values(stop))

export const deleteStop = (clientId: string): Statement =>
  statement(build.delete(reminderStops).where(eq(reminderStops.clientId, clientId)))

/** Refuses (`stale`) a batch where the client has stopped reminders meanwhile, or has turned them on. */
export const stopStands = (clientId: string, stopped: boolean): Statement =>
  expecting(
    sql`exists (select 1 from ${reminderStops} where ${reminderStops.clientId} = ${clientId}) = ${stopped ? 1 : 0}`,
  )
