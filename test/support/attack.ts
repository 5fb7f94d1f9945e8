// Raw SQL against the database: each attack must be refused, and must leave every table as it was.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { dump } from './dump.ts'
import { buildWorld } from './raw-world.ts'

/**
 * What is tried, what it is refused with (the trigger's word, or SQLite's), the SQL, and what stands before it.
 * Where two rules forbid it, SQLite does not say which one speaks first: their words stand with `|` between.
 */
export type Attack = [what: string, refusal: string, sql: string, before?: string[]]

export const foreignKey = 'FOREIGN KEY constraint failed'
export const check = 'CHECK constraint failed'
/** Any rule that refuses will do. */
export const any = ''

/** A constraint or a trigger, or a table that has no rowid to name; a slip in the attack's own SQL is no refusal. */
const byRule = /SQLITE_CONSTRAINT|no such column: rowid|has no column named rowid/

/** One test per attack, each in a world of its own. */
export function attacks(on: string, all: Attack[]): void {
  describe(on, () => {
    beforeEach(buildWorld)
    test.each(all)('%s', async (_, refusal, sql, before = []) => {
      if (before.length > 0) await env.DB.batch(before.map(one => env.DB.prepare(one)))
      const stood = await dump()
      const answer = await answerTo(sql)
      expect(await dump()).toEqual(stood)
      expect(answer).toMatch(new RegExp(`^refused: D1_ERROR: (${refusal})`))
      expect(answer).toMatch(byRule)
    })
  })
}

async function answerTo(sql: string): Promise<string> {
  const run = env.DB.prepare(sql).run()
  return run.then(
    ({ meta }) => `passed, ${meta.changes} rows changed`,
    (error: Error) => `refused: ${error.message}`,
  )
}
