// Writing a quote through the API: create, read, change, delete, before anyone has seen it.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  aLine,
  aQuote,
  aSentQuote,
  created,
  succeeded,
} from '../support/world.ts'

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()
const pointersOf = ({ body }: Answer) => body.errors?.map((error: { pointer: string }) => error.pointer)

async function aDraft(more: object = {}) {
  const business = await aBusiness()
  const client = await aClient(business)
  const answer = await business.api('POST', '/quotes', aQuote(client, more))
  return { ...business, business, client, id: created(answer), answer, path: `/quotes/${created(answer)}` }
}

const whole = {
  ...{
    title: 'New roof',
    description: 'All of it',
    valid_until: '2099-12-31',
    currency: 'EUR',
    number: 'R-1',
  },
  ...{ terms: 'Half now', note: 'Thank you', discount: { percent: '10' } },
  lines: [
    { ...aLine, tax_rate: '8.25' },
    {
      description: 'Nails',
      category: 'material',
      quantity: '2.5',
      unit: null,
      unit_price: '0.455',
      tax_rate: '0',
    },
  ],
}

describe('POST /quotes', () => {
  test('makes a draft of what was given, with its sums', async () => {
    const { answer, client, id, api } = await aDraft(whole)
    const sums = { subtotal: '301.14', discount_total: '30.11', tax_total: '22.28', total: '293.31' }
    const [roof, nails] = whole.lines
    expect(answer.body).toMatchObject({
      ...{ ...whole, ...sums, id, client_id: client, status: 'draft', revision: 0, content_hash: null },
      ...{ viewed_at: null, sent_at: null, expires_at: null, decision: null },
      lines: [
        { ...roof, total: '300.00' },
        { ...nails, total: '1.14' },
      ],
      taxes: [{ rate: '8.25', base: '270.00', amount: '22.28' }],
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1/quotes/${id}`)
    const read = await api('GET', `/quotes/${id}`)
    expect(read.body).toEqual(answer.body)
    expect(read.etag).toBe(answer.etag)
  })

  test('takes from the business what it does not say, once and for all', async () => {
    const business = await aBusiness({ currency: 'JPY', taxRate: 100_000, terms: 'Ours' })
    const client = await aClient(business)
    const { title, valid_until } = whole
    const line = { description: 'Roof', category: 'other', quantity: '1', unit_price: '1000' }
    const body = { client_id: client, title, valid_until, lines: [line] }
    const id = created(await business.api('POST', '/quotes', body))
    succeeded(await business.api('PATCH', '/business', { currency: 'EUR', tax_rate: '20', terms: 'New' }))
    const read = await business.api('GET', `/quotes/${id}`)
    expect(read.body).toMatchObject({
      currency: 'JPY',
      terms: 'Ours',
      total: '1100',
      number: null,
      discount: null,
    })
    expect(read.body.lines[0]).toMatchObject({ unit: null, tax_rate: '10' })
    const emptied = await business.api('POST', '/quotes', { ...body, terms: null })
    expect(emptied.body.terms).toBeNull()
  })

  test('a draft needs no lines yet', async () => {
    const { answer } = await aDraft({ lines: [] })
    expect(answer.body).toMatchObject({ lines: [], total: '0.00' })
  })

  test.each<[string, object, string[]]>([
    ['no client', { client_id: undefined }, ['/client_id']],
    ['nobody’s id', { client_id: newId('cli', 0) }, ['/client_id']],
    ['the id of something else', { client_id: newId('quo', 0) }, ['/client_id']],
    ['no title', { title: '' }, ['/title']],
    ['a day that is none', { valid_until: '2026-02-30' }, ['/valid_until']],
    ['no day', { valid_until: null }, ['/valid_until']],
    ['a currency that is none', { currency: 'XXX' }, ['/currency']],
    [
      'a price finer than the currency',
      { currency: 'JPY', lines: [{ ...aLine, unit_price: '1.2345' }] },
      ['/lines/0/unit_price'],
    ],
    ['a negative quantity', { lines: [{ ...aLine, quantity: '-1' }] }, ['/lines/0/quantity']],
    ['a rate above 100 %', { lines: [aLine, { ...aLine, tax_rate: '100.0001' }] }, ['/lines/1/tax_rate']],
    ['a category that is none', { lines: [{ ...aLine, category: 'magic' }] }, ['/lines/0/category']],
    ['a discount above the subtotal', { discount: { amount: '300.01' } }, ['/discount']],
    ['two discounts', { discount: { amount: '1', percent: '1' } }, ['/discount']],
    ['a discount finer than the currency', { discount: { amount: '1.001' } }, ['/discount/amount']],
    [
      'a line too large',
      { lines: [aLine, { ...aLine, unit_price: '9999999999', quantity: '99999999999' }] },
      ['/lines/1'],
    ],
    [
      'lines too large together',
      { lines: Array(2).fill({ ...aLine, quantity: '900', unit_price: '9999999999' }) },
      ['/lines'],
    ],
    [
      'a price beyond what can be held',
      { lines: [{ ...aLine, unit_price: '99999999999999' }] },
      ['/lines/0/unit_price'],
    ],
    ['two faults', { title: ' ', lines: [{ ...aLine, quantity: 'two' }] }, ['/title', '/lines/0/quantity']],
    ['a number with a space', { number: 'R 1' }, ['/number']],
    ['an unknown field of a line', { lines: [{ ...aLine, total: '1' }] }, ['/lines/0/total']],
  ])('with %s: 422, naming the field', async (_, more, pointers) => {
    const business = await aBusiness()
    const client = await aClient(business)
    const answer = await business.api('POST', '/quotes', aQuote(client, more))
    expect(codeOf(answer)).toBe('422 invalid')
    expect(pointersOf(answer).sort()).toEqual([...pointers].sort())
  })

  test('for a client that was deleted: 422', async () => {
    const { business, client } = await aDraft()
    succeeded(await business.api('DELETE', `/clients/${client}`))
    expect(pointersOf(await business.api('POST', '/quotes', aQuote(client)))).toEqual(['/client_id'])
  })
})

describe('DELETE /quotes/:id', () => {
  test('removes a draft and its lines', async () => {
    const { api, path } = await aDraft(whole)
    expect((await api('DELETE', path)).status).toBe(204)
    for (const method of ['GET', 'DELETE']) expect(codeOf(await api(method, path))).toBe('404 not_found')
    expect(codeOf(await api('PATCH', path, {}))).toBe('404 not_found')
    expect((await env.DB.prepare('select * from quote_lines').all()).results).toEqual([])
  })

  test('of a draft that an invoice names is refused by a code, not a fault', async () => {
    const { api, client, path, id } = await aDraft()
    const body = { client_id: client, title: 'x', due_on: '2099-12-31', lines: [aLine], quote_id: id }
    const invoice = await api('POST', '/invoices', body)
    expect([201, 422]).toContain(invoice.status)
    expect([204, 409]).toContain((await api('DELETE', path)).status)
  }, 15_000)
})

test('drafts go with their client, whatever refers to them', async () => {
  const { api, business, client, id } = await aDraft()
  const body = { client_id: client, title: 'x', due_on: '2099-12-31', lines: [aLine], quote_id: id }
  const invoice = await api('POST', '/invoices', body)
  if (invoice.status === 201) succeeded(await api('POST', `/invoices/${invoice.body.id}/send`))
  const kept = await aSentQuote(business, client)
  expect((await api('DELETE', `/clients/${client}`)).status).toBe(204)
  expect((await api('GET', `/quotes/${kept}`)).body.status).toBe('sent')
}, 15_000)
