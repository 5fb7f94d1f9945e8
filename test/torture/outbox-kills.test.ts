// The Worker is killed (SIGKILL, runtime and all) in the middle of sending, again and again: no message is lost, none is
// sent twice, and none is left in between.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadedClone } from '../start/support/loaded.ts'
import { descendants } from '../start/support/processes.ts'
import { remove, root } from '../start/support/project.ts'
import { openPostmark } from '../support/postmark/client.ts'
import { counts, seed } from './support/counts.ts'
import type { Settings } from './support/killable.ts'
import { type Random, randomOf } from './support/random.ts'

const KILLS = counts(4, 200)
const MESSAGES = 8
const HOUR = 3_600_000

let folder: string
let settings: Omit<Settings, 'from' | 'fill' | 'vars'>
let vars: Record<string, string>

beforeAll(async () => {
  folder = await loadedClone()
  const out = join(folder, 'dist')
  const bundle = [join(root, 'node_modules/wrangler/bin/wrangler.js'), 'deploy', '--dry-run', '--outdir', out]
  execFileSync(process.execPath, bundle, { cwd: root, stdio: 'pipe' })
  settings = { bundle: out, state: join(folder, '.wrangler', 'state', 'v3') }
  const secrets = readFileSync(join(folder, '.dev.vars'), 'utf8')
  vars = Object.fromEntries(
    [...secrets.matchAll(/^([A-Z_]+)\s*=\s*(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      unquoted(value),
    ]),
  )
})
afterAll(() => remove(folder))

const unquoted = (value: string) => value.replace(/^(['"])(.*)\1$/, '$2')

const running = (more: Pick<Settings, 'from' | 'fill'>, mail: Record<string, string>) => {
  const given: Settings = { ...settings, ...more, vars: { ...vars, ...mail } }
  const script = join(import.meta.dirname, 'support', 'killable.ts')
  return spawn(process.execPath, [script, JSON.stringify(given)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What a process has printed once `pattern` stands in it, or when it ends. */
async function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let [text, errors] = ['', '']
  child.stderr?.on('data', data => {
    errors += data
  })
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', data => {
      text += data
      if (pattern.test(text)) resolve(text)
    })
    child.on('close', () => reject(new Error(`it ended: ${text}${errors}`)))
  })
}

/** Kills a process with all that it has started; says whether it was still at work. */
async function kill(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) return false
  const ended = once(child, 'close')
  for (const pid of [...descendants(child.pid ?? 0), child.pid ?? 0]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself in this very moment.
    }
  }
  await ended
  return child.signalCode === 'SIGKILL'
}

/** Milliseconds after the first step of the job: a run takes some tens of them, and longer where Postmark is slow. */
const moment = (random: Random) => random.below(200)

test(`the process is killed ${KILLS} times while it sends: every message leaves, once`, async () => {
  const random = randomOf(seed())
  const slow = () => ({ does: 'slow' as const, ms: random.below(120) })
  const postmark = await openPostmark({ plan: { '/email/batch': Array.from({ length: 5000 }, slow) } })
  const mail = {
    ...{ MAIL_TRANSPORT: 'postmark', POSTMARK_HOST: postmark.host, POSTMARK_SERVER_TOKEN: postmark.token },
    ...{ BASE_URL: 'http://127.0.0.1:8787', POSTMARK_STREAM: 'outbound' },
  }
  const start = Date.now()
  let [killed, runs] = [0, 0]
  while (killed < KILLS) {
    const child = running({ from: start + runs++ * HOUR, fill: MESSAGES }, mail)
    await printed(child, /ready\n/)
    await new Promise(resolve => setTimeout(resolve, moment(random)))
    if (await kill(child)) killed++
  }
  const last = running({ from: start + runs * HOUR, fill: MESSAGES }, mail)
  const text = await printed(last, /^states .*\n/m)
  const states: { id: string; state: string }[] = JSON.parse(/^states (.*)$/m.exec(text)?.[1] ?? '')
  expect(states).toHaveLength((runs + 1) * MESSAGES)
  expect(states.filter(({ state }) => state !== 'sent')).toEqual([])
  const times = await postmark.timesBy('message')
  for (const { id } of states) expect(times.get(id), id).toBe(1)
  console.info(`Killed ${killed} times; ${states.length} messages arrived once each.`)
  await postmark.close()
})
