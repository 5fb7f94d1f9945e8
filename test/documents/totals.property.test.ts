// Ten thousand random documents against exact fractions, written here from the rule and not from the code.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitsOf } from '../../src/core/currencies.ts'
import { MAX_AMOUNT } from '../../src/core/money.ts'
import { type Totals, type TotalsInput, totals } from '../../src/documents/totals.ts'

/** A non-negative rational number, kept as it comes: only floors and comparisons are asked of it. */
class Fraction {
  constructor(
    readonly top: bigint,
    readonly bottom = 1n,
  ) {}
  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom)
  }
  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }
  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top)
  }
  exceeds(other: Fraction): boolean {
    return this.top * other.bottom > other.top * this.bottom
  }
  floor(): bigint {
    return this.top / this.bottom
  }
  rounded(): bigint {
    return this.plus(new Fraction(1n, 2n)).floor()
  }
}

const decimal = (value: number, scale: number) => new Fraction(BigInt(value), 10n ** BigInt(scale))
const percent = (value: number) => decimal(value, 6)
const whole = (value: bigint) => new Fraction(value)
const added = (values: bigint[]) => values.reduce((sum, value) => sum + value, 0n)

/** The tax bases by rate, the highest first: the discount handed out cent by cent to who is owed the most. */
function basesOf(byRate: [number, bigint][], subtotal: bigint, discount: bigint): [number, bigint][] {
  const owed = byRate.map(([, sum]) =>
    subtotal === 0n ? whole(0n) : whole(discount * sum).over(whole(subtotal)),
  )
  const shares = owed.map(share => share.floor())
  while (added(shares) < discount) {
    const missing = owed.map((share, index) => ({
      index,
      rest: new Fraction(share.top - (shares[index] ?? 0n) * share.bottom, share.bottom),
    }))
    const most = missing.reduce((best, next) => (next.rest.exceeds(best.rest) ? next : best))
    shares[most.index] = (shares[most.index] ?? 0n) + 1n
  }
  return byRate.map(([rate, sum], index) => [rate, sum - (shares[index] ?? 0n)])
}

function expected({ currency, lines, discount }: TotalsInput): Totals | undefined {
  const digits = digitsOf(currency)
  const minorUnits = whole(10n ** BigInt(digits))
  const lineTotals = lines.map(line =>
    decimal(line.quantity, 4)
      .times(decimal(line.unitPrice, digits + 3))
      .times(minorUnits)
      .rounded(),
  )
  const subtotal = added(lineTotals)
  const off =
    discount &&
    ('amount' in discount
      ? BigInt(discount.amount)
      : whole(subtotal).times(percent(discount.percent)).rounded())
  if ((off ?? 0n) > subtotal) return undefined
  const rates = [...new Set(lines.map(line => line.taxRate))].sort((a, b) => b - a)
  const sumOf = (rate: number) => added(lineTotals.filter((_, index) => lines[index]?.taxRate === rate))
  const taxes = basesOf(
    rates.map(rate => [rate, sumOf(rate)]),
    subtotal,
    off ?? 0n,
  )
    .filter(([rate]) => rate > 0)
    .map(([rate, base]) => ({ rate, base, amount: whole(base).times(percent(rate)).rounded() }))
  const taxTotal = added(taxes.map(tax => tax.amount))
  const total = subtotal - (off ?? 0n) + taxTotal
  if ([...lineTotals, subtotal, total].some(amount => amount > BigInt(MAX_AMOUNT))) return undefined
  return {
    lineTotals: lineTotals.map(Number),
    subtotal: Number(subtotal),
    discountTotal: Number(off ?? 0n),
    taxes: taxes.map(({ rate, base, amount }) => ({ rate, base: Number(base), amount: Number(amount) })),
    taxTotal: Number(taxTotal),
    total: Number(total),
  }
}

// Mostly ordinary, now and then too large.
const figure = fc.oneof(
  { weight: 10, arbitrary: fc.nat(99) },
  { weight: 20, arbitrary: fc.nat(1_000_000) },
  { weight: 20, arbitrary: fc.nat(100_000_000) },
  { weight: 1, arbitrary: fc.nat(MAX_AMOUNT) },
)
const rate = fc.oneof(fc.constantFrom(0, 50_000, 82_500, 190_000), fc.nat(300_000))
const line = fc.record({ quantity: figure, unitPrice: figure, taxRate: rate })
const discount = fc.oneof(
  fc.constant(null),
  fc.record({ percent: fc.oneof(fc.nat(1_000_000), fc.constantFrom(1, 333_333, 1_000_000)) }),
  fc.record({ amount: fc.oneof(fc.nat(99), fc.nat(1_000_000)) }),
)
const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLF')
const document = fc.record({ currency, lines: fc.array(line, { maxLength: 12 }), discount })

test('10,000 documents: the sums are those of exact arithmetic rounded at the three places', () => {
  let accepted = 0
  const holds = (input: TotalsInput) => {
    const result = totals(input)
    if (result.ok) accepted += 1
    expect(result.ok ? result.value : undefined).toEqual(expected(input))
  }
  fc.assert(fc.property(document, holds), { numRuns: 10_000 })
  expect(accepted).toBeGreaterThan(5_000)
})

test('bases add up, each tax is within half a minor unit, and the lines’ order changes nothing', () => {
  const shuffled = document.chain(input =>
    fc.tuple(fc.constant(input), fc.shuffledSubarray(input.lines, { minLength: input.lines.length })),
  )
  const holds = ([input, lines]: [TotalsInput, TotalsInput['lines']]) => {
    const result = totals(input)
    if (!result.ok) return
    const { lineTotals: _, ...sums } = result.value
    expect(totals({ ...input, lines })).toMatchObject({ ok: true, value: sums })
    const taxed = { ...input, lines: input.lines.map(line => ({ ...line, taxRate: line.taxRate || 1 })) }
    const bases = totals(taxed)
    if (bases.ok)
      expect(added(bases.value.taxes.map(tax => BigInt(tax.base)))).toBe(
        BigInt(sums.subtotal - sums.discountTotal),
      )
    for (const { rate, base, amount } of sums.taxes) {
      const twiceOff = 2n * (BigInt(amount) * 1_000_000n - BigInt(base) * BigInt(rate))
      expect(-1_000_000n < twiceOff && twiceOff <= 1_000_000n).toBe(true)
    }
  }
  fc.assert(fc.property(shuffled, holds), { numRuns: 3_000 })
})
