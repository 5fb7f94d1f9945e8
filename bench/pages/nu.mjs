// The Nu HTML checker over the pages as they are sent. Errors and warnings count. What it calls "info" does not: on these
// pages that is one message, that the slash of `<br />` has no effect, and hono/jsx writes every void element so.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { run } from '../../scripts/lib/children.mjs'
import { Stop } from '../../scripts/lib/stop.mjs'
import { printFaults } from './faults.mjs'
import { htmlOf, locales } from './shown.mjs'
import { benchTool } from './tools.mjs'

/** @typedef {import('./shown.mjs').Shown} Shown */
/** @typedef {{ url?: string, type: string, message: string, extract?: string }} Message */

/** Made-up words are of no language (src/dev/pseudo.ts): what they look like is no finding. */
const isUndetectable = (/** @type {Shown} */ { locale }) => locales.made.includes(locale)

/**
 * @param {string} java
 * @param {Shown[]} pages
 * @returns {Promise<import('./faults.mjs').Figure[]>}
 */
export async function checked(java, pages) {
  console.log(`Nu HTML checker: ${pages.length} pages`)
  const groups = [
    { some: pages.filter(page => !isUndetectable(page)), flags: [] },
    { some: pages.filter(isUndetectable), flags: ['--no-langdetect'] },
  ]
  /** @type {import('./faults.mjs').Fault[]} */
  const faults = []
  for (const { some, flags } of groups)
    if (some.length > 0) faults.push(...(await faultsOf(java, flags, some)))
  printFaults(faults.sort((one, other) => pages.indexOf(one.page) - pages.indexOf(other.page)))
  const of = (/** @type {string} */ kind) => faults.filter(fault => fault.what.startsWith(kind)).length
  const figure = `Nu HTML checker: errors and warnings on ${pages.length} pages`
  return [{ figure, value: of('error') + of('warning'), bar: '0' }]
}

/**
 * @param {string} java
 * @param {string[]} flags
 * @param {Shown[]} pages
 */
async function faultsOf(java, flags, pages) {
  const messages = await messagesOf(java, [...flags, await written(pages)])
  const on = (/** @type {Message} */ { url }) => url && basename(new URL(url).pathname, '.html')
  if (!messages.some(one => on(one) === WRONG))
    throw new Stop('The Nu HTML checker finds nothing wrong with a page that is wrong: it does not check.')
  const known = new Map(pages.map((page, at) => [String(at), page]))
  return messages.flatMap(one => {
    const page = known.get(on(one) ?? '')
    return page ? [{ what: `${one.type}: ${one.message}`, where: one.extract?.trim() ?? '', page }] : []
  })
}

/** The name of the page that shows whether anything is checked. */
const WRONG = 'wrong'

/**
 * Pages as files in a folder, each called by its place among them, and one that is wrong.
 * @param {Shown[]} pages
 */
async function written(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-nu-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const write = (/** @type {string | number} */ name, /** @type {string} */ html) =>
    writeFileSync(join(folder, `${name}.html`), html)
  write(WRONG, '<!doctype html><html lang="en"><title></title></html>')
  // One after the other: the portal that sends them is one process.
  for (const [at, { url }] of pages.entries()) write(at, await htmlOf(url))
  return folder
}

/**
 * @param {string} java
 * @param {string[]} args
 * @returns {Promise<Message[]>}
 */
async function messagesOf(java, args) {
  const flags = ['--format', 'json', '--stdout', '--exit-zero-always', '--skip-info-messages']
  const jar = benchTool('vnu-jar/build/dist/vnu.jar')
  const { code, stdout, stderr } = await run(java, ['-jar', jar, ...flags, ...args])
  if (code !== 0) throw new Stop(`The Nu HTML checker failed.\n${stdout}${stderr}`)
  /** @type {(Message & { subType?: string })[]} */
  const messages = JSON.parse(stdout).messages
  const lost = messages.find(({ url }) => !url)
  if (lost) throw new Stop(`The Nu HTML checker failed: ${lost.message}`)
  return messages.map(one => ({ ...one, type: one.type === 'info' ? (one.subType ?? 'info') : 'error' }))
}
