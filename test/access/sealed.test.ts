// The sealed copy of a token opens for its own link alone, under the key that sealed it, unchanged to the bit.
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openToken, sealToken } from '../../src/access/sealed.ts'
import { mintToken } from '../../src/access/token.ts'
import { configOf, readConfig } from '../../src/core/config.ts'
import { composeMail } from '../../src/mails.tsx'
import { aPortal } from '../support/portal.ts'
import { aBusiness } from '../support/world.ts'

const config = configOf(env)
const link = { id: 'lnk_1', businessId: 'biz_1', clientId: 'cli_1' }

test('a sealed copy gives the token back, and never looks the same twice', async () => {
  const token = await mintToken(config)
  const [one, other] = [await sealToken(config, link, token), await sealToken(config, link, token)]
  expect(one).toMatch(/^k2:[A-Za-z0-9+/]+=*$/)
  expect(one).not.toBe(other)
  expect(await openToken(config, link, one)).toBe(token)
  expect(await openToken(config, link, other)).toBe(token)
})

test.each([
  ['link', { ...link, id: 'lnk_2' }],
  ['business', { ...link, businessId: 'biz_2' }],
  ['client', { ...link, clientId: 'cli_2' }],
  ['link, with its client’s id moved over', { ...link, id: 'cli_1 lnk_1', clientId: '' }],
])('a copy of another %s does not open', async (_, other) => {
  const sealed = await sealToken(config, link, await mintToken(config))
  expect(await openToken(config, other, sealed)).toBeUndefined()
})

test('a copy with any bit changed does not open', async () => {
  const sealed = await sealToken(config, link, await mintToken(config))
  const bytes = Uint8Array.from(atob(sealed.slice(3)), letter => letter.charCodeAt(0))
  const refused = async (at: number, bit: number) => {
    const changed = bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))
    const text = `k2:${btoa(String.fromCharCode(...changed))}`
    expect(await openToken(config, link, text)).toBeUndefined()
  }
  const at = fc.integer({ min: 0, max: bytes.length - 1 })
  await fc.assert(fc.asyncProperty(at, fc.integer({ min: 0, max: 7 }), refused), { numRuns: 300 })
})

test.each([
  '',
  'k2',
  'k2:',
  'k2:x',
  'k2:AAAA',
  'k9:AAAA',
  ':',
  'k0:AAAA',
  `k2:${btoa('x'.repeat(80))}`,
  'k2:%%%%',
])('what is no copy does not open: %j', async text => {
  expect(await openToken(config, link, text)).toBeUndefined()
})

test('a copy does not open under another key, nor after its key was retired', async () => {
  const sealed = await sealToken(config, link, await mintToken(config))
  const [, box] = sealed.split(':')
  expect(await openToken(config, link, `k1:${box}`)).toBeUndefined()
  const retired = readConfig({ ...env, LINK_KEYS: `k1:${btoa('1'.repeat(32))},k2` })
  expect(await openToken(retired, link, sealed)).toBeUndefined()
})

test('copies swapped between rows give nobody’s link away', async () => {
  const business = await aBusiness()
  const [one, other] = [await aPortal(business), await aPortal(business)]
  const sealedOf = (client: string) =>
    env.DB.prepare('select sealed from portal_links where client_id = ?').bind(client).first<string>('sealed')
  const put = (client: string, sealed: string | null) =>
    env.DB.prepare('update portal_links set sealed = ? where client_id = ?').bind(sealed, client).run()
  const [first, second] = [await sealedOf(one.client), await sealedOf(other.client)]
  await put(one.client, second)
  await put(other.client, first)
  for (const { client } of [one, other]) {
    const answer = await business.api('GET', `/clients/${client}/link`)
    expect(answer.status).toBe(409)
    expect(JSON.stringify(answer.body)).not.toContain('/portal/')
    const { results } = await env.DB.prepare('select id from messages where client_id = ?')
      .bind(client)
      .all<{ id: string }>()
    expect(results).toHaveLength(2)
    for (const { id } of results) expect(await composeMail(env.DB, config, id)).toBeUndefined()
  }
})
