// What a client reads when its payment was recorded: what came in, what for, and what is left.
import { beforeEach, expect, test, vi } from 'vitest'
import { aPortal, type Portal } from '../support/portal.ts'
import { bothOf, mailAt, tells } from '../support/told-of.ts'
import { aBusiness, aClient, aSentInvoice, portalOf, succeeded } from '../support/world.ts'

const NOW = '2026-11-27T14:05:00Z'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['Date'] })
  return () => vi.useRealTimers()
})

/** Records a payment of the portal's invoice of $300.00; gives the mail about it. */
async function receiptOf(portal: Portal, payment: object, invoice = portal.invoice) {
  const { body } = succeeded(await portal.business.api('POST', `/invoices/${invoice}/payments`, payment))
  const about = { paymentId: body.id, invoiceId: invoice, revision: 1 }
  return mailAt(await tells(portal, 'payment_receipt', about), NOW)
}

const check = { amount: '100.00', method: 'check', paid_on: '2026-11-25', reference: 'No. 1184' }

test('of a part: amount, method, date, reference, the invoice, and what is left until when', async () => {
  const portal = await aPortal()
  const mail = await receiptOf(portal, check)
  expect(mail?.subject).toBe('Harbor Roofing has received your payment of $100.00 (INV-2026-0001)')
  expect(mail?.text).toContain(
    [
      'Payment: $100.00\nPaid by: Check\nPaid on: Nov 25, 2026\nReference: No. 1184\nInvoice: INV-2026-0001',
      'Invoice total: $300.00\nLeft to pay: $200.00\n',
    ].join('\n'),
  )
  expect(mail?.text).toContain('$200.00 is left to pay, due Thursday, December 31, 2099.')
  const url = `https://portal.test${portal.home}/invoices/${portal.invoice}`
  expect(mail?.text.split('\n')).toContain(url)
  expect(mail?.html).toContain(`href="${url}"`)
  expect(mail?.html).toContain('Roof repair: $200.00 left to pay</div>')
  for (const part of bothOf(mail))
    for (const word of ['paid in full', 'credit']) expect(part).not.toContain(word)
})

test('of a part, after the day on which all was due: that it was due then', async () => {
  const portal = await aPortal()
  const invoice = await aSentInvoice(portal.business, portal.client, { due_on: '2026-11-26' })
  const late = await receiptOf(portal, check, invoice)
  expect(late?.text).toContain('$200.00 is left to pay. It was due Thursday, November 26, 2026.')
  const today = await aSentInvoice(portal.business, portal.client, { due_on: '2026-11-27' })
  // In New York it is the 27th through 04:59:59Z.
  for (const now of [NOW, '2026-11-28T03:00:00Z']) {
    vi.setSystemTime(Date.parse(now))
    const inTime = await receiptOf(portal, { ...check, amount: '10.00' }, today)
    expect(inTime?.text, now).toMatch(/is left to pay, due Friday, November 27, 2026\./)
  }
})

test('of all that was left: that it is paid in full', async () => {
  const portal = await aPortal()
  await receiptOf(portal, check)
  const mail = await receiptOf(portal, { amount: '200.00', method: 'cash' })
  expect(mail?.text).toContain('This invoice is paid in full.')
  expect(mail?.text).toMatch(
    /Payment: \$200\.00\nPaid by: Cash\nPaid on: Nov 27, 2026\nInvoice: .*\n.*\nLeft to pay: \$0\.00\n/,
  )
  for (const part of bothOf(mail)) expect(part).not.toMatch(/Reference|Kept as|is left to pay/)
})

test('of more than was left: what of it is kept as credit', async () => {
  const mail = await receiptOf(await aPortal(), { amount: '350.00', method: 'card' })
  expect(mail?.text).toContain('This invoice is paid in full.')
  expect(mail?.text).toContain('Payment: $350.00\nPaid by: Card\n')
  expect(mail?.text).toContain('Left to pay: $0.00\nKept as your credit: $50.00\n')
})

test('paid from credit: it says so, and thanks for no new payment', async () => {
  const portal = await aPortal()
  await receiptOf(portal, { amount: '350.00', method: 'card' })
  const second = await aSentInvoice(portal.business, portal.client)
  const mail = await receiptOf(portal, { amount: '50.00', method: 'credit' }, second)
  expect(mail?.subject).toBe('$50.00 of your credit paid for INV-2026-0002')
  expect(mail?.text).toContain('From your credit: $50.00\nPaid on: ')
  expect(mail?.text).toContain('Left to pay: $250.00\n')
  for (const part of bothOf(mail)) expect(part).not.toMatch(/Paid by|Thank you|Kept as/)
})

test('a method that the business names itself is shown as it is, and figures as the client writes them', async () => {
  const business = await aBusiness({ currency: 'EUR', timeZone: 'Europe/Berlin' })
  const client = await aClient(business, { locale: 'de-DE' })
  const invoice = await aSentInvoice(business, client)
  const portal = { business, client, invoice, quote: '', home: await portalOf(business, client), token: '' }
  const mail = await receiptOf(portal, { ...check, method: 'Lastschrift' })
  expect(mail?.text).toMatch(/Zahlung: 100,00\s€\nZahlungsart: Lastschrift\n.*: 25\. Nov\. 2026\n/)
})

test('two payments of one invoice have each a receipt of its own', async () => {
  const portal = await aPortal()
  const first = await receiptOf(portal, check)
  const second = await receiptOf(portal, { ...check, amount: '20.00', reference: 'No. 1185' })
  expect(first?.text).toMatch(/Payment: \$100\.00[\s\S]*No\. 1184[\s\S]*Left to pay: \$200\.00/)
  expect(second?.text).toMatch(/Payment: \$20\.00[\s\S]*No\. 1185[\s\S]*Left to pay: \$180\.00/)
})
