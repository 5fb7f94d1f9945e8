// `npm run torture`: the long runs of test/torture in their full counts. All that is random in them comes from one
// seed, which is printed first and last with the command that repeats the run.
import './lib/node-version.mjs'
import { randomInt } from 'node:crypto'
import { readArgs } from './lib/args.mjs'
import { stopAll, stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runStep, vitestInNode } from './lib/step.mjs'
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

await command(async () => {
  const { quick, seed, files } = readOptions()
  stopOnSignals()
  await ensureInstalled()
  const flags = [...(quick ? ['--quick'] : []), '--seed', seed, ...files]
  const sayHowToRepeat = () => console.log(`\nSeed: ${seed}. Again: npm run torture -- ${flags.join(' ')}`)
  sayHowToRepeat()
  const chosen =
    files.length > 0
      ? files.map(file => `test/torture/${file.replace(/^test\/torture\//, '')}`)
      : ['test/torture']
  const env = { ...process.env, TORTURE: quick ? 'quick' : 'full', TORTURE_SEED: seed }
  try {
    await runStep(`long runs, ${quick ? 'in short' : 'in full'}`, [...vitestInNode, ...chosen], env)
  } finally {
    sayHowToRepeat()
  }
}).finally(stopAll)
