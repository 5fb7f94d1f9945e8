// The receipt of a payment: queued in the payment's own batch where the client has a link, cancelled with its reversal.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { first } from '../../src/core/db.ts'
import { overtakenMessage } from '../../src/mail/store/overtaken.ts'
import { batches } from '../support/answers.ts'
import { mailOf, outbox } from '../support/mails.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { apiWith, created, succeeded } from '../support/world.ts'

const pay = async ({ business, invoice }: Portal, amount: string, method = 'check') =>
  created(await business.api('POST', `/invoices/${invoice}/payments`, { amount, method }))

const receipts = async () => (await outbox()).filter(({ kind }) => kind === 'payment_receipt')
const states = async () => (await receipts()).map(({ state }) => state)
const reverse = async ({ business }: Portal, id: string) =>
  succeeded(await business.api('POST', `/payments/${id}/reverse`))

test('each payment queues one receipt: its link, its invoice, its payment, all of the client’s addresses', async () => {
  const portal = await aPortal(undefined, { cc: ['books@example.com'] })
  const payment = await pay(portal, '100.00')
  const rows = await env.DB.prepare(
    `select event, recipients, invoice_id, payment_id, revision, state, due_at - created_at as pause,
       link_id = (select id from portal_links) as linked from messages where kind = 'payment_receipt'`,
  ).all()
  expect(rows.results).toEqual([
    {
      ...{ event: `payment_receipt:${payment}`, recipients: '["dana@example.com","books@example.com"]' },
      ...{
        invoice_id: portal.invoice,
        payment_id: payment,
        revision: 1,
        state: 'queued',
        pause: 0,
        linked: 1,
      },
    },
  ])
  const mail = await mailOf('payment_receipt')
  expect(mail?.to).toEqual(['dana@example.com', 'books@example.com'])
  expect(mail?.text).toContain('$100.00')
  await pay(portal, '50.00')
  expect(await states()).toEqual(['queued', 'queued'])
})

test('using credit queues none: no money came in by it', async () => {
  const portal = await aPortal()
  await pay(portal, '350.00')
  const other = await portal.business.api('POST', '/invoices', {
    ...{ client_id: portal.client, title: 'Next', due_on: '2099-12-31' },
    lines: [{ description: 'x', category: 'other', quantity: '1', unit_price: '80.00' }],
  })
  const invoice = created(other)
  succeeded(await portal.business.api('POST', `/invoices/${invoice}/send`))
  await pay({ ...portal, invoice }, '50.00', 'credit')
  expect(await receipts()).toHaveLength(1)
})

test.each([
  ['its link was revoked', ({ client }: Portal) => ['DELETE', `/clients/${client}/link`]],
  ['it was deleted', ({ client }: Portal) => ['DELETE', `/clients/${client}`]],
])('a client gets none where %s; the payment is recorded', async (_, of) => {
  const portal = await aPortal()
  const [method = '', path = ''] = of(portal)
  succeeded(await portal.business.api(method, path))
  await pay(portal, '100.00')
  expect(await receipts()).toEqual([])
})

test('taking the payment back cancels the receipt that waits, and queues none', async () => {
  const portal = await aPortal()
  await reverse(portal, await pay(portal, '100.00'))
  expect(await states()).toEqual(['cancelled'])
})

test('a receipt under way when the payment is taken back is not sent again: it has been overtaken', async () => {
  const portal = await aPortal()
  const payment = await pay(portal, '100.00')
  const [{ id = '' } = {}] = await receipts()
  await env.DB.prepare(`update messages set state = 'failed', ended_at = created_at where id = ?`)
    .bind(id)
    .run()
  const overtaken = () =>
    first(env.DB, overtakenMessage({ businessId: portal.business.id, id, now: Date.now() }))
  expect(await overtaken()).toBeUndefined()
  await reverse(portal, payment)
  expect(await overtaken()).toEqual({ id })
  expect((await portal.business.api('POST', `/messages/${id}/retry`)).status).toBe(409)
})

const meanwhile: [what: string, act: (portal: Portal) => Promise<unknown>, to: string[]][] = [
  [
    'the address changes',
    ({ business, client }) => business.api('PATCH', `/clients/${client}`, { email: 'new@example.com' }),
    ['["new@example.com"]'],
  ],
  [
    'the link is rotated',
    ({ business, client }) => business.api('POST', `/clients/${client}/link/rotate`),
    ['["dana@example.com"]'],
  ],
  ['the link is revoked', ({ business, client }) => business.api('DELETE', `/clients/${client}/link`), []],
  ['the client is deleted', ({ business, client }) => business.api('DELETE', `/clients/${client}`), []],
]

test.each(meanwhile)(
  'where %s in between, the payment is recorded with what stands then',
  async (_, act, to) => {
    const portal = await aPortal()
    let happened = false
    const bindings = batches(
      async ({ sql, run }) => {
        if (!happened && sql.some(one => one.includes('insert into "payments"'))) {
          happened = true
          await act(portal)
        }
        return run()
      },
      { API_LIMIT: { limit: async () => ({ success: true }) } },
    )
    const body = { amount: '100.00', method: 'check' }
    created(
      await apiWith(portal.business.key, bindings)('POST', `/invoices/${portal.invoice}/payments`, body),
    )
    const { results } = await env.DB.prepare(
      `select recipients, link_id in (select id from portal_links where died_at is null) as living
     from messages where kind = 'payment_receipt'`,
    ).all()
    expect(results).toEqual(to.map(recipients => ({ recipients, living: 1 })))
    expect(await env.DB.prepare('select count(*) n from payments').first('n')).toBe(1)
  },
)
