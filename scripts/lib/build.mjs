// Bundles the Worker as it is deployed: one file that every isolate loads, and parts that are loaded when they are first
// asked for (docs/decisions/0009). wrangler would put all of it into one.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build as bundle } from 'esbuild'
import { inProject, root } from './paths.mjs'

/** The folder below `dist` that wrangler.toml names: what lies there is uploaded beside the entry. */
const parts = 'parts'

/**
 * `path`: below the folder. `isLoadedAtStart`: the entry, or imported from there by statement. `sources`: what it is made of.
 * @typedef {{ path: string, isLoadedAtStart: boolean, sources: string[] }} Part
 */

/**
 * Writes `index.js` and `parts/*.js`. What is there already stays untouched: two builds may run at the same time.
 * @param {string} [out]
 * @param {{ minify?: boolean }} [options]
 * @returns {Promise<Part[]>}
 */
export async function build(out = inProject('dist'), { minify = true } = {}) {
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    outdir: out,
    chunkNames: `${parts}/[name]-[hash]`,
    ...{
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2024',
      minify,
      write: false,
      metafile: true,
    },
    // What wrangler says of the platform when it bundles.
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    define: { 'navigator.userAgent': '"Cloudflare-Workers"', 'process.env.NODE_ENV': '"production"' },
  })
  mkdirSync(join(out, parts), { recursive: true })
  for (const { path, contents } of outputFiles) put(path, contents)
  const made = new Set(outputFiles.map(({ path }) => basename(path)))
  for (const file of readdirSync(join(out, parts)))
    if (!made.has(file)) rmSync(join(out, parts, file), { force: true })
  return partsOf(metafile, out)
}

/** @param {string} path @param {Uint8Array} contents */
function put(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  const half = `${path}.${process.pid}`
  writeFileSync(half, contents)
  renameSync(half, path)
}

/**
 * @param {import('esbuild').Metafile} metafile
 * @param {string} out
 */
function partsOf({ outputs }, out) {
  const below = (/** @type {string} */ path) => relative(out, inProject(path))
  const atStart = new Set(Object.keys(outputs).filter(path => below(path) === 'index.js'))
  for (const path of atStart)
    for (const { kind, external, path: imported } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) atStart.add(imported)
  return Object.entries(outputs).map(([path, { inputs }]) => ({
    ...{ path: below(path), isLoadedAtStart: atStart.has(path), sources: Object.keys(inputs) },
  }))
}
