// Pictures of pages, to be looked at and to be compared with: a phone and a desktop, light and dark, side by side in one
// small file.
import type { Page } from 'playwright-core'

const WIDTHS = [
  { width: 360, scale: 0.5 },
  { width: 1280, scale: 0.35 },
] as const

/** No page is shown further down than that, in px. */
const TALLEST = 2600
const QUALITY = 0.45
/** In px; as tall at least. */
const SHEET = { width: 1316, height: 400 }

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

/**
 * A page in its four views, as WebP: put together on a canvas of the page itself, because a browser that has much to do now and
 * then refuses a screenshot of a page that was made for it.
 */
export async function pictureOf(page: Page, url: string): Promise<Buffer> {
  const views: { png: string; scale: number }[] = []
  for (const { width, scale } of WIDTHS)
    for (const png of await shots(page, url, width)) views.push({ png, scale })
  const webp = await page.evaluate(
    async ({ given, gap, sheet, quality }) => {
      const images = await Promise.all(
        given.map(async ({ png, scale }) => {
          const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0))
          const image = await createImageBitmap(new Blob([bytes]))
          return { image, width: image.width * scale, height: image.height * scale }
        }),
      )
      const tallest = Math.max(...images.map(({ height }) => height))
      const canvas = new OffscreenCanvas(sheet.width, Math.max(sheet.height, Math.round(tallest + 2 * gap)))
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#8a8a8a'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.imageSmoothingQuality = 'high'
      let left = gap
      for (const { image, width, height } of images) {
        context.drawImage(image, left, gap, width, height)
        left += width + gap
      }
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
    },
    { given: views, gap: 8, sheet: SHEET, quality: QUALITY },
  )
  return Buffer.from(webp, 'base64')
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
