// Voiding an invoice: which can be, what stands in the way, what its client sees then, and what no longer counts it.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../support/accepted.ts'
import { statesByKind } from '../support/mails.ts'
import {
  aBusiness,
  aClient,
  anInvoice,
  created,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

async function anInvoiceDraft(more: object = {}) {
  const business = await aBusiness({ paymentInstructions: 'By check to Pier 1' })
  const { api } = business
  const client = await aClient(business)
  const id = created(await api('POST', '/invoices', anInvoice(client, more)))
  const path = `/invoices/${id}`
  const send = async () => succeeded(await api('POST', `${path}/send`))
  const end = (headers = {}) => api('POST', `${path}/void`, undefined, headers)
  const pay = (amount: string, method = 'cash') => api('POST', `${path}/payments`, { amount, method })
  const read = async () => (await api('GET', path)).body
  const page = async () => textOf(await open(`${await portalOf(business, client)}${path}`))
  const dashboard = async () => textOf(await open(await portalOf(business, client)))
  return { business, api, client, id, path, send, end, pay, read, page, dashboard }
}

describe('is done', () => {
  test('to one that was sent: void, nothing due, its words and its number kept', async () => {
    const { send, end, read } = await anInvoiceDraft()
    const { body: before } = await send()
    const { status, body } = await end()
    const { updated_at: _, status: __, balance_due: ___, ...same } = before
    // The mail that waited to bring it is not sent any more.
    const delivery = { ...before.delivery, status: 'cancelled' }
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ ...same, delivery, status: 'void', balance_due: '0.00' }),
    ])
    expect(await read()).toEqual(body)
  })

  test('to one that is overdue', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
    const { send, end, read, dashboard } = await anInvoiceDraft({ due_on: '2026-06-20' })
    await send()
    vi.setSystemTime('2026-07-01T12:00:00Z')
    expect((await read()).status).toBe('overdue')
    expect(await dashboard()).toContain('overdue')
    expect((await end()).body.status).toBe('void')
    expect(await dashboard()).not.toContain('overdue')
  })

  test('to one of nothing to pay', async () => {
    const { send, end } = await anInvoiceDraft({ discount: { percent: '100' } })
    expect((await send()).body.status).toBe('paid')
    expect((await end()).body.status).toBe('void')
  })

  test('once its payments are taken back, credit too', async () => {
    const { send, end, pay, api } = await anInvoiceDraft()
    await send()
    const payments = [await pay('100.00'), await pay('250.00')].map(created)
    for (const payment of payments) {
      expect(codeOf(await end())).toBe('409 invoice_has_payments')
      succeeded(await api('POST', `/payments/${payment}/reverse`, {}))
    }
    expect((await end()).body).toMatchObject({ status: 'void', amount_paid: '0.00', balance_due: '0.00' })
  })
})

describe('is refused, and changes nothing', () => {
  test.each([
    ['a draft', false, [], '409 invoice_not_voidable'],
    ['partly paid', true, ['1.00'], '409 invoice_has_payments'],
    ['paid', true, ['300.00'], '409 invoice_has_payments'],
    ['overpaid', true, ['400.00'], '409 invoice_has_payments'],
  ])('for %s', async (_, isSent, amounts, code) => {
    const { send, end, pay, read } = await anInvoiceDraft()
    if (isSent) await send()
    for (const amount of amounts) created(await pay(amount))
    const before = await read()
    expect(codeOf(await end())).toBe(code)
    expect(await read()).toEqual(before)
  })

  test('for one that is free, yet bears a payment that all became credit', async () => {
    const { send, end, pay } = await anInvoiceDraft({ discount: { percent: '100' } })
    await send()
    created(await pay('5.00'))
    expect(codeOf(await end())).toBe('409 invoice_has_payments')
  })

  test('for one whose payment was taken back, while what came in beyond it stands as credit', async () => {
    const { send, end, pay, api, read } = await anInvoiceDraft()
    await send()
    const [paid, beyond] = [created(await pay('300.00')), created(await pay('40.00'))]
    created(await api('POST', `/payments/${paid}/reverse`, {}))
    expect(await read()).toMatchObject({ status: 'sent', amount_paid: '0.00' })
    expect(codeOf(await end())).toBe('409 invoice_has_payments')
    created(await api('POST', `/payments/${beyond}/reverse`, {}))
    expect((await end()).body.status).toBe('void')
  })

  test('for what is void already, for a stale version, for another business', async () => {
    const { send, end, path, read } = await anInvoiceDraft()
    await send()
    expect(codeOf(await end({ 'if-match': '"1"' }))).toBe('412 stale')
    expect(codeOf(await (await aBusiness()).api('POST', `${path}/void`))).toBe('404 not_found')
    expect((await read()).status).toBe('sent')
    succeeded(await end())
    expect(codeOf(await end())).toBe('409 invoice_not_voidable')
  })
})

describe('once void', () => {
  test('the client sees it as canceled, with its total and no way to pay; no sum counts it', async () => {
    const { send, end, page, dashboard, api, client, business } = await anInvoiceDraft()
    await send()
    const other = created(await api('POST', '/invoices', anInvoice(client, { title: 'Gutters' })))
    succeeded(await api('POST', `/invoices/${other}/send`))
    expect(await dashboard()).toContain('$600.00')
    expect(await page()).toContain('By check to Pier 1')
    succeeded(await end())
    const text = await page()
    for (const words of ['This invoice was canceled. There is nothing to pay.', '$300.00'])
      expect(text).toContain(words)
    for (const words of ['Balance due', 'How to pay', 'By check']) expect(text).not.toContain(words)
    expect(await dashboard()).toContain('$300.00')
    expect(await dashboard()).not.toContain('$600.00')
    const home = await portalOf(business, client)
    expect(await textOf(await open(`${home}/history/settled`))).toContain('Roof repair')
  })

  test('its mail that waits is cancelled; what has left is left', async () => {
    const { send, end } = await anInvoiceDraft()
    await send()
    expect(await statesByKind()).toEqual({ invoice_sent: 'queued' })
    succeeded(await end())
    expect(await statesByKind()).toEqual({ invoice_sent: 'cancelled' })
    const second = await anInvoiceDraft()
    await second.send()
    const sentOne = env.DB.prepare("update messages set state = 'sent' where invoice_id = ?")
    await sentOne.bind(second.id).run()
    succeeded(await second.end())
    const { results } = await env.DB.prepare('select state from messages where invoice_id = ?')
      .bind(second.id)
      .all()
    expect(results).toEqual([{ state: 'sent' }])
  })

  test('it takes no payment, no change, no sending, no deletion', async () => {
    const { send, end, pay, api, path, read } = await anInvoiceDraft()
    await send()
    succeeded(await end())
    const before = await read()
    for (const method of ['cash', 'credit'])
      expect(codeOf(await pay('1.00', method))).toBe('409 invoice_not_payable')
    expect(codeOf(await api('PATCH', path, { title: 'x' }))).toBe('409 invoice_not_draft')
    expect(codeOf(await api('POST', `${path}/send`))).toBe('409 invoice_not_draft')
    expect(codeOf(await api('DELETE', path))).toBe('409 invoice_not_draft')
    expect(await read()).toEqual(before)
  })
})

test('a void and a payment at once: one of them, never both', async () => {
  const { send, end, pay, read } = await anInvoiceDraft()
  await send()
  const [voided, paid] = await Promise.all([end(), pay('300.00')])
  const { status } = await read()
  expect([voided.status, paid.status]).toEqual(status === 'void' ? [200, 409] : [409, 201])
  expect(['void', 'paid']).toContain(status)
})
