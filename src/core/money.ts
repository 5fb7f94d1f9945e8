/**
 * Exact decimals: texts such as "1250.00" outside, scaled safe integers inside, never a binary fraction.
 *
 * | what       | integer of                   | "8.25" is                  |
 * |------------|------------------------------|----------------------------|
 * | amount     | the currency's minor unit    | 825 in USD                 |
 * | unit price | a thousandth of a minor unit | 825_000 in USD             |
 * | quantity   | 1/10_000                     | 82_500                     |
 * | rate       | 1/10_000 percent             | 82_500, that is 8.25 %     |
 */
import { digitsOf } from './currencies.ts'

/** The largest integer of any of these scales: fifteen nines, below 2^53, and what a column's CHECK allows. */
export const MAX_AMOUNT = 999_999_999_999_999
export const QUANTITY_SCALE = 4
export const RATE_SCALE = 4
/** Digits that a unit price may have beyond the currency's own: $0.455 per foot is real. */
export const UNIT_PRICE_EXTRA_DIGITS = 3

/** Decimal digits of a unit price in a currency. Throws TypeError on an unknown one. */
export const unitPriceScale = (currency: string): number => digitsOf(currency) + UNIT_PRICE_EXTRA_DIGITS

const PLAIN_DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/

/**
 * The integer of `scale` decimal digits that a plain decimal stands for: `parseDecimal('2.5', 4)` is 25_000.
 * Undefined for anything else: exponent, plus sign, spaces, leading zeros, a bare point, more decimal digits
 * than `scale` (zeros too: who writes "1.000" in JPY may have meant a thousand), beyond ±MAX_AMOUNT.
 * "-0" is 0.
 */
export function parseDecimal(text: string, scale: number): number | undefined {
  const [, sign, whole = '', fraction = ''] = PLAIN_DECIMAL.exec(text) ?? []
  if (sign === undefined || fraction.length > scale) return undefined
  const size = Number(whole + fraction.padEnd(scale, '0'))
  if (size > MAX_AMOUNT) return undefined
  return sign === '-' && size !== 0 ? -size : size
}

/**
 * The plain decimal of an integer of `scale` decimal digits. Trailing zeros go, down to `minDigits` of them;
 * without it none goes. Throws TypeError unless `value` is a safe integer or a bigint,
 * which sums of many amounts need.
 */
export function formatDecimal(value: number | bigint, scale: number, minDigits: number = scale): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError('not a safe integer')
  const digits = String(value < 0 ? -value : value).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = trimmed(digits.slice(digits.length - scale), minDigits)
  return `${value < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}

function trimmed(fraction: string, minDigits: number): string {
  let end = fraction.length
  while (end > minDigits && fraction[end - 1] === '0') end -= 1
  return fraction.slice(0, end)
}

/** An amount with all of its currency's digits: "1250.00", "-3", "0.455". Throws TypeError. */
export const amountText = (minor: number | bigint, currency: string): string =>
  formatDecimal(minor, digitsOf(currency))

/** A quantity without trailing zeros: "2.5", "16". Throws TypeError. */
export const quantityText = (quantity: number): string => formatDecimal(quantity, QUANTITY_SCALE, 0)

/** A rate in percent without trailing zeros: "8.25". Throws TypeError. */
export const rateText = (rate: number): string => formatDecimal(rate, RATE_SCALE, 0)

/** A unit price with at least its currency's digits: "150.00", "0.455". Throws TypeError. */
export const unitPriceText = (price: number, currency: string): string =>
  formatDecimal(price, unitPriceScale(currency), digitsOf(currency))
