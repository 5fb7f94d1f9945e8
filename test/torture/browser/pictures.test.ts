// Every page looks as it does on its picture in docs/pictures. `npm run pictures` makes them anew; the short run compares
// some of them, drawn by its seed, the full one all.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { aGallery } from '../../browser/support/pages.ts'
import { differenceOf, pictureOf } from '../../browser/support/pictures.ts'
import { counts, seed } from '../support/counts.ts'
import { randomOf } from '../support/random.ts'

const folder = join(import.meta.dirname, '../../../docs/pictures')
const fileOf = (name: string) => join(folder, `${name.replaceAll(/[^a-z0-9]+/g, '-')}.webp`)

/** Another browser of the same kind draws letters a little differently; a colour, a margin or a line more is beyond it. */
const MOST = 0.01

const SEVERAL = 4
const ANEW = process.env.UPDATE === 'all'

const gallery = aGallery()
let page: Page
beforeAll(async () => {
  page = await gallery.browser.newPage()
  if (ANEW) await allAnew()
})

function some(): string[] {
  const random = randomOf(seed())
  return gallery.names.filter(
    () => random.below(gallery.names.length) < counts(SEVERAL, gallery.names.length),
  )
}

async function allAnew(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const name of gallery.names) writeFileSync(fileOf(name), await pictureOf(page, gallery.at(name)))
}

test('there is a picture of every page, and of nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual(
    gallery.names.map(name => fileOf(name).slice(folder.length + 1)).sort(),
  )
})

test('pages look as they do on their pictures', async () => {
  const different: string[] = []
  for (const name of [...new Set([gallery.names[0] ?? '', ...some()])]) {
    const drawn = await pictureOf(page, gallery.at(name))
    const share = existsSync(fileOf(name)) ? await differenceOf(page, drawn, readFileSync(fileOf(name))) : 1
    if (share > MOST) different.push(`${name}: ${(share * 100).toFixed(2)} % of it`)
  }
  expect(different).toEqual([])
})

test.each([
  ['another colour', { name: 'dashboard', colour: '#aa3311' }],
  ['another language', { name: 'dashboard', locale: 'de-DE' }],
  ['another state', { name: 'quote accepted' }],
])('%s is found', async (_, { name, colour, locale }: { name: string; colour?: string; locale?: string }) => {
  const drawn = await pictureOf(page, gallery.at(name, locale, colour))
  expect(await differenceOf(page, drawn, readFileSync(fileOf('dashboard')))).toBeGreaterThan(MOST)
})
