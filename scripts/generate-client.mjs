// `npm run client`: writes the types of the API's client anew, after a change of the API.
import './lib/node-version.mjs'
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { openApiDocument, typesFile, typesOf } from './lib/openapi.mjs'
import { root } from './lib/paths.mjs'
import { command } from './lib/stop.mjs'

await command(async () => {
  writeFileSync(typesFile, await typesOf(await openApiDocument('https://portal.example.net')))
  console.log(`Written: ${relative(root, typesFile)}`)
})
