// `npm run bench`: the figures of the bars, as a table, and as JSON in bench/results/.
import '../scripts/lib/node-version.mjs'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../scripts/lib/build.mjs'
import { run } from '../scripts/lib/children.mjs'
import { ensureInstalled } from '../scripts/lib/install.mjs'
import { inProject, projectNode, root, tool } from '../scripts/lib/paths.mjs'
import { command, Stop } from '../scripts/lib/stop.mjs'

/** @typedef {{ figure: string, value: number, bar: string }} Figure */

/** @returns {Promise<Figure[]>} */
async function bundleSizes() {
  const parts = await build()
  const size = (/** @type {typeof parts} */ some) => {
    const bytes = some.map(({ path }) => gzipSync(readFileSync(inProject('dist', path))).length)
    return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 102.4) / 10
  }
  return [
    {
      figure: 'bundle, loaded at the start, KB gzip',
      value: size(parts.filter(one => one.isLoadedAtStart)),
      bar: '≤ 120',
    },
    { figure: 'bundle, all of it, KB gzip', value: size(parts), bar: '' },
  ]
}

/** @returns {Promise<Figure[]>} */
async function pages() {
  const args = [tool('vitest/vitest.mjs'), 'run', '--config', 'bench/vitest.config.ts', '--reporter=verbose']
  const stdout = await measured(args)
  return [...figuresIn(stdout), ...(await firstPage(/RECORDED (\{.*\})$/m.exec(stdout)?.[1] ?? ''))]
}

/** @param {string} recorded */
async function firstPage(recorded) {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-bench-'))
  writeFileSync(join(folder, 'recorded.json'), recorded)
  const stdout = await measured([inProject('bench/first-page.ts'), join(folder, 'recorded.json')])
  rmSync(folder, { recursive: true })
  return figuresIn(stdout)
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
  await ensureInstalled()
  const figures = [...(await bundleSizes()), ...(await pages())]
  console.table(figures)
  mkdirSync(inProject('bench/results'), { recursive: true })
  const file = `bench/results/${new Date().toISOString().replaceAll(':', '-')}.json`
  writeFileSync(inProject(file), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`Written to ${file}`)
})
