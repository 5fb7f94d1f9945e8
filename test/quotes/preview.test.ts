// GET /quotes/:id/preview: a quote's page for the business, as its client will see it, from which nothing can be sent;
// and GET /quotes/:id/evidence: the file that its client can download.
import { describe, expect, test } from 'vitest'
import { script } from '../../src/ui/script.tsx'
import { codeOf } from '../support/accepted.ts'
import { accept, asked, changingNothing, revised } from '../support/answers.ts'
import {
  aBusiness,
  aClient,
  apiWith,
  aQuote,
  aSentQuote,
  type Business,
  created,
  navigation,
  open,
  request,
  succeeded,
  textOf,
} from '../support/world.ts'

/** Asks for a preview as a browser would that could send a key. */
const previewOf = ({ key }: Pick<Business, 'key'>, id: string, more: RequestInit = {}) =>
  request(`/api/v1/quotes/${id}/preview`, {
    ...more,
    headers: { ...navigation, authorization: `Bearer ${key}` },
  })

const marks = ['Preview', 'This is what your client sees.']

async function aDraft(more: object = {}) {
  const business = await aBusiness({ terms: 'Half now' })
  const client = await aClient(business, { company: 'W LLC' })
  const id = created(await business.api('POST', '/quotes', aQuote(client, { note: 'Hello', ...more })))
  return { business, client, id }
}

describe('GET /quotes/:id/preview', () => {
  test('of a draft: every word that would be sent, no number yet, and marked', async () => {
    const { business, id } = await aDraft()
    const response = await previewOf(business, id)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const scripts = (await response.clone().text()).match(/<script[^>]*>.*?<\/script>/gs)
    expect(scripts).toEqual([`<script>${script}</script>`])
    const text = await textOf(response)
    for (const words of [...marks, 'New roof', 'Dana Whitfield', 'W LLC', 'Tear off old shingles', '$300.00'])
      expect(text).toContain(words)
    for (const words of ['Half now', 'Hello', 'December 31, 2099', 'Accept quote', 'Decline'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/Q-\d{4}-\d{4}/)
    expect((await business.api('GET', `/quotes/${id}`)).body).toMatchObject({ status: 'draft', number: null })
  })

  test('of a draft with nothing in it, and of one past its last day: a page all the same', async () => {
    const empty = await aDraft({ lines: [] })
    expect(await textOf(await previewOf(empty.business, empty.id))).toContain('$0.00')
    const late = await aDraft({ valid_until: '2020-01-31' })
    const text = await textOf(await previewOf(late.business, late.id))
    expect(text).toContain('January 31, 2020')
    expect(text).not.toContain('Accept quote')
  })

  test('of what was sent: the frozen words, and otherwise the page that the client reads', async () => {
    const one = await asked()
    succeeded(await one.business.api('PATCH', '/business', { name: 'Renamed', phone: '+1 207 555 0199' }))
    const page = await textOf(await open(one.at))
    const preview = await textOf(await previewOf(one.business, one.quote))
    for (const words of ['Harbor Roofing', 'New roof', '$300.00', 'Accept quote', ...marks])
      expect(preview).toContain(words)
    // But for the mark, and the frame, which names the business as it is today.
    const doc = (text: string) => /New roof.*?(?=Accept quote)/.exec(text)?.[0]
    expect(doc(preview)).toBe(doc(page))
  })

  test('of what was taken back and changed: the draft, not what had been sent', async () => {
    const one = await asked()
    succeeded(await one.business.api('POST', `/quotes/${one.quote}/cancel`))
    succeeded(await one.business.api('PATCH', `/quotes/${one.quote}`, { title: 'Newer roof' }))
    const text = await textOf(await previewOf(one.business, one.quote))
    expect(text).toContain('Newer roof')
    expect(text).toMatch(/Q-\d{4}-0001/)
  })

  test('of what was accepted, closed or declined: the banner, and no buttons', async () => {
    const accepted = await asked()
    await accept(accepted)
    expect(await textOf(await previewOf(accepted.business, accepted.quote))).toContain('Dana Whitfield')
    const closed = await asked()
    succeeded(await closed.business.api('POST', `/quotes/${closed.quote}/close`))
    for (const one of [accepted, closed]) {
      const text = await textOf(await previewOf(one.business, one.quote))
      for (const mark of marks) expect(text).toContain(mark)
      expect(text).not.toContain('Accept quote')
    }
  })

  test('counts as no view and changes nothing, whoever seems to open it', async () => {
    const business = await aBusiness()
    const quote = await aSentQuote(business, await aClient(business))
    for (const method of ['GET', 'HEAD']) await changingNothing(() => previewOf(business, quote, { method }))
    expect((await business.api('GET', `/quotes/${quote}`)).body).toMatchObject({
      ...{ status: 'sent', viewed_at: null },
    })
  })

  test('no form of it leads anywhere, no link of it into the portal; its policy forbids sending and framing', async () => {
    const one = await asked()
    const response = await previewOf(one.business, one.quote)
    const policy = response.headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|self|http)|connect-src/)
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('set-cookie')
    const html = await response.text()
    const actions = [...html.matchAll(/<form[^>]*\saction="([^"]*)"/g)].map(([, action]) => action)
    expect(actions.length).toBe(2)
    for (const action of actions) expect(action).toMatch(/^(#.*)?$/)
    expect(html).not.toMatch(/name="content_hash" value="[0-9a-f]/)
    expect(html).not.toContain(one.token)
    expect(html).not.toContain('/portal/')
    const body = new URLSearchParams({ signature: 'Dana', consent: 'on', content_hash: one.hash })
    const sent = await changingNothing(() => previewOf(one.business, one.quote, { method: 'POST', body }))
    expect(sent.status).toBe(404)
  })

  test('hostile words are text', async () => {
    const { business, id } = await aDraft({
      title: '<script>alert(1)</script>"\'',
      note: '</style><img src=x>',
    })
    const html = await (await previewOf(business, id)).text()
    expect(html).not.toMatch(/<script>alert|<img/)
    expect(html).toContain('&lt;script&gt;')
  })

  test('another business’s, or none: 404, the same; without a key 401; without the scope read 403', async () => {
    const { business, id } = await aDraft()
    const stranger = await aBusiness()
    const foreign = await stranger.api('GET', `/quotes/${id}/preview`)
    const missing = await stranger.api('GET', `/quotes/quo_${'0'.repeat(26)}/preview`)
    expect([codeOf(foreign), foreign.body]).toEqual(['404 not_found', missing.body])
    expect((await request(`/api/v1/quotes/${id}/preview`)).status).toBe(401)
    const { key } = succeeded(await business.api('POST', '/api-keys', { name: 'W', scopes: ['write'] })).body
    expect(codeOf(await apiWith(key)('GET', `/quotes/${id}/preview`))).toBe('403 missing_scope')
    expect((await business.api('GET', `/quotes/${id}/preview?x=1`)).status).toBe(400)
  })
})

describe('GET /quotes/:id/evidence', () => {
  const evidenceOf = ({ key }: Pick<Business, 'key'>, id: string) =>
    request(`/api/v1/quotes/${id}/evidence`, { headers: { authorization: `Bearer ${key}` } })

  test('is, byte for byte, the file that the client downloads', async () => {
    const one = await asked()
    await accept(one)
    const response = await evidenceOf(one.business, one.quote)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    const text = await response.text()
    expect(text).toBe(await (await request(`${one.at}/receipt.json`)).text())
    expect(JSON.parse(text).record.document.content_hash).toBe(one.hash)
    expect(JSON.stringify(Object.fromEntries(response.headers))).toContain('no-store')
  })

  test('404 while nobody has signed: a draft, what waits, what was recorded by the business, what isn’t there', async () => {
    const { business, client, id } = await aDraft()
    const recorded = await aSentQuote(business, client)
    succeeded(await business.api('POST', `/quotes/${recorded}/accept`))
    for (const quote of [id, await aSentQuote(business, client), recorded, 'x', `quo_${'0'.repeat(26)}`])
      expect(codeOf(await business.api('GET', `/quotes/${quote}/evidence`)), quote).toBe('404 not_found')
  })

  test('of the revision that was signed', async () => {
    const one = await asked()
    await revised(one)
    const { content_hash: hash } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
    await accept({ ...one, hash })
    const { record } = JSON.parse(await (await evidenceOf(one.business, one.quote)).text())
    expect(record.document).toMatchObject({ content_hash: hash, content: { revision: 2 } })
  })

  test('another business’s: 404, as what isn’t there', async () => {
    const one = await asked()
    await accept(one)
    const stranger = await aBusiness()
    const foreign = await stranger.api('GET', `/quotes/${one.quote}/evidence`)
    const missing = await stranger.api('GET', `/quotes/quo_${'0'.repeat(26)}/evidence`)
    expect([codeOf(foreign), foreign.body]).toEqual(['404 not_found', missing.body])
  })
})
