// A business's logo on the pages of its clients: in the place of its initials, of today, at no further trip to the database;
// and nowhere else.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failingDbs } from '../../support/faults.ts'
import { putLogo } from '../../support/pictures/api.ts'
import { jpeg } from '../../support/pictures/jpeg.ts'
import { png } from '../../support/pictures/png.ts'
import { aPortal, type Portal, pagesOf, plant, signed } from '../../support/portal.ts'
import { mailAt, tells } from '../../support/told-of.ts'
import { type Hold, seen } from '../../support/watch.ts'
import { aSentQuote, navigation, open, request, succeeded } from '../../support/world.ts'

let portal: Portal
beforeEach(async () => {
  portal = await aPortal()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Sets the logo; gives its path. */
async function withLogo({ business }: Portal = portal, looks = { width: 640, height: 160 }): Promise<string> {
  const { url } = succeeded(await putLogo(business.api, jpeg(looks), 'image/jpeg')).body
  return new URL(url).pathname
}

const picturesIn = (html: string): string[] => html.match(/<img\b[^>]*>/g) ?? []
const policyOf = ({ headers }: Response) => headers.get('content-security-policy') ?? ''

/** A page's pictures, and what its policy lets it load as one. */
async function shownOn(path: string, response = open(path)) {
  const answer = await response
  const html = await answer.text()
  return {
    ...{ status: answer.status, pictures: picturesIn(html), initials: html.includes('<span class="mark"') },
    allowed: /img-src ([^;]*);/.exec(policyOf(answer))?.[1],
  }
}

const theLogo = (src: string, width = 640, height = 160) => ({
  ...{ pictures: [`<img class="mark" src="${src}" alt="" width="${width}" height="${height}"/>`] },
  ...{ initials: false, allowed: `'self' data:` },
})
const noLogo = { pictures: [], initials: true, allowed: 'data:' }

describe('every page of a client', () => {
  const all = () => [
    ...pagesOf(portal).map(path => [200, path] as const),
    ...['/nothing', '/quotes/nothing', '/history/nothing'].map(path => [404, path] as const),
    [200, '/reminders/stop'] as const,
  ]

  test('shows it once, in the place of the initials, with the ratio by which its place is kept', async () => {
    const src = await withLogo()
    for (const [status, path] of all())
      expect([path, await shownOn(portal.home + path)]).toEqual([path, { status, ...theLogo(src) }])
  })

  test('of a business without one has its initials, and may load nothing of this origin', async () => {
    for (const [status, path] of all())
      expect([path, await shownOn(portal.home + path)]).toEqual([path, { status, ...noLogo }])
  })

  test('of another business never shows it', async () => {
    const other = await aPortal(undefined, { name: 'Sam Field' })
    const src = await withLogo()
    expect(await shownOn(portal.home)).toMatchObject(theLogo(src))
    for (const path of pagesOf(other)) expect(await shownOn(other.home + path), path).toMatchObject(noLogo)
    const theirs = await withLogo(other, { width: 10, height: 20 })
    expect(await shownOn(other.home)).toMatchObject(theLogo(theirs, 10, 20))
    expect(await shownOn(portal.home)).toMatchObject(theLogo(src))
  })

  /** Only the first answer of D1 comes; every other is held until the response is here. */
  const allButTheFirst: Hold = ({ what, nth }) => what !== 'D1 batch' || nth > 0

  test('waits for one trip to the database, with a logo as without', async () => {
    const rows = async (path: string) => {
      const { onTheWay } = await seen(portal.home + path, { headers: navigation }, allButTheFirst)
      expect(onTheWay.map(({ what }) => what)).toEqual(['D1 batch'])
      return onTheWay[0]?.rowsRead ?? Number.NaN
    }
    const before = await rows('')
    await withLogo()
    expect(await rows('')).toBe(before + 1)
    for (const path of pagesOf(portal)) await rows(path)
  })

  test('asks for it without a word of the token: none is in its address, and no referrer is sent', async () => {
    const src = await withLogo()
    expect(src).toMatch(/^\/logos\/[0-9a-f]{64}\.jpg$/)
    expect((await open(portal.home)).headers.get('referrer-policy')).toBe('no-referrer')
    expect((await request(src)).status).toBe(200)
  })
})

describe('what was sent before', () => {
  test('shows today’s: another one, or none', async () => {
    const page = `${portal.home}/quotes/${portal.quote}`
    const first = await withLogo()
    expect(await shownOn(page)).toMatchObject(theLogo(first))
    const second = await withLogo(portal, { width: 100, height: 100 })
    expect(second).not.toBe(first)
    expect(await shownOn(page)).toMatchObject(theLogo(second, 100, 100))
    succeeded(await portal.business.api('DELETE', '/business/logo'))
    expect(await shownOn(page)).toMatchObject(noLogo)
  })

  test('is none of what was signed: the receipt shows it, the file that proves itself does not hold it', async () => {
    const src = await withLogo()
    const quote = await aSentQuote(portal.business, portal.client)
    const page = `${portal.home}/quotes/${quote}`
    expect((await signed(page)).status).toBe(303)
    expect(await shownOn(`${page}/receipt`)).toMatchObject(theLogo(src))
    const file = await (await open(`${page}/receipt.json`)).text()
    const [, payload = ''] = JSON.parse(file).jws.split('.')
    const proved = new TextDecoder().decode(Uint8Array.fromBase64(payload, { alphabet: 'base64url' }))
    expect(proved).toContain('Harbor Roofing')
    expect(file + proved).not.toContain('logo')
  })

  test('a preview shows it to the business, and its policy allows it', async () => {
    const preview = () => {
      const headers = { authorization: `Bearer ${portal.business.key}` }
      return request(`/api/v1/quotes/${portal.quote}/preview`, { headers })
    }
    expect(await shownOn('', preview())).toEqual({ status: 200, ...noLogo })
    const src = await withLogo()
    expect(await shownOn('', preview())).toEqual({ status: 200, ...theLogo(src) })
  })
})

describe('nowhere else', () => {
  test('not on the page for when the database does not answer, though that names the business', async () => {
    await withLogo()
    await plant(portal.token)
    const answer = open(portal.home, { ...env, DB: failingDbs['loses its connection']().DB })
    const html = await (await answer).clone().text()
    expect(html).toContain('Harbor Roofing')
    expect(await shownOn('', answer)).toEqual({ status: 503, ...noLogo })
  })

  test('not where a link is dead, nor on what is open to everybody', async () => {
    await withLogo()
    succeeded(await portal.business.api('DELETE', `/clients/${portal.client}/link`))
    for (const path of [portal.home, '/portal', '/verify', '/nowhere', '/api/v1/docs/business'])
      expect(await shownOn(path), path).toMatchObject({ pictures: [], initials: false, allowed: 'data:' })
  })

  test('not in a mail', async () => {
    await withLogo()
    for (const kind of ['quote_sent', 'invoice_sent', 'new_link'] as const) {
      const about = {
        quote_sent: { quoteId: portal.quote, revision: 1 },
        invoice_sent: { invoiceId: portal.invoice, revision: 1 },
        new_link: {},
      }
      const mail = await mailAt(await tells(portal, kind, about[kind]), '2026-06-01T12:00:00Z')
      expect(mail?.html).toContain('Harbor Roofing')
      expect(mail?.html).not.toMatch(/<img|\/logos\//)
      expect(mail?.text).not.toContain('/logos/')
    }
  })
})

test('any kind of picture is shown by its own address', async () => {
  for (const [file, type, ending] of [
    [await png({ width: 9, height: 3 }), 'image/png', 'png'],
    [jpeg({ width: 9, height: 3 }), 'image/jpeg', 'jpg'],
  ] as const) {
    const { url } = succeeded(await putLogo(portal.business.api, file, type)).body
    expect(url.endsWith(`.${ending}`)).toBe(true)
    expect(await shownOn(portal.home)).toMatchObject(theLogo(new URL(url).pathname, 9, 3))
  }
})
