// Together, the invoices of a quote never exceed it unless told to: by conversion, by hand, at once, and in raw SQL.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { type Accepted, anAcceptedQuote, codeOf, invoicedSum, pointersOf, sent } from '../support/accepted.ts'
import { answerTo, insertVerbs, updateVerbs } from '../support/attack.ts'
import { aBusiness, aClient, aLine, anInvoice, aSentQuote, created, succeeded } from '../support/world.ts'

const costing = (unit_price: string) => ({ lines: [{ ...aLine, quantity: '1', unit_price }] })

/** An invoice that is written by hand, of this quote. */
const byHand = ({ api, client, quote }: Accepted, unit_price: string, more: object = {}) =>
  api('POST', '/invoices', anInvoice(client, { quote_id: quote, ...costing(unit_price), ...more }))

describe('above what is left', () => {
  test('409 quote_invoiced, with what is left; beyond_quote allows it', async () => {
    const { invoice, quote } = await anAcceptedQuote()
    created(await invoice({ percent: '60' }))
    const refused = await invoice({ amount: '120.01' })
    expect(codeOf(refused)).toBe('409 quote_invoiced')
    expect(refused.body.detail).toContain('120.00 USD')
    expect(codeOf(await invoice({ percent: '41' }))).toBe('409 quote_invoiced')
    const beyond = await invoice({ percent: '41', beyond_quote: true })
    expect([codeOf(beyond), beyond.body.total, beyond.body.beyond_quote]).toEqual(['201', '123.00', true])
    const nothing = await invoice()
    expect([codeOf(nothing), nothing.body.detail]).toEqual([
      '409 quote_invoiced',
      expect.stringContaining('0.00 USD'),
    ])
    expect(await invoicedSum(quote)).toBe(30_300)
  })

  test('a void invoice and a deleted draft free their part', async () => {
    const { invoice, business, api, quote } = await anAcceptedQuote()
    const deposit = await sent(business, await invoice({ percent: '60' }))
    const draft = created(await invoice())
    expect(codeOf(await invoice())).toBe('409 quote_invoiced')
    succeeded(await api('DELETE', `/invoices/${draft}`))
    expect(codeOf(await invoice({ amount: '120.01' }))).toBe('409 quote_invoiced')
    succeeded(await api('POST', `${deposit}/void`))
    expect((await invoice()).body.total).toBe('300.00')
    expect(await invoicedSum(quote)).toBe(30_000)
  })

  test('POST /invoices and PATCH keep to the same limit', async () => {
    const accepted = await anAcceptedQuote()
    const { api, quote } = accepted
    expect(codeOf(await byHand(accepted, '300.01'))).toBe('409 quote_invoiced')
    const path = `/invoices/${created(await byHand(accepted, '200.00'))}`
    expect(codeOf(await byHand(accepted, '100.01'))).toBe('409 quote_invoiced')
    expect(codeOf(await api('PATCH', path, costing('300.01')))).toBe('409 quote_invoiced')
    expect((await api('PATCH', path, costing('300.00'))).body.total).toBe('300.00')
    const beyond = { ...costing('300.01'), beyond_quote: true }
    expect((await api('PATCH', path, beyond)).body).toMatchObject({ total: '300.01', beyond_quote: true })
    expect(codeOf(await api('PATCH', path, { beyond_quote: false }))).toBe('409 quote_invoiced')
    expect(codeOf(await byHand(accepted, '5.00', { beyond_quote: true }))).toBe('201')
    expect(await invoicedSum(quote)).toBe(30_501)
  })

  test('a free invoice moved to the quote counts from then on', async () => {
    const accepted = await anAcceptedQuote()
    const { api, quote, invoice } = accepted
    const path = `/invoices/${created(await byHand(accepted, '200.00', { quote_id: null }))}`
    created(await invoice({ amount: '100.01' }))
    expect(codeOf(await api('PATCH', path, { quote_id: quote }))).toBe('409 quote_invoiced')
    succeeded(await api('PATCH', path, { quote_id: quote, ...costing('199.99') }))
    expect(await invoicedSum(quote)).toBe(30_000)
  })

  test('another currency: 422 /currency, written or changed', async () => {
    const accepted = await anAcceptedQuote()
    const path = `/invoices/${created(await byHand(accepted, '1.00'))}`
    const written = await byHand(accepted, '1.00', { currency: 'EUR' })
    const changed = await accepted.api('PATCH', path, { currency: 'EUR' })
    for (const answer of [written, changed]) expect(pointersOf(answer)).toEqual(['/currency'])
  })
})

describe('of a quote that may still change', () => {
  test('none is made by hand: lowered later, the quote would be exceeded unasked', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const quote = await aSentQuote(business, client)
    const refused = await business.api('POST', '/invoices', anInvoice(client, { quote_id: quote }))
    expect([codeOf(refused), pointersOf(refused)]).toEqual(['422 invalid', ['/quote_id']])
    succeeded(await business.api('POST', `/quotes/${quote}/accept`, {}))
    created(await business.api('POST', '/invoices', anInvoice(client, { quote_id: quote })))
  })
})

describe('of a quote that was taken back and changed its currency', () => {
  test('what was invoiced in the old one is not added to the new one', async () => {
    const business = await aBusiness()
    const { api } = business
    const client = await aClient(business)
    const quote = await aSentQuote(business, client)
    const old = `/invoices/${created(await api('POST', '/invoices', anInvoice(client)))}`
    // Only in SQL: the API makes none of a quote that is not accepted.
    const named = env.DB.prepare('update invoices set quote_id = ?, version = version + 1 where id = ?')
    await named.bind(quote, old.slice('/invoices/'.length)).run()
    succeeded(await api('POST', `/quotes/${quote}/cancel`))
    succeeded(await api('PATCH', `/quotes/${quote}`, { currency: 'JPY', ...costing('40000') }))
    succeeded(await api('POST', `/quotes/${quote}/send`))
    succeeded(await api('POST', `/quotes/${quote}/accept`, {}))
    // 300.00 USD are 30,000 cents; of 40,000 yen nothing is invoiced yet.
    const part = await api('POST', `/quotes/${quote}/invoices`, { amount: '39999' })
    expect([codeOf(part), part.body.total, part.body.currency]).toEqual(['201', '39999', 'JPY'])
    expect((await api('POST', `/quotes/${quote}/invoices`, { amount: '2' })).body).toMatchObject({
      ...{ code: 'quote_invoiced', detail: expect.stringContaining('1 JPY') },
    })
    expect(pointersOf(await api('PATCH', old, { title: 'Changed' }))).toEqual(['/currency'])
    const turned = env.DB.prepare("update invoices set currency = 'JPY', version = version + 1 where id = ?")
    await expect(turned.bind(old.slice('/invoices/'.length)).run()).rejects.toThrow('quote_invoiced')
  })
})

describe('at once', { timeout: 20_000 }, () => {
  test('ten who invoice all of it: one does', async () => {
    const { invoice, quote } = await anAcceptedQuote()
    const all = Array.from({ length: 10 }, (_, at) => invoice(at % 2 ? {} : { percent: '100' }))
    const codes = (await Promise.all(all)).map(codeOf).sort()
    expect(codes).toEqual(['201', ...Array(9).fill('409 quote_invoiced')])
    expect(await invoicedSum(quote)).toBe(30_000)
  })

  test('ten who invoice thirds of it, by conversion and by hand: three do', async () => {
    const accepted = await anAcceptedQuote()
    const thirds = Array.from({ length: 10 }, (_, at) =>
      at % 2 ? byHand(accepted, '100.00') : accepted.invoice({ amount: '100.00' }),
    )
    const codes = (await Promise.all(thirds)).map(codeOf).sort()
    expect(codes).toEqual([...Array(3).fill('201'), ...Array(7).fill('409 quote_invoiced')])
    expect(await invoicedSum(accepted.quote)).toBe(30_000)
  })
})

describe('raw SQL', () => {
  /** Two invoices of 200 and 100 on a quote of 300. */
  async function full() {
    const accepted = await anAcceptedQuote()
    const first = created(await byHand(accepted, '200.00'))
    created(await byHand(accepted, '100.00'))
    return { ...accepted, first }
  }

  const copyOf = (id: string, verb: string, beyond: string, id26: string) => `${verb} into invoices
    (id, business_id, client_id, quote_id, title, currency, due_on, subtotal, discount_total, tax_total, total,
      created_at, updated_at, beyond_quote)
    select 'inv_${id26}', business_id, client_id, quote_id, title, currency, due_on, 1, 0, 0, 1, 1, 1, ${beyond}
    from invoices where id = '${id}'`

  test.each(insertVerbs)('%s adds nothing to a quote that is invoiced', async verb => {
    const { first, quote } = await full()
    for (const beyond of ['0', 'null']) {
      const answer = await answerTo(copyOf(first, verb, beyond, 'x'.repeat(26)))
      expect(answer, beyond).toMatch(/^refused: D1_ERROR: (quote_invoiced|NOT NULL)|^passed, 0 rows/)
      expect(await invoicedSum(quote), `${verb} ${beyond}`).toBe(30_000)
    }
  })

  test.each(updateVerbs)('%s makes none of them larger, nor moves one there', async verb => {
    const accepted = await full()
    const { first, quote, client, api } = accepted
    const free = created(await api('POST', '/invoices', anInvoice(client)))
    const set = (id: string, what: string) =>
      answerTo(`${verb} invoices set ${what}, version = version + 1 where id = '${id}'`)
    expect(await set(first, 'total = total + 1, subtotal = subtotal + 1')).toContain('quote_invoiced')
    expect(await set(free, `quote_id = '${quote}'`)).toContain('quote_invoiced')
    for (const beyond of ['null', '2'])
      await set(first, `total = total + 1, subtotal = subtotal + 1, beyond_quote = ${beyond}`)
    expect(await set(first, `currency = 'EUR'`)).toContain('quote_currency')
    expect(await invoicedSum(quote)).toBe(30_000)
    const { results } = await env.DB.prepare('select distinct beyond_quote from invoices').all()
    expect(results).toEqual([{ beyond_quote: 0 }])
  })
})
