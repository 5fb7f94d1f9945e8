// Rotations of all links, cut off and crossed by everything that a business does by hand: nobody is served twice, nothing
// that was ended comes back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storms } from '../../support/rotation-storms.ts'
import { counts, seed } from '../support/counts.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const STORMS = counts(6, 500)

test(`${STORMS} storms over the links of a business: one living link each, or none where it was ended for good`, async () => {
  expect(await storms(STORMS, seed())).toBeGreaterThan(STORMS * 10)
})
