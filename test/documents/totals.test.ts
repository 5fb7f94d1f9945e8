// Sums worked out by hand: each case shows one part of the rounding rule (docs/decisions/0005).
import { expect, test } from 'vitest'
import { digitsOf } from '../../src/core/currencies.ts'
import {
  amountText,
  parseDecimal,
  QUANTITY_SCALE,
  RATE_SCALE,
  rateText,
  unitPriceScale,
} from '../../src/core/money.ts'
import { type Totals, type TotalsInput, totals } from '../../src/documents/totals.ts'

const read = (text: string, scale: number): number => {
  const value = parseDecimal(text, scale)
  if (value === undefined) throw new Error(`a mistake in the test: ${text}`)
  return value
}

/** Of "2.5 × 118.00 @ 8.25" (quantity, unit price, percent of tax), "less 10%" or "less 10.00". */
function documentOf(currency: string, parts: string[]): TotalsInput {
  const [less] = parts.filter(part => part.startsWith('less ')).map(part => part.slice(5))
  const lines = parts.filter(part => part.includes(' × ')).map(part => part.split(/ [×@] /))
  return {
    currency,
    lines: lines.map(([quantity = '', unitPrice = '', taxRate = '']) => ({
      quantity: read(quantity, QUANTITY_SCALE),
      unitPrice: read(unitPrice, unitPriceScale(currency)),
      taxRate: read(taxRate, RATE_SCALE),
    })),
    discount: less === undefined ? null : discountOf(less, currency),
  }
}

const discountOf = (less: string, currency: string) =>
  less.endsWith('%')
    ? { percent: read(less.slice(0, -1), RATE_SCALE) }
    : { amount: read(less, digitsOf(currency)) }

/** The sums as a person would write them down. */
function written(currency: string, sums: Totals): string {
  const amount = (minor: number) => amountText(minor, currency)
  const taxes = sums.taxes.map(
    tax => `${rateText(tax.rate)}% of ${amount(tax.base)} is ${amount(tax.amount)}`,
  )
  const lines = `${sums.lineTotals.map(amount).join(' + ')} = ${amount(sums.subtotal)}`
  return [lines, `less ${amount(sums.discountTotal)}`, ...taxes, `total ${amount(sums.total)}`].join('; ')
}

// Three lines a case: what it shows; the document; its sums.
const CASES = `
tax on materials only
USD: 16 × 85.00 @ 0; 14 × 1120.00 @ 8.25; 42.5 × 118.00 @ 8.25; 1 × 895.00 @ 0
1360.00 + 15680.00 + 5015.00 + 895.00 = 22950.00; less 0.00; 8.25% of 20695.00 is 1707.34; total 24657.34

tax on all but the labor: 1781.175 goes up
USD: 16 × 85.00 @ 0; 14 × 1120.00 @ 8.25; 42.5 × 118.00 @ 8.25; 1 × 895.00 @ 8.25
1360.00 + 15680.00 + 5015.00 + 895.00 = 22950.00; less 0.00; 8.25% of 21590.00 is 1781.18; total 24731.18

a thousand feet at half cents
USD: 1000 × 0.455 @ 0
455.00 = 455.00; less 0.00; total 455.00

a line of 1.365 goes up
USD: 3 × 0.455 @ 0
1.37 = 1.37; less 0.00; total 1.37

a line of 0.45499 goes down
USD: 1 × 0.45499 @ 0
0.45 = 0.45; less 0.00; total 0.45

thirds that fill up
USD: 0.3333 × 100.00 @ 0; 0.3333 × 100.00 @ 0; 0.3334 × 100.00 @ 0
33.33 + 33.33 + 33.34 = 100.00; less 0.00; total 100.00

lines are rounded before they are added
EUR: 1 × 0.005 @ 0; 1 × 0.005 @ 0
0.01 + 0.01 = 0.02; less 0.00; total 0.02

a currency without decimals
JPY: 3 × 333 @ 10
999 = 999; less 0; 10% of 999 is 100; total 1099

half a yen each
JPY: 3 × 85.5 @ 0
257 = 257; less 0; total 257

a currency with three decimals
KWD: 2.5 × 1.235 @ 5
3.088 = 3.088; less 0.000; 5% of 3.088 is 0.154; total 3.242

a currency with four decimals
CLF: 1.5 × 0.0333 @ 0
0.0500 = 0.0500; less 0.0000; total 0.0500

all of it off
EUR: 1 × 100.00 @ 19; less 100%
100.00 = 100.00; less 100.00; 19% of 0.00 is 0.00; total 0.00

a discount over two rates, the higher one listed first
EUR: 1 × 50.00 @ 7; 1 × 100.00 @ 19; less 10%
50.00 + 100.00 = 150.00; less 15.00; 19% of 90.00 is 17.10; 7% of 45.00 is 3.15; total 155.25

of equal remainders the highest rate takes the odd cent
EUR: 1 × 10.00 @ 0; 1 × 10.00 @ 10; 1 × 10.00 @ 20; less 10.00
10.00 + 10.00 + 10.00 = 30.00; less 10.00; 20% of 6.66 is 1.33; 10% of 6.67 is 0.67; total 22.00

the largest remainder takes the odd cent
EUR: 1 × 10.00 @ 20; 1 × 20.00 @ 10; less 0.10
10.00 + 20.00 = 30.00; less 0.10; 20% of 9.97 is 1.99; 10% of 19.93 is 1.99; total 33.88

what is untaxed takes its share of the discount
EUR: 1 × 80.00 @ 0; 1 × 20.00 @ 25; less 10.00
80.00 + 20.00 = 100.00; less 10.00; 25% of 18.00 is 4.50; total 94.50

a discount of 0.025 goes up
USD: 1 × 0.50 @ 0; less 5%
0.50 = 0.50; less 0.03; total 0.47

a tax of 0.005 goes up
USD: 1 × 0.10 @ 5
0.10 = 0.10; less 0.00; 5% of 0.10 is 0.01; total 0.11

one tax for a rate, not one for each line
USD: 1 × 0.10 @ 5; 1 × 0.10 @ 5
0.10 + 0.10 = 0.20; less 0.00; 5% of 0.20 is 0.01; total 0.21

something free
USD: 0 × 12.00 @ 5; less 50%
0.00 = 0.00; less 0.00; 5% of 0.00 is 0.00; total 0.00`

test.each(
  CASES.trim()
    .split('\n\n')
    .map(block => block.split('\n')),
)('%s', (_, text = '', sums = '') => {
  const currency = text.slice(0, 3)
  const result = totals(documentOf(currency, text.slice(5).split('; ')))
  expect(result.ok && written(currency, result.value)).toBe(sums)
})
