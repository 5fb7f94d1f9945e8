// Whether text and controls can be told from their ground, in whatever colour a business has: as the browser computes it.
import type { Page } from 'playwright-core'

export type Variables = Record<string, string>

/**
 * For each set of custom properties, set on the root: what of the page's texts has less contrast than WCAG's AA wants of its
 * size, against the ground that it stands on. Only what changes with the properties is looked at again.
 */
export const faintIn = (page: Page, sets: Variables[]): Promise<string[]> =>
  page.evaluate(given => {
    type Rgba = [number, number, number, number]
    const root = document.documentElement.style
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const known = new Map<string, Rgba>()
    const parse = (colour: string): Rgba => {
      const found = known.get(colour)
      if (found) return found
      if (!canvas) throw new Error('no canvas')
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
      known.set(colour, [r, g, b, a])
      return [r, g, b, a]
    }
    const linear = (part: number) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)
    const luminance = ([r, g, b]: Rgba) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    const ratio = (one: Rgba, other: Rgba) => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
      return (light + 0.05) / (dark + 0.05)
    }
    const groundOf = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (parse(backgroundColor)[3] === 255) return backgroundColor
      }
      return '#ffffff'
    }
    const hasText = (element: Element) =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const texts = [...document.querySelectorAll('body *')].filter(
      element => element.checkVisibility() && hasText(element) && !element.matches('script, option, .hide'),
    )
    const colourOf = (element: Element) => `${getComputedStyle(element).color} on ${groundOf(element)}`
    const first = texts.map(colourOf)
    const set = (variables: Record<string, string>) => {
      for (const [name, value] of Object.entries(variables)) root.setProperty(name, value)
    }
    set({
      '--accent': '#123456',
      '--fill': '#234567',
      '--on-fill': '#345678',
      '--owed': '#456789',
      '--on-owed': '#56789a',
    })
    const tinted = texts.filter((element, at) => colourOf(element) !== first[at])
    const faults: string[] = []
    for (const variables of given) {
      set(variables)
      for (const element of tinted) {
        const { color, fontSize, fontWeight } = getComputedStyle(element)
        const size = Number.parseFloat(fontSize)
        const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
        const contrast = ratio(parse(color), parse(groundOf(element)))
        if (contrast < (large ? 3 : 4.5))
          faults.push(
            `${contrast.toFixed(2)} ${JSON.stringify(variables)}: ${element.outerHTML.slice(0, 80)}`,
          )
      }
    }
    return tinted.length === 0 ? ['nothing wears the colour'] : faults
  }, sets)
