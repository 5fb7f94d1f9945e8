// What a screen reader is told of every page: its tree as the browser builds it, kept in trees/ to be read aloud. After a
// change that is meant: `UPDATE=all npm test -- --only browser test/browser/trees.test.ts`, and read the difference.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aGallery } from './support/pages.ts'
import { PHONE } from './support/portal.ts'

const fileOf = (name: string) =>
  join(import.meta.dirname, 'trees', `${name.replaceAll(/[^a-z0-9]+/g, '-')}.yml`)

const gallery = aGallery()

test('the tree of every page is the one that is kept', async () => {
  const page = await gallery.browser.newPage({ viewport: PHONE, javaScriptEnabled: false })
  for (const name of gallery.names.filter(one => !one.includes('extreme'))) {
    await page.goto(gallery.at(name))
    await expect(`${await page.locator('body').ariaSnapshot()}\n`, name).toMatchFileSnapshot(fileOf(name))
  }
})
