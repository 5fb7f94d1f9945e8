// Too late: expired, closed, taken back or decided otherwise meanwhile. The page says which, and nothing is recorded.
import { afterEach, expect, test, vi } from 'vitest'
import {
  type Asked,
  accept,
  asked,
  changingNothing,
  decline,
  oneAcceptance,
  oneRejection,
  recorded,
} from '../../support/answers.ts'
import type { Fields } from '../../support/portal.ts'
import { open, request, succeeded, textOf } from '../../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const both = [accept, decline]

async function refused(one: Asked, answer: typeof accept, fields: Fields = {}): Promise<string> {
  const response = await changingNothing(() => answer(one, fields))
  expect(response.status).toBe(409)
  expect(response.headers.get('x-robots-tag')).toBe('noindex')
  return response.text()
}

const asText = (html: string) => textOf(new Response(html))

test('an expired quote: the day is over, the forms are gone, and how to reach the business stands there', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-06-15T12:00:00Z'), toFake: ['Date'] })
  const one = await asked({ quote: { valid_until: '2026-06-15' } })
  vi.setSystemTime('2026-06-16T12:00:00Z')
  for (const answer of both) {
    for (const fields of [{}, { signature: '', note: '\0' }] as Fields[]) {
      const html = await refused(one, answer, fields)
      const text = await asText(html)
      expect(text).toContain('The last day to answer this quote ended before your answer reached us.')
      expect(text).toContain('This quote was valid until Monday, June 15, 2026.')
      expect(html).toContain('tel:2075550142')
      expect(html).not.toMatch(/<form method|content_hash/)
    }
  }
})

test('a closed quote: who closed it', async () => {
  const one = await asked()
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/close`))
  for (const answer of both) {
    const html = await refused(one, answer)
    expect(await asText(html)).toContain('Harbor Roofing closed this quote before your answer arrived.')
    expect(html).not.toMatch(/<form method|content_hash/)
  }
})

test('a quote that was taken back: that it was, its number, and no word of it, nor of the new draft', async () => {
  const one = await asked({ quote: { title: 'canary-old', terms: 'canary-old' } })
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/cancel`))
  for (const change of [null, { title: 'canary-new', terms: 'canary-new', note: 'canary-new' }]) {
    if (change) succeeded(await one.business.api('PATCH', `/quotes/${one.quote}`, change))
    for (const answer of both) {
      const html = await refused(one, answer)
      const text = await asText(html)
      expect(text).toContain('This quote was taken back')
      expect(text).toMatch(/Harbor Roofing took back quote Q-\d{4}-0001 after you opened it/)
      expect(html).not.toMatch(/canary|<form method|content_hash|\$300/)
      expect(html).toContain(`href="${one.home}"`)
    }
    const unread = { ...one, hash: 'f'.repeat(64) }
    for (const answer of both) {
      const response = await changingNothing(() => answer(unread))
      expect(response.status).toBe(404)
      expect(await response.text()).not.toMatch(/canary|Q-\d/)
    }
  }
  expect((await open(one.at)).status).toBe(404)
})

test('a draft that was never sent is not there for any answer', async () => {
  const one = await asked()
  const draft = await one.business.api('POST', '/quotes', {
    ...{ client_id: one.client, title: 'canary', valid_until: '2099-12-31', number: 'canary' },
  })
  const at = `${one.home}/quotes/${draft.body.id}`
  for (const answer of both) {
    const response = await changingNothing(() => answer({ ...one, at }))
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('canary')
  }
})

test('a quote that was signed: another name is refused, and the page says who signed, and when', async () => {
  const one = await asked()
  expect((await accept(one)).status).toBe(303)
  const signed = /It was signed by Dana Whitfield on [A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d\s[AP]M E[SD]T\./
  for (const signature of ['Sam Whitfield', 'Dana', 'Dana Whitfield Jr.', '<b>Mallory</b>']) {
    const html = await refused(one, accept, { signature })
    expect(await asText(html)).toMatch(signed)
    expect(html).not.toMatch(/Mallory|Sam|Jr\.|<form method/)
    expect(html).toContain(`href="${one.at}/receipt"`)
  }
  const text = await asText(await refused(one, decline))
  expect(text).toMatch(signed)
  expect(text).toContain('So it was not declined now.')
  expect(await recorded()).toEqual(oneAcceptance)
})

test('a quote that was declined is not accepted any more: the signature is not recorded', async () => {
  const one = await asked()
  await decline(one, { reason: 'price', note: 'Sorry' })
  const text = await asText(await refused(one, accept))
  expect(text).toMatch(/It was declined on [A-Z][a-z]{2} \d+, \d{4}/)
  expect(text).toContain('So your signature was not recorded.')
  expect(await recorded()).toEqual(oneRejection)
  expect((await request(`${one.at}/receipt`)).status).toBe(404)
})
