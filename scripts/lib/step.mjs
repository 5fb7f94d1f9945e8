// One step of a command that runs others: its name, its output as it comes, how long it took; it ends what fails.
import { existsSync } from 'node:fs'
import { isStopping, start } from './children.mjs'
import { projectNode, root, tool } from './paths.mjs'
import { Stop } from './stop.mjs'

export const vitest = [tool('vitest/vitest.mjs'), 'run']

/** The tests that run in node instead of workerd. */
export const vitestInNode = [...vitest, '--config', 'vitest.browser.config.ts']

/**
 * Runs a script of node_modules with the project's node; throws a Stop where it fails.
 * @param {string} name
 * @param {string[]} args the script, and what it is given
 * @param {NodeJS.ProcessEnv} env
 */
export async function runStep(name, args, env) {
  if (!existsSync(args[0] ?? '')) throw new Stop(`${args[0]} is missing: run \`npm ci\`, then try again.`)
  console.log(`\n=== ${name} ===`)
  const began = Date.now()
  const code = await new Promise((resolve, reject) => {
    const child = start(projectNode(), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject).once('close', status => isStopping() || resolve(status))
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (code !== 0) throw new Stop(`Failed after ${seconds} s: ${name}.`)
  console.log(`--- ${name}: passed in ${seconds} s`)
}
