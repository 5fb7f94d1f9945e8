// Decimals survive the way in and out, and only plain ones get in.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountText,
  formatDecimal,
  MAX_AMOUNT,
  parseDecimal,
  quantityText,
  rateText,
  unitPriceScale,
  unitPriceText,
} from '../../src/core/money.ts'

describe('parseDecimal', () => {
  test.each<[string, number, number]>([
    ['1250.00', 2, 125_000],
    ['1250', 2, 125_000],
    ['1250.5', 2, 125_050],
    ['-3', 2, -300],
    ['0.455', 5, 45_500],
    ['0', 0, 0],
    ['-0.00', 2, 0],
    ['8.25', 4, 82_500],
    ['0.0001', 4, 1],
    ['9999999999999.99', 2, MAX_AMOUNT],
    ['-999999999999999', 0, -MAX_AMOUNT],
  ])('%s at scale %d is %d', (text, scale, value) => {
    expect(parseDecimal(text, scale)).toBe(value)
  })

  test.each<[string, string]>([
    ['', 'empty'],
    ['.', 'a bare point'],
    ['.5', 'no digit before the point'],
    ['5.', 'no digit after the point'],
    ['007', 'leading zeros'],
    ['00', 'leading zeros'],
    ['-01', 'leading zeros'],
    ['+1', 'a plus'],
    ['--1', 'two signs'],
    ['-', 'a sign alone'],
    ['1e3', 'an exponent'],
    ['0x10', 'hexadecimal'],
    ['1,50', 'a comma'],
    ['1.250,00', 'thousands'],
    ['1_000', 'an underscore'],
    [' 1', 'a space'],
    ['1\n', 'a line break'],
    ['1.2.3', 'two points'],
    ['$1', 'a symbol'],
    ['٣', 'other digits'],
    ['NaN', 'a word'],
    ['Infinity', 'a word'],
    ['1.234', 'more digits than the scale'],
    ['1.000', 'more digits than the scale, though zeros'],
    ['10000000000000.00', 'beyond the largest amount'],
    ['-10000000000000', 'beyond the smallest amount'],
    ['9'.repeat(400), 'beyond any number'],
  ])('refuses %j: %s', text => {
    expect(parseDecimal(text, 2)).toBeUndefined()
  })

  test('"1.0" is refused where the currency has no decimals', () => {
    expect(parseDecimal('1.0', 0)).toBeUndefined()
  })

  test('zero is never negative', () => {
    expect(Object.is(parseDecimal('-0', 2), 0)).toBe(true)
  })
})

describe('formatDecimal', () => {
  test.each<[number, number, number | undefined, string]>([
    [125_000, 2, undefined, '1250.00'],
    [-300, 2, undefined, '-3.00'],
    [5, 2, undefined, '0.05'],
    [0, 3, undefined, '0.000'],
    [-0, 2, undefined, '0.00'],
    [1250, 0, undefined, '1250'],
    [25_000, 4, 0, '2.5'],
    [20_000, 4, 0, '2'],
    [10_000_000, 4, 0, '1000'],
    [45_500, 5, 2, '0.455'],
    [15_000_000, 5, 2, '150.00'],
    [15_010_000, 5, 2, '150.10'],
    [MAX_AMOUNT, 2, undefined, '9999999999999.99'],
  ])('%d at scale %d, at least %s digits: %s', (value, scale, minDigits, text) => {
    expect(formatDecimal(value, scale, minDigits)).toBe(text)
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('throws on %d', value => {
    expect(() => formatDecimal(value, 2)).toThrow(TypeError)
  })
})

const scaled = fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT })
const scale = fc.integer({ min: 0, max: 7 })

test('what is written is read again as the same integer, trimmed or not', () => {
  const survives = (value: number, digits: number) => {
    expect(parseDecimal(formatDecimal(value, digits), digits)).toBe(value)
    expect(parseDecimal(formatDecimal(value, digits, 0), digits)).toBe(value)
  }
  fc.assert(fc.property(scaled, scale, survives), { numRuns: 5000 })
})

test('a text is read as a number or refused, and what is read is an integer in range', () => {
  const decimals = fc.stringMatching(/^[-+0-9.e ]{0,20}$/)
  const holds = (text: string, digits: number) => {
    const value = parseDecimal(text, digits)
    if (value === undefined) return
    expect(Number.isSafeInteger(value) && Math.abs(value) <= MAX_AMOUNT).toBe(true)
    // Zero loses its sign.
    expect(Number(formatDecimal(value, digits))).toBe(Number(text) || 0)
  }
  fc.assert(fc.property(decimals, scale, holds), { numRuns: 5000 })
})

test('each kind of figure has its own digits', () => {
  expect(amountText(125_000, 'USD')).toBe('1250.00')
  expect(amountText(1250, 'JPY')).toBe('1250')
  expect(amountText(-1250, 'KWD')).toBe('-1.250')
  expect(amountText(12_500, 'CLF')).toBe('1.2500')
  expect(quantityText(425_000)).toBe('42.5')
  expect(rateText(82_500)).toBe('8.25')
  expect(unitPriceText(45_500, 'USD')).toBe('0.455')
  expect(unitPriceText(15_000_000, 'USD')).toBe('150.00')
  expect(unitPriceText(85_000, 'JPY')).toBe('85')
  expect(unitPriceText(85_500, 'JPY')).toBe('85.5')
  expect([unitPriceScale('JPY'), unitPriceScale('USD'), unitPriceScale('KWD')]).toEqual([3, 5, 6])
})

test('an unknown currency is a fault', () => {
  expect(() => amountText(1, 'usd')).toThrow(TypeError)
  expect(() => unitPriceText(1, 'XXX')).toThrow(TypeError)
})
