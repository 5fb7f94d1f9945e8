// Pictures of pages, to be looked at and to be compared with: a phone and a desktop, light and dark, side by side in one
// small file.
import type { Browser, Page } from 'playwright-core'

const WIDTHS = [
  { width: 360, scale: 0.5 },
  { width: 1280, scale: 0.35 },
] as const

/** No page is shown further down than that, in px. */
const TALLEST = 2600
const QUALITY = 45

/** Of one face everywhere, whatever the system's own is; Arial has the same widths. */
const FACE = ':root { font-family: "Liberation Sans", Arial, Helvetica, sans-serif }'

/** A page at a width in light and in dark, from its top to its end, as PNG in base64. */
async function shots(page: Page, url: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(url)
  await page.evaluate(face => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(face)
    document.adoptedStyleSheets = [sheet]
  }, FACE)
  const taken: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) }
    taken.push((await page.screenshot({ fullPage: true, clip })).toString('base64'))
  }
  return taken
}

/** A page in its four views, as WebP. */
export async function pictureOf(browser: Browser, page: Page, url: string): Promise<Buffer> {
  const images: string[] = []
  for (const { width, scale } of WIDTHS)
    for (const taken of await shots(page, url, width))
      images.push(`<img src="data:image/png;base64,${taken}" width="${width * scale}">`)
  const sheet = await browser.newPage({ viewport: { width: 1316, height: 400 } })
  try {
    await sheet.setContent(
      `<body style="margin:8px;background:#8a8a8a"><div style="display:flex;gap:8px;align-items:start">${images.join('')}</div>`,
    )
    const height = await sheet.evaluate(() => document.documentElement.scrollHeight)
    await sheet.setViewportSize({ width: 1316, height })
    const session = await sheet.context().newCDPSession(sheet)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
    return Buffer.from(data, 'base64')
  } finally {
    await sheet.close()
  }
}

/**
 * How far two pictures are from each other: the share of their squares of 8 px that differ in the mean by more than a
 * twentieth of the way from black to white; 1 where they are not of one size.
 */
export const differenceOf = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async ([first, second]) => {
      const SQUARE = 8
      const APART = 255 / 20
      const read = async (data: string) => {
        const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes]))
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
        canvas?.drawImage(image, 0, 0)
        const pixels = canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
        return { width: image.width, height: image.height, pixels }
      }
      const [a, b] = [await read(first), await read(second)]
      if (a.width !== b.width || Math.abs(a.height - b.height) > SQUARE) return 1
      const height = Math.min(a.height, b.height)
      let [squares, different] = [0, 0]
      for (let top = 0; top + SQUARE <= height; top += SQUARE)
        for (let left = 0; left + SQUARE <= a.width; left += SQUARE, squares++) {
          const sums = [0, 0, 0]
          for (let y = top; y < top + SQUARE; y++)
            for (let x = left; x < left + SQUARE; x++)
              for (const part of [0, 1, 2]) {
                const at = (y * a.width + x) * 4 + part
                sums[part] = (sums[part] ?? 0) + (a.pixels[at] ?? 0) - (b.pixels[at] ?? 0)
              }
          if (sums.some(sum => Math.abs(sum) / SQUARE ** 2 > APART)) different++
        }
      return different / squares
    },
    [one.toString('base64'), other.toString('base64')] as const,
  )
