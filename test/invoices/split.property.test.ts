// A part of a quote comes to exactly that part, whatever its rates: hundreds of random quotes, and the awkward ones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_AMOUNT } from '../../src/core/money.ts'
import { type TotalsLine, totals } from '../../src/documents/totals.ts'
import { type Share, split } from '../../src/invoices/split.ts'

/** A document of lines of one piece each: [net in minor units, rate in percent × 10^4]. */
const linesOf = (shares: readonly Share[]): TotalsLine[] =>
  shares.map(({ net, rate }) => ({ quantity: 10_000, unitPrice: net * 1000, taxRate: rate }))

function sumsOf(shares: readonly Share[], discount: number | null = null) {
  const sums = totals({
    currency: 'USD',
    lines: linesOf(shares),
    discount: discount === null ? null : { percent: discount },
  })
  if (!sums.ok) throw new Error(`a sample is ${sums.reason}`)
  return sums.value
}

/** The bases of a quote by rate, after its discount, as its content tells them. */
function wholeOf(shares: readonly Share[], discount: number | null) {
  const { taxes, subtotal, discountTotal, total } = sumsOf(shares, discount)
  const taxed = taxes.map(({ rate, base }) => ({ rate, net: base }))
  const untaxed = subtotal - discountTotal - taxed.reduce((sum, { net }) => sum + net, 0)
  return { total, whole: [...taxed, { rate: 0, net: untaxed }].filter(({ net }) => net > 0) }
}

/** The invoice that a split makes, added up by the one rule. */
function expectExact(whole: Share[], target: number) {
  const { shares, rounding } = split(whole, target)
  const all = whole.reduce((sum, { net, rate }) => sum + net * (1 + rate / 1e6), 0)
  const lines = rounding > 0 ? [...shares, { rate: 0, net: rounding }] : shares
  const seen = `${target} of ${JSON.stringify(whole)}: ${JSON.stringify(shares)} + ${rounding}`
  expect(sumsOf(lines).total, seen).toBe(target)
  for (const { net, rate } of shares) {
    expect(Number.isSafeInteger(net) && net > 0, seen).toBe(true)
    const exact = ((whole.find(one => one.rate === rate)?.net ?? 0) * target) / all
    expect(Math.abs(net - exact), seen).toBeLessThanOrEqual(3 * whole.length + exact / 2 ** 45)
  }
  // A rate is at most 100 %, so that one more minor unit of net adds two at most.
  expect([0, 1], seen).toContain(rounding)
  expect(new Set(shares.map(({ rate }) => rate)).size, seen).toBe(shares.length)
}

const rate = fc.oneof(
  fc.constantFrom(0, 82_500, 190_000, 55_000, 70_000, 1_000_000, 999_999, 1, 333_333),
  fc.nat(1_000_000),
)
const net = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 99_999 }),
  fc.integer({ min: 1, max: 10_000_000_000 }),
)
const quote = fc
  .record({
    lines: fc.array(fc.record({ rate, net }), { minLength: 1, maxLength: 8 }),
    discount: fc.option(fc.integer({ min: 0, max: 990_000 })),
  })
  .map(({ lines, discount }) => wholeOf(lines, discount))
  .filter(({ total }) => total > 0)

const cut = fc.double({ min: 0, max: 1, noNaN: true })

describe('a part of a random quote', () => {
  test('comes to exactly the target, in proportion, without a negative line; so does a tiny one', () => {
    const holds = ({ whole, total }: ReturnType<typeof wholeOf>, share: number) => {
      const tiny = [1, 2, 3, 5, 7].filter(target => target <= total)
      for (const target of [...tiny, Math.max(1, Math.round(total * share)), total])
        expectExact(whole, target)
    }
    fc.assert(fc.property(quote, cut, holds), { numRuns: 500 })
  })

  test('and what is left of it come to the whole, however often it is cut', () => {
    const holds = ({ whole, total }: ReturnType<typeof wholeOf>, cuts: number[]) => {
      let left = total
      for (const share of [...cuts, 1]) {
        const target = share === 1 ? left : Math.floor(left * share)
        if (target === 0) continue
        expectExact(whole, target)
        left -= target
      }
      expect(left).toBe(0)
    }
    fc.assert(fc.property(quote, fc.array(cut, { maxLength: 5 }), holds), { numRuns: 300 })
  })

  test('may be more than the whole, where that is wanted', () => {
    const holds = ({ whole, total }: ReturnType<typeof wholeOf>, more: number) =>
      expectExact(whole, total + more)
    fc.assert(fc.property(quote, fc.integer({ min: 1, max: 900_000_000_000_000 }), holds), { numRuns: 200 })
  })
})

const awkward: [string, Share[]][] = [
  ['8.25 %', [{ rate: 82_500, net: 29_998 }]],
  ['19 % and 5.5 %', [19, 5.5].map(rate => ({ rate: rate * 10_000, net: 3333 }))],
  ['100 %', [{ rate: 1_000_000, net: 1 }]],
  ['a cent each', [82_500, 190_000, 55_000, 0].map(rate => ({ rate, net: 1 }))],
  [
    'a fortune beside a cent',
    [
      { rate: 190_000, net: 800_000_000_000_000 },
      { rate: 82_500, net: 1 },
    ],
  ],
]

test.each(awkward)('every target of %s that is small, or just short of all', (_, lines) => {
  const { whole, total } = wholeOf(lines, null)
  const ends = Array.from({ length: 60 }, (__, at) => [at + 1, total - at]).flat()
  for (const target of new Set(ends.filter(one => one > 0 && one <= total))) expectExact(whole, target)
})

test('the largest that can be held is split as fast as the smallest', () => {
  const { whole } = wholeOf([{ rate: 0, net: MAX_AMOUNT }], null)
  for (const target of [1, MAX_AMOUNT - 1, MAX_AMOUNT]) expectExact(whole, target)
})

test('five hundred rates at once are split in well under a second', () => {
  const lines = Array.from({ length: 500 }, (_, at) => ({ rate: 1 + at * 1999, net: 100_003 + at }))
  const { whole, total } = wholeOf(lines, 123_456)
  const began = performance.now()
  expectExact(whole, Math.floor(total / 3))
  expect(performance.now() - began).toBeLessThan(5000)
})
