// `npm run bench`: the figures of the bars, as a table, and as JSON in bench/results/.
import '../scripts/lib/node-version.mjs'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readArgs } from '../scripts/lib/args.mjs'
import { ensureBrowser } from '../scripts/lib/browser.mjs'
import { run, stopAll, stopOnSignals } from '../scripts/lib/children.mjs'
import { ensureInstalled } from '../scripts/lib/install.mjs'
import { inProject, projectNode, root, tool } from '../scripts/lib/paths.mjs'
import { command, Stop } from '../scripts/lib/stop.mjs'
import { ensureJava } from './pages/java.mjs'
import { ensureTools } from './pages/tools.mjs'

/** @typedef {{ figure: string, value: number, bar: string }} Figure */

const usage = `Usage: npm run bench -- [--only NAME] [part...]
       part     bundle, speed, html, lighthouse; all of them where none is named
       --only   html and lighthouse: only the pages with this in their name, such as "quote sent"`

const parts = ['bundle', 'speed', 'html', 'lighthouse']

function readOptions() {
  const { values, positionals } = readArgs(usage, { only: { type: 'string' } })
  const wrong = positionals.find(part => !parts.includes(part))
  if (wrong) throw new Stop(`There is no part "${wrong}".\n${usage}`, 2)
  const wanted = (/** @type {string} */ part) => positionals.length === 0 || positionals.includes(part)
  return { wanted, only: /** @type {string} */ (values.only ?? '') }
}

/** @returns {Promise<Figure[]>} */
async function bundleSizes() {
  // Only now: it reads packages.
  const { build } = await import('../scripts/lib/build.mjs')
  const built = await build()
  const size = (/** @type {typeof built} */ some) => {
    const bytes = some.map(({ path }) => gzipSync(readFileSync(inProject('dist', path))).length)
    return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 102.4) / 10
  }
  return [
    {
      figure: 'bundle, loaded at the start, KB gzip',
      value: size(built.filter(one => one.isLoadedAtStart)),
      bar: '≤ 120',
    },
    { figure: 'bundle, all of it, KB gzip', value: size(built), bar: '' },
  ]
}

/** @returns {Promise<Figure[]>} */
async function speed() {
  const args = [tool('vitest/vitest.mjs'), 'run', '--config', 'bench/vitest.config.ts', '--reporter=verbose']
  const stdout = await measured(args)
  return [...figuresIn(stdout), ...(await firstPage(/RECORDED (\{.*\})$/m.exec(stdout)?.[1] ?? ''))]
}

/** @param {string} recorded */
async function firstPage(recorded) {
  const file = join(scratch(), 'recorded.json')
  writeFileSync(file, recorded)
  return figuresIn(await measured([inProject('bench/first-page.ts'), file]))
}

/**
 * @param {string[]} tools
 * @param {string} only
 * @returns {Promise<Figure[]>}
 */
async function pages(tools, only) {
  if (tools.length === 0) return []
  await ensureTools()
  const JAVA = tools.includes('html') ? await ensureJava() : ''
  const CHROMIUM_PATH = tools.includes('lighthouse') ? await ensureBrowser() : ''
  const file = join(scratch(), 'figures.json')
  const args = [inProject('bench/pages/measure.mjs'), file, tools.join(), only]
  await watched(args, { ...process.env, JAVA, CHROMIUM_PATH })
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * Shows what a measurement says as it comes: it takes its time.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function watched(args, env) {
  const { code } = await run(projectNode(), args, { cwd: root, env, show: true })
  if (code !== 0) throw new Stop('The measurements failed; what went wrong stands above.')
}

/** A folder that goes when the command ends. */
function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** @param {string[]} args */
async function measured(args) {
  const { code, stdout, stderr } = await run(projectNode(), args, { cwd: root })
  if (code !== 0) throw new Stop(`The measurements failed.\n${stdout}${stderr}`)
  return stdout
}

/** @param {string} text @returns {Figure[]} */
const figuresIn = text => [...text.matchAll(/FIGURE (\{.*\})$/gm)].map(([, json = '']) => JSON.parse(json))

await command(async () => {
  const { wanted, only } = readOptions()
  stopOnSignals()
  await ensureInstalled()
  const figures = [
    ...(wanted('bundle') ? await bundleSizes() : []),
    ...(wanted('speed') ? await speed() : []),
    ...(await pages(['html', 'lighthouse'].filter(wanted), only)),
  ]
  console.table(figures)
  mkdirSync(inProject('bench/results'), { recursive: true })
  const file = `bench/results/${new Date().toISOString().replaceAll(':', '-')}.json`
  writeFileSync(inProject(file), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`Written to ${file}`)
}).finally(stopAll)
