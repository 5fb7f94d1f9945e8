// Starts `wrangler dev` on src/dev.ts and waits until the portal answers. The same wrangler.toml and the same
// local state as plain `npx wrangler dev`, which therefore serves the same data.
import { setTimeout as pause } from 'node:timers/promises'
import { isStopping, start, stopAll } from './children.mjs'
import { projectNode, root } from './paths.mjs'
import { host } from './port.mjs'
import { isNoise, lineCutter, redact } from './redact.mjs'
import { Stop } from './stop.mjs'
import { wranglerEnv, wranglerScript } from './wrangler.mjs'

/** How long nothing may answer, and how long /health may say that something is wrong. */
const patience = { silence: 60_000, fault: 5000 }

/**
 * Answers when the portal is ready; from then on wrangler's output is passed through.
 * @param {{ port: number, origin: string, vars: string[] }} options vars as NAME:VALUE; the last of a name wins
 */
export async function serve({ port, origin, vars }) {
  const child = start(projectNode(), [wranglerScript, ...devArgs(port, origin, vars)], {
    cwd: root,
    // Nothing of dist/ is served: scripts/build.mjs need not make it after every change.
    env: { ...wranglerEnv(), SERVES_SOURCES: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = watchOutput(child)
  const over = new AbortController()
  const ended = new Promise(resolve => child.once('close', resolve)).then(() => over.abort())
  const fault = await Promise.race([ended.then(() => 'ended'), firstAnswer(origin, over.signal)])
  if (isStopping()) return { ended }
  if (fault) {
    await stopAll()
    throw new Stop(startFailure(output.lines, fault))
  }
  output.showFromNow()
  return { ended }
}

/**
 * @param {number} port
 * @param {string} origin
 * @param {string[]} vars
 */
const devArgs = (port, origin, vars) => [
  ...['dev', 'src/dev.ts', '--bundle', '--ip', host, '--port', String(port), '--log-level', 'warn'],
  ...[`BASE_URL:${origin}`, ...vars].flatMap(value => ['--var', value]),
]

/** @param {import('node:child_process').ChildProcess} child */
function watchOutput(child) {
  /** @type {string[]} */
  const lines = []
  let isReady = false
  const take = (/** @type {string} */ line) => {
    if (isNoise(line)) return
    const shown = redact(process.stderr.isTTY ? line : stripColours(line))
    if (isReady) console.error(shown)
    else lines.push(shown)
  }
  for (const stream of [child.stdout, child.stderr]) {
    const cutter = lineCutter(take)
    stream?.setEncoding('utf8').on('data', cutter.push).on('end', cutter.end)
  }
  const showFromNow = () => {
    isReady = true
  }
  return { lines, showFromNow }
}

/**
 * Waits for /health. Answers nothing when all is well, else what is wrong.
 * @param {string} origin
 * @param {AbortSignal} over
 */
async function firstAnswer(origin, over) {
  let deadline = Date.now() + patience.silence
  let fault = ''
  while (Date.now() < deadline && !over.aborted) {
    const now = await health(origin)
    if (now === 'well') return undefined
    if (now && !fault) deadline = Date.now() + patience.fault
    fault = now || fault
    await pause(100)
  }
  return fault || 'it does not answer'
}

/** @param {string} origin */
async function health(origin) {
  try {
    const response = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5000) })
    const text = await response.text()
    return response.ok ? 'well' : `/health answers ${response.status}: ${redact(text).slice(0, 500)}`
  } catch {
    return undefined // not listening yet
  }
}

/**
 * Shows what wrangler said, and answers the sentence that says what to do about it.
 * @param {string[]} lines
 * @param {string} fault
 */
function startFailure(lines, fault) {
  const text = lines.join('\n')
  const thrown = /Uncaught (?:\w*Error: )*(.+)/.exec(stripColours(text))?.[1]
  if (thrown?.startsWith('The setting '))
    return `The portal refused to start. ${thrown.trim()}\nSettings of this machine stand in .dev.vars: correct the line, or delete it to have it made anew.`
  console.error(text.replace(/\n{3,}/g, '\n\n').trim())
  if (thrown) return `The portal stopped while it was starting: ${thrown.trim()}`
  if (fault === 'ended') return 'The portal could not be started; the error stands above.'
  return `The portal was started but is not healthy: ${fault}\nIf the local data may go, \`npm run dev -- --fresh\` starts over.`
}

/** @param {string} text */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const stripColours = text => text.replace(/\u001b\[[\d;]*m/g, '')
