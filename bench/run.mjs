// `npm run bench`: the figures of the bars, as a table, and as JSON in bench/results/.
import '../scripts/lib/node-version.mjs'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { run } from '../scripts/lib/children.mjs'
import { ensureInstalled } from '../scripts/lib/install.mjs'
import { inProject, projectNode, root, tool } from '../scripts/lib/paths.mjs'
import { command, Stop } from '../scripts/lib/stop.mjs'
import { wranglerEnv, wranglerScript } from '../scripts/lib/wrangler.mjs'

/** @typedef {{ figure: string, value: number, bar: string }} Figure */

/** @returns {Promise<Figure>} */
async function bundleSize() {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-bundle-'))
  const args = [wranglerScript, 'deploy', '--dry-run', '--minify', '--outdir', folder]
  const { code, stderr } = await run(projectNode(), args, { cwd: root, env: wranglerEnv() })
  if (code !== 0) throw new Stop(`The bundle could not be built.\n${stderr}`)
  const bytes = gzipSync(readFileSync(join(folder, 'index.js'))).length
  rmSync(folder, { recursive: true })
  return { figure: 'bundle, KB gzip', value: Math.round(bytes / 102.4) / 10, bar: '≤ 120' }
}

/** @returns {Promise<Figure[]>} */
async function pages() {
  const args = [tool('vitest/vitest.mjs'), 'run', '--config', 'bench/vitest.config.ts', '--reporter=verbose']
  const { code, stdout, stderr } = await run(projectNode(), args, { cwd: root })
  if (code !== 0) throw new Stop(`The measurements failed.\n${stdout}${stderr}`)
  return [...stdout.matchAll(/FIGURE (\{.*\})$/gm)].map(([, json = '']) => JSON.parse(json))
}

await command(async () => {
  await ensureInstalled()
  const figures = [await bundleSize(), ...(await pages())]
  console.table(figures)
  mkdirSync(inProject('bench/results'), { recursive: true })
  const file = `bench/results/${new Date().toISOString().replaceAll(':', '-')}.json`
  writeFileSync(inProject(file), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`Written to ${file}`)
})
