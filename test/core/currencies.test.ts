// Which codes are currencies, and their digits: the rows that programs get wrong, and the size of the table.
import { describe, expect, test } from 'vitest'
import { digitsOf, isCurrency } from '../../src/core/currencies.ts'

const NOT_CURRENCIES: [string, string][] = [
  ['usd', 'lower case'],
  ['', 'empty'],
  ['US', 'too short'],
  ['USDX', 'too long'],
  ['USD ', 'with a space'],
  ['constructor', 'a property of every object'],
  ['XXX', 'no currency'],
  ['XTS', 'for tests'],
  ['XAU', 'gold'],
  ['UYI', 'a fund code'],
  ['HRK', 'until 2023'],
  ['SLL', 'until 2023'],
  ['ZWL', 'until 2024'],
  ['ANG', 'until 2025'],
  ['BGN', 'until 2026'],
]

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const every = alphabet.flatMap(a => alphabet.flatMap(b => alphabet.map(c => a + b + c))).filter(isCurrency)

describe('currencies', () => {
  test.each([
    ['USD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['ISK', 0],
    ['XOF', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLP', 0],
    ['CLF', 4],
    ['UYW', 4],
    // Intl shows these without decimals, ISO gives them two.
    ['HUF', 2],
    ['IDR', 2],
    ['XCG', 2],
    ['ZWG', 2],
  ])('%s has %d digits', (currency, digits) => {
    expect(isCurrency(currency)).toBe(true)
    expect(digitsOf(currency)).toBe(digits)
  })

  test.each(NOT_CURRENCIES)('%j is none: %s', code => {
    expect(isCurrency(code)).toBe(false)
    expect(() => digitsOf(code)).toThrow(TypeError)
  })

  test('the table has 157 currencies: 16 without decimals, 7 with three, 2 with four', () => {
    const count = (digits: number) => every.filter(code => digitsOf(code) === digits).length
    expect([count(0), count(2), count(3), count(4)]).toEqual([16, 132, 7, 2])
    expect(every).toHaveLength(157)
  })

  test('Intl can format each of them', () => {
    for (const currency of every) {
      expect(() => new Intl.NumberFormat('en', { style: 'currency', currency })).not.toThrow()
    }
  })
})
