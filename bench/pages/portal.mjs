// A portal to look at: `npm run dev` with its demo, in a copy of the project, so that neither the developer's own data
// nor a portal that runs already is touched.
import { start } from '../../scripts/lib/children.mjs'
import { projectNode } from '../../scripts/lib/paths.mjs'
import { host } from '../../scripts/lib/port.mjs'
import { Stop } from '../../scripts/lib/stop.mjs'
import { announced } from '../../test/start/support/dev.ts'
import { clone, freePort, remove } from '../../test/start/support/project.ts'

/** Serves until the process ends; answers its origin and the links of the demo's clients. */
export async function aPortal() {
  const folder = clone()
  process.once('exit', () => remove(folder))
  const port = await freePort()
  const child = start(projectNode(), [`${folder}/scripts/dev.mjs`], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { portals } = announced(await untilReady(child))
  return { origin: `http://${host}:${port}`, portals }
}

/**
 * All that it prints until its last line of interest is there.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
const untilReady = child =>
  new Promise((resolve, reject) => {
    let text = ''
    const take = (/** @type {string} */ piece) => {
      text += piece
      if (/^API docs: .*\n/m.test(text)) resolve(text)
    }
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', take)
    child.once('close', () => reject(new Stop(`The portal did not start.\n${text}`)))
  })
