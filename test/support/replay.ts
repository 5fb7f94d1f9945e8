// Builds a world through the API once, and from then on puts it back by the same writes in one batch: to build one takes
// twenty trips to the database, and most tests want one.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'
import { storage } from './storage.ts'
import { apiWith, unlimited } from './world.ts'

type Written = { sql: string; params: unknown[] }

/**
 * By its name behind the names of those before it in its test, so that a world is never older than one that was made first;
 * as JSON, in which businesses have lost their way to call the API.
 */
const recordings = new Map<string, { writes: Written[]; world: string }>()

/** How many worlds of one test are kept: more than that are of no other test. */
const MOST = 3

/** Where no test has set the clock. A world is of the time at which it was built. */
const realNow = Date.now

/**
 * What `build` makes with these bindings, through which all of its writes go: data, and businesses. It is built now, or put
 * back as it was, ids and instants included; what KV held is not. The name tells all that it hangs on.
 */
export async function replayed<World>(name: string, build: (on: Env) => Promise<World>): Promise<World> {
  if (storage.worlds.length >= MOST || Date.now !== realNow) return build(unlimited)
  storage.worlds.push(name)
  const key = storage.worlds.join(', then ')
  const known = recordings.get(key)
  if (known) {
    await env.DB.batch(known.writes.map(prepared))
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

/** The database for batches alone, which is all that the portal asks for; `writes` gathers what they commit. */
function recorder(): { db: D1Database; writes: Written[] } {
  const writes: Written[] = []
  const prepare = (sql: string) => ({ bind: (...params: unknown[]): Written => ({ sql, params }) })
  const batch = async (statements: Written[]) => {
    const results = await env.DB.batch(statements.map(prepared))
    writes.push(...statements.filter(({ sql }) => !sql.startsWith('select')))
    return results
  }
  return { db: { prepare, batch } as unknown as D1Database, writes }
}

const prepared = ({ sql, params }: Written) => env.DB.prepare(sql).bind(...params)

/** For the test of it: the next world of each name is built. */
export const forgetWorlds = (): void => recordings.clear()
