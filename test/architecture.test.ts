// The house as design.md §2 draws it: what lies where, and what may import what. Read from the sources.
import { env } from 'cloudflare:workers'
import type { Context } from 'hono'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { PortalEnv } from '../src/access/guard.ts'
import { type PortalRead, portalRead } from '../src/access/visit.ts'
import { batch, build, type Statement } from '../src/core/db.ts'
import { sentQuote } from '../src/quotes/store/portal.ts'
import { quotes } from '../src/quotes/tables.ts'
import { codeOf, type Import, type Source, sourceAt, sources } from './support/sources.ts'

/** Low to high. What lies beside them at the top level, and the pages of development, are above them all. */
const nouns = [
  ...['core', 'i18n', 'ui', 'audit', 'mail', 'businesses', 'clients', 'access', 'signing'],
  ...['documents', 'quotes', 'invoices', 'payments', 'reminders', 'portal', 'api', 'languages'],
]

/** Low to high inside a noun; those of one row don't import each other. Other names serve at any height. */
const roles = [
  ['tables'],
  ['rules'],
  ['schema'],
  ['store'],
  ['words'],
  ['mail'],
  ['actions'],
  ['views'],
  ['pages', 'api', 'webhook'],
]

/** Roles that stay inside their noun. */
const inner = ['views', 'pages', 'api', 'webhook']

/** But for these: the API mounts each noun's routes, and what signs or shares documents is shared, its views too. */
const mayCross = (from: Source, to: Source) =>
  isTop(from) ||
  (from.noun === 'api' && to.role === 'api') ||
  (['documents', 'signing'].includes(to.noun) && to.role === 'views')

const isTop = ({ noun }: Source) => noun === '' || noun === 'dev'
const levelOf = (source: Source) => (isTop(source) ? nouns.length : nouns.indexOf(source.noun))
const rankOf = ({ role }: Source) => roles.findIndex(row => row.includes(role))

const imports = sources.flatMap(source => source.imports)
const shown = ({ from, to }: Import) => `${from} imports ${to}`
const ends = ({ from, to }: Import) => ({ from: sourceAt(from), to: sourceAt(to) })
const those = (wrong: (from: Source, to: Source) => boolean) =>
  imports.filter(one => wrong(ends(one).from, ends(one).to)).map(shown)

describe('directions', () => {
  test('the imports of the whole house are read', () => {
    expect(sources.length).toBeGreaterThan(80)
    expect(imports.map(shown)).toContain('app.ts imports quotes/pages/quote.tsx')
    expect(imports.map(shown)).toContain('quotes/store/portal.ts imports access/visit.ts')
    // Those that wait until they are needed, too.
    expect(imports.map(shown)).toContain('app.ts imports api/app.ts')
    expect(imports.map(shown)).toContain('index.ts imports cron.ts')
  })

  test('every folder is a noun that has its place in the order', () => {
    expect(sources.filter(source => levelOf(source) < 0).map(({ path }) => path)).toEqual([])
  })

  test('an import goes to its own folder or a lower one, never up', () => {
    expect(those((from, to) => levelOf(to) > levelOf(from))).toEqual([])
  })

  test('inside a noun, an import goes to its own role or a lower one', () => {
    const isUp = (from: Source, to: Source) => rankOf(to) >= rankOf(from) && to.role !== from.role
    const both = (from: Source, to: Source) => rankOf(from) >= 0 && rankOf(to) >= 0
    expect(
      those((from, to) => from.noun === to.noun && !isTop(from) && both(from, to) && isUp(from, to)),
    ).toEqual([])
  })

  test('nothing reaches into another noun’s views, pages or API', () => {
    const crosses = (from: Source, to: Source) =>
      from.noun !== to.noun && inner.includes(to.role) && to.noun !== 'core' && !mayCross(from, to)
    expect(those(crosses)).toEqual([])
  })

  test('only the entry of development reaches its pages, and nothing reaches that entry', () => {
    expect(those((from, to) => to.noun === 'dev' && from.noun !== 'dev' && from.path !== 'dev.ts')).toEqual(
      [],
    )
    expect(those((_, to) => to.path === 'dev.ts')).toEqual([])
  })

  test('no import leads back to where it came from', () => {
    const seen = new Map<string, 'open' | 'done'>()
    const circles = (path: string, way: string[]): string[] => {
      if (seen.get(path) === 'open') return [[...way.slice(way.indexOf(path)), path].join(' > ')]
      if (seen.has(path)) return []
      seen.set(path, 'open')
      const found = sourceAt(path).imports.flatMap(one => circles(one.to, [...way, path]))
      seen.set(path, 'done')
      return found
    }
    expect(sources.flatMap(({ path }) => circles(path, []))).toEqual([])
  })
})

describe('roles', () => {
  const having = (role: string) => sources.filter(source => source.role === role && !isTop(source))
  const violating = (found: Source[], wrong: RegExp) =>
    found.filter(source => wrong.test(codeOf(source))).map(({ path }) => path)

  test('rules know no framework, no database and no clock of their own', () => {
    expect(
      having('rules')
        .filter(({ packages }) => packages.length > 0)
        .map(({ path }) => path),
    ).toEqual([])
    expect(violating(having('rules'), /core\/db|store|Date\.now|new Date\(\)|Math\.random/)).toEqual([])
  })

  test('views get props: no request, no statement, no table', () => {
    const wrong = /\bContext\b|core\/(db|env|api)|\/store|\/tables\.ts|drizzle|\bvisit\b/
    expect(violating(having('views'), wrong)).toEqual([])
  })

  test('only the owner of a table writes it', () => {
    const writes = sources.flatMap(source =>
      [...codeOf(source).matchAll(/\bbuild\s*\.(?:insert|update|delete)\((\w+)\)/g)].map(
        ([, table = '']) => ({
          by: source.noun,
          owner: source.imports.find(({ names }) => names.includes(table))?.to.split('/')[0],
        }),
      ),
    )
    expect(writes.length).toBeGreaterThan(12)
    expect(writes.filter(({ by, owner }) => by !== owner)).toEqual([])
  })

  test('what a page shows comes through its visit alone', () => {
    const pages = sources.filter(({ role, noun }) => ['pages', 'views'].includes(role) && noun !== 'ui')
    expect(pages.length).toBeGreaterThan(8)
    // The check of a receipt is open to everyone and reads the public keys; it asks for nothing else.
    const open = pages.filter(({ path }) => path === 'signing/pages.tsx')
    expect(open.map(page => codeOf(page).replaceAll('configOf(c.env)', '')).join()).not.toMatch(/\.env\b/)
    const wrong = /\bD1Database\b|\bDB\b|\.env\b|cloudflare:workers/
    expect(violating(pages, wrong)).toEqual(open.map(({ path }) => path))
    const runs = pages
      .flatMap(page => page.imports)
      .filter(one => one.to === 'core/db.ts' && one.names.length > 0)
    expect(runs.map(shown)).toEqual([])
    expect(imports.filter(one => one.names.includes('visitOf')).map(one => one.from)).toEqual([
      'access/guard.ts',
    ])
  })

  test('the types hold that door: a portal read is no statement, and a page has no database', async () => {
    const read = sentQuote({ id: 'quo_0' })
    expectTypeOf(read).not.toExtend<Statement>()
    expectTypeOf<PortalRead<unknown>>().not.toExtend<Statement>()
    expectTypeOf<Context<PortalEnv>['env']>().not.toHaveProperty('DB')
    // @ts-expect-error only a visit can run a portal read
    await expect(batch(env.DB, { read })).rejects.toThrow()
  })

  test('a portal read that does not say whose data it reads is refused', async () => {
    const careless = portalRead<Record<never, never>>()(() => build.select().from(quotes))
    const { visitOf } = await import('../src/access/visit.ts')
    const parts = { db: env.DB, kv: env.KV, now: 0, languages: null, waitUntil: () => undefined }
    await expect(visitOf({ hash: '' }, parts).read({ all: careless({}) })).rejects.toThrow(
      'must say whose data',
    )
  })
})

describe('files', () => {
  const paths = (found: Source[]) => found.map(({ path, lines }) => `${path} (${lines})`)
  const lengths = sources.map(({ lines }) => lines).sort((a, b) => a - b)
  const percentile = (share: number) => lengths[Math.floor(lengths.length * share)]

  test('each starts with a comment that says what it is for', () => {
    expect(paths(sources.filter(({ text }) => !/^(\/\*\*|\/\/) ?\n? ?\*? ?\S/.test(text)))).toEqual([])
  })

  test('none only passes on what others export', () => {
    const passing = /^(import|export)\s[^;]*?'[^']+'\n?/gm
    expect(paths(sources.filter(source => codeOf(source).replace(passing, '').trim() === ''))).toEqual([])
  })

  test('they are short: half under 70 lines, 95 of 100 under 150, none over 250', () => {
    expect(percentile(0.5)).toBeLessThan(70)
    expect(percentile(0.95)).toBeLessThan(150)
    expect(paths(sources.filter(({ lines }) => lines > 250))).toEqual([])
  })
})
