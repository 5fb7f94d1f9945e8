// How often the long runs repeat, and the one seed of all that is random in them: `npm run torture` sets TORTURE and
// TORTURE_SEED, for node and for workerd (vitest.config.ts); without them it is the short form that `npm test` includes, under a seed of its own.
import { randomInt } from 'node:crypto'
import fc from 'fast-check'

/** The count of this run: `full` in `npm run torture`, else `quick`. */
export const counts = (quick: number, full: number): number => (process.env.TORTURE === 'full' ? full : quick)

let chosen: number | undefined

/** The seed of this run. A file that uses it prints it once, so that what it finds can be found again. */
export function seed(): number {
  chosen ??= announced(Number(process.env.TORTURE_SEED ?? randomInt(2 ** 31)))
  return chosen
}

function announced(value: number): number {
  const flags = process.env.TORTURE === 'full' ? '' : '--quick '
  console.info(`Seed: ${value}. Again: npm run torture -- ${flags}--seed ${value}`)
  return value
}

/** Asserts a property so many times under the run's seed; fast-check shrinks and prints what breaks it. */
export const assertAlways = <T>(property: fc.IAsyncProperty<T>, runs: number): Promise<void> =>
  fc.assert(property, { seed: seed(), numRuns: runs, endOnFailure: false })
