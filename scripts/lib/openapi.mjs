// The OpenAPI document as the code produces it, and the types that a client has by it; no portal needs to run.
import { spawnSync } from 'node:child_process'
import { registerHooks } from 'node:module'
import { inProject, projectNode, root, tool } from './paths.mjs'
import { Stop } from './stop.mjs'

export const typesFile = inProject('scripts', 'lib', 'api-types.d.ts')

/**
 * The document of a portal at an origin. Vite reads the sources, which node alone can't: views are written in JSX.
 * @param {string} origin
 * @returns {Promise<Record<string, any>>}
 */
export async function openApiDocument(origin) {
  const { createViteServer } = await import('vitest/node')
  const server = await createViteServer({
    ...{ configFile: false, root, logLevel: 'error', optimizeDeps: { noDiscovery: true } },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  try {
    const { openApi } = await server.ssrLoadModule('/src/api/openapi.ts')
    return JSON.parse(JSON.stringify(openApi(origin)))
  } finally {
    await server.close()
  }
}

const heading = `/**
 * The API as its OpenAPI document describes it, in types: what scripts/lib/api.mjs and the tests call it by. Made by
 * \`npm run client\`, never by hand.
 */
`

/**
 * The text of the file of types.
 * @param {Record<string, any>} document
 */
export async function typesOf(document) {
  compileWithTypeScript5()
  const { astToString, default: openapiTS } = await import('openapi-typescript')
  // A field that has a default may be left out by whoever sends it.
  const tree = await openapiTS(/** @type {any} */ (document), {
    defaultNonNullable: false,
    alphabetize: false,
  })
  return formatted(heading + astToString(tree))
}

/**
 * openapi-typescript builds its text with TypeScript's own library, which TypeScript 7 has none of: it gets the
 * TypeScript 5 that @ts-morph/common carries.
 */
function compileWithTypeScript5() {
  const library = import.meta.resolve('@ts-morph/common').replace(/[^/]+$/, 'typescript.js')
  registerHooks({
    resolve: (name, context, next) =>
      name === 'typescript' && context.parentURL?.includes('/node_modules/openapi-typescript/')
        ? { url: library, format: 'commonjs', shortCircuit: true }
        : next(name, context),
  })
}

/** @param {string} text */
function formatted(text) {
  const args = [tool('@biomejs/biome/bin/biome'), 'format', `--stdin-file-path=${typesFile}`]
  const { status, stdout, stderr } = spawnSync(projectNode(), args, {
    ...{ cwd: root, input: text, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  })
  if (status !== 0) throw new Stop(`biome could not format the types: ${stderr}`)
  return stdout
}
