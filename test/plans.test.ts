// Every statement of the stores, as SQLite plans it: no full scan, and no two columns of one name.
import { describe, expect, test } from 'vitest'
import type { Statement } from '../src/core/db.ts'
import { columnsOf, fullScans, planOf, triggerStatements, wideSearches } from './support/plans.ts'
import { noMakers, samples } from './support/samples.ts'
import { codeOf, type Source, sources } from './support/sources.ts'
import { seen } from './support/watch.ts'
import { aBusiness, aClient, aSentInvoice, aSentQuote, portalOf } from './support/world.ts'

const modules = import.meta.glob<Record<string, unknown>>(
  [
    '../src/**/store.ts',
    '../src/**/store/*.ts',
    '../src/access/provenance.ts',
    '../src/documents/{lines,numbers}.ts',
    '../src/messages.ts',
  ],
  { eager: true },
)
const files = Object.entries(modules).map(([path, module]) => [path.replace('../src/', ''), module] as const)

/** Each maker with what it made. */
const makers = Object.entries(samples).flatMap(([file, made]) =>
  Object.entries(made).map(([name, statements]) => [`${file} ${name}`, statements] as const),
)
const all = makers.flatMap(([, statements]) => statements)
const isOurs = (path: string) => path === 'core/db.ts' || path === 'access/visit.ts'
const isList = ({ sql }: Statement) => / limit \?$/.test(sql)
const isSelect = ({ sql }: Statement) => /^\s*(select|with)\b/i.test(sql)

describe('the list', () => {
  test.each(files)('has every maker of %s', (file, module) => {
    const exported = Object.keys(module).filter(name => !noMakers[file]?.includes(name))
    expect(Object.keys(samples[file] ?? {}).sort()).toEqual(exported.sort())
  })

  test('has every file that makes statements', () => {
    const means = ['statement', 'raw', 'prepared', 'portalRead']
    const makes = (source: Source) =>
      /\.prepare\(/.test(codeOf(source)) ||
      source.imports.some(({ to, names }) => isOurs(to) && names.some(name => means.includes(name)))
    // The means themselves; the health check, which must work without a schema.
    const listed = new Set([...files.map(([file]) => file), 'core/db.ts', 'access/visit.ts', 'health.ts'])
    const making = sources.filter(makes).map(({ path }) => path)
    expect(making).toContain('quotes/store/portal.ts')
    expect(making.filter(path => !listed.has(path))).toEqual([])
  })
})

/** Runs a question over statements; gives the answers that are not empty, with their SQL. */
async function found(statements: readonly Statement[], question: (one: Statement) => Promise<string[]>) {
  const answers = await Promise.all(
    statements.map(async one => ({ sql: one.sql, steps: await question(one) })),
  )
  return answers.filter(({ steps }) => steps.length > 0)
}

describe('the plan', () => {
  // For the mailbox of development, which shows the newest of all businesses: an index in its order, and a limit.
  const mayScan = 'messages.ts newestMessages'

  const reaching = makers.filter(([name]) => name !== mayScan)

  test.each(reaching)('of %s reads no whole table', async (_, statements) => {
    expect(statements.length).toBeGreaterThan(0)
    expect(await found(statements, fullScans)).toEqual([])
    const others = statements.filter(one => !isList(one))
    expect(await found(others, wideSearches)).toEqual([])
  })

  test('of no list sorts what it has read: a page costs no more than a page', async () => {
    // Except what has changed since an instant: found by that instant, then put in the order of the cursor.
    const lists = all.filter(one => isList(one) && !/updated_at" >=/.test(one.sql))
    expect(lists.length).toBeGreaterThan(20)
    const sorts = async (one: Statement) =>
      (await planOf(one)).filter(step => /TEMP B-TREE FOR [A-Z0-9 ]*ORDER BY/.test(step))
    expect(await found(lists, sorts)).toEqual([])
  })

  test('of no trigger reads a whole table', async () => {
    const triggers = await triggerStatements()
    expect(triggers.length).toBeGreaterThan(70)
    expect(await found(triggers, fullScans)).toEqual([])
    expect(await found(triggers, wideSearches)).toEqual([])
  })
})

describe('the columns of an answer', () => {
  const selects = makers.map(([name, made]) => [name, made.filter(isSelect)] as const)
  const answering = selects.filter(([, made]) => made.length > 0)

  test.each(answering)('of %s have each a name of its own, as the types say', async (_, statements) => {
    for (const names of await Promise.all(statements.map(columnsOf))) {
      expect(names.length).toBeGreaterThan(0)
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter(name => !/^[a-z][A-Za-z]*$/.test(name))).toEqual([])
    }
  })
})

test('what the pages of the portal run is on the list, all of it', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = await aSentQuote(business, client)
  const invoice = await aSentInvoice(business, client)
  const portal = await portalOf(business, client)
  const lists = ['quotes', 'accepted', 'closed', 'invoices', 'settled'].map(list => `/history/${list}`)
  const run = new Set<string>()
  for (const path of ['', `/quotes/${quote}`, `/invoices/${invoice}`, ...lists]) {
    const { response, onTheWay } = await seen(portal + path)
    expect(response.status).toBe(200)
    for (const sql of onTheWay.flatMap(call => call.sql)) run.add(sql)
  }
  const listed = new Set(all.map(({ sql }) => sql))
  expect([...run].filter(sql => !listed.has(sql))).toEqual([])
  const reads = makers.filter(([name]) => /portal\.ts|paymentsMade|creditsLeft|guard/.test(name))
  expect(reads.filter(([, made]) => !made.every(({ sql }) => run.has(sql))).map(([name]) => name)).toEqual([])
})
