// Every statement of the stores, as SQLite plans it: no full scan, and no two columns of one name.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Statement } from '../src/core/db.ts'
import { columnsOf, fullScans, planOf, triggerStatements, wideSearches } from './support/plans.ts'
import { buildWorld, insert, recordHash, rows } from './support/raw-world.ts'
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
  const mayScan = [
    // For the mailbox of development, which shows the newest of all businesses: an index in its order, and a limit.
    'messages.ts newestMessages',
    // An index of those who wait alone, in its order, and a limit.
    'access/store/rotations.ts waitingForLinks',
    // The same, of requests that wait.
    'access/store/requests.ts waitingRequests',
    // Every link of a business ends: every living one is read, once.
    'access/store/rotations.ts rotateLiving',
    'businesses/store/profile.ts endLinks',
    // A business has a few keys.
    'businesses/store/keys.ts otherAdminStands',
  ]

  const reaching = makers.filter(([name]) => !mayScan.includes(name))

  test.each(reaching)('of %s reads no whole table', async (_, statements) => {
    expect(statements.length).toBeGreaterThan(0)
    expect(await found(statements, fullScans)).toEqual([])
    const others = statements.filter(one => !isList(one))
    expect(await found(others, wideSearches)).toEqual([])
  })

  test('of no list sorts what it has read: a page costs no more than a page', async () => {
    // Except what has changed since an instant: found by that instant, then put in the order of the cursor. And whom
    // a run reminds, found by business and date, then put in the order of urgency.
    const sorted = /updated_at" >=|row_number/
    const lists = all.filter(one => isList(one) && !sorted.test(one.sql))
    expect(lists.length).toBeGreaterThan(20)
    const sorts = async (one: Statement) =>
      (await planOf(one)).filter(step => /TEMP B-TREE FOR [A-Z0-9 ]*ORDER BY/.test(step))
    expect(await found(lists, sorts)).toEqual([])
  })

  test('of no trigger reads a whole table', async () => {
    const triggers = await triggerStatements()
    expect(triggers.length).toBeGreaterThan(70)
    expect(await found(triggers, fullScans)).toEqual([])
    // The newest place of a chain: the last of an index, of which the next test counts the rows that are read.
    const others = triggers.filter(({ sql }) => !/MAX\(sequence\)/.test(sql))
    expect(triggers.length - others.length).toBe(3)
    expect(await found(others, wideSearches)).toEqual([])
  })

  test('of a signature reads as much in a long chain as in a short one', async () => {
    await buildWorld()
    const signed = (name: string, sequence: number, before: string) =>
      insert('signature_records', rows.signature(name, { sequence, previous_hash: recordHash(before) }))
    const names = Array.from({ length: 60 }, (_, index) => `n${index}x`)
    const run = async (sql: string) => (await env.DB.prepare(sql).run()).meta.rows_read
    const reads: number[] = []
    for (const [index, name] of names.entries()) {
      await run(insert('quotes', rows.quote(name)))
      await run(insert('quote_revisions', rows.revision(name)))
      reads.push(await run(signed(name, 4 + index, names[index - 1] ?? 'third')))
    }
    expect(new Set(reads).size, reads.join()).toBe(1)
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

test('what the pages of the portal and a client’s answers run is on the list, all of it', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = await aSentQuote(business, client)
  const invoice = await aSentInvoice(business, client)
  const portal = await portalOf(business, client)
  const lists = ['quotes', 'accepted', 'closed', 'invoices', 'settled'].map(list => `/history/${list}`)
  const run = new Set<string>()
  const other = await aSentQuote(business, client)
  const posted = async (id: string, fields: Record<string, string> = {}) => {
    const sql = 'select content_hash from quote_revisions where quote_id = ?'
    const content_hash = String(await env.DB.prepare(sql).bind(id).first('content_hash'))
    return { method: 'POST', body: new URLSearchParams({ content_hash, ...fields }) }
  }
  const signature = { signature: 'Dana Whitfield', consent: 'on' }
  const pages = ['', `/quotes/${quote}`, `/invoices/${invoice}`, ...lists]
  const visits: [status: number, path: string, init?: RequestInit][] = [
    ...pages.map((path): [number, string] => [200, path]),
    [303, `/quotes/${other}/rejection`, await posted(other)],
    [303, `/quotes/${quote}/acceptance`, await posted(quote, signature)],
    [200, `/quotes/${quote}/receipt`],
    [200, `/quotes/${quote}/receipt.json`],
    [303, '/reminders/stop', { method: 'POST' }],
    [200, '/reminders/stop'],
    [303, '/reminders/start', { method: 'POST' }],
  ]
  for (const [status, path, init] of visits) {
    const { response, onTheWay } = await seen(portal + path, init)
    expect(response.status, path).toBe(status)
    for (const sql of onTheWay.flatMap(call => call.sql)) run.add(sql)
  }
  const listed = new Set(all.map(({ sql }) => sql))
  expect([...run].filter(sql => !listed.has(sql))).toEqual([])
  const portals = /portal\.ts|provenance\.ts|Here$|paymentsMade|creditsLeft|guard|insertSignature/
  const reads = makers.filter(([name]) => portals.test(name))
  expect(reads.filter(([, made]) => !made.every(({ sql }) => run.has(sql))).map(([name]) => name)).toEqual([])
})
