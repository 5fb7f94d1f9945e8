// A browser that Lighthouse drives from outside.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../scripts/lib/children.mjs'
import { Stop } from '../../scripts/lib/stop.mjs'

/** Root may not use the sandbox, and nothing here is to reach a network or to do work of the browser's own. */
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--no-default-browser-check'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--disable-extensions', '--disable-default-apps', '--mute-audio', '--remote-debugging-port=0'],
]

/**
 * Starts one with a profile of its own, which goes when this process ends; the browser does, too, if not before.
 * @param {string} path
 */
export async function startChrome(path) {
  const profile = mkdtempSync(join(tmpdir(), 'semaquote-chrome-'))
  // A group of its own: Debian's is a shell script, and what ends that leaves the browser behind.
  const child = start(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    ...{ stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' },
  })
  const ended = new Promise(resolve => child.once('close', resolve))
  child.once('exit', () => kill(child))
  process.once('exit', () => {
    kill(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  const end = async () => {
    kill(child)
    await ended
  }
  return { port: await portOf(child), end }
}

/** @param {import('node:child_process').ChildProcess} child */
function kill({ pid = 0 }) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid)
  } catch {
    // Already gone, which is what was wanted.
  }
}

/**
 * The port to drive it by.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
const portOf = child =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', piece => {
      text = `${text}${piece}`.slice(-10_000)
      const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(text) ?? []
      if (port) resolve(Number(port))
    })
    child.once('error', reject).once('close', () => reject(new Stop(`The browser ended.\n${text}`)))
  })
