// Quotes that many answer, change and withdraw at the same time, over HTTP against a running portal: one outcome each,
// told alike by the answers, the database, the trail, the mails and the chain. The moves: support/moves.ts; what must
// never be: support/outcome.ts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChainLink, chainFaults } from '../../src/signing/chain.ts'
import { verify } from '../../src/signing/verify.ts'
import { api, type Dev, startDev } from '../start/support/dev.ts'
import { loadedClone } from '../start/support/loaded.ts'
import { remove } from '../start/support/project.ts'
import { counts, seed } from './support/counts.ts'
import { type Door, type Field, type Page, race, type Step } from './support/moves.ts'
import { faultsOf, type Outcome, outcomeSql } from './support/outcome.ts'
import { randomOf } from './support/random.ts'
import { ENDINGS, resend } from './support/resend.ts'
import { sqlIn } from './support/sql.ts'

const QUOTES = counts(12, 500)
const RACERS = 20
const SIGNERS = counts(12, 100)

/** So many quotes are raced for at a time, by as many clients less two. */
const AT_ONCE = 5

/** Every fifth quote ends around the start of its race. */
const ENDING = Math.ceil(QUOTES / 5)

let folder: string
let dev: Dev

beforeAll(async () => {
  folder = await loadedClone()
  dev = await startDev(folder)
})
afterAll(async () => {
  await dev?.stop()
  remove(folder)
})

async function fetched(path: string, init: RequestInit = {}): Promise<Page> {
  const response = await fetch(`${dev.origin}${path}`, { redirect: 'manual', ...init })
  const location = response.headers.get('location')
  return { status: response.status, location, text: await response.text() }
}

const door: Door = {
  api: (method, path, body) => api(dev.origin, dev.key, method, path, body),
  get: path => fetched(path),
  post: (path, fields) => fetched(path, { method: 'POST', body: new URLSearchParams(fields) }),
}

async function done(method: string, path: string, body?: object) {
  const answer = await door.api(method, path, body)
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

const aClient = async (): Promise<string> =>
  (await done('POST', '/clients', { name: 'Dana Whitfield', email: 'dana@example.com' })).id

const line = { description: 'Tear off', category: 'labor', quantity: '2', unit_price: '150.00' }

async function aField(client: string): Promise<Field> {
  const body = { client_id: client, title: 'New roof', valid_until: '2099-12-31', lines: [line] }
  const { id: quote } = await done('POST', '/quotes', body)
  const { content_hash: hash } = await done('POST', `/quotes/${quote}/send`)
  const home = new URL((await done('GET', `/clients/${client}/link`)).url).pathname
  return { quote, client, home, hash, resent: false }
}

/** Five quotes of three clients. */
async function aWave(): Promise<Field[]> {
  const clients = await Promise.all(Array.from({ length: AT_ONCE - 2 }, aClient))
  const owners = Array.from({ length: AT_ONCE }, (_, at) => clients[at % clients.length] as string)
  // One after the other: a client's first sending makes its link.
  const fields: Field[] = []
  for (const owner of owners) fields.push(await aField(owner))
  return fields
}

/** The same quotes, sent once more so that they end around the start of their race, which is in a while. */
async function ending(wave: Field[]) {
  for (const { quote } of wave) await done('POST', `/quotes/${quote}/cancel`)
  const start = Date.now() + 5000
  const sql = wave.map(({ quote }, at) => resend(quote, start + (ENDINGS[at] as number)))
  await sqlIn(folder, sql.join(';'))
  return { wave: wave.map(field => ({ ...field, resent: true })), wait: start - Date.now() }
}

type Race = { field: Field; steps: Step[] }

async function raced(wave: Field[], startSeed: number): Promise<Race[]> {
  const races = wave.map((field, at) => ({ field, door, steps: [], random: randomOf(startSeed + at) }))
  await Promise.all(races.map(racing => race(racing, RACERS, 100)))
  return races
}

async function outcome(): Promise<Outcome> {
  const { id } = await done('GET', '/business')
  const sql = Object.entries(outcomeSql(id))
  const rows = await sqlIn(folder, sql.map(([, text]) => text).join(';'))
  return Object.fromEntries(sql.map(([table], at) => [table, rows[at]])) as Outcome
}

/** What is wrong with the chain of all that the business has, as anyone can check it from its files. */
async function chainFaultsOf({ signatures }: Outcome): Promise<string[]> {
  const jwks = JSON.parse((await fetched('/.well-known/jwks.json')).text)
  const links: ChainLink[] = []
  for (const { document_id: id } of signatures) {
    const response = await fetch(`${dev.origin}/api/v1/quotes/${id}/evidence`, {
      headers: { authorization: `Bearer ${dev.key}` },
    })
    const verdict = await verify(await response.text(), jwks)
    if (!verdict.valid || verdict.record.format !== 'semaquote/acceptance@1') return [`no proof of ${id}`]
    links.push({ record: verdict.record, hash: verdict.hash })
  }
  const whole = links.every(({ record }, at) => record.chain.sequence === at + 1)
  return [...(whole ? [] : ['not 1 to n']), ...chainFaults(links).map(({ at, fault }) => `${fault} at ${at}`)]
}

const statusOf: Record<string, string[]> = {
  draft: ['draft'],
  open: ['sent', 'viewed', 'expired'],
  ...{ accepted: ['accepted'], rejected: ['rejected'], closed: ['expired'] },
}

/** What the API says of a quote, where the database says otherwise. */
async function apiFaults({ field }: Race, { quotes, decisions }: Outcome): Promise<string[]> {
  const body = await done('GET', `/quotes/${field.quote}`)
  const { state, revision } = quotes.find(({ id }) => id === field.quote) ?? {}
  const row = decisions.find(one => one.quote_id === field.quote && one.revision === revision)
  const decision = state === 'draft' ? undefined : row
  const said = [body.status, body.decision?.kind, body.decision?.by, body.decision?.name]
  const was = [decision?.kind, decision?.decided_by, decision?.signed_name]
  const holds =
    statusOf[state]?.includes(said[0]) && was.every((value, at) => (said[at + 1] ?? null) === (value ?? null))
  return holds ? [] : [`${field.quote}: the API says ${said}, it is ${state} ${was}`]
}

const tallied = (words: readonly string[]) => {
  const tally = new Map<string, number>()
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1)
  return [...tally]
    .sort()
    .map(([word, count]) => `${word} ${count}`)
    .join(', ')
}

test(`${QUOTES} quotes × ${RACERS} racers: each quote has one outcome, and all that tells of it tells the same`, async () => {
  const all: Race[] = []
  while (all.length < QUOTES) {
    const fresh = (await aWave()).slice(0, QUOTES - all.length)
    const isEnding = all.length < ENDING
    const { wave, wait } = isEnding ? await ending(fresh) : { wave: fresh, wait: 0 }
    await new Promise(resolve => setTimeout(resolve, wait))
    all.push(...(await raced(wave, seed() + all.length)))
  }
  const found = await outcome()
  const rotationsOf = (client: string) =>
    all
      .filter(({ field }) => field.client === client)
      .flatMap(({ steps }) => steps.filter(({ step }) => step === 'rotate'))
  const faults = all.flatMap(({ field, steps }) =>
    faultsOf({ ...field, steps, rotations: rotationsOf(field.client) }, found),
  )
  for (const one of all) faults.push(...(await apiFaults(one, found)))
  expect([...faults, ...(await chainFaultsOf(found))]).toEqual([])
  const steps = all.flatMap(one => one.steps.map(({ step, status }) => `${step} ${status}`))
  const states = all.map(({ field }) => found.quotes.find(({ id }) => id === field.quote)?.state)
  console.info(`Answers: ${tallied(steps)}\nQuotes: ${tallied(states)}`)
})

test(`${SIGNERS} different quotes of one business signed at once: ${SIGNERS} signatures, one unbroken chain`, async () => {
  const fields = await Promise.all(Array.from({ length: SIGNERS }, async () => aField(await aClient())))
  const before = (await outcome()).signatures.length
  const answers = await Promise.all(
    fields.map(({ home, quote, hash }, at) => {
      const typed = { signature: `Signer of ${at}`, consent: 'on', content_hash: hash }
      return door.post(`${home}/quotes/${quote}/acceptance`, typed)
    }),
  )
  expect(tallied(answers.map(({ status }) => String(status)))).toBe(`303 ${SIGNERS}`)
  const found = await outcome()
  expect(found.signatures.length).toBe(before + SIGNERS)
  expect(await chainFaultsOf(found)).toEqual([])
})
