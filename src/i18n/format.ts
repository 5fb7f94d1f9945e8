/**
 * Money, numbers and dates as a person of a locale writes them. Texts in, texts out: decimals come as
 * core/money.ts writes them and go to Intl as text, which formats them exactly where a number would round.
 *
 * A locale whose language the portal doesn't speak gets no names of months and days amid the words of another: there a
 * date is digits alone. The calendar is always the Gregorian one: both sides of a signature must read the same year.
 */
import { digitsOf } from '../core/currencies.ts'
import { amountText, QUANTITY_SCALE, RATE_SCALE, UNIT_PRICE_EXTRA_DIGITS } from '../core/money.ts'
import { english, type Spoken } from './words.ts'

/** How one reader writes, and is spoken to. */
export type Formats = NumberFormats & DateFormats & Spoken & { readonly locale: string }

export type NumberFormats = {
  /** "1250.00", "USD" -> "$1,250.00", with exactly the currency's digits. Throws TypeError on an unknown one. */
  money(decimal: string, currency: string): string
  /** As money, and up to three digits more where they are there: "0.455" -> "$0.455". */
  price(decimal: string, currency: string): string
  /** As money, of an integer of minor units. */
  amount(minor: number | bigint, currency: string): string
  /** "2.5" -> "2.5", "2,5". */
  quantity(decimal: string): string
  /** Percent: "8.25" -> "8.25%", "8,25 %". */
  rate(decimal: string): string
}

export type DateFormats = {
  /** "Friday", in words: only for the languages that the portal speaks. RangeError as below. */
  weekday(date: string): string
  /** "Friday, November 27, 2026", or "27.11.2026". Dates are `YYYY-MM-DD`; RangeError on anything else. */
  longDate(date: string): string
  /** "Nov 27, 2026", or "27.11.2026". */
  mediumDate(date: string): string
  /** "Nov 27", or "27.11."; with the year when that is not the year of `today`. */
  shortDate(date: string, today: string): string
  /** The name of a country by its code of two letters (ISO 3166-1), or the code. */
  country(code: string): string
  /** Date, time and the zone's name: "Nov 27, 2026, 9:05 AM EST". RangeError on an unknown zone. */
  instant(ms: number, zone: string): string
}

/**
 * The formats of a locale, made once and kept, for a reader of `language` (i18n/words.ts). Throws RangeError on a malformed
 * tag.
 */
export const formatsFor = (locale: string, language = english.language): Formats =>
  formatsOf(`${language} ${locale}`)

const formatsOf = kept(key => {
  const [language = '', locale = ''] = key.split(' ')
  return { language, locale, ...numbersOf(locale), ...datesOf(locale, language) }
})

function numbersOf(locale: string): NumberFormats {
  const monies = kept(currency => moneyFormat(locale, currency, 0))
  const prices = kept(currency => moneyFormat(locale, currency, UNIT_PRICE_EXTRA_DIGITS))
  const quantities = new Intl.NumberFormat(locale, { maximumFractionDigits: QUANTITY_SCALE })
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: RATE_SCALE })
  return {
    money: (decimal, currency) => monies(currency).format(exact(decimal)),
    price: (decimal, currency) => prices(currency).format(exact(decimal)),
    amount: (minor, currency) => monies(currency).format(exact(amountText(minor, currency))),
    quantity: decimal => quantities.format(exact(decimal)),
    // Intl's percent takes a fraction of one.
    rate: decimal => rates.format(exact(`${decimal}e-2`)),
  }
}

function datesOf(locale: string, language: string): DateFormats {
  const isSpoken = new Intl.Locale(locale).language === new Intl.Locale(language).language
  const styles = isSpoken ? IN_WORDS : IN_DIGITS
  const format = (style: Intl.DateTimeFormatOptions, timeZone = 'UTC') =>
    new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', timeZone })
  const long = format(styles.long)
  const medium = format(styles.medium)
  const short = format(styles.short)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const instants = kept(zone => format({ ...styles.medium, ...styles.time, timeZoneName: 'short' }, zone))
  // Many rows fall on few days.
  const inMedium = kept(date => said(medium.format(new Date(date))), 512)
  const inShort = kept(date => said(short.format(new Date(date))), 512)
  const said = asSaid[isSpoken ? language : ''] ?? (text => text)
  return {
    // Made only for the receipt that asks: it would be a part of what the first page of an isolate costs.
    country: code =>
      /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code,
    weekday: date => weekday.format(new Date(date)),
    longDate: date => said(long.format(new Date(date))),
    mediumDate: inMedium,
    shortDate: (date, today) => (date.slice(0, 4) === today.slice(0, 4) ? inShort(date) : inMedium(date)),
    // A line may break behind a hyphen, and not behind a minus.
    instant: (ms, zone) => said(instants(zone).format(ms)).replace(/(GMT|UTC)-/, '$1−'),
  }
}

/** What Intl's dates lack to stand in a sentence: the first of a month in French, no comma behind a weekday in Spanish. */
const asSaid: Record<string, (text: string) => string> = {
  fr: text => text.replace(/\b1 (?=\p{L})/u, '1er '),
  es: text => text.replace(/^(\p{L}+), /u, '$1 '),
}

type DateStyles = Record<'long' | 'medium' | 'short' | 'time', Intl.DateTimeFormatOptions>

const IN_WORDS: DateStyles = {
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
}

// Two digits each and a clock of 24 hours, because some languages turn a single digit's pattern into words.
const IN_DIGITS: DateStyles = {
  long: { year: 'numeric', month: '2-digit', day: '2-digit' },
  medium: { year: 'numeric', month: '2-digit', day: '2-digit' },
  short: { month: '2-digit', day: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

function moneyFormat(locale: string, currency: string, extraDigits: number): Intl.NumberFormat {
  const digits = digitsOf(currency)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'symbol',
    // Some languages group from five digits on: in a column of amounts that looks like a slip.
    useGrouping: 'always',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits + extraDigits,
  })
}

const exact = (decimal: string) => decimal as Intl.StringNumericLiteral

/**
 * Makes a thing for a key at its first use and keeps it: an Intl formatter costs 18 to 36 µs to make, under 1 to
 * use, and a page has forty amounts. Starts afresh when full, so that odd keys can't fill an isolate's memory.
 */
function kept<T>(make: (key: string) => T, most = 64): (key: string) => T {
  const made = new Map<string, T>()
  return key => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= most) made.clear()
    const thing = make(key)
    made.set(key, thing)
    return thing
  }
}
