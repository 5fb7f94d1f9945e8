// Ctrl-C while a command is at work: what breaks off then is no failure of it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/project.ts'

const lib = (name: string) => JSON.stringify(join(root, 'scripts/lib', name))

/** A command whose child takes its time to end, and whose own work breaks off as soon as it is told to stop. */
const program = (broken: string) => `
  import { start, stopAll, stopOnSignals } from ${lib('children.mjs')}
  import { command, Stop } from ${lib('stop.mjs')}
  await command(async () => {
    stopOnSignals()
    const slow = 'process.on("SIGTERM", () => setTimeout(process.exit, 300)); console.log("ready"); setInterval(() => {}, 1000)'
    start(process.execPath, ['-e', slow], { stdio: ['ignore', 'inherit', 'inherit'] })
    await new Promise((_, reject) => process.once('SIGINT', () => reject(${broken})))
  }).finally(stopAll)`

test.each(['new Error("socket hang up")', 'new Stop("The portal did not answer.")'])(
  '%s: exit code 0, and not a word of it',
  async broken => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(broken)])
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', text => {
        printed += text
        if (printed === 'ready\n') child.kill('SIGINT')
      })
    const [code] = await once(child, 'close')
    expect([code, printed]).toEqual([0, 'ready\n'])
  },
)
