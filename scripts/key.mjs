// `npm run key`: makes a business and its first API key, in the local database (also while `npm run dev` runs)
// or, with `--env production`, in the deployment's; or one more key for a business that has lost all of its own.
import './lib/node-version.mjs'
import { readArgs } from './lib/args.mjs'
import { newBusiness, newKey } from './lib/business.mjs'
import { stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { command, Stop } from './lib/stop.mjs'
import { executeSql, literal } from './lib/wrangler.mjs'

const usage = `Usage: npm run key -- --business "<name>" --email <address>
       [--locale en-US] [--currency USD] [--time-zone UTC]
       npm run key -- --for biz_...   one more key for a business that is there
       [--env production]   in the deployment's database instead of the local one`

const text = /** @type {const} */ ({ type: 'string' })

await command(async () => {
  const flags = {
    business: text,
    email: text,
    locale: text,
    currency: text,
    'time-zone': text,
    for: text,
    env: text,
  }
  const { values, positionals } = readArgs(usage, flags)
  const { business: name, email, env, for: id, ...profile } = values
  const isWhole = id ? !name && !email && Object.keys(profile).length === 0 : name && email
  if (!isWhole || positionals.length > 0) throw new Stop(usage, 2)
  if (env && env !== 'production') throw new Stop(`There is no environment "${env}".\n${usage}`, 2)
  const where = { remote: env === 'production' }

  if (id) {
    const [{ name: found } = {}] = await within(`SELECT name FROM businesses WHERE id = ${literal(id)}`)
    if (!found) throw new Stop(`There is no business "${id}".`)
    await make(newKey(id), `${found} has one more key. It is shown this once:`)
  } else {
    const { locale, currency, 'time-zone': time_zone } = profile
    const made = newBusiness({ name: name ?? '', email: email ?? '', locale, currency, time_zone })
    await make(made, `${name} is made. Its key is shown this once:`)
  }

  /** @param {{ key: string, sql: string }} made @param {string} sentence */
  async function make({ key, sql }, sentence) {
    await within(sql)
    console.log(sentence)
    console.log(`API key: ${key}`)
  }

  /** The rows of the first statement. @param {string} sql */
  async function within(sql) {
    stopOnSignals()
    await ensureInstalled()
    return (await executeSql(sql, where))[0] ?? []
  }
})
