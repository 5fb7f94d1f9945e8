// `npm run dev`: from a fresh clone to a portal with a believable business in it, without a question.
// Ctrl-C (SIGINT) and SIGTERM end it and everything that it started, with exit code 0.
import './lib/node-version.mjs'
import { announce } from './lib/announce.mjs'
import { readArgs } from './lib/args.mjs'
import { isStopping, stopAll, stopOnSignals } from './lib/children.mjs'
import { clearHalfDemo, forgetEverything, readyDemo, rememberedDemo } from './lib/demo.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { applyMigrations } from './lib/migrations.mjs'
import { assertFree, host, wantedPort } from './lib/port.mjs'
import { serve } from './lib/serve.mjs'
import { ensureSettings } from './lib/settings.mjs'
import { command, Stop } from './lib/stop.mjs'

const usage = `Usage: npm run dev -- [--fresh] [--var NAME:VALUE]...
       --fresh   start over: removes the local data and loads the demo again
       --var     overrides a setting for this run; may be repeated
       PORT=8788 npm run dev   serves on another port than 8787`

function readOptions() {
  const { values, positionals } = readArgs(usage, {
    fresh: { type: 'boolean' },
    var: { type: 'string', multiple: true },
  })
  const vars = /** @type {string[]} */ (values.var ?? [])
  const wrong = positionals[0] ?? vars.find(text => !/^[A-Za-z_]\w*:/.test(text))
  if (wrong) throw new Stop(`"${wrong}" is not understood here.\n${usage}`, 2)
  return { fresh: values.fresh === true, vars }
}

await command(async () => {
  const { fresh, vars } = readOptions()
  const port = wantedPort()
  const { origin } = new URL(`http://${host}:${port}`)
  stopOnSignals()

  await assertFree(port)
  await ensureInstalled()
  const made = ensureSettings()
  if (made.length > 0) console.log(`Made in .dev.vars: ${made.join(', ')}.`)

  if (made.includes('LINK_KEYS') && rememberedDemo() && !fresh)
    console.log('The link keys are new, so links made before are dead. `npm run dev -- --fresh` starts over.')

  if (fresh) forgetEverything()
  else await clearHalfDemo()
  await applyMigrations()
  const { ended } = await serve({ port, origin, vars })
  await announce(origin, await readyDemo(origin))

  await ended
  if (!isStopping()) throw new Stop('wrangler has ended by itself; its last words stand above.')
}).finally(stopAll)
