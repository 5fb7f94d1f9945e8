// What every form under a token passes first: it was sent by the portal’s own page, it is a POST, and it is short.
import { expect, test } from 'vitest'
import { accept, acceptance, asked, changingNothing, decline, ledTo, recorded } from '../support/answers.ts'
import { type Fields, posted } from '../support/portal.ts'
import { request } from '../support/world.ts'

const nouns = ['acceptance', 'rejection']

const pageHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
}

test('a form that another site sent is refused with 403, and records nothing', async () => {
  const one = await asked()
  for (const site of ['cross-site', 'same-site', 'CROSS-SITE', 'anything']) {
    for (const noun of nouns) {
      const headers: Fields = {
        'sec-fetch-site': site,
        'sec-fetch-mode': 'navigate',
        origin: 'https://evil.example',
      }
      const post = () => posted(`${one.at}/${noun}`, acceptance(one), undefined, headers)
      const response = await changingNothing(post, site)
      expect(response.status, site).toBe(403)
      expect(Object.fromEntries(response.headers)).toMatchObject(pageHeaders)
      const html = await response.text()
      expect(html).toContain('This came from another website')
      expect(html).not.toMatch(/Harbor|New roof|<form/)
    }
  }
})

test('a form of the portal’s own page, of no page, and of a phone that says nothing, is taken', async () => {
  const kinds: [string, Fields][] = [
    ['same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['none', { 'sec-fetch-site': 'none' }],
    ['absent', {}],
    ['absent, with an origin of null as no-referrer makes it', { origin: 'null' }],
  ]
  for (const [what, headers] of kinds) {
    const [one, other] = [await asked(), await asked()]
    expect((await posted(`${one.at}/acceptance`, acceptance(one), undefined, headers)).status, what).toBe(303)
    expect((await posted(`${other.at}/rejection`, acceptance(other), undefined, headers)).status, what).toBe(
      303,
    )
  }
})

const reads: [string, RequestInit][] = [
  ['GET', {}],
  ['HEAD', { method: 'HEAD' }],
  ['a prefetch', { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } }],
  ['a prerender', { headers: { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-mode': 'navigate' } }],
  [
    'a navigation from another site',
    { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
  ],
]

test('GET, HEAD and prefetch of …/acceptance and …/rejection lead to the quote and change nothing', async () => {
  const one = await asked()
  const query = new URLSearchParams(acceptance(one)).toString()
  for (const noun of nouns) {
    for (const [what, init] of reads) {
      for (const path of [`${one.at}/${noun}`, `${one.at}/${noun}?${query}`, `${one.at}/${noun}/`]) {
        const response = await changingNothing(() => request(path, init), what)
        expect(ledTo(response), what).toBe(`303 ${one.at}`)
        expect(await response.text()).toBe('')
      }
    }
  }
})

test('other methods are not found, in the living frame, and change nothing', async () => {
  const one = await asked()
  const body = new URLSearchParams(acceptance(one))
  for (const noun of [...nouns, 'receipt', 'receipt.json']) {
    for (const method of [
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'PROPFIND',
      ...(noun.startsWith('r') && noun !== 'rejection' ? ['POST'] : []),
    ]) {
      const init = { method, ...(method === 'OPTIONS' ? {} : { body }) }
      const response = await changingNothing(() => request(`${one.at}/${noun}`, init), method)
      expect(response.status, `${method} ${noun}`).toBe(404)
      expect(await response.text(), `${method} ${noun}`).toContain('We can’t find this document')
    }
  }
  const overridden = await changingNothing(() =>
    request(`${one.at}/acceptance?_method=POST`, { headers: { 'x-http-method-override': 'POST' } }),
  )
  expect(overridden.status).toBe(303)
})

test('more than a form may hold is refused with 413, with its length told or not, and records nothing', async () => {
  const one = await asked()
  const body = (size: number) => `${new URLSearchParams(acceptance(one))}&x=`.padEnd(size, 'x')
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const sendings: [string, number, boolean][] = [
    ['a byte too many', 64 * 1024 + 1, true],
    ['10 MB', 10_000_000, true],
    ['10 MB in chunks', 10_000_000, false],
  ]
  for (const [what, size, told] of sendings) {
    for (const noun of nouns) {
      const sent = told ? body(size) : new Blob([body(size)]).stream()
      const headers = told ? { ...form, 'content-length': String(size) } : form
      const init = { method: 'POST', headers, body: sent, duplex: 'half' } as RequestInit
      const response = await changingNothing(() => request(`${one.at}/${noun}`, init), what)
      expect(response.status, what).toBe(413)
      expect(Object.fromEntries(response.headers)).toMatchObject(pageHeaders)
      expect(await response.text()).not.toContain('xxx')
    }
  }
  const endless = new ReadableStream({
    pull: controller => controller.enqueue(new Uint8Array(16_384).fill(120)),
  })
  const init = { method: 'POST', headers: form, body: endless, duplex: 'half' } as RequestInit
  expect((await changingNothing(() => request(`${one.at}/acceptance`, init))).status).toBe(413)
})

test('the largest form of a person is taken: every field full, in letters of three bytes', async () => {
  const [one, other] = [await asked(), await asked()]
  const fields = { signature: '字'.repeat(120), po_number: '字'.repeat(60) }
  expect((await accept(one, fields)).status).toBe(303)
  expect((await decline(other, { reason: 'other', note: '字'.repeat(2000) })).status).toBe(303)
  expect(await recorded()).toMatchObject({
    signatures: ['字'.repeat(120)],
    entries: ['quote.accepted', 'quote.rejected'],
  })
})
