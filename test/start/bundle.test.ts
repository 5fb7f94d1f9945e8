// What a deployment uploads: the Worker alone, without the pages of development, demo data or secrets, and small, above all
// what every isolate loads before it answers its first page.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import demo from '../../demo/harbor-roofing.json' with { type: 'json' }
import { build } from '../../scripts/lib/build.mjs'

type Part = Awaited<ReturnType<typeof build>>[number]

import { inProject, projectNode, root, tool } from '../../scripts/lib/paths.mjs'
import { testSecrets } from '../support/secrets.ts'
import { type Module, modulesIn } from './support/built.ts'

const folder = mkdtempSync(join(tmpdir(), 'semaquote-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs wrangler as a deployment does, and uploads nothing; gives what it would upload. */
async function uploaded(name: string, ...args: string[]): Promise<Module[]> {
  const out = join(folder, name)
  const wrangler = [tool('wrangler/bin/wrangler.js'), 'deploy', ...args, '--dry-run', '--outdir', out]
  await promisify(execFile)(projectNode(), wrangler, { cwd: root })
  return modulesIn(out)
}

const codeIn = (modules: Module[]) => unescaped(modules.map(({ contents }) => contents).join('\n'))

/** The bundler writes what is not ASCII as escapes. */
const unescaped = (code: string) =>
  code.replace(/\\u\{?([0-9A-Fa-f]{4,5})\}?|\\x([0-9A-Fa-f]{2})/g, (_, long, short) =>
    String.fromCodePoint(Number.parseInt(long ?? short, 16)),
  )

/** Not minified, so that it says where its parts come from. */
let production: string
let development: string
/** The sources of what is loaded before the first page, and of all. */
let atStart: string[]
let all: string[]
beforeAll(async () => {
  const out = join(folder, 'production')
  const parts = await build(out, { minify: false })
  production = codeIn(modulesIn(out))
  atStart = parts.flatMap(part => (part.isLoadedAtStart ? part.sources : []))
  all = parts.flatMap(({ sources }) => sources)
  development = codeIn(await uploaded('development', 'src/dev.ts', '--bundle'))
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

test('nothing of the API, of mail that leaves or of the job is loaded at the start', () => {
  const later =
    /^src\/(languages\/\w\w|api|letters|messages|delivery|cron)\b|^src\/(?!core\/)\w+\/api\b|node_modules\/(postmark|@valibot)\//
  expect(all.filter(path => later.test(path)).length).toBeGreaterThan(40)
  expect(atStart.filter(path => later.test(path))).toEqual([])
  expect(atStart).toContain('src/portal/pages.tsx')
})

const sizeOf = (modules: Module[]): number =>
  modules.reduce((sum, { contents }) => sum + gzipSync(contents).length / 1024, 0)

test('what a page loads, in any language, is at most 120 KB, minified and compressed; what waits for others 65 KB', async () => {
  const out = join(folder, 'minified')
  const parts = await build(out)
  const modules = modulesIn(out)
  expect(await uploaded('uploaded')).toEqual(modules)
  const those = (wanted: (part: Part) => boolean) =>
    modules.filter(({ path }) => parts.some(part => part.path === path && wanted(part)))
  const isLanguage = ({ sources }: Part) => sources.some(path => /^src\/languages\/\w\w\//.test(path))
  const translations = those(isLanguage)
  const first = those(part => part.isLoadedAtStart)
  const start = sizeOf(first)
  const language = Math.max(...translations.map(one => sizeOf([one])))
  const others = sizeOf(those(part => !part.isLoadedAtStart && !isLanguage(part)))
  const [a, b, c] = [start, language, others].map(size => `${size.toFixed(1)} KB`)
  console.info(
    `The bundle, minified and compressed: ${a} at the start, at most ${b} for a language, ${c} later`,
  )
  expect(first.length).toBeGreaterThan(1)
  expect(translations).toHaveLength(3)
  expect(start + language).toBeLessThanOrEqual(120)
  expect(others).toBeLessThanOrEqual(65)
})
