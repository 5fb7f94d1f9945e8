// What a deployment uploads: the Worker alone, without the pages of development, demo data or secrets, and small.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import demo from '../../demo/harbor-roofing.json' with { type: 'json' }
import { inProject, projectNode, root, tool } from '../../scripts/lib/paths.mjs'
import { testSecrets } from '../support/secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'semaquote-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Bundles as a deployment does, and uploads nothing; gives the code. */
async function bundle(name: string, ...args: string[]): Promise<string> {
  const out = join(folder, name)
  const wrangler = [tool('wrangler/bin/wrangler.js'), 'deploy', ...args, '--dry-run', '--outdir', out]
  await promisify(execFile)(projectNode(), wrangler, { cwd: root })
  const [script = ''] = readdirSync(out).filter(file => file.endsWith('.js'))
  return unescaped(readFileSync(join(out, script), 'utf8'))
}

/** The bundler writes what is not ASCII as escapes. */
const unescaped = (code: string) =>
  code.replace(/\\u\{?([0-9A-Fa-f]{4,5})\}?|\\x([0-9A-Fa-f]{2})/g, (_, long, short) =>
    String.fromCodePoint(Number.parseInt(long ?? short, 16)),
  )

let production: string
let development: string
beforeAll(async () => {
  production = await bundle('production', '--minify=false')
  development = await bundle('development', 'src/dev.ts', '--minify=false')
})

/** The sentences that a reader sees on the pages of development, as far as nobody else would write them. */
function devTexts(): string[] {
  const files = readdirSync(inProject('src', 'dev'), { recursive: true, encoding: 'utf8' })
  const pages = files.filter(file => file.endsWith('.tsx'))
  const code = pages.map(file => readFileSync(inProject('src', 'dev', file), 'utf8')).join('\n')
  return [...code.matchAll(/[>"'`]([A-Z][\w’,.: ]+ [\w’,.: ]+)[<"'`]/g)]
    .map(([, text = '']) => text.trim())
    .filter(text => text.length >= 16)
}

/** The words of the demo that are nobody else's. */
function demoTexts(value: unknown, name = ''): string[] {
  const own = [
    'name',
    'email',
    'title',
    'description',
    'notes',
    'note',
    'terms',
    'address',
    'website',
    'company',
  ]
  if (typeof value === 'string')
    return own.includes(name) && value.length >= 8 ? [value.split('\n')[0] ?? ''] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => demoTexts(one, Array.isArray(value) ? name : key))
}

const secretParts = Object.entries(testSecrets)
  .filter(([name]) => /KEYS|TOKEN|PASSWORD/.test(name))
  .flatMap(([, value]) => value.match(/[\w+/=-]{16,}/g) ?? [])

const foundIn = (code: string, texts: string[]) => texts.filter(text => code.includes(text))

test('is the Worker: its doors are in it', () => {
  const doors = ['// src/app.ts', '/portal/:token']
  expect(foundIn(production, doors)).toEqual(doors)
})

test('has no page of development, though that entry’s own bundle has them all', () => {
  expect(devTexts().length).toBeGreaterThan(3)
  expect(foundIn(development, devTexts())).toEqual(devTexts())
  expect(foundIn(production, devTexts())).toEqual([])
  const inDevelopment = ['/mailbox', '// src/dev.ts', '// src/dev/']
  expect(foundIn(development, inDevelopment)).toEqual(inDevelopment)
  expect(foundIn(production, inDevelopment)).toEqual([])
})

test('has no word of the demo', () => {
  expect(demoTexts(demo).length).toBeGreaterThan(30)
  expect(foundIn(production, demoTexts(demo))).toEqual([])
})

test('has no secret, and nothing of the tests', () => {
  expect(secretParts.length).toBeGreaterThan(4)
  expect(foundIn(production, secretParts)).toEqual([])
  expect(foundIn(production, ['// test/', '// scripts/', '// demo/', '// node_modules/vitest/'])).toEqual([])
})

test('is at most 120 KB, minified and compressed', async () => {
  const size = gzipSync(await bundle('minified', '--minify')).length
  console.info(`The bundle, minified and compressed: ${(size / 1024).toFixed(1)} KB`)
  expect(size).toBeLessThanOrEqual(120 * 1024)
})
