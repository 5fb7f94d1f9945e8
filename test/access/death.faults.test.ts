// The database or the cache on a bad day: no door opens, no page breaks, and only the 503 page may name a business.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { counted, failingDbs, kvFails, kvHangs, withKv } from '../support/faults.ts'
import {
  aPortal,
  bytesOf,
  cacheKey,
  type Portal,
  pagesOf,
  plant,
  promptly,
  rotated,
  whereabouts,
} from '../support/portal.ts'
import { navigation, open, request, textOf } from '../support/world.ts'

/** A person's patience of ten seconds passes at once; what is waited for otherwise takes its time. */
function hurry() {
  const wait = globalThis.setTimeout.bind(globalThis)
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, ms: number) =>
    wait(done, Math.min(ms, 20))) as typeof setTimeout)
}

beforeEach(() => {
  hurry()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const visit = (path: string, bindings = env) => promptly(path, { headers: navigation }, bindings)

/** The answer, unless it is longer in coming than everything that `hurry` shortens. */
const inTime = (response: Promise<Response>): Promise<Response | 'no answer'> =>
  Promise.race([response, scheduler.wait(3_000).then(() => 'no answer' as const)])

/** What only a portal's pages and the business's own records know. */
const secrets = ({ quote, invoice }: Portal) => [
  ...['Dana', 'New roof', 'Roof repair', '$300', 'Q-2', 'INV-2', 'office@harbor.example'],
  ...[quote, invoice],
]

describe.each(Object.entries(failingDbs))('a database that %s', (_, failing) => {
  test('gives a 503 page that names the business and its phone where the cache knows them', async () => {
    const portal = await aPortal()
    await plant(portal.token)
    for (const page of ['', `/invoices/${portal.client}`]) {
      const response = await visit(portal.home + page, failing())
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      const text = await textOf(response)
      expect(text).toContain('Harbor Roofing')
      expect(text).toContain('(207) 555-0142')
      for (const word of secrets(portal)) expect(text).not.toContain(word)
    }
  })

  test('gives a 503 page that says nothing of any business where the cache knows none', async () => {
    const portal = await aPortal()
    await env.KV.delete(await cacheKey(portal.token))
    const html = await (await visit(portal.home, failing())).text()
    for (const word of [...secrets(portal), 'Harbor', '555-0142']) expect(html).not.toContain(word)
    const unknown = await bytesOf(await visit(`/portal/k0_${'0'.repeat(40)}`, failing()))
    expect(unknown.status).toBe(503)
    expect(unknown.title).toBe(/<title>.*<\/title>/.exec(html)?.[0])
  })

  test('answers every page with the same words, and changes nothing', async () => {
    const portal = await aPortal()
    await plant(portal.token)
    const first = await textOf(await visit(portal.home, failing()))
    for (const page of pagesOf(portal)) {
      expect(await textOf(await visit(portal.home + page, failing())), page).toBe(first)
      expect((await promptly(portal.home + page, { method: 'HEAD' }, failing())).status, page).toBe(503)
    }
    expect((await open(portal.home)).status).toBe(200)
  })

  test('still refuses a token that was never made here with the one 404', async () => {
    const one = await bytesOf(await request('/portal/nothing'))
    const forged = `k2_${'0'.repeat(40)}`
    expect(await bytesOf(await visit(`/portal/${forged}`, failing()))).toEqual(one)
  })

  test('with a cache that fails or hangs as well still gets its 503 page, without a name', async () => {
    const portal = await aPortal()
    await plant(portal.token)
    for (const bindings of [kvFails(failing()), kvHangs(failing())]) {
      const response = await inTime(visit(portal.home, bindings))
      expect(response).not.toBe('no answer')
      const html = await (response as Response).text()
      expect((response as Response).status).toBe(503)
      expect(html).not.toContain('Harbor')
    }
  }, 15_000)
})

describe('a cache', () => {
  const lies: Record<string, unknown> = {
    'no JSON': 'not json {',
    'a text': '"Harbor"',
    'a number': '5',
    null: 'null',
    'a list': '[]',
    'an empty object': '{}',
    'a name that is an object': { ...whereabouts, name: { toString: 'x' } },
    'no name': { ...whereabouts, name: null },
    'a phone that is a number': { ...whereabouts, phone: 5 },
    'markup for a name': { ...whereabouts, name: '<script>alert(1)</script>' },
    'markup for a phone': { ...whereabouts, phone: '"><script>alert(1)</script>' },
    'another home': { ...whereabouts, home: 'elsewhere' },
    'another business': {
      home: 'main',
      name: 'Evil Roofing',
      phone: '(666) 000-0000',
      email: 'evil@evil.example',
    },
  }

  test.each(Object.entries(lies))('that holds %s opens nothing and breaks no page', async (_, lie) => {
    const portal = await aPortal()
    const honest = await textOf(await open(portal.home))
    await plant(portal.token, lie)
    expect(await textOf(await open(portal.home))).toBe(honest)

    await plant(portal.token, lie)
    const unavailable = await visit(portal.home, failingDbs['loses its connection']())
    expect(unavailable.status).toBe(503)
    expect(await unavailable.text()).not.toContain('<script>alert')

    await rotated(portal)
    await plant(portal.token, lie)
    expect((await open(portal.home)).status).toBe(404)
  })

  test('that lied is told the truth by the next visit', async () => {
    const portal = await aPortal()
    await plant(portal.token, lies['another business'])
    await open(portal.home)
    expect(await env.KV.get(await cacheKey(portal.token), 'json')).toEqual(whereabouts)
  })

  test('that fails stands in the way of no page, no rotation and no revocation', async () => {
    const portal = await aPortal()
    for (const page of pagesOf(portal)) expect((await visit(portal.home + page, kvFails())).status).toBe(200)
    const failing = kvFails()
    const headers = { authorization: `Bearer ${portal.business.key}` }
    const link = `/api/v1/clients/${portal.client}/link`
    const rotation = await request(`${link}/rotate`, { method: 'POST', headers }, failing)
    expect(rotation.status).toBe(200)
    expect((await request(link, { method: 'DELETE', headers }, failing)).status).toBe(204)
    expect((await open(portal.home)).status).toBe(404)
  })

  test('that hangs is waited for by no page', async () => {
    const portal = await aPortal()
    for (const page of pagesOf(portal)) {
      const response = await inTime(visit(portal.home + page, kvHangs()))
      expect((response as Response).status, page).toBe(200)
    }
  })

  test('that forgets is filled again; one that holds the truth is not written to', async () => {
    const portal = await aPortal()
    await env.KV.delete(await cacheKey(portal.token))
    await open(portal.home)
    expect(await env.KV.get(await cacheKey(portal.token), 'json')).toEqual(whereabouts)
    const { bindings, calls } = counted()
    await open(portal.home, bindings)
    expect(calls.kv).toBe(1)
  })

  test('is never filled for a token that opens nothing', async () => {
    const portal = await aPortal()
    await open(portal.home)
    await rotated(portal)
    await open(portal.home)
    await open(`/portal/k0_${'0'.repeat(40)}`)
    expect((await env.KV.list()).keys).toEqual([])
  })

  test('that hears of a death too late is asked for nothing but the 503 page', async () => {
    const portal = await aPortal()
    await rotated(portal)
    const put = vi.fn()
    await plant(portal.token)
    expect((await open(portal.home, withKv({ put }))).status).toBe(404)
    expect(put).not.toHaveBeenCalled()
  })
})
