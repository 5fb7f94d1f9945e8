// An accepted quote becomes invoices: all of it line by line, parts that come to exactly their share, and what is left.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anAcceptedQuote, codeOf, invoicedSum, sent, severalRates } from '../support/accepted.ts'
import { type Answer, aBusiness, created, succeeded } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const written = {
  ...{
    title: 'New roof',
    description: 'All of it',
    terms: 'Half now',
    note: 'Thank you',
    lines: severalRates,
  },
  discount: { percent: '7.5' },
}

/** What an invoice of several rates may look like: one line a rate, and one that makes up for whole cents. */
function expectPart({ status, body }: Answer, total: string, description: string) {
  expect([status, body.total, body.discount]).toEqual([201, total, null])
  const rates = body.lines.map((line: { tax_rate: string }) => line.tax_rate)
  expect(new Set(rates).size).toBe(rates.length)
  for (const line of body.lines) {
    expect(line).toMatchObject({ description, category: 'other', quantity: '1', unit: null })
    expect(Number(line.total)).toBeGreaterThan(0)
  }
}

describe('all of it', () => {
  test('takes over lines, discount, terms and note, and comes to the quote’s own sums', async () => {
    const { invoice, body: quote, client, api } = await anAcceptedQuote(written)
    const answer = await invoice()
    const { title, description, currency, lines, discount, terms, note } = quote
    const { subtotal, discount_total, taxes, tax_total, total } = quote
    expect(answer.body).toMatchObject({
      ...{ title, description, currency, lines, discount, terms, note, client_id: client },
      ...{ subtotal, discount_total, taxes, tax_total, total, quote_id: quote.id, beyond_quote: false },
      ...{ status: 'draft', number: null, content_hash: null },
    })
    expect(taxes.map(({ rate }: { rate: string }) => rate)).toEqual(['19', '8.25', '5.5'])
    expect(answer.headers.get('location')).toBe(`/api/v1/invoices/${answer.body.id}`)
    expect((await api('GET', `/invoices/${answer.body.id}`)).body).toEqual(answer.body)
  })

  test('100 percent is the same, and so is an amount of all', async () => {
    const first = await anAcceptedQuote(written)
    const second = await anAcceptedQuote(written)
    const [percent, amount] = [
      await first.invoice({ percent: '100' }),
      await second.invoice({ amount: second.body.total }),
    ]
    for (const { body } of [percent, amount]) expect(body.lines).toEqual(first.body.lines)
  })

  test('is what the client accepted, whatever the business’s profile says since', async () => {
    const { invoice, body: quote, api } = await anAcceptedQuote({ ...written, terms: null })
    succeeded(await api('PATCH', '/business', { currency: 'EUR', tax_rate: '20', terms: 'Other terms' }))
    const { body } = await invoice({ percent: '50' })
    expect([body.currency, body.terms]).toEqual(['USD', null])
    expect((await invoice({ amount: '1.00' })).body.currency).toBe('USD')
    expect(await invoicedSum(quote.id)).toBe(Math.round(Number(body.total) * 100) + 100)
  })
})

/** Currency, lines and discount, and the total of the quote; then percent, amount, and what they come to. */
const quotes: [string, object, string, string[]][] = [
  ['USD', { discount: { percent: '7.5' } }, '559.24', ['167.77', '100.01', '291.46']],
  ['JPY', { lines: [{ ...severalRates[0], unit_price: '10001' }] }, '21652', ['6496', '101', '15055']],
  ['KWD', { lines: severalRates, discount: { amount: '3.333' } }, '600.989', ['180.297', '0.001', '420.691']],
]

test.each(quotes)(
  '%s: 30 percent, an amount and the rest come to exactly the quote',
  async (currency, more, total, parts) => {
    const [percent = '', amount = '', rest = ''] = parts
    const {
      invoice,
      body: quote,
      quote: id,
    } = await anAcceptedQuote({ lines: severalRates, currency, ...more })
    expect(quote.total).toBe(total)
    expectPart(await invoice({ percent: '30' }), percent, `30% of quote ${quote.number}`)
    expectPart(await invoice({ amount }), amount, `Part of quote ${quote.number}`)
    expectPart(await invoice(), rest, `Balance of quote ${quote.number}`)
    expect(await invoicedSum(id)).toBe(Number(total.replace('.', '')))
    expect(codeOf(await invoice())).toBe('409 quote_invoiced')
  },
)

test('a cent of 100 % tax is made up by a line without tax', async () => {
  const lines = [{ ...severalRates[0], unit: null, quantity: '1', unit_price: '1.00', tax_rate: '100' }]
  const { invoice } = await anAcceptedQuote({ lines })
  const { body } = await invoice({ amount: '0.01' })
  expect([body.total, body.lines[0].description, body.lines[0].tax_rate]).toEqual(['0.01', 'Rounding', '0'])
})

/** Currency, unit price of a thousand, tax rate: quotes that come to the largest sums that can be held, or nearly. */
const largest: [string, string, string, string][] = [
  ['JPY', '999999999999.999', '0', '999999999999999'],
  ['USD', '8403361344.53781', '19', '9999999999999.99'],
  ['KWD', '499999999.999999', '100', '999999999999.998'],
]

test.each(largest)(
  '%s: the largest quote in thirds and the rest, to the last unit',
  async (currency, price, tax_rate, total) => {
    const lines = [{ ...severalRates[0], quantity: '1000', unit_price: price, tax_rate }]
    const { invoice, quote, body } = await anAcceptedQuote({ currency, lines })
    expect(body.total).toBe(total)
    for (const percent of ['33.3333', '33.3333', '33.3333']) created(await invoice({ percent }))
    created(await invoice())
    expect(await invoicedSum(quote)).toBe(Number(total.replace('.', '')))
    expect(codeOf(await invoice())).toBe('409 quote_invoiced')
  },
)

test('beyond a quote of nothing: a line that says what it is, not that it rounds', async () => {
  const { invoice, body: quote } = await anAcceptedQuote({ discount: { percent: '100' } })
  expect(codeOf(await invoice())).toBe('409 quote_invoiced')
  const { body } = await invoice({ amount: '12.34', beyond_quote: true })
  const [line] = body.lines
  expect([body.total, body.lines.length, line.description, line.tax_rate]).toEqual([
    ...['12.34', 1, `Part of quote ${quote.number}`, '0'],
  ])
})

test('far beyond a quote of a few cents: exact, and at once', async () => {
  const lines = [{ ...severalRates[0], quantity: '1', unit_price: '0.06' }]
  const { invoice } = await anAcceptedQuote({ lines })
  const { status, body } = await invoice({ amount: '9999999999999.99', beyond_quote: true })
  expect([status, body.total, body.beyond_quote]).toEqual([201, '9999999999999.99', true])
}, 5000)

describe('due', () => {
  test.each([
    ['America/New_York', '2026-07-02'],
    ['Pacific/Kiritimati', '2026-07-03'],
  ])('in 30 days by the calendar of %s, or when it was said', async (timeZone, due) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-03T02:00:00Z') })
    const { invoice } = await anAcceptedQuote({}, await aBusiness({ timeZone }))
    expect((await invoice({ percent: '10' })).body.due_on).toBe(due)
    expect((await invoice({ percent: '10', due_on: '2026-01-31' })).body.due_on).toBe('2026-01-31')
  })
})

test('a part is sent and paid like any other invoice', async () => {
  const { invoice, business, api } = await anAcceptedQuote(written)
  const path = await sent(business, await invoice({ percent: '30' }))
  const { balance_due: amount } = (await api('GET', path)).body
  created(await api('POST', `${path}/payments`, { amount, method: 'card' }))
  expect((await api('GET', path)).body).toMatchObject({ status: 'paid', balance_due: '0.00' })
})
