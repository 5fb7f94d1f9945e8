// A business's first week with the portal, only through the client that is generated from the API's description; its client
// opens, signs and reads in the portal, as a client does.
import { afterEach, expect, test, vi } from 'vitest'
import { answered, clientWith, type Schemas } from '../support/client.ts'
import { signed } from '../support/portal.ts'
import { aBusiness, open, textOf } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const day = (date: string) => vi.setSystemTime(`${date}T14:00:00Z`)
const pathOf = ({ url }: { url: string }) => new URL(url).pathname
const of = (id: string) => ({ path: { id } })
const version = (id: string, etag: string) => ({ path: { id }, header: { 'If-Match': etag } })

/** Work takes its time: what is done one after the other is a minute apart. */
const aMinuteLater = () => vi.setSystemTime(Date.now() + 60_000)
const ask: typeof answered = async asked => {
  const answer = await answered(asked)
  aMinuteLater()
  return answer
}
const kinds = (messages: Schemas['Message'][]) => messages.map(({ kind }) => kind)

test('from the first key to the money, and back: what a business does in its first week', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })

  day('2026-06-01') // Monday: a key for the program that does the rest, and the profile.
  const owner = clientWith((await aBusiness({ name: 'New business' })).key)
  const { data: key } = await ask(
    owner.POST('/api-keys', { body: { name: 'Office', scopes: ['read', 'write', 'links', 'admin'] } }),
  )
  const api = clientWith(key.key)
  const { data: blank, etag } = await ask(api.GET('/business'))
  expect(blank.name).toBe('New business')
  const profile = { name: 'Harbor Roofing', tax_rate: '5.5', payment_instructions: 'By check, please.' }
  const header = { 'If-Match': etag }
  const { data: business } = await ask(api.PATCH('/business', { params: { header }, body: profile }))
  expect(business).toMatchObject({ ...profile, currency: 'USD' })

  // The first client and the first quote, looked at before it is sent.
  const { data: dana } = await ask(
    api.POST('/clients', { body: { name: 'Dana Whitfield', email: 'dana@example.com' } }),
  )
  const draft = await ask(
    api.POST('/quotes', {
      body: {
        ...{ client_id: dana.id, title: 'New roof', valid_until: '2026-06-30' },
        lines: [
          { description: 'Crew', category: 'labor', quantity: '16', unit: 'hours', unit_price: '150.00' },
          {
            description: 'Shingles',
            category: 'material',
            quantity: '40',
            unit_price: '41.50',
            tax_rate: '0',
          },
        ],
        discount: { percent: '10' },
      },
    }),
  )
  const { id: quote, ...written } = draft.data
  // 2400 + 1660 = 4060, less 10 %: 3654; 5.5 % of 2160: 118.80.
  expect(written).toMatchObject({ status: 'draft', number: null, subtotal: '4060.00', total: '3772.80' })
  const preview = await ask(api.GET('/quotes/{id}/preview', { params: of(quote), parseAs: 'text' }))
  expect(preview.data).toContain('New roof')
  expect(preview.data).toContain('$3,772.80')
  const { data: sent } = await ask(api.POST('/quotes/{id}/send', { params: version(quote, draft.etag) }))
  expect(sent).toMatchObject({ status: 'sent', number: 'Q-2026-0001', revision: 1, total: '3772.80' })

  day('2026-06-02') // Tuesday: Dana opens the link and signs.
  const { data: link } = await ask(api.GET('/clients/{id}/link', { params: of(dana.id) }))
  const home = pathOf(link)
  expect(await textOf(await open(home))).toContain('Q-2026-0001')
  const page = await textOf(await open(`${home}/quotes/${quote}`))
  aMinuteLater()
  expect(page).toContain('16 hours × $150.00')
  expect((await ask(api.GET('/quotes/{id}', { params: of(quote) }))).data.status).toBe('viewed')
  expect((await signed(`${home}/quotes/${quote}`)).status).toBe(303)
  const { data: accepted } = await ask(api.GET('/quotes/{id}', { params: of(quote) }))
  expect(accepted.status).toBe('accepted')
  expect(accepted.decision).toMatchObject({ kind: 'accepted', by: 'client', name: 'Dana Whitfield' })
  const { data: evidence } = await ask(api.GET('/quotes/{id}/evidence', { params: of(quote) }))
  expect(evidence.jws.split('.')).toHaveLength(3)

  day('2026-06-03') // Wednesday: a deposit, and an invoice over what is left.
  const invoiced = async (body: Schemas['QuoteInvoicing']) => {
    const made = await ask(api.POST('/quotes/{id}/invoices', { params: of(quote), body }))
    const params = version(made.data.id, made.etag)
    return (await ask(api.POST('/invoices/{id}/send', { params }))).data
  }
  const deposit = await invoiced({ percent: '25', due_on: '2026-06-10' })
  const rest = await invoiced({ due_on: '2026-07-10' })
  expect([deposit, rest].map(({ number, status, total }) => `${number} ${status} ${total}`)).toEqual([
    'INV-2026-0001 sent 943.20',
    'INV-2026-0002 sent 2829.60',
  ])

  day('2026-06-04') // Thursday: the deposit comes in two parts.
  const paid = async (amount: string, method: string) => {
    const body = { amount, method, reference: `${method} of Thursday` }
    const params = of(deposit.id)
    const { data } = await ask(api.POST('/invoices/{id}/payments', { params, body }))
    const { data: invoice } = await ask(api.GET('/invoices/{id}', { params }))
    return { payment: data, now: `${invoice.status} ${invoice.amount_paid} ${invoice.balance_due}` }
  }
  const first = await paid('500.00', 'check')
  expect(first.now).toBe('partial 500.00 443.20')
  expect((await paid('443.20', 'bank transfer')).now).toBe('paid 943.20 0.00')
  expect(await textOf(await open(`${home}/invoices/${deposit.id}`))).toContain('Paid in full')

  day('2026-06-05') // Friday: Dana forwarded the mail to the wrong person, and gets a new link.
  const { data: anew } = await ask(
    api.POST('/clients/{id}/link/rotate', { params: of(dana.id), body: { notify: true } }),
  )
  expect((await open(home)).status).toBe(404)
  expect(await textOf(await open(pathOf(anew)))).toContain('Dana Whitfield')

  day('2026-06-06') // Saturday: the check bounced.
  const { data: reversal } = await ask(
    api.POST('/payments/{id}/reverse', { params: of(first.payment.id), body: { note: 'It bounced.' } }),
  )
  expect(reversal).toMatchObject({ amount: '-500.00', reverses: first.payment.id })
  const { data: owed } = await ask(api.GET('/invoices/{id}', { params: of(deposit.id) }))
  expect(owed).toMatchObject({ status: 'partial', amount_paid: '443.20', balance_due: '500.00' })
  const { data: payments } = await ask(
    api.GET('/invoices/{id}/payments', { params: { ...of(deposit.id), query: { limit: '10' } } }),
  )
  expect(payments.data.map(({ amount }) => amount).sort()).toEqual(['-500.00', '443.20', '500.00'])

  day('2026-06-07') // Sunday: what happened, to each thing, and what became of the mail.
  const trailOf = async (object_id: string) => {
    const { data } = await ask(api.GET('/audit', { params: { query: { object_id, limit: '100' } } }))
    expect(data.next_cursor).toBeNull()
    return data.data.map(({ at, actor, action }) => `${at.slice(8, 10)} ${actor.kind} ${action}`)
  }
  expect(await trailOf(key.id)).toEqual(['01 key api_key.created'])
  expect(await trailOf(business.id)).toEqual(['01 key business.updated'])
  expect(await trailOf(dana.id)).toEqual([
    ...['01 key client.created', '02 key link.revealed', '05 key link.rotated'],
  ])
  expect(await trailOf(quote)).toEqual([
    ...['01 key quote.created', '01 key quote.sent', '02 link quote.viewed', '02 link quote.accepted'],
  ])
  expect(await trailOf(deposit.id)).toEqual([
    ...[
      '03 key invoice.created',
      '03 key invoice.sent',
      '04 key payment.recorded',
      '04 key payment.recorded',
    ],
    '06 key payment.reversed',
  ])
  expect(await trailOf(first.payment.id)).toEqual(['04 key payment.recorded'])
  const { data: all } = await ask(api.GET('/audit', { params: { query: { since: '2026-06-05T00:00:00Z' } } }))
  expect(all.data.map(({ action }) => action)).toEqual(['link.rotated', 'payment.reversed'])

  const mailTo = async (query: { client_id?: string; status?: 'cancelled' }) =>
    kinds((await ask(api.GET('/messages', { params: { query } }))).data.data)
  const toDana = await mailTo({ client_id: dana.id })
  expect(toDana.sort()).toEqual([
    'invoice_sent',
    'invoice_sent',
    'new_link',
    'payment_receipt',
    'payment_receipt',
    'quote_accepted',
    'quote_sent',
    'quote_viewed',
    'receipt',
  ])
  // What still waited with the old link; her receipt goes all the same.
  expect((await mailTo({ status: 'cancelled' })).sort()).toEqual([
    'invoice_sent',
    'invoice_sent',
    'payment_receipt',
    'payment_receipt',
    'quote_sent',
  ])
})
