// Which packages `npm run dev` and `npm test` take for missing, and what they say when npm can't get them.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { installFailure, missingPackages } from '../../scripts/lib/install.mjs'
import { nodeProblem } from '../../scripts/lib/node-version.mjs'
import { cloneForTest, freePort, root, runScript } from './support/project.ts'

const linux = { platform: 'linux', arch: 'x64' }
const hidden = 'node_modules/.package-lock.json'

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/tool-linux-x64': { version: '1.0.0', optional: true, os: ['linux'], cpu: 'x64' },
  'node_modules/tool-darwin-arm64': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
  'node_modules/tool-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/part-of-another-machines': { version: '1.0.0', optional: true },
}
const installedOnLinux = ['node_modules/hono', 'node_modules/tool-linux-x64'] as const

/** A project folder in which these packages lie and these are in npm's own record. */
function project(there: readonly string[], recorded: object | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-install-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  write(folder, 'package-lock.json', JSON.stringify({ packages: wanted }))
  for (const path of there) write(folder, `${path}/package.json`, '{}')
  if (recorded)
    write(folder, hidden, typeof recorded === 'string' ? recorded : JSON.stringify({ packages: recorded }))
  return folder
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const pick = (paths: readonly string[]) =>
  Object.fromEntries(Object.entries(wanted).filter(([path]) => paths.includes(path)))

test('a whole install lacks nothing, and packages for other machines may be away', () => {
  expect(missingPackages(project(installedOnLinux, pick(installedOnLinux)), linux)).toEqual([])
})

test('this tree, as it is installed, lacks nothing', () => {
  expect(missingPackages(root)).toEqual([])
})

test.each([
  ['never installed', [], '', ['hono', 'tool-linux-x64']],
  ['cut off before npm wrote its record', installedOnLinux, '', ['hono', 'tool-linux-x64']],
  [
    'cut off while npm wrote its record',
    installedOnLinux,
    '{"packages": {"node_mod',
    ['hono', 'tool-linux-x64'],
  ],
  ['a folder removed by hand', ['node_modules/tool-linux-x64'], pick(installedOnLinux), ['hono']],
  ['a package added since', installedOnLinux, pick(['node_modules/tool-linux-x64']), ['hono']],
  [
    'another version than the lockfile wants',
    installedOnLinux,
    { ...pick(installedOnLinux), 'node_modules/hono': { version: '3.9.9' } },
    ['hono'],
  ],
])('half an install is seen: %s', (_, there, recorded, missing) => {
  expect(missingPackages(project(there, recorded), linux)).toEqual(missing)
})

test("another machine's packages are missing on that machine", () => {
  const mac = { platform: 'darwin', arch: 'arm64' }
  const folder = project(installedOnLinux, pick(installedOnLinux))
  expect(missingPackages(folder, mac)).toEqual(['tool-darwin-arm64'])
})

test('without a network, dev ends with a sentence that says so', async () => {
  const folder = cloneForTest({ installed: false })
  const registry = `http://127.0.0.1:${await freePort()}/`
  const { code, printed } = await runScript(folder, 'dev.mjs', [], {
    ...{ PORT: String(await freePort()), npm_config_registry: registry, npm_config_fetch_retries: '0' },
    ...{ npm_config_cache: join(folder, 'empty-cache') },
  })
  expect(printed).toContain('npm could not reach its package registry. Check the network connection')
  expect(printed).not.toMatch(/^\s+at .*\.mjs:/m)
  expect(code).toBe(1)
})

test('a registry that hangs up is no network either', async () => {
  const server = createServer(socket => socket.destroy()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const folder = cloneForTest({ installed: false })
  const { port } = server.address() as { port: number }
  const { code, printed } = await runScript(folder, 'dev.mjs', [], {
    ...{ PORT: String(await freePort()), npm_config_registry: `http://127.0.0.1:${port}/` },
    ...{ npm_config_fetch_retries: '0', npm_config_cache: join(folder, 'empty-cache') },
  })
  expect(printed).toContain('npm could not reach its package registry')
  expect(code).toBe(1)
})

test.each([
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error code EACCES', 'npm may not write to this folder'],
  ['npm error code EUSAGE', 'package.json and package-lock.json disagree'],
  ['npm error something new', 'what npm says about it stands above'],
])('other failures of npm: %s', (stderr, sentence) => {
  expect(installFailure(stderr)).toContain(sentence)
})

test.each([
  ['20.0.0', 'linux', true],
  ['19.9.0', 'linux', false],
  ['22.12.0', 'darwin', true],
  ['22.11.9', 'darwin', false],
  ['20.18.0', 'win32', false],
  ['24.1.0', 'win32', true],
])('node %s on %s is enough: %s', (version, platform, isEnough) => {
  expect(nodeProblem(version, platform) === undefined).toBe(isEnough)
})
