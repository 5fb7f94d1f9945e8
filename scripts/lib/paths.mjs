// Where things lie in the project: the one place that knows, so that a test can point the rest at a copy.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** @param {...string} parts */
export const inProject = (...parts) => join(root, ...parts)

export const settingsFile = inProject('.dev.vars')
export const stateFolder = inProject('.wrangler', 'state')
export const demoFile = inProject('.wrangler', 'demo.json')

/** The Node 24 that the install brings on Linux, where the system's may be too old for wrangler; else our own. */
export function projectNode() {
  const bundled = inProject('node_modules', '.bin', 'node')
  return existsSync(bundled) ? bundled : process.execPath
}

/**
 * The arguments that run a tool of node_modules by its script: `.bin` files would pick the system's node.
 * @param {string} script
 */
export const tool = script => inProject('node_modules', ...script.split('/'))
