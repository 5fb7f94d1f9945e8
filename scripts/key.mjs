// `npm run key`: makes a business and its first API key, in the local database (also while `npm run dev` runs)
// or, with `--env production`, in the deployment's.
import './lib/node-version.mjs'
import { readArgs } from './lib/args.mjs'
import { newBusiness } from './lib/business.mjs'
import { stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { command, Stop } from './lib/stop.mjs'
import { executeSql } from './lib/wrangler.mjs'

const usage = `Usage: npm run key -- --business "<name>" --email <address>
       [--locale en-US] [--currency USD] [--time-zone UTC]
       [--env production]   in the deployment's database instead of the local one`

const text = /** @type {const} */ ({ type: 'string' })

await command(async () => {
  const flags = { business: text, email: text, locale: text, currency: text, 'time-zone': text, env: text }
  const { values, positionals } = readArgs(usage, flags)
  const { business: name, email, locale, currency, env } = values
  if (!name || !email || positionals.length > 0) throw new Stop(usage, 2)
  if (env && env !== 'production') throw new Stop(`There is no environment "${env}".\n${usage}`, 2)

  const { key, sql } = newBusiness({ name, email, locale, currency, time_zone: values['time-zone'] })
  stopOnSignals()
  await ensureInstalled()
  await executeSql(sql, { remote: env === 'production' })
  console.log(`${name} is made. Its key is shown this once:`)
  console.log(`API key: ${key}`)
})
