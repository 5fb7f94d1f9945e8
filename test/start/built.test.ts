// The Worker as it is deployed, on the platform: a page of the portal evaluates what it needs and no more, and what is
// loaded later works.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { projectNode, tool } from '../../scripts/lib/paths.mjs'
import { openPostmark } from '../support/postmark/client.ts'
import { type Module, modulesIn, platform } from './support/built.ts'
import { loadedClone } from './support/loaded.ts'
import { remove } from './support/project.ts'

/** Says which modules were evaluated, and passes on all else. */
const probe: Module = {
  path: 'probe.js',
  contents: `import worker from './index.js'
    export default {
      ...worker,
      fetch: (request, ...more) =>
        new URL(request.url).pathname === '/evaluated'
          ? Response.json(globalThis.evaluated)
          : worker.fetch(request, ...more),
    }`,
}
const watched = ({ path, contents }: Module): Module => ({
  path,
  contents: `${contents}\n;(globalThis.evaluated ??= []).push('${path}')`,
})

let folder: string
let modules: Module[]
let settings: Record<string, string>
beforeAll(async () => {
  folder = await loadedClone()
  const out = join(folder, 'uploaded')
  execFileSync(projectNode(), [tool('wrangler/bin/wrangler.js'), 'deploy', '--dry-run', '--outdir', out], {
    ...{ cwd: folder, stdio: 'pipe' },
  })
  modules = modulesIn(out)
  settings = { ...parseEnv(readFileSync(join(folder, '.dev.vars'), 'utf8')) } as Record<string, string>
})
afterAll(() => remove(folder))

const start = (more: Record<string, string> = {}, state?: string) =>
  platform([probe, ...modules.map(watched)], { ...settings, POSTMARK_STREAM: 'outbound', ...more }, state)

/** A platform with the demo's data, for one piece of work. */
async function running<T>(work: (worker: Miniflare) => Promise<T>, more: Record<string, string> = {}) {
  const worker = start(more, join(folder, '.wrangler', 'state', 'v3'))
  try {
    return await work(worker)
  } finally {
    await worker.dispose()
  }
}

const demoKey = () => JSON.parse(readFileSync(join(folder, '.wrangler', 'demo.json'), 'utf8')).key as string

/** The parts that were evaluated, by what they are made of: `app` is the API. */
async function evaluated(worker: Miniflare): Promise<string[]> {
  const all = (await (await worker.dispatchFetch('http://portal/evaluated')).json()) as string[]
  return all.map(path => path.replace(/^parts\/|-\w+\.js$/g, '')).filter(name => name !== 'chunk')
}
const get = (worker: Miniflare, path: string, headers = {}) =>
  worker.dispatchFetch(`http://portal${path}`, { headers })

const called = async (worker: Miniflare, path: string, init: { method?: string; body?: string } = {}) => {
  const headers = { authorization: `Bearer ${demoKey()}`, 'content-type': 'application/json' }
  const answer = await worker.dispatchFetch(`http://portal/api/v1${path}`, { ...init, headers })
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
  return { status: answer.status, body: (await answer.json()) as any }
}

test('pages of the portal evaluate neither the API nor mail nor the job', async () => {
  const link = await running(async worker => {
    const { body } = await called(worker, '/clients')
    return (await called(worker, `/clients/${body.data[0].id}/link`)).body.url as string
  })
  await running(async worker => {
    expect(await evaluated(worker)).toEqual(['index.js'])
    const page = await get(worker, new URL(link).pathname)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Dana Whitfield')
    expect((await get(worker, '/portal/nobody')).status).toBe(404)
    expect((await get(worker, '/verify')).status).toBe(200)
    expect((await get(worker, '/health')).status).toBe(200)
    expect(await evaluated(worker)).toEqual(['index.js'])
  })
})

describe('loaded when it is asked for', () => {
  test('the API, its description and its pages', async () => {
    await running(async worker => {
      expect((await get(worker, '/api/v1/docs')).status).toBe(200)
      expect(await (await get(worker, '/api/v1/docs/quotes')).text()).toContain('GET /quotes/{id}')
      expect(await (await get(worker, '/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
      expect((await get(worker, '/api/v1')).status).toBe(401)
      expect((await called(worker, '/nothing')).body.code).toBe('not_found')
      expect(await evaluated(worker)).toEqual(['index.js', 'app'])
    })
  })

  test('sending, after a change and by the job', async () => {
    const postmark = await openPostmark()
    const mail = {
      MAIL_TRANSPORT: 'postmark',
      POSTMARK_HOST: postmark.host,
      POSTMARK_SERVER_TOKEN: postmark.token,
    }
    await running(async worker => {
      const { body } = await called(worker, '/clients')
      const path = `/clients/${body.data[0].id}/link/send`
      expect((await called(worker, path, { method: 'POST' })).status).toBeLessThan(300)
      await expect.poll(async () => (await postmark.accepted()).length, { timeout: 20_000 }).toBe(1)
      expect(await evaluated(worker)).toEqual(['index.js', 'app', 'delivery'])
      const fetcher = await worker.getWorker()
      const run = await fetcher.scheduled({ scheduledTime: new Date(), cron: '* * * * *' })
      expect(run.outcome).toBe('ok')
      expect(await evaluated(worker)).toEqual(['index.js', 'app', 'delivery', 'cron'])
    }, mail)
    await postmark.close()
  })
})

test('a setting that is missing stops the start, with its name', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => printed.mockRestore())
  const worker = start({ LINK_KEYS: '' })
  await expect(worker.ready).rejects.toThrow()
  await worker.dispose().catch(() => undefined)
  expect(printed.mock.calls.join('\n')).toContain('The setting LINK_KEYS is missing or malformed')
})
