// Bundles the Worker as it is deployed: one file that every isolate loads, and parts that are loaded when they are first
// asked for (docs/decisions/0009). wrangler would put all of it into one.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build as bundle } from 'esbuild'
import { inProject, root } from './paths.mjs'

/** The folder below `dist` that wrangler.toml names: what lies there is uploaded beside the entry. */
const parts = 'parts'

/**
 * Writes `index.js` and `parts/*.js`. What is there already stays untouched: two builds may run at the same time.
 * @param {string} [out]
 * @param {{ minify?: boolean }} [options]
 * @returns {Promise<import('esbuild').Metafile>}
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
  return metafile
}

/** @param {string} path @param {Uint8Array} contents */
function put(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  const half = `${path}.${process.pid}`
  writeFileSync(half, contents)
  renameSync(half, path)
}

/**
 * The files that are loaded before the first request: the entry, and what is imported from there by statement.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry as in `outputs`
 * @returns {string[]}
 */
export function loadedAtStart({ outputs }, entry) {
  const found = new Set([entry])
  for (const path of found)
    for (const one of outputs[path]?.imports ?? [])
      if (one.kind === 'import-statement' && !one.external) found.add(one.path)
  return [...found]
}
