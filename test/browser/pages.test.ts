// Every page of the portal in each of its states as it is really answered, measured in a browser: access for everyone, no
// sideways scrolling, targets for thumbs, one request, few bytes, its own policy kept, HTML without repairs, and on paper.
// What hangs on colours, widths and languages is measured on the gallery's pages (test/torture/browser/pages.test.ts).
import type { ConsoleMessage, Page, Request } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  axeFaults,
  bytesOf,
  htmlFaults,
  markupFaults,
  overflows,
  sizeFaults,
  violations,
} from './support/measures.ts'
import { aPortal, PHONE, portalOf } from './support/portal.ts'
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
    const found = await axeFaults(page)
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

describe('on paper', () => {
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

  test.each(['A4', 'Letter'])(
    '%s: the receipt of an ordinary quote is one page, what was accepted another',
    async format => {
      const home = await portalOf(world, 'Priya')
      await world.visit({}, async page => {
        await page.goto(home)
        await page.getByRole('link', { name: 'Laundry room' }).click()
        await page.getByRole('link', { name: 'Your receipt' }).click()
        await page.waitForURL(/\/receipt$/)
        expect(pagesOf(await page.pdf({ format }))).toBe(2)
        // Without what follows, the receipt alone.
        await page.locator('.receipt + .doc').evaluate(content => content.remove())
        expect(pagesOf(await page.pdf({ format }))).toBe(1)
      })
    },
  )
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
