// Many ask for the same at once, on a database that loses answers before and behind its commits: one effect each.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { raceForKeys } from '../support/key-races.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** The full count is 2,000. */
const KEYS = 20

test(`${KEYS} keys, ten copies each, a tenth of them with another body: one effect and one answer`, async () => {
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  const lost = await raceForKeys(KEYS, seed)
  expect(lost.before).toBeGreaterThan(KEYS)
  expect(lost.behind).toBeGreaterThan(KEYS)
}, 60_000)
