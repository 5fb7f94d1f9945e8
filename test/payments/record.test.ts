// Recording money on an invoice: partial, full, too much, late; and what the client sees of it.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  aSentInvoice,
  created,
  open,
  portalOf,
  textOf,
} from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()
const pointersOf = ({ body }: Answer) => body.errors?.map((error: { pointer: string }) => error.pointer)

async function anOpenInvoice(more: object = {}, profile: object = {}) {
  const business = await aBusiness(profile)
  const client = await aClient(business)
  const id = await aSentInvoice(business, client, more)
  const path = `/invoices/${id}`
  const pay = (amount: string, rest: object = {}) =>
    business.api('POST', `${path}/payments`, { amount, method: 'cash', ...rest })
  const home = await portalOf(business, client)
  const page = async () => textOf(await open(`${home}/invoices/${id}`))
  const dashboard = async () => textOf(await open(home))
  const invoice = async () => (await business.api('GET', path)).body
  return { ...business, business, client, id, path, pay, page, dashboard, invoice }
}

describe('POST /invoices/:id/payments', () => {
  test('in part: what was paid and what remains', async () => {
    const { pay, page, dashboard, invoice, id, path } = await anOpenInvoice()
    const answer = await pay('120.50', { reference: 'Check 7', note: 'Thanks', method: 'check' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1${path}/payments`)
    const sums = { amount: '120.50', applied: '120.50', credit: '0.00', currency: 'USD', reverses: null }
    expect(answer.body).toMatchObject({
      ...sums,
      invoice_id: id,
      method: 'check',
      reference: 'Check 7',
      note: 'Thanks',
    })
    expect(await invoice()).toMatchObject({ status: 'partial', amount_paid: '120.50', balance_due: '179.50' })
    const text = await page()
    for (const word of ['Partial', '$120.50 of $300.00 paid so far', '$179.50', 'Check 7', 'Thanks']) {
      expect(text).toContain(word)
    }
    expect(text).not.toContain('Paid in full')
    const home = await dashboard()
    for (const word of ['$179.50', 'of $300.00', 'Partial']) expect(home).toContain(word)
  })

  test('in full: the banner, no way to pay, and the invoice is history', async () => {
    const { pay, page, dashboard, invoice } = await anOpenInvoice({}, { paymentInstructions: 'By check' })
    expect(await page()).toContain('How to pay')
    created(await pay('100.00'))
    created(await pay('200.00'))
    expect(await invoice()).toMatchObject({ status: 'paid', amount_paid: '300.00', balance_due: '0.00' })
    const text = await page()
    expect(text).toContain('Paid in full. Thank you for your payment!')
    expect(text).not.toContain('How to pay')
    const home = await dashboard()
    for (const word of [
      'Nothing due',
      'You have no open invoices.',
      'Paid and canceled invoices',
      'Roof repair',
    ]) {
      expect(home).toContain(word)
    }
    expect(home).not.toContain('credit')
  })

  test('too much: the rest is the client’s credit, on the dashboard', async () => {
    const { pay, page, dashboard, invoice } = await anOpenInvoice()
    expect((await pay('350.25')).body).toMatchObject({ amount: '350.25', applied: '300.00', credit: '50.25' })
    expect(await invoice()).toMatchObject({ status: 'paid', amount_paid: '300.00', balance_due: '0.00' })
    expect(await page()).toContain('$350.25')
    expect(await dashboard()).toContain('$50.25 credit in your favor')
    expect((await pay('10.00')).body).toMatchObject({ applied: '0.00', credit: '10.00' })
    expect(await dashboard()).toContain('$60.25 credit in your favor')
  })

  test('a method is shown as it was given, whatever its word', async () => {
    const { pay, page } = await anOpenInvoice()
    for (const method of ['Wire <b>', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect((await pay('1.00', { method })).body.method).toBe(method)
    }
    const text = await page()
    for (const method of ['Wire <b>', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(text).toContain(method)
    }
  })

  test('back-dated: taken, and listed by its own day, the newest first', async () => {
    const { pay, page } = await anOpenInvoice()
    created(await pay('10.00', { paid_on: '2020-02-29', reference: 'oldest' }))
    created(await pay('20.00', { reference: 'newest' }))
    created(await pay('30.00', { paid_on: '2021-01-31', reference: 'middle' }))
    const rows = (await page()).match(/(oldest|newest|middle) \$\d+/g)
    expect(rows).toEqual(['newest $20', 'middle $30', 'oldest $10'])
  })

  test('today is the business’s today; tomorrow is refused', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T11:00:00Z') })
    const early = await anOpenInvoice({}, { timeZone: 'Pacific/Pago_Pago' })
    expect((await early.pay('1.00')).body.paid_on).toBe('2026-06-15')
    vi.setSystemTime('2026-06-15T10:59:59.999Z')
    expect((await early.pay('1.00')).body.paid_on).toBe('2026-06-14')
    const refused = await early.pay('1.00', { paid_on: '2026-06-15' })
    expect([codeOf(refused), pointersOf(refused)]).toEqual(['422 invalid', ['/paid_on']])
    const late = await anOpenInvoice({}, { timeZone: 'Pacific/Kiritimati' })
    expect((await late.pay('1.00', { paid_on: '2026-06-16' })).status).toBe(201)
    expect((await late.pay('1.00', { paid_on: '2026-06-17' })).status).toBe(422)
  })

  test.each([
    ...[
      '0',
      '0.00',
      '-1.00',
      '1.001',
      '1,00',
      '1e2',
      '',
      ' 1',
      '+1',
      'all',
      '0x10',
      '01.00',
      '.5',
      '5.',
      '１',
    ],
    ...['10000000000000.00', '9'.repeat(400), 'NaN', 'Infinity'],
  ])('an amount of %j: 422 /amount', async amount => {
    const { pay, invoice } = await anOpenInvoice()
    const refused = await pay(amount)
    expect([codeOf(refused), pointersOf(refused)]).toEqual(['422 invalid', ['/amount']])
    expect((await invoice()).amount_paid).toBe('0.00')
  })

  test('digits are the currency’s', async () => {
    const yen = await anOpenInvoice({ currency: 'JPY' })
    expect((await yen.pay('1.5')).status).toBe(422)
    expect((await yen.pay('100')).body).toMatchObject({ amount: '100', currency: 'JPY' })
    const dinar = await anOpenInvoice({ currency: 'KWD' })
    expect((await dinar.pay('1.005')).body.amount).toBe('1.005')
  })

  test('the largest amounts are held or refused, never a fault', async () => {
    const { pay, invoice } = await anOpenInvoice()
    const answers = [await pay('9999999999999.99'), await pay('9999999999999.99'), await pay('0.01')]
    expect(answers[0]?.status).toBe(201)
    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect(await invoice()).toMatchObject({ status: 'paid', amount_paid: '300.00' })
  }, 20_000)
})

test('GET /invoices/:id/payments lists them, page by page', async () => {
  const { pay, api, path, client } = await anOpenInvoice()
  const ids: string[] = []
  for (const amount of ['1.00', '2.00', '3.00']) {
    ids.push(created(await pay(amount)))
    await scheduler.wait(2)
  }
  const { body } = await api('GET', `${path}/payments?limit=2`)
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
  const rest = await api('GET', `${path}/payments?limit=2&cursor=${body.next_cursor}`)
  expect(rest.body).toMatchObject({ data: [{ id: ids[2], amount: '3.00' }], next_cursor: null })
  const other = created(await api('POST', '/invoices', anInvoice(client)))
  expect((await api('GET', `/invoices/${other}/payments`)).body).toEqual({ data: [], next_cursor: null })
  expect(codeOf(await api('GET', '/invoices/inv_0/payments'))).toBe('404 not_found')
})

test('a payment stands for good: no change, no removal, no other sum', async () => {
  const { pay, id } = await anOpenInvoice()
  created(await pay('400.00'))
  for (const sql of [
    'update payments set amount = 1',
    'delete from payments',
    'delete from client_credits',
  ]) {
    await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow('append_only')
  }
  const more = env.DB.prepare('update client_credits set amount = amount + 1')
  await expect(more.run()).rejects.toThrow('credit_by_payments')
  const less = env.DB.prepare('update invoices set paid = 200, version = version + 1 where id = ?').bind(id)
  await expect(less.run()).rejects.toThrow('paid_by_payments')
})

test('ten invoices of the largest sum can be owed at once', async () => {
  const line = { description: 'Moon', category: 'other', quantity: '1000', unit_price: '9999999999.99999' }
  const { business, client, dashboard } = await anOpenInvoice({ lines: [line] })
  for (let count = 1; count < 10; count++) await aSentInvoice(business, client, { lines: [line] })
  expect(await dashboard()).toContain('Total balance due')
})
