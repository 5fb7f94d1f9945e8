// Many ask for the same at once, on a database that loses answers before and behind its commits: one effect each.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { raceForKeys } from '../../support/key-races.ts'
import { counts, seed } from '../support/counts.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const KEYS = counts(20, 2000)

test(`${KEYS} keys, ten copies each, a tenth of them with another body: one effect and one answer`, async () => {
  const lost = await raceForKeys(KEYS, seed())
  expect(lost.before).toBeGreaterThan(KEYS)
  expect(lost.behind).toBeGreaterThan(KEYS)
})
