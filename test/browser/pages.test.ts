// Every page of the portal in each of its states as it is really answered, measured in a browser: access for everyone, no
// sideways scrolling, targets for thumbs, one request, few bytes, its own policy kept, and HTML without repairs.
// What hangs on colours, widths and languages is measured on the gallery's pages (test/torture/browser/pages.test.ts).
import type { ConsoleMessage, Page, Request } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { counts } from '../torture/support/counts.ts'
import {
  axeFaults,
  bytesOf,
  htmlFaults,
  markupFaults,
  overflows,
  sizeFaults,
  violations,
} from './support/measures.ts'
import { aPortal, NARROW, PHONE } from './support/portal.ts'
import { aMailedQuote, done, LINE, linkOf } from './support/quotes.ts'
import { everyState, type State } from './support/states.ts'

const world = aPortal()

type Measured = Awaited<ReturnType<typeof measured>>

/** All that is measured of one state, under the page's own policy and with JavaScript on. */
async function measured(page: Page, { name, come }: State) {
  const requests: string[] = []
  const complaints: string[] = []
  const onRequest = (request: Request) => {
    if (/^http/.test(request.url()) && !request.isNavigationRequest()) requests.push(request.url())
  }
  const onComplaint = (message: ConsoleMessage) => {
    if (!/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  }
  page.on('request', onRequest).on('console', onComplaint)
  const response = await come(page)
  if (!response) throw new Error(`${name}: no response`)
  const { html, plain, sent } = await bytesOf(response)
  page.off('request', onRequest).off('console', onComplaint)
  return {
    ...{ name, status: response.status(), requests, complaints, plain, sent },
    sizes: await sizeFaults(page),
    html: [...(await htmlFaults(page)), ...(await markupFaults(page, html))],
    widths: await overflows(page),
    axe: await violations(page),
  }
}

const all: Measured[] = []

beforeAll(async () => {
  const states = await everyState(world)
  // Two browsers at a time: one waits for the portal while the other draws.
  await Promise.all(
    [0, 1].map(half =>
      world.visit({ viewport: PHONE, javaScriptEnabled: true }, async page => {
        for (const state of states.filter((_, at) => at % 2 === half)) all.push(await measured(page, state))
      }),
    ),
  )
})

const faults = (of: (one: Measured) => readonly string[]) =>
  all.flatMap(one => of(one).map(fault => `${one.name}: ${fault}`))

test('every state is there, and is answered as the contract says', () => {
  const by = (status: number) => all.filter(one => one.status === status).length
  expect(all.length).toBeGreaterThanOrEqual(47)
  expect([by(403), by(404), by(409), by(413), by(422)]).toEqual([1, 3, 8, 2, 6])
  expect(all.filter(({ status }) => status >= 500)).toEqual([])
})

test('axe finds nothing on any page', () => {
  expect(faults(({ axe }) => axe)).toEqual([])
})

test('axe does find what only the dark makes faint, and a field without a name', async () => {
  await world.visit({ javaScriptEnabled: true }, async page => {
    await page.setContent(`<html lang="en"><title>x</title><main><h1>Words that are there</h1><input></main>
      <style>@media (prefers-color-scheme: dark) { body { background: #222; color: #333 } }</style></html>`)
    const found = await axeFaults(page, ['light', 'dark'])
    expect(found.map(fault => fault.split(' ')[0])).toEqual(['label', 'color-contrast'])
  })
})

test('no page scrolls sideways on a phone, or cuts a text', () => {
  expect(faults(({ widths }) => widths)).toEqual([])
})

test('text has 16 px at least, and a target 44, a box or a radio with its label', () => {
  expect(faults(({ sizes }) => sizes)).toEqual([])
})

test('one request shows a page, and under its own policy nothing is complained of', () => {
  expect(faults(({ requests }) => requests)).toEqual([])
  expect(faults(({ complaints }) => complaints)).toEqual([])
})

test('a page has at most 8 KB compressed, with its headers, and 40 KB plain', () => {
  expect(faults(({ sent }) => (sent > 8192 ? [`${sent} bytes compressed`] : []))).toEqual([])
  expect(faults(({ plain }) => (plain > 40 * 1024 ? [`${plain} bytes`] : []))).toEqual([])
})

test('no id stands twice, every label has its field, and no tag has to be repaired', () => {
  expect(faults(({ html }) => html)).toEqual([])
})

/** The home of a client of its own, in yen: what has no decimals and may have many digits. */
async function aClientWith(name: string, titles: string[]): Promise<string> {
  const { id: client } = await done(world, 'POST', '/clients', { name, email: 'reader@example.com' })
  for (const title of titles) {
    const lines = [{ ...LINE, quantity: '1000', unit_price: '9999999999' }]
    const draft = { client_id: client, title, currency: 'JPY', valid_until: '2098-12-31', lines }
    const { id } = await done(world, 'POST', '/quotes', draft)
    await done(world, 'POST', `/quotes/${id}/send`)
  }
  return linkOf(world, { client })
}

test('a client with very many documents finds each of them, a page at a time, and each page is as quick as the first', async () => {
  const titles = Array.from(
    { length: counts(55, 500) },
    (_, at) => `Document ${at + 1} of ${'long '.repeat(8)}`,
  )
  const home = await aClientWith('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter', titles)
  await world.visit({ viewport: NARROW, javaScriptEnabled: true }, async page => {
    await page.goto(home)
    expect(await page.locator('.cards').innerText()).toContain(String(titles.length))
    const found: string[] = await page.locator('.rows a bdi:first-child').allInnerTexts()
    const sizes: number[] = []
    for (;;) {
      expect(await overflows(page)).toEqual([])
      const more = page.getByRole('link', { name: /^Show more/ })
      if ((await more.count()) === 0) break
      const [response] = await Promise.all([
        page.waitForResponse(one => one.request().isNavigationRequest()),
        more.click(),
      ])
      sizes.push((await response.body()).length)
      found.push(...(await page.locator('.rows a bdi:first-child').allInnerTexts()))
    }
    expect(new Set(found.filter(text => text.startsWith('Document'))).size).toBe(titles.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40 * 1024)
  })
})

test('a quote of 200 lines, and a client that has nothing yet', async () => {
  const quote = await aMailedQuote(world, 'בית הדפוס נאור', 'A very long quote')
  const lines = Array.from({ length: 200 }, (_, at) => ({ ...LINE, description: `Position ${at + 1}` }))
  const draft = { client_id: quote.client, title: 'Two hundred lines', valid_until: '2098-12-31', lines }
  const { id } = await done(world, 'POST', '/quotes', draft)
  await done(world, 'POST', `/quotes/${id}/send`)
  await done(world, 'POST', `/quotes/${quote.id}/cancel`)
  const home = await linkOf(world, quote)
  await world.visit({ viewport: NARROW, javaScriptEnabled: true }, async page => {
    await page.goto(`${home}/quotes/${id}`)
    expect(await page.getByRole('row').count()).toBe(201)
    expect(await overflows(page)).toEqual([])
    expect(await sizeFaults(page)).toEqual([])
    expect(await page.locator('.totals').innerText()).toContain('$60,000.00')
    await done(world, 'POST', `/quotes/${id}/cancel`)
    await page.goto(home)
    expect(await page.locator('main').innerText()).toContain('You’re all set')
    expect(await overflows(page)).toEqual([])
  })
})

test('the documentation lets one try a call with a key, under its own policy', async () => {
  const { docs, key } = world.dev()
  await world.visit({ viewport: PHONE, javaScriptEnabled: true }, async page => {
    await page.goto(`${docs}/clients`)
    await page.getByLabel('Your API key').fill(key)
    const listing = page.locator('#listClients')
    await listing.getByText('Try it').click()
    await listing.getByLabel('Query').fill('limit=1')
    await listing.getByRole('button', { name: 'Send GET' }).click()
    const output = listing.locator('output')
    await output.filter({ hasText: 'x-request-id' }).waitFor()
    expect(await output.textContent()).toMatch(/^200\n[\s\S]*"data": \[/)
  })
})
