// `npm run verify`: checks evidence files against the portal's public keys, and the chain that several of them make,
// with nothing but these files: no network, no portal, no database.
import './lib/node-version.mjs'
import { fileURLToPath } from 'node:url'
import { readArgs } from './lib/args.mjs'
import { start } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/paths.mjs'
import { command, Stop } from './lib/stop.mjs'

const usage = `Usage: npm run verify -- file.json [more.json ...] --jwks jwks.json [--head head.json ...]
       file     a receipt's evidence file, as the portal gave it; several are also checked as a chain
       --jwks   the portal's public keys, saved from its /.well-known/jwks.json
       --head   a sealed head, as it was mailed: finds whether records up to it were cut off; may also stand among the files
       Ends with 0 where all of it holds, 1 where something does not, 2 where it was called wrongly.`

function readOptions() {
  const { values, positionals: files } = readArgs(usage, {
    jwks: { type: 'string' },
    head: { type: 'string', multiple: true },
  })
  if (files.length === 0) throw new Stop(`There is no file to check.\n${usage}`, 2)
  if (!values.jwks) throw new Stop(`The public keys are missing: --jwks jwks.json\n${usage}`, 2)
  return { files, heads: values.head ?? [], jwks: values.jwks }
}

await command(async () => {
  const given = readOptions()
  await ensureInstalled()
  if (!process.features.typescript) {
    process.exitCode = await again()
    return
  }
  const { checkFiles } = await import('./lib/evidence.mjs')
  if (!(await checkFiles(given))) process.exitCode = 1
})

/**
 * The check is the portal's own source, and this node can't read TypeScript: once more with one that can.
 * @returns {Promise<number>}
 */
function again() {
  const node = projectNode()
  const flags =
    node === process.execPath ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : []
  const args = [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  return new Promise((resolve, reject) => {
    const child = start(node, args, { stdio: 'inherit' })
    child.once('error', reject).once('close', code => resolve(code ?? 1))
  })
}
