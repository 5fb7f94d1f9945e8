// Changing a draft through the API: what is named changes, the rest stays, and the whole is checked again.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
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

const pointersOf = ({ body }: Answer) => body.errors?.map((error: { pointer: string }) => error.pointer)

const whole = {
  ...{ description: 'All of it', currency: 'EUR', number: 'R-1', terms: 'Half now', note: 'Thank you' },
  discount: { percent: '10' },
}

async function aDraft(more: object = {}) {
  const business = await aBusiness()
  const client = await aClient(business)
  const answer = await business.api('POST', '/quotes', aQuote(client, more))
  return { ...business, business, client, answer, path: `/quotes/${created(answer)}` }
}

describe('PATCH /quotes/:id', () => {
  test('changes what it names and leaves the rest', async () => {
    const { api, path, answer } = await aDraft(whole)
    const { body } = await api('PATCH', path, { title: 'Old roof' })
    const { title: _, updated_at: __, ...same } = answer.body
    expect(body).toMatchObject({ ...same, title: 'Old roof' })
  })

  test.each(Object.entries({ description: null, terms: null, note: null, discount: null, number: null }))(
    'null empties %s',
    async (field, value) => {
      const { api, path } = await aDraft(whole)
      expect((await api('GET', path)).body[field]).not.toBeNull()
      expect((await api('PATCH', path, { [field]: value })).body[field]).toBeNull()
      expect((await api('GET', path)).body[field]).toBeNull()
    },
  )

  test('writes the lines anew, and the sums with them', async () => {
    const { api, path } = await aDraft(whole)
    const { body } = await api('PATCH', path, { lines: [{ ...aLine, quantity: '3' }], discount: null })
    expect(body.lines).toHaveLength(1)
    expect(body).toMatchObject({ subtotal: '450.00', total: '450.00' })
    const count = await env.DB.prepare('select count(*) as count from quote_lines').first('count')
    expect(count).toBe(1)
  })

  test('checks the whole again, also what it does not name', async () => {
    const { api, path } = await aDraft({ discount: { amount: '100.50' } })
    expect(pointersOf(await api('PATCH', path, { lines: [] }))).toEqual(['/discount'])
    expect(pointersOf(await api('PATCH', path, { currency: 'JPY' }))).toEqual(['/discount/amount'])
    expect(pointersOf(await api('PATCH', path, { title: null }))).toEqual(['/title'])
    expect(pointersOf(await api('PATCH', path, { status: 'sent' }))).toEqual(['/status'])
    expect(pointersOf(await api('PATCH', path, { id: 'x', revision: 2 }))?.length).toBeGreaterThan(0)
    expect((await api('PATCH', path, [])).status).toBe(422)
    expect((await api('GET', path)).body).toMatchObject({ total: '199.50', currency: 'USD' })
  })

  test('moves a draft to another client of the business', async () => {
    const { api, business, path } = await aDraft()
    const other = await aClient(business, { name: 'Sam' })
    expect((await api('PATCH', path, { client_id: other })).body.client_id).toBe(other)
  })

  test('what was once sent keeps its client and its number, back in draft too', async () => {
    const { api, business, client } = await aDraft()
    const id = await aSentQuote(business, client)
    const { body: sent } = succeeded(await api('POST', `/quotes/${id}/cancel`))
    const other = await aClient(business)
    expect(pointersOf(await api('PATCH', `/quotes/${id}`, { client_id: other }))).toEqual(['/client_id'])
    expect(pointersOf(await api('PATCH', `/quotes/${id}`, { number: 'X-1' }))).toEqual(['/number'])
    expect(pointersOf(await api('PATCH', `/quotes/${id}`, { number: null }))).toEqual(['/number'])
    expect((await api('PATCH', `/quotes/${id}`, { number: sent.number, client_id: client })).status).toBe(200)
  })
})
