// Many first sendings at once: numbers without a gap and without a repeat, per business, kind and year, however far the
// database is, whatever it loses, and whichever numbers callers choose and give back meanwhile.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sha256Hex } from '../../../src/core/crypto.ts'
import type { Env } from '../../../src/core/env.ts'
import { type DocumentKind, numberText } from '../../../src/documents/numbers.ts'
import { outcome, type Told, toldInTheEnd } from '../../support/told.ts'
import { aBusiness, aClient, anInvoice, aQuote, type Business, created } from '../../support/world.ts'
import { counts, seed } from '../support/counts.ts'
import { randomOf } from '../support/random.ts'
import { refusals, shaky } from '../support/shaky.ts'

const SENDS = counts(16, 200)
const CLIENTS = 5

/** There and back, in milliseconds. */
const FAR = [5, 50] as const

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Noun = 'quotes' | 'invoices'
const kindOf = { quotes: 'quote', invoices: 'invoice' } as const satisfies Record<Noun, DocumentKind>

async function clientsOf(business: Business): Promise<string[]> {
  return Promise.all(Array.from({ length: CLIENTS }, () => aClient(business)))
}

/** Drafts of several clients; gives their paths. */
async function drafts(
  business: Business,
  noun: Noun,
  count: number,
  more: (at: number) => object = () => ({}),
) {
  const clients = await clientsOf(business)
  const draft = noun === 'quotes' ? aQuote : anInvoice
  const paths: string[] = []
  for (let at = 0; at < count; at++) {
    const body = draft(clients[at % CLIENTS] as string, more(at))
    paths.push(`/${noun}/${created(await business.api('POST', `/${noun}`, body))}`)
  }
  return paths
}

/** Sends a draft, again and again under one key until the answer is there. */
const send = (business: Business, path: string, bindings: Env): Promise<Told> =>
  toldInTheEnd(business, { path: `${path}/send`, body: {} }, `send ${path}`, bindings)

const numberIn = ({ body }: Told): string => JSON.parse(body).number
const upTo = (kind: DocumentKind, count: number, year: number) =>
  Array.from({ length: count }, (_, at) => numberText({ kind, year }, at + 1))
const thisYear = () =>
  Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'America/New_York' }).format())

// biome-ignore lint/suspicious/noExplicitAny: rows of any table
type Row = Record<string, any>
const rowsOf = async (sql: string, id: string): Promise<Row[]> =>
  (await env.DB.prepare(sql).bind(id).all<Row>()).results

/** What was frozen, hashed, told and mailed is each time of the number that was given, and each was sent once. */
async function expectWhole({ id }: Business, noun: Noun): Promise<void> {
  const kind = kindOf[noun]
  const sent = await rowsOf(
    `select ${noun}.number as held, made.number, content, content_hash,
       (select count(*) from messages where ${kind}_id = ${noun}.id and messages.kind = '${kind}_sent') as mails,
       (select json_group_array(json(details)) from audit_entries
         where object_id = ${noun}.id and action = '${kind}.sent') as told
     from ${noun} join ${kind}_revisions as made on made.${kind}_id = ${noun}.id where ${noun}.business_id = ?`,
    id,
  )
  for (const { held, number, content, content_hash, mails, told: entries } of sent) {
    expect([number, JSON.parse(content).number]).toEqual([held, held])
    expect(await sha256Hex(content)).toBe(content_hash)
    expect(JSON.parse(entries)).toEqual([expect.objectContaining({ number, content_hash })])
    expect(mails).toBe(1)
  }
}

const counterOf = async ({ id }: Business) =>
  rowsOf('select kind, year, last from number_counters where business_id = ? order by kind, year', id)

test(`${SENDS} quotes at once, ${FAR.join(' to ')} ms away: all 200, in a row, few tries`, async () => {
  const business = await aBusiness()
  const paths = await drafts(business, 'quotes', SENDS)
  const { bindings, refused } = refusals(shaky(randomOf(seed()), { trip: FAR }).bindings)
  const answers = await Promise.all(paths.map(path => send(business, path, bindings)))
  expect(answers.map(outcome)).toEqual(Array(SENDS).fill('200'))
  expect(answers.map(numberIn).sort()).toEqual(upTo('quote', SENDS, thisYear()))
  expect(await counterOf(business)).toEqual([{ kind: 'quote', year: thisYear(), last: SENDS }])
  await expectWhole(business, 'quotes')
  // Of those who begin together, one makes each client's link; the others begin once more. Numbers cost hardly a try.
  expect(refused()).toBeLessThan(1.5 * SENDS)
})

test(`${SENDS} quotes at once, answers lost before and behind commits: all 200 in the end, in a row`, async () => {
  const business = await aBusiness()
  const paths = await drafts(business, 'quotes', SENDS)
  const { bindings, lost } = shaky(randomOf(seed()), { trip: FAR, lostIn: 10 })
  const answers = await Promise.all(paths.map(path => send(business, path, bindings)))
  expect(answers.map(outcome)).toEqual(Array(SENDS).fill('200'))
  expect(answers.map(numberIn).sort()).toEqual(upTo('quote', SENDS, thisYear()))
  expect(await counterOf(business)).toEqual([{ kind: 'quote', year: thisYear(), last: SENDS }])
  await expectWhole(business, 'quotes')
  // In so few as the short form sends, chance alone says how many.
  const least = SENDS >= 200 ? SENDS / 4 : 0
  expect(lost.before).toBeGreaterThan(least)
  expect(lost.behind).toBeGreaterThan(least)
})

test(`${SENDS} invoices at once, while callers choose numbers in their way and give some back`, async () => {
  const random = randomOf(seed())
  const business = await aBusiness()
  const { bindings } = shaky(random, { trip: [0, 20], lostIn: 20 })
  const [first = ''] = await clientsOf(business)
  const year = thisYear()
  const chosen = new Set<string>()
  const choice = () => numberText({ kind: 'invoice', year }, 1 + random.below(SENDS + SENDS / 2))
  const choose = async () => {
    const number = choice()
    const answer = await business.api('POST', '/invoices', anInvoice(first, { number }))
    if (answer.status === 409 && answer.body.code === 'number_taken') return []
    chosen.add(number)
    return [`/invoices/${created(answer)}`]
  }
  const own: string[] = []
  while (own.length < SENDS / 3) own.push(...(await choose()))
  const paths = await drafts(business, 'invoices', SENDS)
  const gone = own.splice(0, own.length / 2)
  const [answers, ofOwn, deletions] = await Promise.all([
    Promise.all(paths.map(path => send(business, path, bindings))),
    Promise.all(own.map(path => send(business, path, bindings))),
    Promise.all(gone.map(path => business.api('DELETE', path))),
    Promise.all(Array.from({ length: SENDS / 3 }, choose)),
  ])
  expect([...answers, ...ofOwn].map(outcome)).toEqual(Array(SENDS + own.length).fill('200'))
  expect(deletions.map(({ status }) => status)).toEqual(Array(gone.length).fill(204))

  const given = new Set(answers.map(numberIn))
  expect(given.size).toBe(SENDS)
  expect(ofOwn.filter(answer => given.has(numberIn(answer)))).toEqual([])
  const [{ last } = { last: 0 }] = await counterOf(business)
  const passed = upTo('invoice', last, year)
  expect(passed).toContain([...given].sort().at(-1))
  // Nothing was skipped but what a caller had chosen.
  expect(passed.filter(number => !given.has(number) && !chosen.has(number))).toEqual([])
  await expectWhole(business, 'invoices')
})

test(`${SENDS} at once of two businesses and both kinds, while the year ends: each counts apart`, async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-31T09:59:59Z') })
  // At ten, UTC, the year ends in Kiritimati; on Niue its last day is still to come.
  const businesses = [
    await aBusiness({ timeZone: 'Pacific/Niue' }),
    await aBusiness({ timeZone: 'Pacific/Kiritimati' }),
  ]
  const all: [Business, Noun, string][] = []
  for (const business of businesses)
    for (const noun of ['quotes', 'invoices'] as const)
      for (const path of await drafts(business, noun, Math.ceil(SENDS / 4))) all.push([business, noun, path])
  const { bindings } = shaky(randomOf(seed()), { trip: FAR, lostIn: 20 })
  const sending = async ([business, noun, path]: (typeof all)[number]) => {
    return { business, noun, answer: await send(business, path, bindings) }
  }
  const old = all.filter((_, at) => at % 2 === 0).map(sending)
  // Some are done, most are under way.
  await Promise.race(old.slice(old.length / 2))
  vi.setSystemTime('2026-12-31T10:00:01Z')
  const answers = await Promise.all([...old, ...all.filter((_, at) => at % 2 === 1).map(sending)])
  expect(answers.map(({ answer }) => outcome(answer))).toEqual(all.map(() => '200'))
  for (const business of businesses) {
    const numbers = answers.filter(one => one.business === business).map(({ answer }) => numberIn(answer))
    const counters = await counterOf(business)
    expect(numbers.sort()).toEqual(counters.flatMap(({ kind, year, last }) => upTo(kind, last, year)).sort())
    for (const noun of ['quotes', 'invoices'] as const) await expectWhole(business, noun)
  }
  const [niue, kiritimati] = await Promise.all(businesses.map(counterOf))
  expect(niue?.map(({ year }) => year)).toEqual([2026, 2026])
  expect(new Set(kiritimati?.map(({ year }) => year))).toEqual(new Set([2026, 2027]))
})
