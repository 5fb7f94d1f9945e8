// `npm test`: everything that must hold, in order, from a fresh clone; stops at the first step that fails.
import './lib/node-version.mjs'
import { existsSync } from 'node:fs'
import { readArgs } from './lib/args.mjs'
import { ensureBrowser } from './lib/browser.mjs'
import { isStopping, start, stopAll, stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode, root, tool } from './lib/paths.mjs'
import { command, Stop } from './lib/stop.mjs'

const vitest = [tool('vitest/vitest.mjs'), 'run']
const tsc = [tool('typescript/bin/tsc'), '--noEmit', '-p']

/** biome would colour a log file, letter by letter. */
const colours = process.stdout.isTTY ? [] : ['--colors=off']

/** Group, name, and what is run. Arguments after `--` that are no flags of ours go to the tests. */
const steps = /** @type {[string, string, string[]][]} */ ([
  ['lint', 'format and lint', [tool('@biomejs/biome/bin/biome'), 'ci', ...colours, '.']],
  ['types', 'types of the portal', [...tsc, '.']],
  ['types', 'types of the scripts and their tests', [...tsc, 'test/tsconfig.json']],
  ['workers', 'tests in workerd', vitest],
  ['browser', 'tests of the start and in a browser', [...vitest, '--config', 'vitest.browser.config.ts']],
])
const groups = [...new Set(steps.map(([group]) => group))]

const usage = `Usage: npm test -- [--only ${groups.join('|')}] [file...]`

await command(async () => {
  const { values, positionals: files } = readArgs(usage, { only: { type: 'string' } })
  if (values.only && !groups.includes(values.only))
    throw new Stop(`There is no group "${values.only}".\n${usage}`, 2)
  const wanted = steps.filter(([group]) => !values.only || group === values.only)

  stopOnSignals()
  await ensureInstalled()
  const needsBrowser = wanted.some(([group]) => group === 'browser')
  const env = needsBrowser ? { ...process.env, CHROMIUM_PATH: await ensureBrowser() } : process.env
  for (const [group, name, args] of wanted) {
    await runStep(name, isTest(group) ? [...args, ...files] : args, env)
  }
  console.log(`\nAll of it holds: ${wanted.map(([, name]) => name).join(', ')}.`)
}).finally(stopAll)

/** @param {string} group */
function isTest(group) {
  return group === 'workers' || group === 'browser'
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runStep(name, args, env) {
  if (!existsSync(args[0] ?? '')) throw new Stop(`${args[0]} is missing: run \`npm ci\`, then try again.`)
  console.log(`\n=== ${name} ===`)
  const began = Date.now()
  const code = await new Promise((resolve, reject) => {
    const child = start(projectNode(), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject).once('close', status => isStopping() || resolve(status))
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (code !== 0) throw new Stop(`Failed after ${seconds} s: ${name}.`)
  console.log(`--- ${name}: passed in ${seconds} s`)
}
