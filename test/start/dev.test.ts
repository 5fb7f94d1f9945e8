// `npm run dev` from a clone to the end: what it prints, that it works, that it comes back, that it leaves nothing.
// The tests build on each other: one clone, in the order in which a newcomer would use it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandsBesideDev } from './support/commands.ts'
import { api, type Dev, startDev } from './support/dev.ts'
import { descendants, stillRunning } from './support/processes.ts'
import { clone, freePort, remove, runScript, startScript, untilPrinted } from './support/project.ts'
import { tasksOfReadme } from './support/tasks.ts'

let folder: string
let cut: Awaited<ReturnType<typeof cutOff>>
let dev: Dev

beforeAll(async () => {
  folder = clone()
  cut = await cutOff()
  dev = await startDev(folder)
})

/** The very first start, ended by Ctrl-C while it loads the demo. */
async function cutOff() {
  const command = startScript(folder, 'dev.mjs', [], { PORT: String(await freePort()) })
  await untilPrinted(command, /^Loading /m)
  const processes = descendants(command.child.pid ?? 0)
  command.child.kill('SIGINT')
  return { code: await command.ended, printed: command.printed(), left: stillRunning(processes) }
}

afterAll(async () => {
  await dev?.stop()
  remove(folder)
})

const status = async (url: string) => (await fetch(url)).status
const paths = (urls: readonly string[]) => urls.map(url => new URL(url).pathname)

describe('the first start', () => {
  test('cut off while it loads: ends cleanly, and the next start begins the demo again, and says so', async () => {
    expect(cut).toMatchObject({ code: 0, left: [] })
    expect(cut.printed).not.toContain('Portal:')
    expect(dev.printed()).toContain('the demo starts over')
    const { body } = await api(dev.origin, dev.key, 'GET', '/clients?limit=100')
    expect(new Set(body.data.map((client: { name: string }) => client.name)).size).toBe(body.data.length)
  })

  test('prints links that open, a key that works, the mailbox and the docs', async () => {
    expect(dev.portals.length).toBeGreaterThanOrEqual(4)
    for (const url of dev.portals) expect([url, await status(url)]).toEqual([url, 200])
    expect(dev.key).toMatch(/^sqk_[0-9a-z]{38}$/)
    expect((await api(dev.origin, dev.key, 'GET', '/business')).body.name).toBe('Harbor Roofing & Renovation')
    expect(dev.mailbox).toBe(`${dev.origin}/mailbox`)
    expect(await status(dev.mailbox)).toBe(200)
    expect(dev.docs).toBe(`${dev.origin}/api/v1/docs`)
  })

  test('loads every situation that the demo is there to show', async () => {
    const list = async (noun: string) =>
      (await api(dev.origin, dev.key, 'GET', `/${noun}?limit=100`)).body.data
    const states = (documents: { status: string }[]) => new Set(documents.map(document => document.status))
    const every = ['draft', 'sent', 'viewed', 'accepted', 'rejected', 'expired']
    expect(states(await list('quotes'))).toEqual(new Set(every))
    expect(states(await list('invoices'))).toEqual(new Set(['sent', 'partial', 'overdue', 'paid']))
  })

  test('prints a token on the Portal lines alone, and a key on its own line alone', async () => {
    // Requests that fail and requests that succeed: neither may show up.
    for (const url of dev.portals) await fetch(`${url}/quotes/none`)
    await fetch(`${dev.portals[0]}`, { method: 'POST' })
    const others = dev
      .printed()
      .split('\n')
      .filter(line => !/^(Portal|API key): /.test(line))
    for (const url of dev.portals) expect(others.join('\n')).not.toContain(url.split('/').at(-1))
    expect(others.join('\n')).not.toMatch(/sqk_[0-9a-z]|\/portal\/[0-9a-z]/)
  })

  test('keeps secrets in files for their owner alone', () => {
    expect(statSync(join(folder, '.dev.vars')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, '.wrangler/demo.json')).mode & 0o777).toBe(0o600)
  })

  test('a second one on the same port says so and leaves the first alone', async () => {
    const { code, printed } = await runScript(folder, 'dev.mjs', [], { PORT: String(dev.port) })
    expect(printed).toContain(`Port ${dev.port} is taken by another program`)
    expect(printed).toContain(`PORT=${dev.port + 1} npm run dev`)
    expect(code).toBe(1)
    expect(await status(`${dev.origin}/health`)).toBe(200)
  })
})

describe('while it runs', () => {
  commandsBesideDev(() => ({ folder, dev }))
  tasksOfReadme(() => ({ folder, dev }))
})

describe('stopping and starting', () => {
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
})

test('--fresh starts over: new links, and the old ones are dead', async () => {
  const before = dev
  dev = await startDev(folder, ['--fresh'])
  expect(dev.portals).toHaveLength(4)
  expect(dev.key).not.toBe(before.key)
  for (const path of paths(before.portals)) expect(await status(`${dev.origin}${path}`)).toBe(404)
})
