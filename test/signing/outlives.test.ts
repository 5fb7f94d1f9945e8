// Access ends at once, proof does not; and the secret of a link stands in nothing that is kept of a signature.
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { accept, acceptance, asked, batches, decline } from '../support/answers.ts'
import { dump } from '../support/dump.ts'
import { withRows } from '../support/faults.ts'
import { mailOf } from '../support/mails.ts'
import { findings } from '../support/scanner.ts'
import { open, request, succeeded } from '../support/world.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('a record that stands beside another quote, or tells of it otherwise, draws no receipt', async () => {
  const [one, two] = [await asked(), await asked()]
  await accept(one)
  await accept(two)
  expect((await open(`${one.at}/receipt`)).status).toBe(200)
  const jwsOf = async (quote: string) =>
    (await env.DB.prepare('select jws from signature_records where document_id = ?')
      .bind(quote)
      .first('jws')) as string
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const lie of [
    { jws: await jwsOf(two.quote) },
    { signedName: 'Mallory' },
    { poNumber: 'PO 666' },
    { decidedAt: 1 },
  ]) {
    const response = await open(`${one.at}/receipt`, withRows(lie))
    expect([Object.keys(lie), response.status]).toEqual([Object.keys(lie), 500])
    expect(await response.text()).not.toMatch(/Mallory|PO 666|Electronic signature/)
  }
})

const deaths: [string, string, string][] = [
  ['the client is deleted', 'DELETE', ''],
  ['the link is revoked', 'DELETE', '/link'],
  ['the link is rotated', 'POST', '/link/rotate'],
]

test.each(deaths)(
  'after %s, the API serves the same evidence, it verifies, and the portal is shut',
  async (_, method, below) => {
    const one = await asked()
    await accept(one)
    const evidence = async () =>
      (
        await request(`/api/v1/quotes/${one.quote}/evidence`, {
          headers: { authorization: `Bearer ${one.business.key}` },
        })
      ).text()
    const before = await evidence()
    expect(await (await request(`${one.at}/receipt.json`)).text()).toBe(before)
    succeeded(await one.business.api(method, `/clients/${one.client}${below}`))
    expect(await evidence()).toBe(before)
    for (const path of ['', '/receipt', '/receipt.json'])
      expect((await request(one.at + path)).status, path).toBe(404)
    const verified = await request('/verify', { method: 'POST', body: before })
    expect(verified.status).toBe(200)
    const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
    expect(body).toMatchObject({ status: 'accepted', decision: { by: 'client', name: 'Dana Whitfield' } })
  },
)

test('no token stands in a record, a message, the trail, D1, KV or a log, whatever was answered and went wrong', async () => {
  const logged: string[] = []
  for (const method of ['error', 'log', 'warn', 'info'] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void logged.push(JSON.stringify(said)))
  const one = await asked()
  const other = await asked({ business: one.business })
  const failing = batches(async () => {
    throw new Error('D1_ERROR: Network connection lost.')
  })
  expect((await accept(one, {}, failing)).status).toBe(503)
  expect((await accept(one, { signature: '' })).status).toBe(422)
  const referred = { referer: `https://portal.test${one.home}`, 'user-agent': 'Phone' }
  const body = new URLSearchParams(acceptance(one))
  expect((await request(`${one.at}/acceptance`, { method: 'POST', body, headers: referred })).status).toBe(
    303,
  )
  expect((await decline(other, { note: 'No' })).status).toBe(303)
  for (const path of ['', '/receipt', '/receipt.json']) await open(one.at + path)
  const { keys } = await env.KV.list()
  const values = await Promise.all(keys.map(({ name }) => env.KV.get(name)))
  const toBusiness = await mailOf('quote_accepted')
  const texts = {
    D1: JSON.stringify(await dump()),
    KV: JSON.stringify([keys, values]),
    logs: logged.join('\n'),
    evidence: await (await request(`${one.at}/receipt.json`)).text(),
    payload: atob(
      JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
        .jws.split('.')[1]
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
    ),
    trail: JSON.stringify((await one.business.api('GET', '/audit')).body),
    messages: JSON.stringify((await one.business.api('GET', '/messages')).body),
    mail: JSON.stringify(toBusiness),
  }
  expect(logged).not.toEqual([])
  expect(keys).not.toEqual([])
  const [secret, others] = [one, other].map(({ token }) => token.slice(3, 35))
  expect(findings(texts, { token: secret ?? '', 'other token': others ?? '' })).toEqual([])
})
