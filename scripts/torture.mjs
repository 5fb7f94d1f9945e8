// `npm run torture`: the long runs of test/torture in their full counts. All that is random in them comes from one
// seed, which is printed first and last with the command that repeats the run.
import './lib/node-version.mjs'
import { randomInt } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readArgs } from './lib/args.mjs'
import { ensureBrowser } from './lib/browser.mjs'
import { stopAll, stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inProject } from './lib/paths.mjs'
import { runStep, vitest, vitestInNode } from './lib/step.mjs'
import { command, Stop } from './lib/stop.mjs'

const usage = `Usage: npm run torture -- [--quick] [--seed N] [file...]
       --quick   the counts of \`npm test\`
       --seed    repeats a run that printed this seed
       file      only the runs with this in their path, such as mutations`

/** Seeds of the generator are 32 bits with a sign. */
const mostSeeds = 2 ** 31

function readOptions() {
  const { values, positionals: files } = readArgs(usage, {
    quick: { type: 'boolean' },
    seed: { type: 'string' },
  })
  const given = values.seed
  if (given !== undefined && (!/^\d+$/.test(given) || Number(given) >= mostSeeds))
    throw new Stop(`The seed is "${given}": it must be a number below ${mostSeeds}.\n${usage}`, 2)
  return { quick: values.quick === true, seed: given ?? String(randomInt(mostSeeds)), files }
}

/**
 * The runs in a folder, of those that were asked for.
 * @param {string} folder
 * @param {string[]} asked parts of their paths; none means all
 */
function runs(folder, asked) {
  const all = readdirSync(inProject(...folder.split('/'))).filter(name => name.endsWith('.test.ts'))
  const paths = all.map(name => `${folder}/${name}`)
  return paths.filter(path => asked.length === 0 || asked.some(part => path.includes(part)))
}

await command(async () => {
  const { quick, seed, files } = readOptions()
  stopOnSignals()
  await ensureInstalled()
  const flags = [...(quick ? ['--quick'] : []), '--seed', seed, ...files]
  const sayHowToRepeat = () => console.log(`\nSeed: ${seed}. Again: npm run torture -- ${flags.join(' ')}`)
  sayHowToRepeat()
  const env = { ...process.env, TORTURE: quick ? 'quick' : 'full', TORTURE_SEED: seed }
  const form = quick ? 'in short' : 'in full'
  try {
    const [inWorkerd, inNode] = [runs('test/torture/workers', files), runs('test/torture', files)]
    const inBrowser = runs('test/torture/browser', files)
    if (inWorkerd.length + inNode.length + inBrowser.length === 0)
      throw new Stop(`No run is called ${files.join(' or ')}.`)
    if (inWorkerd.length > 0) await runStep(`long runs in workerd, ${form}`, [...vitest, ...inWorkerd], env)
    if (inNode.length > 0) await runStep(`long runs over HTTP, ${form}`, [...vitestInNode, ...inNode], env)
    if (inBrowser.length === 0) return
    const withBrowser = { ...env, CHROMIUM_PATH: await ensureBrowser() }
    await runStep(`long runs in a browser, ${form}`, [...vitestInNode, ...inBrowser], withBrowser)
  } finally {
    sayHowToRepeat()
  }
}).finally(stopAll)
