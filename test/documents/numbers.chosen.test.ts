// Numbers that callers chose: unique, kept as they are, and skipped by the counter.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  aSentInvoice,
  aSentQuote,
  type Business,
  created,
  succeeded,
} from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()
const counters = async () => (await env.DB.prepare('select kind, last from number_counters').all()).results
const numberOf = async ({ api }: Business, path: string) => (await api('GET', path)).body.number

describe('a number that the caller chose', () => {
  test('is kept, and the counter skips it', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    for (const number of ['Q-2026-0002', 'Q-2026-0003', 'Q-2026-4', 'Q-2026-00005', 'mine']) {
      const answer = await business.api('POST', '/quotes', aQuote(client, { number }))
      expect(answer.body.number).toBe(number)
    }
    const sent = [
      await aSentQuote(business, client),
      await aSentQuote(business, client),
      await aSentQuote(business, client),
    ]
    const numbers = await Promise.all(sent.map(id => numberOf(business, `/quotes/${id}`)))
    expect(numbers).toEqual(['Q-2026-0001', 'Q-2026-0004', 'Q-2026-0005'])
    const invoice = await aSentInvoice(business, client)
    expect(await numberOf(business, `/invoices/${invoice}`)).toBe('INV-2026-0001')
  })

  test('is sent as it is, and steps no counter', async () => {
    const business = await aBusiness()
    const id = await aSentQuote(business, await aClient(business), { number: 'R/7' })
    expect(await numberOf(business, `/quotes/${id}`)).toBe('R/7')
    expect(await counters()).toEqual([])
  })

  test.each(['quotes', 'invoices'] as const)(
    'must be unique among the %s of the business: 409 number_taken',
    async noun => {
      const business = await aBusiness()
      const client = await aClient(business)
      const body = (more: object) => (noun === 'quotes' ? aQuote(client, more) : anInvoice(client, more))
      const first = created(await business.api('POST', `/${noun}`, body({ number: 'R-1' })))
      expect(codeOf(await business.api('POST', `/${noun}`, body({ number: 'R-1' })))).toBe('409 number_taken')
      const other = created(await business.api('POST', `/${noun}`, body({})))
      expect(codeOf(await business.api('PATCH', `/${noun}/${other}`, { number: 'R-1' }))).toBe(
        '409 number_taken',
      )
      expect(codeOf(await business.api('PATCH', `/${noun}/${first}`, { number: 'R-1' }))).toBe('200')
      succeeded(await business.api('POST', `/${noun}/${other}/send`))
      const given = await numberOf(business, `/${noun}/${other}`)
      expect(codeOf(await business.api('PATCH', `/${noun}/${first}`, { number: given }))).toBe(
        '409 number_taken',
      )

      const third =
        noun === 'quotes' ? anInvoice(client, { number: 'R-1' }) : aQuote(client, { number: 'R-1' })
      expect(codeOf(await business.api('POST', noun === 'quotes' ? '/invoices' : '/quotes', third))).toBe(
        '201',
      )
      const elsewhere = await aBusiness()
      const theirs = { ...body({ number: 'R-1' }), client_id: await aClient(elsewhere) }
      expect(codeOf(await elsewhere.api('POST', `/${noun}`, theirs))).toBe('201')
    },
  )

  test('10 at once with one number: one has it', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => business.api('POST', '/quotes', aQuote(client, { number: 'R-1' }))),
    )
    expect(answers.map(codeOf).sort()).toEqual(['201', ...Array(9).fill('409 number_taken')])
  }, 15_000)

  test('given back by a deleted draft, it can be chosen again', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const id = created(await business.api('POST', '/quotes', aQuote(client, { number: 'R-1' })))
    succeeded(await business.api('DELETE', `/quotes/${id}`))
    expect(codeOf(await business.api('POST', '/quotes', aQuote(client, { number: 'R-1' })))).toBe('201')
  })
})
