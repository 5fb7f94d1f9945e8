// Which refusals of the database are tried again, how often, and how the last one ends.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { decide, KEY_USED, Refused, Unanswered, write } from '../../src/core/db.ts'

const said = (text: string) => ({
  ...env.DB,
  prepare: env.DB.prepare.bind(env.DB),
  batch: () => Promise.reject(new Error(text)),
})

/** How often a write is tried that the database refuses in these words, and how it ends. */
async function ending(text: string, tries: number) {
  let count = 0
  const db = said(text) as unknown as D1Database
  const error = await decide(() => {
    count += 1
    return write(db, [{ sql: 'select 1', params: [] }])
  }, tries).catch(error => error)
  return { count, error }
}

const bare = [
  'D1_ERROR: CHECK constraint failed: total >= 0: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_CHECK)',
  'D1_ERROR: NOT NULL constraint failed: quotes.title: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_NOTNULL)',
  'D1_ERROR: FOREIGN KEY constraint failed: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_FOREIGNKEY)',
]

const races = [
  'D1_ERROR: chain_moved: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)',
  'D1_ERROR: number_moved: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)',
  'D1_ERROR: stale: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)',
  'D1_ERROR: UNIQUE constraint failed: signature_records.business_id, signature_records.sequence: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)',
  'D1_ERROR: UNIQUE constraint failed: quotes.business_id, quotes.number: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)',
]

describe('what fresh reads can’t explain', () => {
  test.each(bare)('is tried three times and ends as itself: %s', async text => {
    const { count, error } = await ending(text, 6)
    expect(count).toBe(3)
    expect(error).toBeInstanceOf(Refused)
    expect(error.reason).toBe('constraint')
    // For the log: what the database said.
    expect(error.cause.message).toBe(text)
    expect(error.message).not.toContain('failed')
  })

  test.each(races)(
    'but may be a race, is tried as often as may be and then may be sent again: %s',
    async text => {
      const { count, error } = await ending(text, 6)
      expect(count).toBe(6)
      expect(error).toBeInstanceOf(Unanswered)
    },
  )
})

test('what is no refusal, and a key that was used, is not tried again', async () => {
  const lost = await ending('D1_ERROR: Network connection lost.', 6)
  expect([lost.count, lost.error.name]).toEqual([1, 'Unanswered'])
  const used = await ending(
    `D1_ERROR: ${KEY_USED}: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)`,
    6,
  )
  expect([used.count, used.error.reason]).toEqual([1, KEY_USED])
})
