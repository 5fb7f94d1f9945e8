// Credit: what a client has left over pays other invoices of the same currency, never more than there is; and races.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import {
  type Answer,
  aBusiness,
  aClient,
  aLine,
  aSentInvoice,
  created,
  open,
  portalOf,
  textOf,
} from '../support/world.ts'

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

async function aClientWithInvoices(count: number, more: object[] = []) {
  const business = await aBusiness()
  const client = await aClient(business)
  const invoices: string[] = []
  for (let at = 0; at < count; at++) invoices.push(await aSentInvoice(business, client, more[at] ?? {}))
  const pay = (at: number, amount: string, method = 'cash') =>
    business.api('POST', `/invoices/${invoices[at]}/payments`, { amount, method })
  const invoice = async (at: number) => (await business.api('GET', `/invoices/${invoices[at]}`)).body
  const dashboard = async () => textOf(await open(await portalOf(business, client)))
  return { business, client, invoices, pay, invoice, dashboard }
}

const credits = async () =>
  (await env.DB.prepare('select currency, amount from client_credits order by currency').all()).results

test('credit pays another invoice, and is used up by it', async () => {
  const { pay, invoice, dashboard } = await aClientWithInvoices(2)
  created(await pay(0, '400.00'))
  const used = await pay(1, '60.00', 'credit')
  expect(used.body).toMatchObject({ amount: '60.00', applied: '60.00', credit: '-60.00', method: 'credit' })
  expect(await invoice(1)).toMatchObject({ status: 'partial', balance_due: '240.00' })
  expect(await credits()).toEqual([{ currency: 'USD', amount: 4000 }])
  expect(await dashboard()).toContain('$40.00 credit in your favor')
  created(await pay(1, '40.00', 'credit'))
  expect(await dashboard()).not.toContain('credit')
})

test('more than the credit: 409 not_enough_credit; more than the balance: 422 /amount', async () => {
  const { pay, invoice } = await aClientWithInvoices(2)
  expect(codeOf(await pay(1, '0.01', 'credit'))).toBe('409 not_enough_credit')
  created(await pay(0, '400.00'))
  expect(codeOf(await pay(1, '100.01', 'credit'))).toBe('409 not_enough_credit')
  created(await pay(1, '250.00'))
  const refused = await pay(1, '50.01', 'credit')
  expect([codeOf(refused), refused.body.errors[0].pointer]).toEqual(['422 invalid', '/amount'])
  expect(codeOf(await pay(1, '50.00', 'credit'))).toBe('201')
  expect(await invoice(1)).toMatchObject({ status: 'paid', balance_due: '0.00' })
  expect(codeOf(await pay(1, '0.01', 'credit'))).toBe('422 invalid')
  expect(await credits()).toEqual([{ currency: 'USD', amount: 5000 }])
})

test('credit of one currency pays nothing in another, and of one client nothing of another', async () => {
  const { pay, business } = await aClientWithInvoices(2, [{}, { currency: 'EUR' }])
  created(await pay(0, '400.00'))
  expect(codeOf(await pay(1, '1.00', 'credit'))).toBe('409 not_enough_credit')
  const other = await aSentInvoice(business, await aClient(business))
  const answer = await business.api('POST', `/invoices/${other}/payments`, {
    amount: '1.00',
    method: 'credit',
  })
  expect(codeOf(answer)).toBe('409 not_enough_credit')
})

test('two currencies stand side by side on the dashboard, never added', async () => {
  const { pay, dashboard } = await aClientWithInvoices(4, [{}, { currency: 'EUR' }, { currency: 'JPY' }, {}])
  const text = await dashboard()
  for (const figure of ['$600.00', '€300.00', '¥300']) expect(text).toContain(figure)
  for (const sum of ['900', '1,200', '600.00 €']) expect(text).not.toContain(sum)
  created(await pay(0, '310.00'))
  created(await pay(1, '320.00'))
  const after = await dashboard()
  for (const figure of ['$300.00', '¥300', '$10.00 credit in your favor', '€20.00 credit in your favor']) {
    expect(after).toContain(figure)
  }
  for (const sum of ['€300.00 ', '$30.00', '600']) expect(after.split('History')[0]).not.toContain(sum)
  expect(await credits()).toEqual([
    { currency: 'EUR', amount: 2000 },
    { currency: 'USD', amount: 1000 },
  ])
})

test('taking back what used credit never makes more of it than can be held: 422, and at once', async () => {
  const yen = { currency: 'JPY', lines: [{ ...aLine, quantity: '1', unit_price: '100' }] }
  const { pay, business } = await aClientWithInvoices(2, [yen, yen])
  created(await pay(0, '999999999999999'))
  const used = created(await pay(1, '100', 'credit'))
  created(await pay(0, '200'))
  expect(await credits()).toEqual([{ currency: 'JPY', amount: 999_999_999_999_999 }])
  const refused = await business.api('POST', `/payments/${used}/reverse`, {})
  expect([codeOf(refused), refused.body.errors[0].detail]).toEqual([
    '422 invalid',
    'would make the client’s credit larger than the portal can hold',
  ])
}, 5000)

test('30 payments at once never take more than the total; what is over is credit', async () => {
  const { pay, invoice } = await aClientWithInvoices(1)
  const answers = await Promise.all(Array.from({ length: 30 }, () => pay(0, '20.00')))
  expect(answers.map(codeOf)).toEqual(Array(30).fill('201'))
  const sums = await env.DB.prepare(
    'select sum(applied) as applied, sum(credit) as credit from payments',
  ).first()
  expect(sums).toEqual({ applied: 30_000, credit: 30_000 })
  expect(await invoice(0)).toMatchObject({ status: 'paid', amount_paid: '300.00', balance_due: '0.00' })
  expect(await credits()).toEqual([{ currency: 'USD', amount: 30_000 }])
}, 20_000)

test('10 uses of one credit at once: it is spent once', async () => {
  const { pay, invoice } = await aClientWithInvoices(2)
  created(await pay(0, '400.00'))
  const answers = await Promise.all(Array.from({ length: 10 }, () => pay(1, '100.00', 'credit')))
  expect(answers.map(codeOf).sort()).toEqual(['201', ...Array(9).fill('409 not_enough_credit')])
  expect(await credits()).toEqual([{ currency: 'USD', amount: 0 }])
  expect(await invoice(1)).toMatchObject({ amount_paid: '100.00' })
}, 20_000)

test('cash and credit at once on the last of a balance: the balance is paid once, no credit is lost', async () => {
  const { pay, invoice } = await aClientWithInvoices(2)
  created(await pay(0, '600.00'))
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => pay(1, '300.00', 'credit')),
    ...Array.from({ length: 4 }, () => pay(1, '300.00')),
  ])
  for (const answer of answers)
    expect(['201', '409 not_enough_credit', '422 invalid']).toContain(codeOf(answer))
  expect(await invoice(1)).toMatchObject({ status: 'paid', amount_paid: '300.00' })
  const { results } = await env.DB.prepare('select sum(amount * (method <> ?)) as cash from payments')
    .bind('credit')
    .all()
  const [{ amount } = { amount: 0 }] = (await credits()) as { amount: number }[]
  expect((results[0]?.cash as number) - 60_000).toBe(amount)
}, 20_000)
