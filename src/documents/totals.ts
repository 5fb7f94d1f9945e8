/**
 * The sums of a quote or an invoice, and the one rounding rule (docs/decisions/0005-one-rounding-rule.md).
 *
 * Half up, to the currency's minor unit, at three places only: a line's total (quantity × unit price), a
 * discount in percent of the subtotal, the tax of a rate. Everything else is a sum of whole minor units:
 * - subtotal: the rounded lines (EN 16931, BR-CO-10);
 * - a discount is spread over the tax rates in proportion to their lines, in whole minor units by largest
 *   remainder, equal remainders to the higher rate first, so that the bases add up to subtotal − discount;
 * - the tax of a rate is its base × rate, rounded once (BR-CO-17); rates descend; rate 0 takes its share of
 *   the discount and is not listed;
 * - total: subtotal − discount + taxes (BR-CO-13, BR-CO-14, BR-CO-15).
 *
 * Units are those of core/money.ts. The arithmetic is the same in every currency, because a unit price is
 * counted in thousandths of whatever the minor unit is. BigInt inside: the products don't fit a double.
 */
import { MAX_AMOUNT, QUANTITY_SCALE, RATE_SCALE, UNIT_PRICE_EXTRA_DIGITS } from '../core/money.ts'

export type TotalsLine = { quantity: number; unitPrice: number; taxRate: number }

export type TotalsInput = {
  currency: string
  lines: readonly TotalsLine[]
  discount: { percent: number } | { amount: number } | null
}

type Sums<N> = {
  lineTotals: N[]
  subtotal: N
  discountTotal: N
  taxes: { rate: N; base: N; amount: N }[]
  taxTotal: N
  total: N
}

/** Amounts in minor units, `rate` as given; `taxes` by descending rate, without rate 0. */
export type Totals = Sums<number>

export type TotalsResult =
  | { ok: true; value: Totals }
  /** `line`: the index of the line that is too large by itself; absent when their sum or the total is. */
  | { ok: false; reason: 'too_large' | 'discount_too_large'; line?: number }

const LINE_DIVISOR = 10n ** BigInt(QUANTITY_SCALE + UNIT_PRICE_EXTRA_DIGITS)
const HUNDRED_PERCENT = 100n * 10n ** BigInt(RATE_SCALE)
const LIMIT = BigInt(MAX_AMOUNT)

/**
 * The sums of a document. Refuses what exceeds MAX_AMOUNT, and a discount of more than the subtotal or 100 %.
 * Throws RangeError on a negative or fractional input: the caller's schema lets none through.
 */
export function totals({ lines, discount }: TotalsInput): TotalsResult {
  const lineTotals = lines.map(lineTotal)
  const tooLarge = lineTotals.findIndex(amount => amount > LIMIT)
  if (tooLarge >= 0) return { ok: false, reason: 'too_large', line: tooLarge }
  const subtotal = sum(lineTotals)
  if (subtotal > LIMIT) return { ok: false, reason: 'too_large' }
  const discountTotal = discountOf(subtotal, discount)
  if (discountTotal === undefined) return { ok: false, reason: 'discount_too_large' }
  const taxes = taxesOf(sumsByRate(lines, lineTotals), subtotal, discountTotal)
  const taxTotal = sum(taxes.map(tax => tax.amount))
  const total = subtotal - discountTotal + taxTotal
  if (total > LIMIT) return { ok: false, reason: 'too_large' }
  return { ok: true, value: inNumbers({ lineTotals, subtotal, discountTotal, taxes, taxTotal, total }) }
}

type RateSum = { rate: bigint; sum: bigint }

const lineTotal = ({ quantity, unitPrice }: TotalsLine): bigint =>
  halfUp(natural(quantity) * natural(unitPrice), LINE_DIVISOR)

/** The discount in minor units; undefined when it takes more than there is. */
function discountOf(subtotal: bigint, discount: TotalsInput['discount']): bigint | undefined {
  if (discount === null) return 0n
  if ('amount' in discount) return natural(discount.amount) > subtotal ? undefined : natural(discount.amount)
  const percent = natural(discount.percent)
  return percent > HUNDRED_PERCENT ? undefined : halfUp(subtotal * percent, HUNDRED_PERCENT)
}

/** The lines' totals added by tax rate, the highest rate first. */
function sumsByRate(lines: readonly TotalsLine[], lineTotals: readonly bigint[]): RateSum[] {
  const sums = new Map<bigint, bigint>()
  for (const [index, line] of lines.entries()) {
    const rate = natural(line.taxRate)
    sums.set(rate, (sums.get(rate) ?? 0n) + (lineTotals[index] ?? 0n))
  }
  return [...sums].map(([rate, sum]) => ({ rate, sum })).sort((a, b) => compare(b.rate, a.rate))
}

function taxesOf(groups: readonly RateSum[], subtotal: bigint, discountTotal: bigint): Sums<bigint>['taxes'] {
  const shares = spread(discountTotal, groups, subtotal)
  return groups.flatMap(({ rate, sum }, index) => {
    const base = sum - (shares[index] ?? 0n)
    return rate === 0n ? [] : [{ rate, base, amount: halfUp(base * rate, HUNDRED_PERCENT) }]
  })
}

/** Whole shares of `amount` in proportion to the groups' sums, `whole` together, by largest remainder. */
function spread(amount: bigint, groups: readonly RateSum[], whole: bigint): bigint[] {
  if (amount === 0n) return groups.map(() => 0n)
  const shares = groups.map(({ sum }) => (amount * sum) / whole)
  const remainder = (index: number): bigint => (amount * (groups[index]?.sum ?? 0n)) % whole
  // The sort is stable, so that equal remainders stay in the groups' order: the higher rate first.
  const order = [...shares.keys()].sort((a, b) => compare(remainder(b), remainder(a)))
  const favoured = new Set(order.slice(0, Number(amount - sum(shares))))
  return shares.map((share, index) => (favoured.has(index) ? share + 1n : share))
}

function inNumbers(sums: Sums<bigint>): Totals {
  return {
    lineTotals: sums.lineTotals.map(Number),
    subtotal: Number(sums.subtotal),
    discountTotal: Number(sums.discountTotal),
    taxes: sums.taxes.map(({ rate, base, amount }) => ({
      rate: Number(rate),
      base: Number(base),
      amount: Number(amount),
    })),
    taxTotal: Number(sums.taxTotal),
    total: Number(sums.total),
  }
}

/** BigInt refuses fractions by itself. */
function natural(value: number): bigint {
  if (value < 0) throw new RangeError('negative input')
  return BigInt(value)
}

const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator)

/** The tax of a rate on a base in minor units, rounded once as in a document's sums. */
export const taxOf = (base: number, rate: number): number =>
  Number(halfUp(natural(base) * natural(rate), HUNDRED_PERCENT))

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b))
