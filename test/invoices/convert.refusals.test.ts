// What is no invoice of a quote: not accepted, another business's, faults in the body, a client that is gone.
import { describe, expect, test } from 'vitest'
import { anAcceptedQuote, codeOf, pointersOf } from '../support/accepted.ts'
import { aBusiness, aClient, aQuote, aSentQuote, created, succeeded } from '../support/world.ts'

describe('refused', () => {
  test('of a quote that is not accepted, whatever it is', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const draft = created(await business.api('POST', '/quotes', aQuote(client)))
    const open = await aSentQuote(business, client)
    for (const id of [draft, open])
      expect(codeOf(await business.api('POST', `/quotes/${id}/invoices`, {}))).toBe('409 quote_not_accepted')
  })

  test('of another business’s quote, with nothing of it in the answer', async () => {
    const { quote } = await anAcceptedQuote()
    const other = await aBusiness()
    const answer = await other.api('POST', `/quotes/${quote}/invoices`, {})
    expect(codeOf(answer)).toBe('404 not_found')
    expect(answer.body).toEqual((await other.api('POST', '/quotes/quo_x/invoices', {})).body)
  })

  const faults: [object, string][] = [
    [{ percent: '0' }, '/percent'],
    [{ percent: '0.0001' }, '/percent'],
    [{ percent: '100.0001', beyond_quote: true }, '/percent'],
    [{ percent: 30 }, '/percent'],
    [{ amount: '0.00' }, '/amount'],
    [{ amount: '0.001' }, '/amount'],
    [{ amount: '-1.00' }, '/amount'],
    [{ amount: '99999999999999.99', beyond_quote: true }, '/amount'],
    [{ amount: '1.00', percent: '1' }, ''],
    [{ amount: '1.00', due_on: '2026-02-30' }, '/due_on'],
    [{ quote_id: 'quo_x' }, '/quote_id'],
  ]

  test.each(faults)('%j names %s', async (body, pointer) => {
    const { invoice } = await anAcceptedQuote()
    const answer = await invoice(body)
    expect([codeOf(answer), pointersOf(answer)]).toEqual(['422 invalid', [pointer]])
  })

  test('for a client that was deleted since', async () => {
    const { invoice, api, client } = await anAcceptedQuote()
    succeeded(await api('DELETE', `/clients/${client}`))
    expect(codeOf(await invoice())).toBe('409 client_deleted')
  })
})
