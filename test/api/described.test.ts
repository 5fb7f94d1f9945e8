// The checks of requests and answers against the OpenAPI document, which generated-requests.test.ts relies on: they find
// nothing in what is right, and each kind of fault in what is not.
import { beforeEach, expect, test } from 'vitest'
import { aPortal, type Portal } from '../support/portal.ts'
import { request } from '../support/world.ts'
import {
  type Answered,
  deviations,
  objections,
  operationNamed,
  type Sent,
} from '../torture/support/described.ts'

let portal: Portal
beforeEach(async () => {
  portal = await aPortal()
})

async function answerOf(method: string, path: string): Promise<Answered> {
  const headers = { authorization: `Bearer ${portal.business.key}`, 'if-match': '*' }
  const response = await request(`/api/v1${path}`, { method, headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('an answer that is not as described is found', async () => {
  const getQuote = operationNamed('getQuote')
  const quote = await answerOf('GET', `/quotes/${portal.quote}`)
  const whole = JSON.parse(quote.text)
  const written = (change: object) => ({ ...quote, text: JSON.stringify({ ...whole, ...change }) })
  const headed = (name: string, value: string) => {
    const headers = new Headers(quote.headers)
    if (value === '') headers.delete(name)
    else headers.set(name, value)
    return { ...quote, headers }
  }
  expect(deviations(getQuote, quote)).toEqual([])
  const wrong: Record<string, Answered> = {
    'a status that is not described': { ...quote, status: 201 },
    'a fault': { ...quote, status: 500 },
    'another type': headed('content-type', 'text/plain'),
    'no ETag': headed('etag', ''),
    'a field too many': written({ what: 1 }),
    'a field too few': written({ total: undefined }),
    'a number for a text': written({ total: 300 }),
    'a word that is none of its words': written({ status: 'open' }),
    'an instant that is none': written({ created_at: 'yesterday' }),
  }
  for (const [what, answer] of Object.entries(wrong))
    expect(deviations(getQuote, answer), what).not.toEqual([])
})

test('a refusal that the operation does not name is found, and a body where there is none', async () => {
  const refused = await answerOf('POST', `/quotes/${portal.quote}/send`)
  expect(JSON.parse(refused.text).code).toBe('quote_not_draft')
  expect(deviations(operationNamed('sendQuote'), refused)).toEqual([])
  expect(deviations(operationNamed('sendInvoice'), refused)).not.toEqual([])
  const ended = await answerOf('DELETE', `/clients/${portal.client}/link`)
  expect(deviations(operationNamed('revokeLink'), ended)).toEqual([])
  expect(deviations(operationNamed('revokeLink'), { ...ended, text: '{}' })).not.toEqual([])
})

test('a request that the document does not allow is found', () => {
  const right: Sent = { query: [], headers: { 'if-match': '*' }, body: '{"title":"New"}' }
  const updateQuote = operationNamed('updateQuote')
  expect(objections(updateQuote, right)).toEqual([])
  for (const part of [
    { headers: {} },
    { query: [['limit', '1']] },
    { query: [['', '']] },
    { body: '{' },
    { body: '[]' },
    { body: '{"title":1}' },
    { body: '{"title":" "}' },
    { body: '{"what":1}' },
    { body: '{"discount":{"percent":"1","amount":"1"}}' },
  ] satisfies Partial<Sent>[]) {
    expect(objections(updateQuote, { ...right, ...part } as Sent), JSON.stringify(part)).not.toEqual([])
  }
  const listQuotes = operationNamed('listQuotes')
  expect(objections(listQuotes, { query: [['limit', '100']], headers: {}, body: null })).toEqual([])
  for (const query of [
    [['limit', '0']],
    [['status', 'open']],
    [
      ['limit', '1'],
      ['limit', '1'],
    ],
  ] as [string, string][][])
    expect(objections(listQuotes, { query, headers: {}, body: null }), JSON.stringify(query)).not.toEqual([])
})
