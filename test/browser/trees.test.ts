// What a screen reader is told of every page: its tree as the browser builds it, kept in trees/ to be read aloud. After a
// change that is meant: `UPDATE=all npm test -- --only browser test/browser/trees.test.ts`, and read the difference.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launched } from './support/browser.ts'
import { type ServedPages, servedPages } from './support/pages.ts'

const fileOf = (name: string) =>
  join(import.meta.dirname, 'trees', `${name.replaceAll(/[^a-z0-9]+/g, '-')}.yml`)

let browser: Browser
let pages: ServedPages
beforeAll(async () => {
  browser = await launched()
  pages = await servedPages()
})
afterAll(async () => {
  await browser?.close()
  await pages?.stop()
})

test('the tree of every page is the one that is kept', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false })
  for (const name of pages.names.filter(one => !one.includes('extreme'))) {
    await page.goto(pages.at(name))
    await expect(`${await page.locator('body').ariaSnapshot()}\n`, name).toMatchFileSnapshot(fileOf(name))
  }
})
