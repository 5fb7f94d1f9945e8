// Installs the packages when they are missing or half there, and only then.
//
// npm writes node_modules/.package-lock.json last. So an install that was cut off leaves none, and one of
// another version leaves one that disagrees with package-lock.json.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { root } from './paths.mjs'
import { Stop } from './stop.mjs'

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Package */

/**
 * The packages that the lockfile names and the install lacks or has in another version.
 * @param {string} folder the project's
 * @param {{ platform: string, arch: string }} [machine]
 */
export function missingPackages(folder, machine = { platform: process.platform, arch: process.arch }) {
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const present = packagesOf(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, wish]) => path && isNeeded(wish, machine))
    .filter(([path, wish]) => present[path]?.version !== wish.version || !isThere(folder, path))
    .map(([path]) => path.replace(/^node_modules\//, ''))
}

/** Makes sure that everything is installed, with a word when it takes its time. */
export async function ensureInstalled() {
  const missing = missingPackages(root)
  if (missing.length === 0) return
  console.log(
    existsSync(join(root, 'node_modules'))
      ? `Installing again: ${missing.length} packages are missing or of another version (such as ${missing[0]}).`
      : 'Installing the packages: about half a minute, once.',
  )
  const [program, args] = npm()
  const result = await run(program, [...args, 'ci', '--loglevel=error'], { cwd: root, show: true })
  if (result.code !== 0) throw new Stop(installFailure(result.stderr))
}

/**
 * The sentence for an `npm ci` that failed; npm's own words have been shown before it.
 * @param {string} stderr
 */
export function installFailure(stderr) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(
      stderr,
    )
  )
    return 'npm could not reach its package registry. Check the network connection (and the proxy, if there is one), then try again. The packages are all that needs a network.'
  if (/ENOSPC/.test(stderr))
    return 'The disk is full: the packages need about 800 MB. Make room and try again.'
  if (/EACCES|EPERM/.test(stderr))
    return 'npm may not write to this folder. Check who owns it and node_modules in it, then try again.'
  if (/EUSAGE|from lock file|in sync/.test(stderr))
    return 'package.json and package-lock.json disagree. Run `npm install`, commit package-lock.json, and try again.'
  return 'The packages could not be installed; what npm says about it stands above. Put it right and try again.'
}

/**
 * npm as it was called, with the node that it was called with: the node in node_modules goes away during the install.
 * @returns {[string, string[]]}
 */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && node && existsSync(node)) return [node, [script]]
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm']] : ['npm', []]
}

/**
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {} // absent, or cut off while it was written: nothing is known to be there
  }
}

/**
 * Optional packages belong to one kind of machine each, and those for others stay away. An optional one for any
 * machine is a part of such a package and comes and goes with it.
 * @param {Package} wish
 * @param {{ platform: string, arch: string }} machine
 */
function isNeeded(wish, machine) {
  if (wish.link) return false
  if (!wish.optional) return true
  if (!wish.os || !wish.cpu || [wish.libc ?? []].flat().includes('musl')) return false
  return [wish.os].flat().includes(machine.platform) && [wish.cpu].flat().includes(machine.arch)
}

/**
 * @param {string} folder
 * @param {string} path
 */
const isThere = (folder, path) => existsSync(join(folder, path, 'package.json'))
