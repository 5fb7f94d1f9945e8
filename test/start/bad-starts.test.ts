// Starts that can't succeed: each says in a sentence what is wrong and what to do, and ends with its exit code.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { ensureSettings } from '../../scripts/lib/settings.mjs'
import { loadedClone } from './support/loaded.ts'
import { cloneForTest, freePort, remove, root, runScript } from './support/project.ts'

test.each([
  ['PORT that is no number', [], { PORT: 'web' }, 'PORT is "web": it must be a number'],
  ['PORT that is too high', [], { PORT: '65536' }, 'PORT is "65536": it must be a number'],
  ['an unknown flag', ['--frehs'], {}, "Unknown option '--frehs'"],
  ['a word', ['fresh'], {}, '"fresh" is not understood here'],
  ['a --var without a value', ['--var', 'NAME'], {}, '"NAME" is not understood here'],
])('npm run dev with %s', async (_, args, env, sentence) => {
  const { code, printed } = await runScript(root, 'dev.mjs', args, env)
  expect(printed).toContain(sentence)
  expect(code).toBe(2)
})

describe('with a database that is ready', () => {
  let folder: string
  beforeAll(async () => {
    folder = await loadedClone()
  })
  afterAll(() => remove(folder))
  const start = async (args: string[] = []) =>
    runScript(folder, 'dev.mjs', args, { PORT: String(await freePort()) })

  test('a setting from --var that is wrong is named', async () => {
    const { code, printed } = await start(['--var', 'MAIL_TRANSPORT:pigeon'])
    expect(printed).toContain(
      'The portal refused to start. The setting MAIL_TRANSPORT is missing or malformed',
    )
    expect(code).toBe(1)
  })

  test('an empty setting is named, with the file in which it stands, and no stack trace', async () => {
    const file = join(folder, '.dev.vars')
    const good = readFileSync(file, 'utf8')
    writeFileSync(file, good.replace(/^LINK_KEYS=.*$/m, 'LINK_KEYS='))
    const { code, printed } = await start()
    writeFileSync(file, good)
    expect(printed).toContain('The portal refused to start. The setting LINK_KEYS is missing or malformed')
    expect(printed).toContain('.dev.vars')
    expect(printed).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })

  test('a source that does not compile: the error is shown, and it ends', async () => {
    writeFileSync(join(folder, 'src/dev.ts'), 'export default {\n  fetch(: Request) {}\n}\n')
    const { code, printed } = await start()
    expect(printed).toContain('src/dev.ts:2:')
    expect(printed).toContain('The portal could not be started; the error stands above.')
    expect(code).toBe(1)
  })
})

test('a migration that fails is shown, alone of those that went through at the first start, and it ends', async () => {
  const folder = await loadedClone()
  onTestFinished(() => remove(folder))
  writeFileSync(join(folder, 'migrations/9999_wrong.sql'), 'CREATE TABLE wrong (id NONSENSE) STRICT;\n')
  const { code, printed } = await runScript(folder, 'dev.mjs', [], { PORT: String(await freePort()) })
  expect(printed).toContain('A migration did not go through')
  expect(printed).toContain('9999_wrong.sql')
  expect(printed).not.toContain('0001_')
  expect(code).toBe(1)
})

test('plain wrangler dev without the migrations: /health says to run them', async () => {
  const folder = cloneForTest()
  ensureSettings(join(folder, '.dev.vars'))
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
  onTestFinished(() => void plain.kill())
  const health = () => fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
  await expect.poll(async () => (await health())?.status, { timeout: 30_000 }).toBe(503)
  const answer = await health()
  expect(answer?.headers.get('content-type')).toContain('application/problem+json')
  expect((await answer?.json())?.detail).toMatch(/migrations/)
})
