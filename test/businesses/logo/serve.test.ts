// GET /logos/{file}: the bytes that were taken, with headers by which nothing of them can run; anything else is the plain 404.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dump } from '../../support/dump.ts'
import { counted, failingDbs } from '../../support/faults.ts'
import { putLogo } from '../../support/pictures/api.ts'
import { kinds, pictureIn } from '../../support/pictures/kinds.ts'
import { png } from '../../support/pictures/png.ts'
import { saidBy } from '../../support/routes.ts'
import { type Seen, seen } from '../../support/watch.ts'
import { aBusiness, type Business, request, succeeded, unlimited } from '../../support/world.ts'

let business: Business
beforeEach(async () => {
  business = await aBusiness()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const pathOf = (url: string): string => new URL(url).pathname
const aLogo = async (looks = {}): Promise<string> =>
  pathOf(succeeded(await putLogo(business.api, await png(looks))).body.url)

const asked = ({ onTheWay, after }: Seen): string[] => [...onTheWay, ...after].map(({ what }) => what)
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('a logo', () => {
  test.each(Object.entries(kinds))('%s: its bytes and its type', async (_, { type, file }) => {
    const { body } = succeeded(await putLogo(business.api, await file(), type))
    const response = await request(pathOf(body.url))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(await bytesOf(response)).toEqual((await pictureIn(type, file())).bytes)
  })

  test('may be kept for good, is shown by our own pages alone, runs nothing, and is found by nobody', async () => {
    const { headers } = await request(await aLogo())
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'",
      'x-robots-tag': 'noindex',
    })
  })

  test('HEAD says the same without the bytes', async () => {
    const path = await aLogo()
    const [get, head] = [await request(path), await request(path, { method: 'HEAD' })]
    expect([head.status, [...head.headers]]).toEqual([get.status, [...get.headers]])
    expect([(await bytesOf(get)).length, (await bytesOf(head)).length]).toEqual([(await png()).length, 0])
  })

  test('of 100 KB comes as it went', async () => {
    const noisy = crypto.getRandomValues(new Uint8Array(60_000))
    const rows = new Uint8Array(300 * (1 + 250 * 1))
    rows.set(noisy, 1)
    for (let at = 0; at < rows.length; at += 251) rows[at] = 0
    const packed = new Response(new Response(rows).body?.pipeThrough(new CompressionStream('deflate')))
    const file = await png({ width: 250, height: 300, colour: 0 }, { pixels: await bytesOf(packed) })
    expect(file.length).toBeGreaterThan(59_000)
    const { body } = succeeded(await putLogo(business.api, file))
    expect(await bytesOf(await request(pathOf(body.url)))).toEqual(file)
  })

  test('costs one trip to the database and changes nothing', async () => {
    const path = await aLogo()
    const before = await dump()
    const { bindings, calls } = counted(unlimited)
    for (const method of ['GET', 'HEAD']) expect((await request(path, { method }, bindings)).status).toBe(200)
    expect(calls).toEqual({ d1: 2, kv: 0 })
    expect(await dump()).toEqual(before)
  })

  test('is gone when its business removes it, though another has the same picture', async () => {
    const path = await aLogo()
    const other = await aBusiness()
    succeeded(await putLogo(other.api, await png()))
    succeeded(await business.api('DELETE', '/business/logo'))
    expect((await request(path)).status).toBe(404)
    const { logo_url } = succeeded(await other.api('GET', '/business')).body
    expect((await request(new URL(logo_url).pathname)).status).toBe(200)
  })
})

describe('what is no logo', () => {
  const hash = 'a'.repeat(64)
  const nowhere = async () => saidBy(await request('/nowhere'))

  test('unknown, replaced or removed: the plain 404 after one read', async () => {
    const replaced = await aLogo()
    const removed = await aLogo({ width: 2 })
    succeeded(await business.api('DELETE', '/business/logo'))
    for (const path of [`/logos/${hash}.png`, replaced, removed, removed.replace('.png', '.webp')]) {
      const answer = await seen(path)
      expect(answer.response.status, path).toBe(404)
      expect(asked(answer), path).toEqual(['D1 batch'])
      expect({ ...(await saidBy(await request(path))), body: '' }, path).toEqual({
        ...(await nowhere()),
        body: '',
      })
      expect(answer.body, path).toContain('There is no page here')
      expect(answer.response.headers.get('cache-control'), path).toBe('no-store')
    }
  })

  test('under another ending: the plain 404', async () => {
    const path = await aLogo()
    for (const ending of ['jpg', 'webp'])
      expect((await request(path.replace('png', ending))).status).toBe(404)
  })

  test.each([
    ...['', '/', '/x', '/logo.png', '/%2e%2e%2fhealth', '/%00', '/%ff', '/*', '/:file'],
    ...[
      `/${hash}`,
      `/${hash}.`,
      `/${hash}.gif`,
      `/${hash}.svg`,
      `/${hash}.PNG`,
      `/${hash}.png.png`,
      `/${hash}.jpeg`,
    ],
    ...[`/${hash.toUpperCase()}.png`, `/${hash.slice(1)}.png`, `/${hash}a.png`, `/${'g'.repeat(64)}.png`],
    ...[
      `/x/${hash}.png`,
      `/${hash}.png/x`,
      `/${hash}%2Fx.png`,
      `/${hash}.png%00`,
      `/${hash}.png%0a`,
      `/ ${hash}.png`,
    ],
    ...[`/'or'1'='1.png`, `/${'a'.repeat(10_000)}.png`, `/%F0%9F%92%A9.png`, `//${hash}.png`],
  ])('“/logos%s” is answered without any storage', async path => {
    const answer = await seen(`/logos${path}`)
    expect(answer.response.status).toBe(404)
    expect(asked(answer)).toEqual([])
  })

  test('other methods find nothing', async () => {
    const path = await aLogo()
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await request(path, { method })).status, method).toBe(404)
  })

  test('while the database does not answer: 503, which nobody keeps', async () => {
    const path = await aLogo()
    const answer = await request(path, {}, { ...unlimited, DB: failingDbs['loses its connection']().DB })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store'])
  })
})
