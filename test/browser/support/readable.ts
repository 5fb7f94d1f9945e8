// Whether text can be read on a screenshot: contrast as it is drawn, whatever a browser made of the colours.
import type { Page } from 'playwright-core'

/**
 * Texts whose ink reaches less than `least` (WCAG's contrast) against what it stands on. The commonest colour of a text's
 * box is its ground, and the colour that differs most from it its ink. The page needs JavaScript.
 */
export async function faintTexts(page: Page, least = 4.5): Promise<string[]> {
  const picture = (await page.screenshot({ fullPage: true })).toString('base64')
  return page.evaluate(
    async ([data, wanted]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
        willReadFrequently: true,
      })
      canvas?.drawImage(image, 0, 0)
      const linear = (part: number) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)
      const luminance = (pixel: number) =>
        0.2126 * linear(pixel & 255) +
        0.7152 * linear((pixel >> 8) & 255) +
        0.0722 * linear((pixel >> 16) & 255)
      const ratio = (one: number, other: number) =>
        (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

      const contrastIn = ({ x, y, width, height }: DOMRect): number => {
        const drawn = canvas?.getImageData(x, y, Math.max(1, width), Math.max(1, height)).data.buffer
        const tally = new Map<number, number>()
        // Four bytes each, red first, on the little-endian machines that browsers run on.
        for (const pixel of new Uint32Array(drawn ?? new ArrayBuffer(0)))
          tally.set(pixel, (tally.get(pixel) ?? 0) + 1)
        const [ground] = [...tally].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])
        return Math.max(...[...tally.keys()].map(pixel => ratio(luminance(pixel), luminance(ground))))
      }

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const faint: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (!node.textContent?.trim() || box.width < 2) continue
        const contrast = contrastIn(box)
        if (contrast < wanted) faint.push(`${contrast.toFixed(1)}: ${node.textContent.trim().slice(0, 60)}`)
      }
      return faint
    },
    [picture, least] as const,
  )
}
