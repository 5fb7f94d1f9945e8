/**
 * A part of a quote as the lines of an invoice that comes to exactly that part: one line for each tax rate, in proportion,
 * so that the part is taxed as the whole was; what whole minor units don't reach, a line without tax makes up. Pure.
 */
import { RATE_SCALE } from '../core/money.ts'
import { taxOf } from '../documents/totals.ts'

/** Net amount and rate, in minor units and 10^-4 percent; the bases are after the discount. */
export type Share = { rate: number; net: number }

/** `rounding`: what the shares lack of the target, in minor units. */
export type Split = { shares: Share[]; rounding: number }

const gross = ({ rate, net }: Share): number => net + taxOf(net, rate)
const sum = (shares: readonly Share[]): number => shares.reduce((total, share) => total + gross(share), 0)

/**
 * `target` in minor units; `whole`: the quote's own bases by rate, not nothing. In proportion to the whole with its taxes
 * unrounded: a target far beyond the quote would multiply what rounding took from it.
 */
export function split(whole: readonly Share[], target: number): Split {
  const total = whole.reduce((sum, share) => sum + unrounded(share), 0n)
  const shares = whole.map(({ rate, net }) => ({ rate, net: scaled(net, target, total) }))
  // Each tax is rounded by itself, so that together they may come to a little too much.
  while (sum(shares) > target) largest(shares).net -= 1
  for (const share of shares) while (sum(shares) + step(share) <= target) share.net += 1
  return { shares: shares.filter(({ net }) => net > 0), rounding: target - sum(shares) }
}

/** 100 percent. */
const WHOLE = 100 * 10 ** RATE_SCALE

/** Net and tax, in minor units × WHOLE. */
const unrounded = ({ rate, net }: Share): bigint => BigInt(net) * BigInt(WHOLE + rate)

const scaled = (net: number, target: number, total: bigint): number =>
  Number((BigInt(net) * BigInt(target) * BigInt(WHOLE)) / total)

const largest = (shares: readonly Share[]): Share =>
  shares.reduce((one, other) => (other.net > one.net ? other : one))

/** What one more minor unit of net adds. */
const step = ({ rate, net }: Share): number => gross({ rate, net: net + 1 }) - gross({ rate, net })
