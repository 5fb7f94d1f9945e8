// What is too large is refused and says where; what can't come from a person throws.
import { expect, test } from 'vitest'
import { MAX_AMOUNT } from '../../src/core/money.ts'
import { type TotalsInput, totals } from '../../src/documents/totals.ts'

const one = (unitPrice: number, taxRate = 0, quantity = 10_000) => ({ quantity, unitPrice, taxRate })
const half = one(MAX_AMOUNT, 0, 500_0000)
const of = (lines: TotalsInput['lines'], discount: TotalsInput['discount'] = null) =>
  totals({ currency: 'USD', lines, discount })

test('a line that is too large, by its place', () => {
  expect(of([one(1000), one(MAX_AMOUNT, 0, MAX_AMOUNT)])).toEqual({
    ok: false,
    reason: 'too_large',
    line: 1,
  })
})

test('lines that are too large together, even when a discount takes it all back', () => {
  expect(of([half]).ok).toBe(true)
  expect(of([half, half, half], { percent: 1_000_000 })).toEqual({ ok: false, reason: 'too_large' })
})

test('a total that is too large because of its tax', () => {
  const million = (taxRate: number) => one(1_000_000_000, taxRate)
  const rest = one(MAX_AMOUNT - 1_000_000, 0, 1000_0000)
  expect(of([rest, million(0)])).toMatchObject({ ok: true, value: { total: MAX_AMOUNT } })
  // A ten-thousandth of a percent of a million is one minor unit.
  expect(of([rest, million(1)])).toEqual({ ok: false, reason: 'too_large' })
})

test('a discount of more than there is', () => {
  expect(of([one(1000)], { amount: 2 })).toEqual({ ok: false, reason: 'discount_too_large' })
  expect(of([one(1000)], { amount: 1 })).toMatchObject({ ok: true, value: { total: 0 } })
  expect(of([one(1000)], { percent: 1_000_001 })).toEqual({ ok: false, reason: 'discount_too_large' })
})

test('nothing is refused for being empty', () => {
  const value = { lineTotals: [], subtotal: 0, discountTotal: 0, taxes: [], taxTotal: 0, total: 0 }
  expect(of([], { percent: 500_000 })).toEqual({ ok: true, value })
})

test('what no schema lets through is a fault', () => {
  expect(() => of([one(-1)])).toThrow(RangeError)
  expect(() => of([one(1, 0.5)])).toThrow(RangeError)
  expect(() => of([one(1)], { amount: -1 })).toThrow(RangeError)
})
