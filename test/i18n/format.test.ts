// Money and dates as people of six locales write them, exact to the last of thirteen digits.
import { describe, expect, test } from 'vitest'
import { isLocale } from '../../src/core/locale.ts'
import { MAX_AMOUNT } from '../../src/core/money.ts'
import { formatsFor } from '../../src/i18n/format.ts'

// Intl parts digits and symbols by spaces that don't break, some of them narrow.
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

const money: [string, string, string, string][] = [
  ['en-US', '1250.00', 'USD', '$1,250.00'],
  ['en-US', '1250.00', 'EUR', '€1,250.00'],
  ['en-US', '1250', 'JPY', '¥1,250'],
  ['en-US', '1250.000', 'KWD', 'KWD 1,250.000'],
  ['en-US', '-3.50', 'USD', '-$3.50'],
  // Intl itself shows forints without decimals; ISO 4217 gives them two.
  ['en-US', '1250.00', 'HUF', 'HUF 1,250.00'],
  ['en-US', '1.2500', 'CLF', 'CLF 1.2500'],
  ['en-US', '10.00', 'XCG', 'XCG 10.00'],
  ['en-GB', '1250.00', 'USD', 'US$1,250.00'],
  ['en-GB', '1250.00', 'EUR', '€1,250.00'],
  ['en-GB', '1250', 'JPY', 'JP¥1,250'],
  ['en-GB', '1250.000', 'KWD', 'KWD 1,250.000'],
  ['de-DE', '1250.00', 'USD', '1.250,00 $'],
  ['de-DE', '1250.00', 'EUR', '1.250,00 €'],
  ['de-DE', '1250', 'JPY', '1.250 ¥'],
  ['de-DE', '1250.000', 'KWD', '1.250,000 KWD'],
  ['fr-FR', '1250.00', 'USD', '1 250,00 $US'],
  ['fr-FR', '1250.00', 'EUR', '1 250,00 €'],
  ['fr-FR', '1250', 'JPY', '1 250 JPY'],
  ['fr-FR', '1250.000', 'KWD', '1 250,000 KWD'],
  ['ja-JP', '1250.00', 'USD', '$1,250.00'],
  ['ja-JP', '1250.00', 'EUR', '€1,250.00'],
  ['ja-JP', '1250', 'JPY', '￥1,250'],
  ['ja-JP', '1250.000', 'KWD', 'KWD 1,250.000'],
]

describe('money', () => {
  test.each(money)('in %s %s %s is %s', (locale, decimal, currency, text) => {
    expect(plain(formatsFor(locale).money(decimal, currency))).toBe(text)
  })

  test('is exact to the last digit, where a number would not be', () => {
    const { money, price, amount } = formatsFor('en-US')
    expect(money('9999999999999.99', 'USD')).toBe('$9,999,999,999,999.99')
    expect(amount(MAX_AMOUNT, 'USD')).toBe('$9,999,999,999,999.99')
    expect(amount(-MAX_AMOUNT, 'JPY')).toBe('-¥999,999,999,999,999')
    expect(price('1234567890123.45678', 'USD')).toBe('$1,234,567,890,123.45678')
    expect(money('123456789012345678.90', 'USD')).toBe('$123,456,789,012,345,678.90')
  })

  test('a unit price keeps the digits that it has, at least the currency’s', () => {
    const { price } = formatsFor('en-US')
    expect(price('0.455', 'USD')).toBe('$0.455')
    expect(price('0.45678', 'USD')).toBe('$0.45678')
    expect(price('150.00', 'USD')).toBe('$150.00')
    expect(price('85.5', 'JPY')).toBe('¥85.5')
    expect(plain(formatsFor('de-DE').price('0.455', 'EUR'))).toBe('0,455 €')
  })

  test('an unknown currency is a fault', () => {
    expect(() => formatsFor('en-US').money('1', 'XXX')).toThrow(TypeError)
    expect(() => formatsFor('en-US').amount(1, 'usd')).toThrow(TypeError)
  })
})

test.each([
  ['en-US', '1,234.5', '8.25%'],
  ['de-DE', '1.234,5', '8,25 %'],
  ['fr-FR', '1 234,5', '8,25 %'],
  ['ja-JP', '1,234.5', '8.25%'],
])('quantities and rates in %s: %s, %s', (locale, quantity, rate) => {
  const formats = formatsFor(locale)
  expect(plain(formats.quantity('1234.5'))).toBe(quantity)
  expect(plain(formats.rate('8.25'))).toBe(rate)
})

test('quantities and rates have up to four decimals', () => {
  const { quantity, rate } = formatsFor('en-US')
  expect([quantity('0.3333'), quantity('16'), quantity('99999999999.9999')]).toEqual([
    '0.3333',
    '16',
    '99,999,999,999.9999',
  ])
  expect([rate('0'), rate('20'), rate('0.0001'), rate('7.7')]).toEqual(['0%', '20%', '0.0001%', '7.7%'])
})

test.each([
  ['en-US', 'Friday, November 27, 2026', 'Nov 27, 2026', 'Nov 27'],
  ['en-GB', 'Friday, 27 November 2026', '27 Nov 2026', '27 Nov'],
  ['de-DE', '27.11.2026', '27.11.2026', '27.11.'],
  ['fr-FR', '27/11/2026', '27/11/2026', '27/11'],
  ['ja-JP', '2026/11/27', '2026/11/27', '11/27'],
  // Neither the Buddhist era nor a calendar asked for by the tag.
  ['th-TH', '27/11/2026', '27/11/2026', '27/11'],
  ['en-US-u-ca-buddhist', 'Friday, November 27, 2026', 'Nov 27, 2026', 'Nov 27'],
])('dates in %s: %s, %s, %s', (locale, long, medium, short) => {
  const formats = formatsFor(locale)
  expect(formats.longDate('2026-11-27')).toBe(long)
  expect(formats.mediumDate('2026-11-27')).toBe(medium)
  expect(formats.shortDate('2026-11-27', '2026-01-01')).toBe(short)
  expect(formats.shortDate('2026-11-27', '2025-12-31')).toBe(medium)
})

test.each([
  ['en-US', 'America/New_York', 'Nov 27, 2026, 4:05 AM EST'],
  ['en-GB', 'Asia/Kolkata', '27 Nov 2026, 14:35 GMT+5:30'],
  ['de-DE', 'Europe/Berlin', '27.11.2026, 10:05 MEZ'],
  ['ja-JP', 'UTC', '2026/11/27 09:05 UTC'],
])('an instant in %s in %s: %s', (locale, zone, text) => {
  expect(plain(formatsFor(locale).instant(Date.UTC(2026, 10, 27, 9, 5), zone))).toBe(text)
})

test('Arabic is formatted too', () => {
  const formats = formatsFor('ar')
  expect(formats.money('1250.00', 'USD')).toContain('1,250.00')
  expect(formats.money('1250.000', 'KWD')).toContain('1,250.000')
  expect(formats.longDate('2026-11-27')).toContain('2026')
  expect(formats.instant(0, 'Africa/Cairo')).toContain('1970')
  expect([
    formats.price('1', 'EUR'),
    formats.amount(1, 'JPY'),
    formats.quantity('1'),
    formats.rate('1'),
  ]).toHaveLength(4)
})

test('formats are made once, and hundreds of locales don’t disturb each other', () => {
  expect(formatsFor('de-DE')).toBe(formatsFor('de-DE'))
  for (let n = 0; n < 300; n++) formatsFor(`en-x-a${n}`)
  expect(plain(formatsFor('de-DE').money('1.50', 'EUR'))).toBe('1,50 €')
})

test.each(['en', 'en-US', 'de-CH', 'zh-Hant-TW', 'ar-EG-u-nu-latn', 'es-419'])('%s is a locale', tag => {
  expect(isLocale(tag)).toBe(true)
})

test.each([
  '',
  'e',
  'en_US',
  'en-',
  'xx',
  'i-klingon',
  'x-private',
  '*',
  'en-US ',
  `en-x-${'a1234567-'.repeat(4)}a`,
])('%j is no locale', tag => expect(isLocale(tag)).toBe(false))
