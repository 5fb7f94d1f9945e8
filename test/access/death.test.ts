// A link dies at once and everywhere: rotated, revoked, gone with its client, or ended with all of its business's.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { mintToken } from '../../src/access/token.ts'
import { configOf } from '../../src/core/config.ts'
import {
  aPortal,
  bytesOf,
  cacheKey,
  endAllLinks,
  type Portal,
  pagesOf,
  plant,
  promptly,
  rotated,
} from '../support/portal.ts'
import { navigation, open, request, succeeded } from '../support/world.ts'

const deaths: Record<string, (portal: Portal) => Promise<unknown>> = {
  'POST /clients/:id/link/rotate': portal => rotated(portal),
  'DELETE /clients/:id/link': async ({ business, client }) =>
    succeeded(await business.api('DELETE', `/clients/${client}/link`)),
  'DELETE /clients/:id': async ({ business, client }) =>
    succeeded(await business.api('DELETE', `/clients/${client}`)),
  'raising links_from': ({ business }) => endAllLinks(business),
}

const malformed = [
  'x',
  'k2_',
  'k2',
  '...',
  '%00',
  '%E0%A4%A',
  '%3Cscript%3E',
  'k2_%F0%9F%92%A9',
  `k2_${'0'.repeat(39)}`,
  `k2_${'0'.repeat(40)}`,
  `k2_${'0'.repeat(41)}`,
  `k9_${'0'.repeat(40)}`,
  `k0_${'0'.repeat(40)}`,
  `k2_${'a'.repeat(8000)}`,
]

/** The page that everything dead must be, byte for byte. */
const theOne404 = async () => bytesOf(await request(`/portal/k2_${'1'.repeat(40)}`))

const linksInD1 = async () => (await env.DB.prepare('select * from portal_links order by id').all()).results

describe.each(Object.entries(deaths))('%s', (_, die) => {
  test('ends the link with the very next request, on every page, whatever KV says', async () => {
    const portal = await aPortal()
    const one = await theOne404()
    for (const page of pagesOf(portal)) expect((await open(portal.home + page)).status, page).toBe(200)
    await die(portal)
    for (const page of pagesOf(portal)) {
      await plant(portal.token)
      const response = await promptly(portal.home + page, { headers: navigation })
      expect(await bytesOf(response), page).toEqual(one)
      expect(await env.KV.get(await cacheKey(portal.token)), page).toContain('Harbor Roofing')
      const head = await bytesOf(await promptly(portal.home + page, { method: 'HEAD' }))
      expect(head, page).toMatchObject({ status: 404, headers: one.headers, title: '' })
    }
  })

  test('leaves a link that no visit revives, and no sealed copy of it that can be read', async () => {
    const portal = await aPortal()
    await die(portal)
    await plant(portal.token)
    const before = await linksInD1()
    for (const page of pagesOf(portal)) await open(portal.home + page)
    expect(await linksInD1()).toEqual(before)
    const { status, body } = await portal.business.api('GET', `/clients/${portal.client}/link`)
    expect(body.url ?? status).not.toBe(`https://portal.test${portal.home}`)
  })
})

describe('the one 404', () => {
  test('unknown, malformed, rotated, revoked and deleted links have the same status, headers and bytes', async () => {
    const one = await theOne404()
    expect(one.status).toBe(404)
    expect(one.title).toBe('<title>This link is no longer active</title>')
    const unknown = await mintToken(configOf(env))
    expect(await bytesOf(await request(`/portal/${unknown}`))).toEqual(one)
    for (const token of malformed)
      expect(await bytesOf(await request(`/portal/${token}`)), token).toEqual(one)
    for (const [how, die] of Object.entries(deaths)) {
      const portal = await aPortal()
      await die(portal)
      expect(await bytesOf(await open(portal.home)), how).toEqual(one)
    }
  })

  test('whatever is asked under a dead token, and however, the answer is the same', async () => {
    const portal = await aPortal()
    await rotated(portal)
    const one = await theOne404()
    const paths = [
      ...pagesOf(portal),
      '/',
      '/history/nothing',
      '/quotes',
      '/quotes/x',
      `/quotes/${portal.invoice}`,
      `/quotes/${portal.quote}/acceptance`,
      `/quotes/${portal.quote}/receipt.json`,
      '/reminders/stop',
      '/history/accepted?from=1-quo_00000000000000000000000000',
    ]
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        expect(await bytesOf(await request(portal.home + path, { method })), `${method} ${path}`).toEqual(one)
      }
    }
  })

  test('it says nothing about any business', async () => {
    const portal = await aPortal()
    await rotated(portal)
    const body = await (await open(portal.home)).text()
    for (const word of [
      'Harbor',
      '555-0142',
      'harbor.example',
      'Dana',
      'New roof',
      portal.token,
      portal.quote,
    ]) {
      expect(body).not.toContain(word)
    }
  })
})
