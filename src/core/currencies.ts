/**
 * The currencies a document can be in, and how many decimal digits each one's minor unit has: ISO 4217, list
 * one, as of 1 January 2026 (amendment 180). Fund codes, metals and test codes are left out, save CLF and UYW,
 * in which people do write contracts. Our own table, because Intl follows CLDR's cash digits and the engine's
 * age, and a change of digits would change the meaning of every stored amount: never change a row, add one.
 */
const CODES: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP ' +
    'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS ' +
    'INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
    'MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE ' +
    'SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ' +
    'ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([digits, codes]) =>
    codes.split(' ').map(code => [code, Number(digits)] as const),
  ),
)

/** Whether a text is the code of an active currency, in capitals as ISO 4217 writes it. */
export function isCurrency(code: string): boolean {
  return DIGITS.has(code)
}

/** Decimal digits of a currency's minor unit: 2 for USD, 0 for JPY. Throws TypeError on an unknown code. */
export function digitsOf(currency: string): number {
  const digits = DIGITS.get(currency)
  if (digits === undefined) throw new TypeError('not an ISO 4217 currency code')
  return digits
}
