// Taking a payment back: by an entry that mirrors it, once, and never out of credit that is used already.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../support/accepted.ts'
import { changingNothing } from '../support/answers.ts'
import {
  aBusiness,
  aClient,
  apiWith,
  aSentInvoice,
  created,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A client with invoices of 300.00 each, in these currencies. */
async function aClientWith(...currencies: string[]) {
  const business = await aBusiness()
  const { api } = business
  const client = await aClient(business)
  const invoices: string[] = []
  for (const currency of currencies) invoices.push(await aSentInvoice(business, client, { currency }))
  const path = (at: number) => `/invoices/${invoices[at]}`
  const pay = async (at: number, amount: string, method = 'check') =>
    created(await api('POST', `${path(at)}/payments`, { amount, method }))
  const back = (payment: string, body: object = {}) => api('POST', `/payments/${payment}/reverse`, body)
  const invoice = async (at: number) => (await api('GET', path(at))).body
  const payments = async (at: number) => (await api('GET', `${path(at)}/payments`)).body.data
  const page = async (at: number) => textOf(await open(`${await portalOf(business, client)}${path(at)}`))
  const dashboard = async () => textOf(await open(await portalOf(business, client)))
  return { business, api, client, invoices, path, pay, back, invoice, payments, page, dashboard }
}

describe('POST /payments/:id/reverse', () => {
  test('201: the figures with the opposite sign, on the same invoice, and the payment names its reversal', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T03:00:00Z') })
    const { pay, back, payments, invoices, path } = await aClientWith('USD')
    const paid = await pay(0, '120.50')
    vi.setSystemTime('2026-06-20T03:00:00Z')
    const { status, headers, body } = await back(paid, { reference: 'Check 7', note: 'It bounced.' })
    expect([status, headers.get('location')]).toEqual([201, `/api/v1${path(0)}/payments`])
    expect(body).toEqual({
      ...{ id: expect.stringMatching(/^pay_/), invoice_id: invoices[0], method: 'check', currency: 'USD' },
      ...{ amount: '-120.50', applied: '-120.50', credit: '0.00', reverses: paid, reversed_by: null },
      // The business's own day, in New York.
      ...{ paid_on: '2026-06-19', reference: 'Check 7', note: 'It bounced.' },
      created_at: '2026-06-20T03:00:00.000Z',
    })
    const [made, reversal] = await payments(0)
    expect(made).toMatchObject({ id: paid, amount: '120.50', reverses: null, reversed_by: body.id })
    expect(reversal).toEqual(body)
  })

  test('the invoice is open again: from paid over partial to sent, and its client sees both entries', async () => {
    const { pay, back, invoice, page, dashboard } = await aClientWith('USD')
    const first = await pay(0, '100.00')
    const second = await pay(0, '200.00')
    expect(await invoice(0)).toMatchObject({ status: 'paid', balance_due: '0.00' })
    created(await back(second))
    expect(await invoice(0)).toMatchObject({
      status: 'partial',
      amount_paid: '100.00',
      balance_due: '200.00',
    })
    created(await back(first))
    expect(await invoice(0)).toMatchObject({ status: 'sent', amount_paid: '0.00', balance_due: '300.00' })
    const text = await page(0)
    for (const figure of ['$100.00', '$200.00', '-$100.00', '-$200.00']) expect(text).toContain(figure)
    expect(text).not.toContain('Paid in full')
    expect(await dashboard()).toContain('$300.00')
  })

  test('one that is past its due date is overdue again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
    const business = await aBusiness()
    const id = await aSentInvoice(business, await aClient(business), { due_on: '2026-06-16' })
    const payment = { amount: '300.00', method: 'check' }
    const paid = created(await business.api('POST', `/invoices/${id}/payments`, payment))
    vi.setSystemTime('2026-07-15T12:00:00Z')
    expect((await business.api('GET', `/invoices/${id}`)).body.status).toBe('paid')
    created(await business.api('POST', `/payments/${paid}/reverse`))
    expect((await business.api('GET', `/invoices/${id}`)).body.status).toBe('overdue')
  })

  test('a second time: 409 already_reversed, and so is a reversal itself', async () => {
    const { pay, back, invoice } = await aClientWith('USD')
    const paid = await pay(0, '120.50')
    const reversal = created(await back(paid))
    for (const one of [paid, reversal])
      expect(codeOf(await changingNothing(() => back(one)))).toBe('409 already_reversed')
    expect(await invoice(0)).toMatchObject({ amount_paid: '0.00' })
  })

  test('10 at once: one takes it back', async () => {
    const { pay, back, invoice } = await aClientWith('USD')
    const paid = await pay(0, '120.50')
    const answers = await Promise.all(Array.from({ length: 10 }, () => back(paid)))
    expect(answers.map(codeOf).sort()).toEqual(['201', ...Array(9).fill('409 already_reversed')])
    expect(await invoice(0)).toMatchObject({ amount_paid: '0.00' })
  })

  test('after the invoice was voided: it is taken back already', async () => {
    const { api, path, pay, back } = await aClientWith('USD')
    const paid = await pay(0, '120.50')
    created(await back(paid))
    succeeded(await api('POST', `${path(0)}/void`))
    expect(codeOf(await changingNothing(() => back(paid)))).toBe('409 already_reversed')
  })

  test('what isn’t there, or is another business’s: 404, the same', async () => {
    const { pay, back } = await aClientWith('USD')
    const paid = await pay(0, '120.50')
    const stranger = await aBusiness()
    const foreign = await changingNothing(() => stranger.api('POST', `/payments/${paid}/reverse`, {}))
    const missing = await back(`pay_${'0'.repeat(26)}`)
    for (const answer of [foreign, missing, await back('x')]) expect(codeOf(answer)).toBe('404 not_found')
    expect(foreign.body).toEqual(missing.body)
  })

  test('needs the scope write; takes a reference and a note, and nothing else', async () => {
    const { api, pay, back } = await aClientWith('USD')
    const paid = await pay(0, '120.50')
    const { key } = succeeded(await api('POST', '/api-keys', { name: 'Reader', scopes: ['read'] })).body
    const refused = await changingNothing(() => apiWith(key)('POST', `/payments/${paid}/reverse`, {}), 'key')
    expect(codeOf(refused)).toBe('403 missing_scope')
    for (const more of [{ amount: '1.00' }, { method: 'cash' }, { paid_on: '2026-01-01' }, { note: 7 }])
      expect(codeOf(await back(paid, more))).toBe('422 invalid')
  })
})

describe('credit', () => {
  test('that a payment left goes with it', async () => {
    const { pay, back, dashboard } = await aClientWith('USD')
    const paid = await pay(0, '350.25')
    expect(await dashboard()).toContain('$50.25 credit in your favor')
    expect((await back(paid)).body).toMatchObject({ amount: '-350.25', applied: '-300.00', credit: '-50.25' })
    expect(await dashboard()).not.toContain('credit')
  })

  test('that is used already: 409 not_enough_credit, until its use is taken back', async () => {
    const { pay, back, invoice } = await aClientWith('USD', 'USD')
    const paid = await pay(0, '400.00')
    const used = await pay(1, '60.00', 'credit')
    const refused = await changingNothing(() => back(paid))
    expect(codeOf(refused)).toBe('409 not_enough_credit')
    expect(await invoice(0)).toMatchObject({ status: 'paid' })
    expect((await back(used)).body).toMatchObject({
      ...{ amount: '-60.00', applied: '-60.00', credit: '60.00', method: 'credit' },
    })
    expect(await invoice(1)).toMatchObject({ status: 'sent', balance_due: '300.00' })
    expect((await back(paid)).status).toBe(201)
    expect(codeOf(await back(used))).toBe('409 already_reversed')
  })

  test('that is used in part suffices for a smaller payment: whose credit it was doesn’t matter', async () => {
    const { pay, back } = await aClientWith('USD', 'USD')
    const [large, small] = [await pay(0, '400.00'), await pay(0, '30.00')]
    await pay(1, '100.00', 'credit')
    expect(codeOf(await back(large))).toBe('409 not_enough_credit')
    expect((await back(small)).body).toMatchObject({ applied: '0.00', credit: '-30.00' })
    expect(codeOf(await back(large))).toBe('409 not_enough_credit')
  })

  test('of another currency is no help, and no harm', async () => {
    const { pay, back, dashboard } = await aClientWith('USD', 'USD', 'EUR')
    const [dollars, euros] = [await pay(0, '400.00'), await pay(2, '500.00')]
    await pay(1, '100.00', 'credit')
    expect(codeOf(await back(dollars))).toBe('409 not_enough_credit')
    expect(await dashboard()).toContain('€200.00 credit in your favor')
    expect((await back(euros)).body).toMatchObject({ credit: '-200.00', currency: 'EUR' })
    expect(await dashboard()).not.toContain('credit')
  })

  test('a use and the reversal of its source at once: one of them is done', async () => {
    const { pay, back, api, path, business, client } = await aClientWith('USD', 'USD')
    const paid = await pay(0, '400.00')
    const use = { amount: '100.00', method: 'credit' }
    const answers = await Promise.all([back(paid), api('POST', `${path(1)}/payments`, use)])
    expect(answers.map(codeOf).sort()).toEqual(['201', '409 not_enough_credit'])
    expect(await textOf(await open(await portalOf(business, client)))).not.toContain('credit in your')
  })
})
