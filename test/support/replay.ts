// Builds a world through the API once, and from then on puts it back by the same writes in one batch: to build one takes
// twenty trips to the database, and most tests want one.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'
import { storage } from './storage.ts'
import { apiWith, unlimited } from './world.ts'

type Written = { sql: string; params: unknown[] }

/** By name; the world as JSON, in which its businesses have lost their way to call the API. */
const recordings = new Map<string, { writes: Written[]; world: string }>()

/** How many worlds of one test are kept: more than that are of no other test. */
const MOST = 3

/** Where no test has set the clock. A world is of the time at which it was built. */
const realNow = Date.now

/**
 * What `build` makes of an emptied storage, with these bindings: data, and businesses. It may have to be built still, or is
 * put back as it was, ids and instants included. The name tells all that it hangs on.
 */
export async function replayed<World>(name: string, build: (on: Env) => Promise<World>): Promise<World> {
  if (storage.worlds >= MOST || Date.now !== realNow) return build(unlimited)
  const key = `${name} ${storage.worlds++}`
  const known = recordings.get(key)
  if (known) {
    await env.DB.batch(known.writes.map(({ sql, params }) => env.DB.prepare(sql).bind(...params)))
    return revived<World>(known.world)
  }
  const { db, writes } = recorder()
  const world = JSON.stringify(await build({ ...unlimited, DB: db }))
  recordings.set(key, { writes, world })
  return revived<World>(world)
}

const revived = <World>(world: string): World =>
  JSON.parse(world, (_, value) =>
    typeof value?.key === 'string' ? { ...value, api: apiWith(value.key) } : value,
  )

/** The database; `writes` gathers what it commits. */
function recorder(): { db: D1Database; writes: Written[] } {
  const writes: Written[] = []
  const made = new WeakMap<D1PreparedStatement, Written>()
  const prepare = (sql: string) => ({
    bind(...params: unknown[]) {
      const bound = env.DB.prepare(sql).bind(...params)
      made.set(bound, { sql, params })
      return bound
    },
  })
  const batch = async (statements: D1PreparedStatement[]) => {
    const results = await env.DB.batch(statements)
    const all = statements.flatMap(one => made.get(one) ?? [])
    writes.push(...all.filter(({ sql }) => !sql.startsWith('select')))
    return results
  }
  return { db: { prepare, batch } as unknown as D1Database, writes }
}
