import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sha256Hex } from '../../src/core/crypto.ts'
import { type Asked, accept, acceptance, asked } from '../support/answers.ts'
import { aBusiness, open, request, textOf } from '../support/world.ts'

const START = Date.parse('2026-06-15T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function recordOf(one: Pick<Asked, 'at'>) {
  const { jws, record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
  return { ...record, hash: await sha256Hex(jws) }
}

test('it says which business, which quote, and the content whose hash the form carried', async () => {
  const one = await asked({ quote: { terms: 'Half now' } })
  await accept(one, { po_number: 'PO-7' })
  const record = await recordOf(one)
  const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
  expect(record).toMatchObject({
    format: 'semaquote/acceptance@1',
    issuer: 'https://portal.test',
    business: { id: one.business.id, name: 'Harbor Roofing' },
    document: { kind: 'quote', id: one.quote, content_hash: one.hash },
  })
  expect(record.document.content).toMatchObject({
    number: body.number,
    revision: 1,
    total: body.total,
    lines: body.lines,
  })
  expect(record.document.content).toMatchObject({ terms: 'Half now', valid_until_ends_at: body.expires_at })
  expect(record.signature).toMatchObject({ name: 'Dana Whitfield', po_number: 'PO-7' })
})

test('it holds the consent texts in the words and the language in which the form showed them', async () => {
  const one = await asked()
  const html = await (await open(one.at)).text()
  await accept(one)
  const { language, texts } = (await recordOf(one)).signature.consent
  expect(/<html lang="([^"]+)"/.exec(html)?.[1]).toBe(language)
  expect(texts).toHaveLength(2)
  const shown = await textOf(new Response(html))
  for (const text of texts) expect(shown).toContain(text)
  expect(await textOf(await open(`${one.at}/receipt`))).toContain(texts[1])
})

test('it says from where the request came, as the edge saw it, and nothing that only the caller claims', async () => {
  const one = await asked()
  const headers = {
    ...{ 'cf-connecting-ip': '2001:db8::7', 'x-forwarded-for': '6.6.6.6', 'cf-ipcountry': 'XX' },
    ...{ 'user-agent': 'Mozilla/5.0 (Phone) <b>"x"</b>', 'x-real-ip': '6.6.6.6' },
  }
  const cf = {
    country: 'US',
    asn: 7922,
    asOrganization: 'Comcast <Cable>',
    city: 'Portland',
    latitude: '43.6',
  }
  const body = new URLSearchParams(acceptance(one))
  await request(`${one.at}/acceptance`, { method: 'POST', body, headers, cf } as RequestInit)
  const { request: seen } = await recordOf(one)
  expect(seen).toEqual({
    ...{ address: '2001:db8::7', country: 'US', network: { number: 7922, name: 'Comcast <Cable>' } },
    ...{ user_agent: headers['user-agent'], locale: 'en-US' },
  })
  const receipt = await (await open(`${one.at}/receipt`)).text()
  expect(receipt).toContain('&lt;b&gt;&quot;x&quot;&lt;/b&gt;')
  expect(receipt).toContain('Comcast &lt;Cable&gt; (AS 7922)')
})

test('what the edge doesn’t tell is null, and a browser’s name is cut without breaking a character', async () => {
  const bare = await asked()
  await accept(bare)
  expect((await recordOf(bare)).request).toEqual({
    ...{ address: null, country: null, network: null, user_agent: null, locale: 'en-US' },
  })
  for (const agent of ['x'.repeat(500), `${'x'.repeat(399)}👍 and more`]) {
    const one = await asked()
    const body = new URLSearchParams(acceptance(one))
    const response = await request(`${one.at}/acceptance`, {
      method: 'POST',
      body,
      headers: { 'user-agent': agent },
    })
    expect(response.status, agent.slice(390)).toBe(303)
    const { user_agent } = (await recordOf(one)).request
    expect(agent.startsWith(user_agent.replace(/\ufffd$/, '')), user_agent).toBe(true)
    expect([399, 400]).toContain(user_agent.length)
  }
})

test('each names the place in its business’s chain, and the hash of the record before', async () => {
  const business = await aBusiness()
  const records = []
  for (let count = 0; count < 3; count++) {
    const one = await asked({ business })
    const stranger = await asked()
    await accept(one)
    await accept(stranger)
    expect((await recordOf(stranger)).chain).toEqual({ sequence: 1, previous_hash: null })
    records.push(await recordOf(one))
  }
  const expected = [null, records[0].hash, records[1].hash].map((previous_hash, index) => ({
    sequence: index + 1,
    previous_hash,
  }))
  expect(records.map(({ chain }) => chain)).toEqual(expected)
})
