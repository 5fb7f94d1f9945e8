// Copies of the project to start things in: the tests must neither touch the tree's own data nor see it.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const root = join(import.meta.dirname, '..', '..', '..')

/** What is no part of a clone. */
const notCloned = new Set(['node_modules', '.wrangler', '.git', '.dev.vars', 'coverage', 'dist'])

/** A fresh clone, with the packages installed unless told otherwise. */
export function clone({ installed = true } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-'))
  cpSync(root, folder, { recursive: true, filter: path => path === root || !notCloned.has(basename(path)) })
  if (installed) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** A clone that goes when the test ends. */
export function cloneForTest(options = {}): string {
  const folder = clone(options)
  onTestFinished(() => remove(folder))
  return folder
}

/**
 * A port that nothing listens on. Below those that systems give to outgoing connections (32768 and more on Linux,
 * 49152 elsewhere): another test's connection can't take it before it is listened on. Spread wide, because files that
 * run beside each other ask at the same time.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(12_000, 32_000)
  return (await canListen(port)) ? port : freePort()
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer()
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  )
  server.listen(port, '127.0.0.1')
  const free = await listening
  if (free) await once(server.close(), 'close')
  return free
}

export type Command = { child: ChildProcess; printed: () => string; ended: Promise<number | null> }

/** Starts one of the scripts as npm would; what npm itself would add to the environment stays out. */
export function startScript(
  folder: string,
  script: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Command {
  const { npm_execpath: _, npm_node_execpath: __, INIT_CWD: ___, ...inherited } = process.env
  const child = spawn(process.execPath, [join(folder, 'scripts', script), ...args], {
    ...{ cwd: folder, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, printed: () => text, ended }
}

/** Runs a script to its end. */
export async function runScript(
  folder: string,
  script: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
) {
  const { ended, printed } = startScript(folder, script, args, env)
  const code = await ended
  return { code, printed: printed() }
}

/** Waits until it has printed this. */
export async function untilPrinted({ child, printed, ended }: Command, pattern: RegExp): Promise<void> {
  let over = false
  ended.then(() => {
    over = true
  })
  while (!pattern.test(printed())) {
    if (over) throw new Error(`it ended with ${child.exitCode} before it printed ${pattern}:\n${printed()}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
