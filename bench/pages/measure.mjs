// Measures every page that a client can see with tools that are too heavy for `npm test`. `node measure.mjs FILE PARTS
// [NAME]`: the figures are written to FILE; PARTS: html, lighthouse or both, with a comma between; NAME: only the pages
// that have it in theirs. bench/run.mjs makes sure that all is installed.
import { writeFileSync } from 'node:fs'
import { stopAll, stopOnSignals } from '../../scripts/lib/children.mjs'
import { command, Stop } from '../../scripts/lib/stop.mjs'
import { lit } from './lighthouse.mjs'
import { checked } from './nu.mjs'
import { aPortal } from './portal.mjs'
import { demoPages, galleryPages, locales } from './shown.mjs'

const [file = '', parts = '', name = ''] = process.argv.slice(2)
const { CHROMIUM_PATH = '', JAVA = '' } = process.env

/** Lighthouse sees these in every language that is read, one of each kind of page, and all others in English. */
const inEveryLanguage = ['dashboard', 'answer accepting', 'invoice sent', 'receipt']

/** @param {string} locale @param {import('./shown.mjs').Shown} page */
const isForLighthouse = (locale, page) =>
  locale === 'en-US' || (locales.read.includes(locale) && inEveryLanguage.includes(page.name))

await command(async () => {
  stopOnSignals()
  const { origin, portals } = await aPortal()
  const all = await demoPages(origin, portals)
  for (const locale of [...locales.read, ...locales.made]) all.push(...(await galleryPages(origin, locale)))
  const pages = all.filter(page => page.name.includes(name))
  if (pages.length === 0) throw new Stop(`No page has "${name}" in its name.`, 2)

  const figures = []
  if (parts.includes('html')) figures.push(...(await checked(JAVA, pages)))
  if (parts.includes('lighthouse'))
    figures.push(
      ...(await lit(
        CHROMIUM_PATH,
        pages.filter(page => isForLighthouse(page.locale, page)),
      )),
    )
  writeFileSync(file, JSON.stringify(figures))
}).finally(stopAll)
