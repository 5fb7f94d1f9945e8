// A business's logo as a browser sees it: what was taken of a file shows the same picture as the file, a page keeps its place
// while it comes, and the documentation lets one send it.
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { type Bytes, bytes } from '../support/pictures/bytes.ts'
import { adobe, baggage, jpeg } from '../support/pictures/jpeg.ts'
import { png, chunk as pngChunk } from '../support/pictures/png.ts'
import { alph, chunk, flags, riff, vp8, vp8l, vp8x } from '../support/pictures/webp.ts'
import { aPortal, DESKTOP, NARROW, PHONE } from './support/portal.ts'

const world = aPortal()

async function sent(file: Bytes, type: string): Promise<{ url: string; size: number }> {
  const { origin, key } = world.dev()
  const headers = { authorization: `Bearer ${key}`, 'content-type': type }
  const response = await fetch(`${origin}/api/v1/business/logo`, { method: 'PUT', headers, body: file })
  if (response.status !== 200) throw new Error(await response.text())
  return response.json() as Promise<{ url: string; size: number }>
}

afterEach(async () => {
  const { origin, key } = world.dev()
  const headers = { authorization: `Bearer ${key}` }
  await fetch(`${origin}/api/v1/business/logo`, { method: 'DELETE', headers })
})

/** What a browser makes of a file: its size, and every pixel. */
const pixelsOf = (page: Page, file: Uint8Array, type: string): Promise<string> =>
  page.evaluate(
    async ([all, media]) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(all)], { type: media }))
      const { width, height } = picture
      const canvas = new OffscreenCanvas(width, height).getContext('2d')
      canvas?.drawImage(picture, 0, 0)
      return `${width} × ${height}: ${canvas?.getImageData(0, 0, width, height).data.join(' ')}`
    },
    [[...file], type] as const,
  )

const sides = { width: 21, height: 13 }
const text = pngChunk('tEXt', 'Comment\0dropped')
const one = { width: 1, height: 1 }

const files: [what: string, type: string, make: () => Bytes | Promise<Bytes>][] = [
  ...[0, 2, 4, 6].map((colour): [string, string, () => Promise<Bytes>] => [
    `PNG of colour type ${colour}, interlaced, with a comment`,
    'image/png',
    () => png({ ...sides, colour, depth: 8, interlace: 1 }, { head: [text], parts: 3 }),
  ]),
  ['PNG with a palette', 'image/png', () => png({ ...sides, colour: 3, depth: 4 }, { tail: [text] })],
  ['PNG of 16 bits', 'image/png', () => png({ ...sides, depth: 16 })],
  ...[1, 3].map((components): [string, string, () => Bytes] => [
    `JPEG of ${components} components with baggage`,
    'image/jpeg',
    () => jpeg({ ...sides, components }, { head: baggage }),
  ]),
  ['JPEG, progressive', 'image/jpeg', () => jpeg({ ...sides, components: 3, frame: 0xc2 })],
  ['JPEG of four colours', 'image/jpeg', () => jpeg({ ...sides, components: 4 }, { head: [adobe(2)] })],
  ['JPEG in RGB', 'image/jpeg', () => jpeg({ ...sides, components: 3 }, { head: [adobe(0)] })],
  ['WebP, lossy', 'image/webp', () => riff(vp8())],
  [
    'WebP, transparent',
    'image/webp',
    () => riff(vp8x(one, flags.alpha | flags.xmp), alph(), vp8(), chunk('XMP ', 'x')),
  ],
  ['WebP, lossless', 'image/webp', () => bytes(riff(vp8l(sides)), 'behind the end')],
]

describe('what is served of a file', () => {
  test.each(files)('%s: the same size, the same pixels', async (_, type, make) => {
    const file = await make()
    const { url } = await sent(file, type)
    const served = new Uint8Array(await (await fetch(url)).arrayBuffer())
    await world.visit({ javaScriptEnabled: true }, async page => {
      const pixels = await pixelsOf(page, served, type)
      expect(pixels).toMatch(/^\d+ × \d+: (\d+ )+\d+$/)
      expect(pixels).toBe(await pixelsOf(page, file, type))
    })
  })
})

/** Where the logo lies, and what stands beside and below it; in 16ths of a rem, which are pixels where letters are of 16. */
const placesOn = (page: Page) =>
  page.evaluate(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
    return ['.mark', '.brand', '.brand p', 'main', 'h1'].map(selector => {
      const box = (document.querySelector(selector) as Element).getBoundingClientRect()
      const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(side => Math.round(side / rem))
      return { x, y, width, height }
    })
  })

/** A dashboard before its logo has come and after it: what lies where, what was asked for, what the browser complained of. */
async function visited(page: Page, home: string, logo: string) {
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('request', request => requests.push(request.url()))
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(logo, route => released.then(() => route.continue()))
  await page.goto(home, { waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  const before = await placesOn(page)
  release()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img.mark')?.naturalWidth)
  return {
    before,
    after: await placesOn(page),
    complaints,
    requests: requests.filter(url => !/^data:/.test(url)),
  }
}

const styleOf = (page: Page, name: 'objectFit' | 'backgroundColor') =>
  page.evaluate(one => getComputedStyle(document.querySelector('img.mark') as Element)[one], name)

describe('on a page', () => {
  /** `least`, `most`: how wide it may be there. */
  const shapes: [what: string, width: number, height: number, least: number, most: number][] = [
    ['as wide as high', 512, 512, 44, 44],
    ['four times as wide', 400, 100, 96, 144],
    ['very wide', 1024, 16, 96, 144],
    ['very high', 16, 1024, 44, 44],
    ['small', 8, 8, 44, 44],
  ]

  test.each(shapes)(
    'a logo that is %s is at most 2.75rem high and 9rem wide, is not stretched, and moves nothing when it comes',
    async (_, width, height, least, most) => {
      const { url } = await sent(jpeg({ width, height }), 'image/jpeg')
      const [home = ''] = world.dev().portals
      for (const viewport of [NARROW, PHONE, DESKTOP])
        await world.visit({ viewport, javaScriptEnabled: true }, async page => {
          const { before, after, complaints, requests } = await visited(page, home, url)
          expect(after).toEqual(before)
          expect([complaints, requests.sort()]).toEqual([[], [home, url].sort()])
          const [{ width: wide = 0, height: high = 0 } = {}] = after
          expect(high).toBe(44)
          expect(wide).toBeGreaterThanOrEqual(least - 2)
          expect(wide).toBeLessThanOrEqual(most)
          expect(await styleOf(page, 'objectFit')).toBe('scale-down')
        })
    },
  )

  test('lies on white in the dark, too', async () => {
    await sent(jpeg({ width: 100, height: 50 }), 'image/jpeg')
    await world.visit({ colorScheme: 'dark', javaScriptEnabled: true }, async page => {
      await page.goto(world.dev().portals[0] ?? '')
      expect(await styleOf(page, 'backgroundColor')).toBe('rgb(255, 255, 255)')
    })
  })
})

test('the documentation lets one send a file, under its own policy', async () => {
  const { docs, key } = world.dev()
  await world.visit({ viewport: PHONE, javaScriptEnabled: true }, async page => {
    await page.goto(`${docs}/business`)
    await page.getByLabel('Your API key').fill(key)
    const setting = page.locator('#setLogo')
    await setting.getByText('Try it').click()
    const buffer = Buffer.from(jpeg({ width: 30, height: 20 }))
    await setting.getByLabel('File').setInputFiles({ name: 'logo.jpg', mimeType: 'image/jpeg', buffer })
    await setting.getByRole('button', { name: 'Send PUT' }).click()
    const output = setting.locator('output')
    await output.filter({ hasText: 'x-request-id' }).waitFor()
    expect(await output.textContent()).toMatch(
      /^200\n[\s\S]*"media_type": "image\/jpeg",\s+"width": 30,\s+"height": 20/,
    )
  })
})
