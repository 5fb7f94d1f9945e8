// A database that is far away and loses answers: every trip takes a while, and some batches are lost before their
// commit, some behind it.
import type { Env } from '../../../src/core/env.ts'
import { batches } from '../../support/answers.ts'
import { unlimited } from '../../support/world.ts'
import type { Random } from './random.ts'

/**
 * `lostIn`: one batch in so many is lost before its commit, and one behind it. `trip`: the shortest and the longest way
 * there and back, in milliseconds.
 */
type Weather = { lostIn?: number; trip?: readonly [from: number, to: number] }

/** Bindings whose database is like that, at random, and how often it lost something. */
export function shaky(random: Random, { lostIn, trip }: Weather) {
  const lost = { before: 0, behind: 0 }
  const onTheWay = async () => {
    if (trip) await scheduler.wait((trip[0] + random.below(trip[1] - trip[0] + 1)) / 2)
  }
  const bindings: Env = batches(
    async ({ run }) => {
      const fate = lostIn === undefined ? Number.NaN : random.below(lostIn)
      await onTheWay()
      const result = fate === 0 ? null : await run()
      await onTheWay()
      if (fate !== 0 && fate !== 1) return result
      lost[fate === 0 ? 'before' : 'behind'] += 1
      throw new Error('D1_ERROR: Network connection lost.')
    },
    { API_LIMIT: unlimited.API_LIMIT },
  )
  return { bindings, lost }
}

/** The same bindings, and how many batches of theirs a constraint or a trigger has refused. */
export function refusals(bindings: Env) {
  let count = 0
  const batch = (statements: D1PreparedStatement[]) =>
    bindings.DB.batch(statements).catch(error => {
      if (String(error).includes('SQLITE_CONSTRAINT')) count += 1
      throw error
    })
  const DB = { prepare: (sql: string) => bindings.DB.prepare(sql), batch } as unknown as D1Database
  return { bindings: { ...bindings, DB }, refused: () => count }
}
