// Measures every page that a client can see with tools that are too heavy for `npm test`. `node measure.mjs FILE
// [NAME]`: the figures are written to FILE; NAME: only the pages that have it in theirs. bench/run.mjs makes sure that all
// is installed.
import { writeFileSync } from 'node:fs'
import { stopAll, stopOnSignals } from '../../scripts/lib/children.mjs'
import { command, Stop } from '../../scripts/lib/stop.mjs'
import { checked } from './nu.mjs'
import { aPortal } from './portal.mjs'
import { demoPages, galleryPages, locales } from './shown.mjs'

const [file = '', name = ''] = process.argv.slice(2)
const { JAVA = '' } = process.env

await command(async () => {
  stopOnSignals()
  const { origin, portals } = await aPortal()
  const all = await demoPages(origin, portals)
  for (const locale of [...locales.read, ...locales.made]) all.push(...(await galleryPages(origin, locale)))
  const pages = all.filter(page => page.name.includes(name))
  if (pages.length === 0) throw new Stop(`No page has "${name}" in its name.`, 2)

  writeFileSync(file, JSON.stringify(await checked(JAVA, pages)))
}).finally(stopAll)
