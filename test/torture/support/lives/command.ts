// How a command of the model is made, and the arbitraries that several of them share.
import fc from 'fast-check'
import type { Currency, Model, Priced } from './model.ts'
import type { Real, Seen } from './real.ts'
import { tick } from './real.ts'

export type Command = fc.AsyncCommand<Model, Real>

/** Which pair of situation and act was tried how often: `quote sent cancel`. */
export type Coverage = Map<string, number>

type Making<Args> = {
  name: string
  args: fc.Arbitrary<Args>
  ready?: (model: Model) => boolean
  run: (model: Model, real: Real, args: Args) => Promise<void>
}

/** Each command has its own instant, a second after the one before. */
export const command = <Args>({ name, args, ready = () => true, run }: Making<Args>): fc.Arbitrary<Command> =>
  args.map(given => ({
    check: ready,
    async run(model, real) {
      tick(model)
      real.done += 1
      await run(model, real, given)
    },
    toString: () => `${name}(${JSON.stringify(given)})`,
  }))

/** An index into whatever list there is; the newest ones more often. */
export const which = fc.nat(99)

/** The newest half of the time, else any. */
export const picked = <T>(list: readonly T[], at: number): T =>
  list[at < 40 ? list.length - 1 : at % list.length] as T

export const seen: fc.Arbitrary<Seen> = fc.oneof(
  { arbitrary: fc.constantFrom<Seen>('any', 'current'), weight: 12 },
  { arbitrary: fc.constantFrom<Seen>('none', 'old'), weight: 1 },
)

export const percent = fc.constantFrom(0, 1, 10, 33, 50, 100)

const line = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  price: fc.constantFrom(1, 333, 15_000, 99_999),
})
const charged = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  rate: fc.constantFrom(0, 550, 825, 1900),
  discount: fc.constantFrom(0, 0, 0, 10, 33),
})
const free = fc.constant<Priced>({ lines: [{ count: 1, price: 15_000 }], rate: 825, discount: 100 })
const empty = fc.constant<Priced>({ lines: [], rate: 0, discount: 0 })

export const priced: fc.Arbitrary<Priced> = fc.oneof(
  { arbitrary: charged, weight: 10 },
  { arbitrary: free, weight: 5 },
  { arbitrary: empty, weight: 1 },
)

export const currency: fc.Arbitrary<Currency> = fc.constantFrom('USD', 'USD', 'USD', 'JPY', 'KWD')
