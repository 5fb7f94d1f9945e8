// `npm run dev` stopped and started again: it comes back with the same data, and leaves no process behind. The tests build
// on each other.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api, type Dev, startDev } from './support/dev.ts'
import { loadedClone } from './support/loaded.ts'
import { descendants, stillRunning } from './support/processes.ts'
import { freePort, remove } from './support/project.ts'

let folder: string
let dev: Dev

beforeAll(async () => {
  folder = await loadedClone()
  dev = await startDev(folder)
})
afterAll(async () => {
  await dev?.stop()
  remove(folder)
})

const status = async (url: string) => (await fetch(url)).status
const paths = (urls: readonly string[]) => urls.map(url => new URL(url).pathname)

const stopCleanly = async (signal: NodeJS.Signals) => {
  const processes = descendants(dev.child.pid ?? 0)
  expect(processes.length).toBeGreaterThan(1)
  expect(await dev.stop(signal)).toBe(0)
  expect(stillRunning(processes)).toEqual([])
}

test('SIGTERM ends it and all that it started; the next start prints the same', async () => {
  const before = dev
  await stopCleanly('SIGTERM')
  dev = await startDev(folder)
  expect(paths(dev.portals)).toEqual(paths(before.portals))
  expect(dev.key).toBe(before.key)
})

test('what was rotated or revoked meanwhile, key included, is printed as it is now; --var overrides', async () => {
  const before = dev
  const { data } = (await api(dev.origin, dev.key, 'GET', '/clients?limit=100')).body
  const idOf = (name: string) => data.find((client: { name: string }) => client.name === name).id
  expect((await api(dev.origin, dev.key, 'DELETE', `/clients/${idOf('Theo Lindqvist')}/link`)).status).toBe(
    204,
  )
  const rotation = await api(
    dev.origin,
    dev.key,
    'POST',
    `/clients/${idOf('Dana Whitfield')}/link/rotate`,
    {},
  )
  await revokeKeys()
  await stopCleanly('SIGINT')

  dev = await startDev(
    folder,
    ['--var', `BASE_URL:http://localhost:${dev.port}`, '--var=MAIL_FROM:a@b.example'],
    dev.port,
  )
  expect(dev.portals).toHaveLength(before.portals.length - 1)
  expect(paths(dev.portals)).toContain(new URL(rotation.body.url).pathname)
  for (const url of dev.portals) expect(url.startsWith(`http://localhost:${dev.port}/portal/`)).toBe(true)
  expect(dev.key).not.toBe(before.key)
  expect((await api(dev.origin, dev.key, 'GET', '/business')).status).toBe(200)
})

/** All of them at once: the API keeps the last one that may make others. */
async function revokeKeys(): Promise<void> {
  const { business_id } = JSON.parse(readFileSync(join(folder, '.wrangler/demo.json'), 'utf8'))
  const sql = `UPDATE api_keys SET revoked_at = 1 WHERE business_id = '${business_id}'`
  const args = ['node_modules/wrangler/bin/wrangler.js', 'd1', 'execute', 'DB', '--local', '--command', sql]
  await once(spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }), 'close')
}

test('an npm that is killed takes everything along', async () => {
  await dev.stop()
  const env = { ...process.env, PORT: String(dev.port) }
  const npm = spawn('npm', ['run', 'dev'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] })
  const processes = await new Promise<number[]>(resolve => {
    npm.stdout.on('data', text => /^API docs: /m.test(String(text)) && resolve(descendants(npm.pid ?? 0)))
  })
  npm.kill('SIGKILL')
  expect(processes.length).toBeGreaterThan(3)
  await expect.poll(() => stillRunning(processes), { timeout: 10_000 }).toEqual([])
})

test('plain wrangler dev serves the same data', async () => {
  const port = await freePort()
  const args = [
    'node_modules/wrangler/bin/wrangler.js',
    'dev',
    '--port',
    String(port),
    '--log-level',
    'error',
  ]
  const plain = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' })
  const answer = () => status(`http://127.0.0.1:${port}${paths(dev.portals)[0]}`).catch(() => 0)
  await expect.poll(answer, { timeout: 30_000 }).toBe(200)
  plain.kill()
  await once(plain, 'close')
})
