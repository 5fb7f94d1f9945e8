// Every page of the portal, measured in a real browser: access for everyone, no sideways scrolling, targets for
// thumbs, one request, few bytes. Each in light and in dark.

import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aPortal, DESKTOP, NARROW, PHONE, portalOf } from './support/portal.ts'

const world = aPortal()

/** One page of each kind, found as a client finds them: from the dashboards. */
async function everyPage(): Promise<Record<string, string>> {
  const busy = await portalOf(world, 'Priya')
  const euros = await portalOf(world, 'Katrin')
  const links = (of: string) =>
    world.visit({}, async page => {
      await page.goto(of)
      const rows = await page.locator('.rows a').all()
      return Promise.all(
        rows.map(
          async row =>
            [(await row.innerText()).split('\n').join(' '), await row.getAttribute('href')] as const,
        ),
      )
    })
  const found = [...(await links(busy)), ...(await links(euros))]
  const documents = found.map(([text, href]) => [text, new URL(href ?? '', busy).href])
  return {
    'busy dashboard': busy,
    'dashboard in euros': euros,
    ...Object.fromEntries(documents),
    'history of accepted quotes': `${busy}/history/accepted`,
    'not found in the portal': `${busy}/quotes/quo_00000000000000000000000000`,
    'dead link': `${world.dev().origin}/portal/k1_00000000000000000000000000000000aaaaaaaa`,
    'not found': `${world.dev().origin}/nowhere`,
    'API docs': world.dev().docs,
  }
}

let found: ReturnType<typeof everyPage> | undefined

async function pages() {
  found ??= everyPage()
  return Object.entries(await found)
}

/** Looks at every page in one browser; JavaScript is on for the measuring, the pages have none. */
const onEveryPage = async (
  look: (page: Page, name: string) => Promise<void>,
  options: BrowserContextOptions,
) => {
  const all = await pages()
  await world.visit({ javaScriptEnabled: true, ...options }, async page => {
    for (const [name, url] of all) {
      await page.goto(url)
      await look(page, name)
    }
  })
}

test('axe finds nothing on any page, in light and in dark', async () => {
  await onEveryPage(
    async (page, name) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(
          violations.map(({ id, nodes }) => `${name}, ${colorScheme}: ${id} at ${nodes[0]?.html}`),
        ).toEqual([])
      }
    },
    { viewport: PHONE, bypassCSP: true },
  )
})

test('no page scrolls sideways at 320, 360, 1280 and 2560 px', async () => {
  await onEveryPage(async (page, name) => {
    for (const viewport of [NARROW, PHONE, DESKTOP, { width: 2560, height: 1200 }]) {
      await page.setViewportSize(viewport)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, `${name} at ${viewport.width} px`).toBeLessThanOrEqual(viewport.width)
    }
  }, {})
})

test('text has 16 px at least, and a target 44', async () => {
  await onEveryPage(
    async (page, name) => {
      const small = await page.evaluate(() => {
        const shown = (element: Element) => element.getClientRects().length > 0 && element.clientWidth > 1
        const hasText = (element: Element) =>
          [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        const texts = [...document.querySelectorAll('body *')]
          .filter(element => shown(element) && hasText(element))
          .filter(element => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
        const targets = [...document.querySelectorAll('a, button, input, summary')]
          .filter(shown)
          .filter(element => element.getBoundingClientRect().height < 44)
        return [...texts, ...targets].map(element => element.outerHTML.slice(0, 120))
      })
      expect(small, name).toEqual([])
    },
    { viewport: PHONE },
  )
})

test('one request shows a page, in at most 8 KB compressed and 40 KB plain, and nothing is complained of', async () => {
  for (const [name, url] of await pages()) {
    await world.visit({ viewport: PHONE }, async page => {
      const requests: string[] = []
      const complaints: string[] = []
      page.on('request', request => requests.push(request.url().split(':')[0] ?? ''))
      page.on('console', message => complaints.push(message.text()))
      const response = await page.goto(url)
      const body = (await response?.body()) ?? Buffer.alloc(0)
      const headers = JSON.stringify(await response?.allHeaders()).length
      expect(
        requests.filter(scheme => scheme.startsWith('http')),
        name,
      ).toHaveLength(1)
      expect(
        complaints.filter(text => !/status of 404/.test(text)),
        name,
      ).toEqual([])
      expect(gzipSync(body).length + headers, name).toBeLessThanOrEqual(8192)
      expect(body.length, name).toBeLessThanOrEqual(40 * 1024)
    })
  }
})
