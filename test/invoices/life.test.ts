// An invoice's life through the API: written, changed, sent once, paid; every other step is refused with its code.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../src/core/crypto.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  aLine,
  anInvoice,
  aSentQuote,
  created,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()
const pointersOf = ({ body }: Answer) => body.errors?.map((error: { pointer: string }) => error.pointer)

async function aDraft(more: object = {}) {
  const business = await aBusiness({ paymentInstructions: 'By check to Pier 1' })
  const client = await aClient(business)
  const answer = await business.api('POST', '/invoices', anInvoice(client, more))
  const id = created(answer)
  const page = async () => {
    const response = await open(`${await portalOf(business, client)}/invoices/${id}`)
    return { status: response.status, text: await textOf(response) }
  }
  return { ...business, business, client, id, path: `/invoices/${id}`, answer, page }
}

const whole = {
  ...{ title: 'Roof repair', description: 'All of it', due_on: '2099-12-31', currency: 'EUR', number: 'R-1' },
  ...{ terms: 'Half now', note: 'Thank you', discount: { amount: '1.14' } },
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

describe('a draft', () => {
  test('POST /invoices makes it of what was given; GET reads the same', async () => {
    const { answer, api, path, client } = await aDraft(whole)
    const [roof, nails] = whole.lines
    expect(answer.body).toMatchObject({
      ...{ ...whole, client_id: client, status: 'draft', quote_id: null, content_hash: null, sent_at: null },
      ...{ subtotal: '301.14', discount_total: '1.14', tax_total: '24.66', total: '324.66' },
      ...{ amount_paid: '0.00', balance_due: '0.00' },
      lines: [
        { ...roof, total: '300.00' },
        { ...nails, total: '1.14' },
      ],
    })
    expect(answer.headers.get('location')).toBe(`/api/v1${path}`)
    expect((await api('GET', path)).body).toEqual(answer.body)
  })

  test('PATCH changes what it names; null empties; the whole is checked again', async () => {
    const { api, path, answer } = await aDraft(whole)
    const { body } = await api('PATCH', path, {
      due_on: '2026-01-31',
      note: null,
      discount: null,
      number: null,
    })
    const { updated_at: _, due_on: __, ...same } = answer.body
    const changed = {
      note: null,
      discount: null,
      number: null,
      discount_total: '0.00',
      tax_total: '24.75',
      total: '325.89',
    }
    expect(body).toMatchObject({
      ...same,
      ...changed,
      taxes: [{ rate: '8.25', base: '300.00', amount: '24.75' }],
    })
    expect(body.due_on).toBe('2026-01-31')
    expect(pointersOf(await api('PATCH', path, { due_on: null }))).toEqual(['/due_on'])
    expect(pointersOf(await api('PATCH', path, { discount: { amount: '999' } }))).toEqual(['/discount'])
    expect(pointersOf(await api('PATCH', path, { paid: '1.00' }))).toEqual(['/paid'])
  })

  test('names a quote of the same client, and no other', async () => {
    const { business, client, api, path } = await aDraft()
    const quote = await aSentQuote(business, client)
    const foreign = await aSentQuote(business, await aClient(business))
    succeeded(await api('POST', `/quotes/${quote}/accept`, {}))
    expect((await api('PATCH', path, { quote_id: quote })).body.quote_id).toBe(quote)
    expect(pointersOf(await api('PATCH', path, { quote_id: foreign }))).toEqual(['/quote_id'])
    expect(pointersOf(await api('PATCH', path, { quote_id: 'x' }))).toEqual(['/quote_id'])
    expect((await api('PATCH', path, { quote_id: null })).body.quote_id).toBeNull()
  })

  test('DELETE removes it with its lines', async () => {
    const { api, path } = await aDraft(whole)
    expect(codeOf(await api('DELETE', path))).toBe('204')
    for (const method of ['GET', 'DELETE']) expect(codeOf(await api(method, path))).toBe('404 not_found')
    expect((await env.DB.prepare('select * from invoice_lines').all()).results).toEqual([])
  })

  test('is on no page, takes no payment, and is not sent without lines', async () => {
    const { api, path, page, business, client } = await aDraft({ lines: [] })
    await aSentQuote(business, client)
    expect((await page()).status).toBe(404)
    expect(codeOf(await api('POST', `${path}/payments`, { amount: '1', method: 'cash' }))).toBe(
      '409 invoice_not_payable',
    )
    expect(codeOf(await api('POST', `${path}/send`))).toBe('409 invoice_empty')
  })
})

describe('POST /invoices/:id/send', () => {
  test('gives the number and the hash, freezes the words, and shows them', async () => {
    const { api, path, page, id } = await aDraft()
    const { body } = succeeded(await api('POST', `${path}/send`))
    expect(body).toMatchObject({ status: 'sent', balance_due: '300.00', amount_paid: '0.00' })
    expect(body.number).toMatch(/^INV-\d{4}-0001$/)
    const content =
      (await env.DB.prepare('select content from invoice_revisions').first<string>('content')) ?? ''
    expect(await sha256Hex(content)).toBe(body.content_hash)
    expect(JSON.parse(content)).toMatchObject({
      format: 'semaquote/invoice@1',
      payment_instructions: 'By check to Pier 1',
    })
    const { text } = await page()
    for (const word of [body.number, 'Balance due', '$300.00', 'How to pay', 'By check to Pier 1', 'Sent']) {
      expect(text).toContain(word)
    }
    const { results } = await env.DB.prepare('select event, state from messages').all()
    expect(results).toEqual([{ event: `invoice_sent:${id}:1`, state: 'queued' }])
  })

  test('10 at once: sent once, one message, one number', async () => {
    const { api, path } = await aDraft()
    const answers = await Promise.all(Array.from({ length: 10 }, () => api('POST', `${path}/send`)))
    const codes = answers.map(({ status, body }) => body.code ?? status).sort()
    expect(codes).toEqual([200, ...Array(9).fill('invoice_not_draft')])
    expect((await env.DB.prepare('select * from messages').all()).results).toHaveLength(1)
    expect((await env.DB.prepare('select last from number_counters').all()).results).toEqual([{ last: 1 }])
  }, 15_000)

  test('of nothing to pay: it is paid at once', async () => {
    const { api, path, page } = await aDraft({ discount: { percent: '100' } })
    const { body } = succeeded(await api('POST', `${path}/send`))
    expect(body).toMatchObject({ status: 'paid', total: '0.00', balance_due: '0.00' })
    expect((await page()).text).toContain('Paid in full. Thank you for your payment!')
  })
})

describe('once sent', () => {
  /** What brings it there, and the status it then has. */
  const lives: [string, string[]][] = [
    ['sent', []],
    ['partial', ['100.00']],
    ['paid', ['100.00', '200.00']],
    ['paid', ['500.00']],
  ]

  test.each(lives)(
    '%s (payments: %j): it is not edited, deleted or sent again, and takes payments',
    async (status, paid) => {
      const { api, path } = await aDraft()
      succeeded(await api('POST', `${path}/send`))
      for (const amount of paid) created(await api('POST', `${path}/payments`, { amount, method: 'cash' }))
      const before = await api('GET', path)
      expect(before.body.status).toBe(status)
      expect(codeOf(await api('PATCH', path, { title: 'x' }))).toBe('409 invoice_not_draft')
      expect(codeOf(await api('DELETE', path))).toBe('409 invoice_not_draft')
      expect(codeOf(await api('POST', `${path}/send`))).toBe('409 invoice_not_draft')
      expect((await api('GET', path)).body).toEqual(before.body)
      expect((await api('POST', `${path}/payments`, { amount: '1.00', method: 'cash' })).status).toBe(201)
    },
  )

  test('the database itself lets nobody unsend, unpay or rewrite it', async () => {
    const { api, path, id } = await aDraft()
    succeeded(await api('POST', `${path}/send`))
    const tries: [string, string][] = [
      ["state = 'draft'", 'invoice_state'],
      ["state = 'paid', settled_at = 1", 'CHECK'],
      ['paid = 300', 'paid_by_payments'],
      ["title = 'x'", 'invoice_not_draft'],
      ['total = 1, subtotal = 1', 'invoice_not_draft'],
      ['due_ends_at = 1', 'invoice_needs_a_revision'],
    ]
    for (const [set, reason] of tries) {
      const update = env.DB.prepare(`update invoices set ${set}, version = version + 1 where id = ?`).bind(id)
      await expect(update.run(), set).rejects.toThrow(reason)
    }
    await expect(env.DB.prepare('delete from invoices').run()).rejects.toThrow('invoice_was_sent')
    await expect(env.DB.prepare('delete from invoice_revisions').run()).rejects.toThrow('append_only')
  })
})
