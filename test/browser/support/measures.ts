// What is measured of a page in a browser: each gives the things that are not as they should be.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { CDPSession, Page, Response } from 'playwright-core'

const onColour = ['color-contrast', 'link-in-text-block']

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const
export type Look = keyof typeof looks

/** Violations of the rules of axe: of all of them in light, and of those on colour in the others, for the rest is the same. */
export async function axeFaults(page: Page, asked: readonly Look[]): Promise<string[]> {
  const faults: string[] = []
  for (const look of asked) {
    await page.emulateMedia(looks[look])
    const found = await violations(page, look === 'light' ? undefined : onColour)
    faults.push(...found.map(fault => `${fault}, ${look}`))
  }
  await page.emulateMedia(looks.light)
  return faults
}

type Loaded = { axe: typeof axe }

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const withAxe = new WeakSet<Page>()

/** Loads axe into a page, and into each that it will open: to send it to each anew would take as long as half of its rules. */
async function loadAxe(page: Page): Promise<void> {
  if (!withAxe.has(page)) await page.addInitScript({ content: source })
  withAxe.add(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
}

/** Violations of those rules of axe, by their names or by tags such as `wcag2a`; of all its rules where none are named. */
export async function violations(page: Page, only?: string[]): Promise<string[]> {
  // To report what holds would take longer than all of its rules.
  const options: RunOptions = { resultTypes: ['violations'], ...(only && { runOnly: only }) }
  await loadAxe(page)
  const found = await page.evaluate(given => (globalThis as unknown as Loaded).axe.run(given), options)
  return found.violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html}`)
}

/** From the narrowest phone to a wide screen; 320 px are 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10). */
const SIZES = [
  [320, 256],
  [320, 640],
  [360, 780],
  [768, 1024],
  [1280, 900],
  [2560, 1440],
] as const

/** Sizes at which the page is wider than the window, something of it is cut, or too small to be read or touched. */
export async function windowFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [width, height] of SIZES) {
    await resize(page, { width, height })
    const found = [...(await overflows(page)), ...(await sizeFaults(page))]
    faults.push(...found.map(fault => `${fault} at ${width} x ${height} px`))
  }
  await resize(page)
  return faults
}

const sessions = new WeakMap<Page, CDPSession>()

/** Makes the window of another size by the browser's own protocol, in a third of the time that Playwright takes; without one, as it was. */
async function resize(page: Page, size = page.viewportSize()): Promise<void> {
  if (!size) throw new Error('the page is as large as its window')
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false })
}

/** That the page scrolls sideways, and texts that are cut by the box that they stand in. */
export const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter(element => {
      const { overflowX, clipPath } = getComputedStyle(element)
      const clips = overflowX !== 'visible' && clipPath === 'none' && element.checkVisibility()
      return (
        clips && !element.matches('textarea, input, select') && element.scrollWidth > element.clientWidth + 1
      )
    })
    const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : []
    return [...wide, ...cut.map(({ outerHTML }) => `cut: ${outerHTML.slice(0, 80)}`)]
  })

/** What overflows on a narrow phone when a reader sets the spaces between letters, words, lines and paragraphs (WCAG 2.2, 1.4.12). */
export async function spacingFaults(page: Page): Promise<string[]> {
  const adopt = (rules: string) =>
    page.evaluate(text => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets = [sheet]
    }, rules)
  await resize(page, { width: 320, height: 640 })
  await adopt(SPACED)
  const faults = (await overflows(page)).map(fault => `${fault}, spaced out`)
  await adopt('')
  await resize(page)
  return faults
}

const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`

/** Text under 16 px, and what is to be touched under 44 px; a box and a radio are touched by their labels. */
export const sizeFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect()
    const isShown = (element: Element) => element.checkVisibility() && boxOf(element).width > 1
    const hasText = (element: Element) =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const small = [...document.querySelectorAll('body *')]
      .filter(element => isShown(element) && hasText(element))
      .filter(element => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
    const touched = (element: Element) =>
      element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element
    const narrow = [...document.querySelectorAll('a, button, input, textarea, select, summary')]
      .filter(isShown)
      .map(touched)
      .filter(element => Math.min(boxOf(element).height, boxOf(element).width) < 44)
    return [...new Set([...small, ...narrow])].map(element => element.outerHTML.slice(0, 120))
  })

/** Ids that stand twice, and what points to a place that is not there. */
export const htmlFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)]
    const ids = all('[id]').map(({ id }) => id)
    const doubles = ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `id ${id} twice`)
    const pointers = ['for', 'aria-describedby', 'aria-labelledby'].flatMap(name =>
      all(`[${name}]`).flatMap(element => (element.getAttribute(name) ?? '').split(' ')),
    )
    const anchors = all('a[href^="#"]').map(link => link.getAttribute('href')?.slice(1) ?? '')
    const lost = [...pointers, ...anchors].filter(id => !ids.includes(id)).map(id => `nothing is ${id}`)
    const fields = all('input:not([type=hidden]), textarea, select') as HTMLInputElement[]
    const mute = fields.filter(({ labels }) => labels?.length !== 1).map(({ outerHTML }) => outerHTML)
    return [...doubles, ...lost, ...mute]
  })

/** Start tags that a browser had to close, move or make up. */
export async function markupFaults(page: Page, html: string): Promise<string[]> {
  const parsed = await page.evaluate(text => {
    const tally: Record<string, number> = {}
    for (const { localName } of new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*'))
      tally[localName] = (tally[localName] ?? 0) + 1
    return tally
  }, html)
  const bare = html.replace(/<(style|script|textarea|title)\b([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2></$1>')
  const written: Record<string, number> = {}
  for (const [, name = ''] of bare.matchAll(/<([a-z][a-z0-9]*)[\s/>]/g))
    written[name] = (written[name] ?? 0) + 1
  return [...new Set([...Object.keys(parsed), ...Object.keys(written)])]
    .filter(name => parsed[name] !== written[name])
    .map(name => `<${name}> is written ${written[name] ?? 0} times, the browser sees ${parsed[name] ?? 0}`)
}

export async function bytesOf(response: Response): Promise<{ html: string; plain: number; sent: number }> {
  const body = await response.body()
  const headers = JSON.stringify(await response.allHeaders()).length
  return { html: body.toString(), plain: body.length, sent: gzipSync(body).length + headers }
}
