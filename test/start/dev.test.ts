// `npm run dev` in a fresh clone: what it prints, that it works, that it can be cut off, and start over.
// The tests build on each other, as a newcomer's first steps do: one clone, and its first start.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api, type Dev, startDev } from './support/dev.ts'
import { descendants, stillRunning } from './support/processes.ts'
import { clone, freePort, remove, runScript, startScript, untilPrinted } from './support/project.ts'

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

test('--fresh starts over: new links, and the old ones are dead', async () => {
  const before = dev
  await before.stop()
  dev = await startDev(folder, ['--fresh'])
  expect(dev.portals).toHaveLength(4)
  expect(dev.key).not.toBe(before.key)
  for (const path of paths(before.portals)) expect(await status(`${dev.origin}${path}`)).toBe(404)
})
