// Every message of the gallery as HTML: valid, made of what mail clients know, and good to read in a real browser at each
// width, in the light, and where a client turns it dark by itself.
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launched } from './support/browser.ts'
import { everyLetter } from './support/gallery.ts'
import { clientsWithout, featuresOf, unsupportedIn } from './support/mail-clients.ts'
import { violations } from './support/measures.ts'
import { NARROW, PHONE } from './support/portal.ts'
import { faintTexts } from './support/readable.ts'

const all = await everyLetter()

/** One message of each kind, and those that stand out: what is slow to look at is the same in the others. */
const some = all.filter(
  ({ path }, at) =>
    /long|bare/.test(path) || all.findIndex(other => other.path.split('/')[0] === path.split('/')[0]) === at,
)

let browser: Browser
beforeAll(async () => {
  browser = await launched()
})
afterAll(() => browser?.close())

const faultsIn = (of: (html: string) => string[]) =>
  all.flatMap(({ path, html }) => of(html).map(fault => `${path}: ${fault}`))

test('every message of the gallery is looked at', () => {
  expect(all.length).toBeGreaterThanOrEqual(40)
  expect(some.length).toBeGreaterThanOrEqual(14)
  for (const { path, html } of all) expect(html.startsWith('<!doctype html>'), path).toBe(true)
})

describe('html-validate', () => {
  // Attributes of layout are what old mail clients go by: `bgcolor`, `cellpadding`, `align` …
  const checker = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'no-deprecated-attr': 'off' },
  })
  const faultsOf = (html: string) =>
    checker.validateStringSync(html).results.flatMap(({ messages }) => messages.map(({ message }) => message))

  test('finds no error in any message', () => {
    expect(faultsIn(faultsOf)).toEqual([])
  })

  test('finds what is planted', () => {
    const [{ html } = { html: '' }] = all
    const planted = ['<p><div>x</div></p>', '<i id="a"></i><i id="a"></i>', '<a href="x">y', '<p></b>']
    for (const fault of planted)
      expect(faultsOf(html.replace('</body>', `${fault}</body>`)), fault).not.toEqual([])
  })
})

describe('caniemail', () => {
  /** Used although a client does without: what it is there for, and why nothing is lost where it is unknown. */
  const harmless = [
    // A document has a body. Nothing hangs on its styles: the table in it has the same ground.
    '<body> element: outlook.macos',
    // Hides the preview text. Where it is unknown, that is a line of one pixel in the colour of the ground.
    'display:none: gmail.mobile-webmail',
    // Tells screen readers that a table only lays out. Nothing else can, and to the eye it makes no difference.
    'role attribute: outlook.windows-mail',
    // Breaks a long link or name on a phone. Windows Mail ran on no phone, and nothing else breaks words in all others.
    'word-break: outlook.windows-mail',
  ]

  test('lists nothing in any message that Gmail, Outlook or Apple Mail does not support, but for what is harmless', () => {
    const found = new Set(all.flatMap(({ html }) => unsupportedIn(html)))
    expect([...found].sort()).toEqual(harmless)
  })

  test('recognises what a message is made of', () => {
    const used = new Set(all.flatMap(({ html }) => featuresOf(html)))
    for (const title of ['<table> element', 'max-width', 'padding', 'dir attribute'])
      expect([...used], title).toContain(title)
    expect(used.size).toBeGreaterThan(20)
  })

  test('finds what is planted', () => {
    const [{ html } = { html: '' }] = all
    const planted = [
      ['<p style="border-radius: 8px">x</p>', 'border-radius: outlook.windows, outlook.windows-mail'],
      ['<p style="display: flex">x</p>', 'display:flex: '],
      ['<style>@media (prefers-color-scheme: dark) { p { color: red } }</style>', ''],
      ['<svg><image href="x"/></svg>', 'Embedded <svg> image: '],
      ['<p style="position: absolute">x</p>', 'position: '],
    ] as const
    for (const [fault, words] of planted) {
      const added = unsupportedIn(html.replace('</h1>', `</h1>${fault}`)).filter(
        one => !harmless.includes(one),
      )
      expect(added.join('; '), fault).toContain(words)
      expect(added, fault).not.toEqual([])
    }
  })

  test('knows what a client’s newest version lacks, whatever its versions are called', () => {
    expect(clientsWithout('border-radius')).toEqual(['outlook.windows', 'outlook.windows-mail'])
    expect(clientsWithout('table-layout')).toContain('outlook.macos')
    expect(clientsWithout('padding')).toEqual([])
  })
})

describe('in a browser', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage({ viewport: NARROW })
  })

  test('no message scrolls sideways, asks for anything, or has small text or a small button', async () => {
    const faults: string[] = []
    page.on('request', request => faults.push(`asks for ${request.url()}`))
    for (const { path, html } of all) {
      await page.setContent(html)
      faults.push(...(await page.evaluate(faultsHere)).map(fault => `${path}: ${fault}`))
    }
    expect(faults).toEqual([])
    await page.setContent(
      '<p style="width: 400px"><span style="font-size: 15px">x</span><img src="http://127.0.0.1:9/"></p>',
    )
    expect(await page.evaluate(faultsHere)).toHaveLength(2)
    expect(faults).toEqual(['asks for http://127.0.0.1:9/'])
  })

  test('axe finds nothing against WCAG in any kind of message', async () => {
    const faults: string[] = []
    for (const { path, html } of some) {
      await page.setContent(html)
      const found = await violations(page, ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      faults.push(...found.map(fault => `${path}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

/** In the page: that it is too wide, and what of it is too small to read or to touch. */
function faultsHere(): string[] {
  const wide = document.documentElement.scrollWidth
  const hasText = (element: Element) =>
    [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
  const texts = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && hasText(one))
  const small = texts.filter(one => Number.parseFloat(getComputedStyle(one).fontSize) < 16)
  const buttons = [...document.querySelectorAll('a[style*="inline-block"]')]
  const low = buttons.filter(one => one.getBoundingClientRect().height < 44)
  const shown = [...small, ...low].map(one => one.outerHTML)
  return wide > innerWidth ? [...shown, `${wide} px wide`] : shown
}

describe('where a client turns mails dark by itself', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage({ viewport: PHONE, colorScheme: 'dark' })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setAutoDarkModeOverride', { enabled: true })
  })

  const faint = async (html: string) => {
    await page.setContent(html)
    return faintTexts(page)
  }

  test('every text of every kind of message can be read', async () => {
    const found: string[] = []
    for (const { path, html } of some) found.push(...(await faint(html)).map(text => `${path}: ${text}`))
    expect(found).toEqual([])
  })

  test('what can’t be read there is found: black on yellow turns white on yellow', async () => {
    const yellow = '<p style="background-color: #facc15; color: #000000">Words that are there</p>'
    expect(await faint(yellow)).toEqual([expect.stringContaining('Words that are there')])
    expect(await faint(yellow.replace('#facc15', '#ffffff'))).toEqual([])
  })
})
