/** An accepted quote becomes an invoice: all of it, a share, an amount, or what is left (product.md §4). */
import { client } from '../../clients/store.ts'
import type { Act } from '../../core/api.ts'
import { valid } from '../../core/body.ts'
import { addDays } from '../../core/clock.ts'
import { digitsOf } from '../../core/currencies.ts'
import { batch, decide } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import {
  amountText,
  MAX_AMOUNT,
  parseDecimal,
  RATE_SCALE,
  rateText,
  UNIT_PRICE_EXTRA_DIGITS,
  unitPriceText,
} from '../../core/money.ts'
import { invalid, Problem } from '../../core/problem.ts'
import type { QuoteContent } from '../../documents/content.ts'
import { actingBusiness } from '../../documents/sending.ts'
import { taxOf } from '../../documents/totals.ts'
import { formatsBy } from '../../i18n/choice.ts'
import type { Formats } from '../../i18n/format.ts'
import { loadQuote, refuseIf } from '../../quotes/actions/load.ts'
import { whyNot } from '../../quotes/rules.ts'
import type { QuoteRow } from '../../quotes/store/business.ts'
import { type ConversionInput, invoiceBody } from '../schema.ts'
import { type Share, split } from '../split.ts'
import { type InvoiceRow, invoicedOf } from '../store/business.ts'
import { words as invoiceWords } from '../words.ts'
import { beyondQuote, insert } from './draft.ts'

/** Net 30, as most invoices are; the draft can be changed. */
const DAYS_TO_PAY = 30

export async function invoiceQuote(act: Act, quoteId: string, input: ConversionInput): Promise<InvoiceRow> {
  const id = newId('inv', act.now)
  return decide(async () => {
    const quote = await loadQuote(act, quoteId)
    refuseIf(whyNot('invoice', quote, act.now))
    const content: QuoteContent = JSON.parse(quote.content ?? '{}')
    const { client, invoiced } = await readFor(act, quote, id)
    const left = quote.total - invoiced
    const target = targetOf(input, quote.total, left, quote.currency)
    if (target > left && !input.beyond_quote) throw beyondQuote(left, quote.currency)
    const { today, business } = await actingBusiness(act)
    const formats = await formatsBy({ client: client.locale, business: business.locale })
    const { client_id, title, description, currency } = { ...content, client_id: quote.clientId }
    const body = {
      ...{ client_id, title, description, currency, quote_id: quoteId },
      due_on: input.due_on ?? addDays(today, DAYS_TO_PAY),
      ...(input.beyond_quote ? { beyond_quote: true } : {}),
      ...(target === quote.total ? wholeOf(content) : partOf(content, input, target, formats)),
    }
    return insert(act, id, valid(invoiceBody, body))
  })
}

/** The client, which is there, and what is invoiced of the quote so far. */
async function readFor(act: Act, { id: quoteId, clientId }: QuoteRow, but: string) {
  const found = await batch(act.db, {
    client: client({ businessId: act.businessId, id: clientId }),
    invoiced: invoicedOf({ quoteId, but }),
  })
  const [addressee] = found.client
  if (addressee?.deletedAt !== null)
    throw new Problem('client_deleted', 'No invoice is made for a client that was deleted.')
  return { client: addressee, invoiced: found.invoiced[0]?.total ?? 0 }
}

/** How much is to be invoiced, in minor units. Throws what is wrong with it. */
function targetOf(
  { percent, amount }: ConversionInput,
  total: number,
  left: number,
  currency: string,
): number {
  if (percent !== undefined) return positive(taxOf(total, percent), '/percent', 'must come to something')
  if (amount !== undefined) {
    const digits = digitsOf(currency)
    const fine = `must be a positive decimal with at most ${digits} digits after the point`
    return positive(parseDecimal(amount, digits) ?? 0, '/amount', fine)
  }
  if (left <= 0) throw beyondQuote(left, currency)
  return left
}

function positive(minor: number, pointer: string, detail: string): number {
  if (minor > 0) return minor
  throw invalid([{ pointer, detail }])
}

const wholeOf = ({ lines, discount, terms, note }: QuoteContent) => ({
  lines: lines.map(({ total: _, ...line }) => line),
  ...{ discount, terms, note },
})

/** One line for each tax rate, and one for what whole minor units don't reach; that alone, of a quote of nothing. */
function partOf(content: QuoteContent, input: ConversionInput, target: number, formats: Formats) {
  const { currency, number, terms } = content
  const whole = sharesOf(content)
  const { shares, rounding } = split(whole, target)
  const description = descriptionOf(input, number, formats)
  const line = (text: string, net: number, rate: number) => ({
    ...{ description: text, category: 'other', ...piecesOf(net, currency) },
    tax_rate: rateText(rate),
  })
  const lines = shares.map(({ net, rate }) => line(description, net, rate))
  const rest = whole.length === 0 ? description : invoiceWords(formats).lines.rounding
  return { lines: rounding > 0 ? [...lines, line(rest, rounding, 0)] : lines, terms }
}

/** A unit price is finer than an amount and so reaches less far: what is beyond it is charged in a thousand pieces. */
const piecesOf = (net: number, currency: string) =>
  net * PIECES <= MAX_AMOUNT
    ? { quantity: '1', unit_price: amountText(net, currency) }
    : { quantity: String(PIECES), unit_price: unitPriceText(net, currency) }

const PIECES = 10 ** UNIT_PRICE_EXTRA_DIGITS

/** In the client's language: it is the client who reads it. */
function descriptionOf({ percent, amount }: ConversionInput, number: string, formats: Formats): string {
  const words = invoiceWords(formats).lines
  if (percent !== undefined) return words.percent(formats.rate(rateText(percent)), number)
  return amount === undefined ? words.rest(number) : words.amount(number)
}

/** What of the quote is taxed at each rate, after its discount; what is not taxed at all is what remains. */
function sharesOf(content: QuoteContent): Share[] {
  const minor = (text: string) => parseDecimal(text, digitsOf(content.currency)) ?? 0
  const taxed = content.taxes.map(({ rate, base }) => ({
    ...{ rate: parseDecimal(rate, RATE_SCALE) ?? 0, net: minor(base) },
  }))
  const net = minor(content.subtotal) - minor(content.discount_total)
  const untaxed = net - taxed.reduce((sum, share) => sum + share.net, 0)
  return [...taxed, { rate: 0, net: untaxed }].filter(share => share.net > 0)
}
