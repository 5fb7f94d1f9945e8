// Any two requests of a business and its client at once: what comes of them is what one after the other makes.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BEFORE } from '../../support/ways.ts'
import { counts, seed } from '../support/counts.ts'
import { aRace, race } from '../support/pairs.ts'
import { randomOf } from '../support/random.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEFORE })
})
afterEach(() => {
  vi.useRealTimers()
})

const RACES = counts(12, 600)

test(`${RACES} races of two: answers and tables are those of one order or the other`, async () => {
  const random = randomOf(seed())
  const outcomes = new Set<string>()
  const faults: string[] = []
  for (let count = 0; count < RACES; count++) {
    const { said, fault } = await race(aRace(random))
    outcomes.add(said)
    if (fault) faults.push(fault)
  }
  expect(faults).toEqual([])
  // Not all of them can have been the same.
  expect(outcomes.size).toBeGreaterThan(RACES / 4)
})
