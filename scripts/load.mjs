// `npm run load`: loads a business's own data, one JSON file by demo/schema.json, through the API.
import './lib/node-version.mjs'
import { resolve } from 'node:path'
import { apiClient } from './lib/api.mjs'
import { readArgs } from './lib/args.mjs'
import { rememberedDemo } from './lib/demo.mjs'
import { load } from './lib/load.mjs'
import { readBusinessFile } from './lib/load-file.mjs'
import { host, wantedPort } from './lib/port.mjs'
import { command, Stop } from './lib/stop.mjs'

const usage = `Usage: npm run load -- my-business.json [--url http://127.0.0.1:8787] [--key sqk_...]
       The key may also stand in API_KEY; without one, the file must be for the demo's business.
       The form of the file is demo/schema.json, an example demo/harbor-roofing.json.`

await command(async () => {
  const text = /** @type {const} */ ({ type: 'string' })
  const { values, positionals } = readArgs(usage, { url: text, key: text })
  const [path] = positionals
  if (!path || positionals.length > 1) throw new Stop(usage, 2)
  const url = values.url ?? `http://${host}:${wantedPort()}`
  if (!URL.canParse(url))
    throw new Stop(`"${url}" is no address such as https://portal.example.com\n${usage}`, 2)

  // npm runs scripts in the project's folder; the caller's own is where a relative path is meant from.
  const file = readBusinessFile(resolve(process.env.INIT_CWD ?? '', path))
  const given = values.key ?? process.env.API_KEY
  if (!given) refuseToRenameTheDemo(file)
  await load(await apiClient(new URL(url).origin, chooseKey(given)), file)
})

/**
 * Without a key of one's own the file would go into the demo business, under the file's name.
 * @param {{ business?: { name?: string } }} file
 */
function refuseToRenameTheDemo({ business }) {
  if (!business?.name || business.name === 'Harbor Roofing & Renovation') return
  throw new Stop(
    `This would turn the demo business into "${business.name}". Make a business of its own first:
  npm run key -- --business "${business.name}" --email you@example.com
and give the key that it prints: API_KEY=sqk_... npm run load -- <file>`,
    2,
  )
}

/** @param {string | undefined} given */
function chooseKey(given) {
  const key = given ?? rememberedDemo()?.key
  if (key) return key
  throw new Stop(`There is no API key: \`npm run key\` makes a business with one.\n${usage}`, 2)
}
