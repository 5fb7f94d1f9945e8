// Every process that a command starts is registered here, so that Ctrl-C and failures leave none behind.
import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let stopping = false

/** How long a child may take to end by itself. wrangler needs well under a second. */
const graceMs = 5000

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(program, args, options) {
  const child = spawn(program, args, options)
  running.add(child)
  child.once('close', () => running.delete(child))
  child.once('error', () => running.delete(child))
  return child
}

/**
 * Runs to the end without stdin. Output is collected; `show` also passes it through as it comes.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function run(program, args, { show = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const out = { stdout: '', stderr: '' }
    for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
      child[name]?.setEncoding('utf8').on('data', text => {
        out[name] += text
        if (show) process[name].write(text)
      })
    }
    child.once('error', reject)
    // A stop is under way: nothing that waits for this child may go on and report a failure of its own.
    child.once('close', code => stopping || resolve({ code: code ?? 1, ...out }))
  })
}

/** Ends all children, kindly first. A child that ended takes its own children with it; one that must be killed can't. */
export async function stopAll() {
  for (const child of running) endKindly(child)
  const deadline = Date.now() + graceMs
  while (running.size > 0 && Date.now() < deadline) await pause(20)
  for (const child of running) for (const pid of [...descendants(child.pid), child.pid]) kill(pid)
}

/** SIGINT, SIGTERM and a closed terminal end the command and its children; that is no failure: exit code 0. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  if (process.env.npm_lifecycle_event) stopWithNpm()
}

function stop() {
  if (stopping) return
  stopping = true
  stopAll().finally(() => process.exit(0))
}

/** A signal to npm alone may end npm, or the shell between us, without ever coming here: so watch both. */
function stopWithNpm() {
  const { ppid } = process
  const [, above, program] = /^\s*(\d+)\s+(\S+)/.exec(psOf(['-o', 'ppid=,args=', '-p', String(ppid)])) ?? []
  const npm = program?.endsWith('sh') ? Number(above) : ppid
  setInterval(() => (process.ppid === ppid && isAlive(npm)) || stop(), 200).unref()
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Nothing where there is no ps (Windows).
 * @param {string[]} args
 */
const psOf = args => spawnSync('ps', args, { encoding: 'utf8' }).stdout ?? ''

export const isStopping = () => stopping

/** @param {import('node:child_process').ChildProcess} child */
function endKindly(child) {
  // Windows has no signals: ending the tree by name of its root is the only way that leaves nothing.
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  else child.kill('SIGTERM')
}

/**
 * @param {number | undefined} pid
 * @returns {number[]}
 */
function descendants(pid) {
  const rows = psOf(['-A', '-o', 'pid=,ppid='])
    .split('\n')
    .map(row => row.trim().split(/\s+/).map(Number))
  const children = rows.filter(([, parent]) => parent === pid).map(([own = 0]) => own)
  return children.flatMap(child => [...descendants(child), child])
}

/** @param {number | undefined} pid */
function kill(pid) {
  try {
    if (pid) process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone, which is what was wanted.
  }
}
