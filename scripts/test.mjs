// `npm test`: everything that must hold, in order, from a fresh clone; stops at the first step that fails.
import './lib/node-version.mjs'
import { readArgs } from './lib/args.mjs'
import { ensureBrowser } from './lib/browser.mjs'
import { stopAll, stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { tool } from './lib/paths.mjs'
import { runStep, vitest, vitestInNode } from './lib/step.mjs'
import { command, Stop } from './lib/stop.mjs'

/** By one thread: on two cores, several take longer. */
const tsc = [tool('typescript/bin/tsc'), '--noEmit', '--singleThreaded', '-p']

/** biome would colour a log file, letter by letter. */
const colours = process.stdout.isTTY ? [] : ['--colors=off']

/** Group, name, and what is run. Arguments after `--` that are no flags of ours go to the tests. */
const steps = /** @type {[string, string, string[]][]} */ ([
  ['lint', 'format and lint', [tool('@biomejs/biome/bin/biome'), 'ci', ...colours, '.']],
  ['types', 'types of the portal', [...tsc, '.']],
  ['types', 'types of the scripts and their tests', [...tsc, 'test/tsconfig.json']],
  ['workers', 'tests in workerd', vitest],
  ['browser', 'tests of the start, in a browser, and the long runs in short', vitestInNode],
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
  for (const [group, name, args] of wanted)
    await runStep(name, isTest(group) ? [...args, ...files] : args, env)
  console.log(`\nAll of it holds: ${wanted.map(([, name]) => name).join(', ')}.`)
}).finally(stopAll)

/** @param {string} group */
function isTest(group) {
  return group === 'workers' || group === 'browser'
}
