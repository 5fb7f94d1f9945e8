// Many who answer, change and withdraw the same quotes at once, with a database that is now near and now far: one
// outcome each. The same moves over HTTP, and many more of them: test/torture/races.test.ts.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import type { Env } from '../../src/core/env.ts'
import { type ChainLink, chainFaults } from '../../src/signing/chain.ts'
import { jwksOf } from '../../src/signing/sign.ts'
import { verify } from '../../src/signing/verify.ts'
import { hashOn, posted } from '../support/portal.ts'
import {
  aBusiness,
  aClient,
  apiWith,
  aSentQuote,
  type Business,
  navigation,
  portalOf,
  request,
  succeeded,
} from '../support/world.ts'
import { type Door, type Field, type Page, race, type Step } from '../torture/support/moves.ts'
import { faultsOf, type Outcome, outcomeSql } from '../torture/support/outcome.ts'
import { type Random, randomOf } from '../torture/support/random.ts'
import { ENDINGS, resend } from '../torture/support/resend.ts'

function chance(): Random {
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.info(`Seed of the races in workerd: ${seed}`)
  return randomOf(seed)
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** A database that takes 5 to 30 ms more, half of them on the way there and half on the way back. */
function distant(random: Random): Env {
  const way = () => pause((5 + random.below(26)) / 2)
  const batch = async (statements: D1PreparedStatement[]) => {
    await way()
    return env.DB.batch(statements).finally(way)
  }
  const DB = { prepare: (text: string) => env.DB.prepare(text), batch } as D1Database
  return { ...env, DB }
}

const pageOf = async (response: Response): Promise<Page> => ({
  status: response.status,
  location: response.headers.get('location'),
  text: await response.text(),
})

function doorOf({ key }: Business, bindings: Env): Door {
  return {
    api: apiWith(key, bindings),
    get: async path => pageOf(await request(path, { headers: navigation }, bindings)),
    post: async (path, fields) => pageOf(await posted(path, fields, bindings)),
  }
}

async function aField(business: Business, client: string): Promise<Field> {
  const quote = await aSentQuote(business, client)
  const home = await portalOf(business, client)
  return { quote, client, home, hash: await hashOn(`${home}/quotes/${quote}`), resent: false }
}

/** The field, with the quote sent anew as a revision that ends at an instant. */
async function ending({ api }: Business, field: Field, instant: number): Promise<Field> {
  succeeded(await api('POST', `/quotes/${field.quote}/cancel`))
  await env.DB.prepare(resend(field.quote, instant)).run()
  return { ...field, resent: true }
}

async function outcomeOf({ id }: Business): Promise<Outcome> {
  const sql = Object.entries(outcomeSql(id))
  const results = await env.DB.batch(sql.map(([, text]) => env.DB.prepare(text)))
  return Object.fromEntries(sql.map(([table], at) => [table, results[at]?.results])) as Outcome
}

/** Races for all of them at once, and says what must never be. */
async function raced(business: Business, fields: Field[], random: Random, spread: number): Promise<string[]> {
  const door = doorOf(business, distant(random))
  const races = fields.map(field => ({ field, door, random, steps: [] as Step[] }))
  await Promise.all(races.map(racing => race(racing, 20, spread)))
  const outcome = await outcomeOf(business)
  const rotationsOf = ({ client }: Field) =>
    races
      .filter(({ field }) => field.client === client)
      .flatMap(({ steps }) => steps.filter(({ step }) => step === 'rotate'))
  const faults = races.flatMap(({ field, steps }) =>
    faultsOf({ ...field, steps, rotations: rotationsOf(field) }, outcome),
  )
  return [...faults, ...(await chainFaultsOf(business, outcome))]
}

/** What is wrong with the chain of all that was signed, as the API gives it. */
async function chainFaultsOf({ api }: Business, { signatures }: Outcome): Promise<string[]> {
  const jwks = jwksOf(configOf(env).signing)
  const links: ChainLink[] = []
  for (const { document_id: id } of signatures) {
    const { body } = succeeded(await api('GET', `/quotes/${id}/evidence`))
    const verdict = await verify(JSON.stringify(body), jwks)
    if (!verdict.valid || verdict.record.format !== 'semaquote/acceptance@1') return [`no proof of ${id}`]
    links.push({ record: verdict.record, hash: verdict.hash })
  }
  return chainFaults(links).map(({ at, fault }) => `the chain is ${fault} at ${at}`)
}

describe('20 racers for each of several quotes', { timeout: 60_000 }, () => {
  test('have one outcome, which the answers, the trail, the messages and the chain tell alike', async () => {
    const random = chance()
    const business = await aBusiness()
    const clients = [await aClient(business), await aClient(business), await aClient(business)]
    const fields: Field[] = []
    for (let at = 0; at < 5; at++) fields.push(await aField(business, clients[at % 3] as string))
    expect(await raced(business, fields, random, 60)).toEqual([])
  })

  test('around the instant at which they expire: nothing is answered past it', async () => {
    const random = chance()
    const business = await aBusiness()
    const client = await aClient(business)
    const fields: Field[] = []
    for (const _ of ENDINGS) fields.push(await aField(business, client))
    const start = Date.now() + 300
    const soon = await Promise.all(
      fields.map((field, at) => ending(business, field, start + (ENDINGS[at] as number))),
    )
    await pause(start - Date.now())
    expect(await raced(business, soon, random, 80)).toEqual([])
  })
})

test('15 clients sign 15 quotes of one business at once: 15 signatures, one unbroken chain', {
  timeout: 60_000,
}, async () => {
  const random = chance()
  const business = await aBusiness()
  const fields: Field[] = []
  for (let at = 0; at < 15; at++) fields.push(await aField(business, await aClient(business)))
  const { post } = doorOf(business, distant(random))
  const answers = await Promise.all(
    fields.map(({ home, quote, hash }) => {
      const fields = { signature: 'Dana Whitfield', consent: 'on', content_hash: hash }
      return post(`${home}/quotes/${quote}/acceptance`, fields)
    }),
  )
  expect(answers.map(({ status }) => status)).toEqual(fields.map(() => 303))
  const outcome = await outcomeOf(business)
  expect(outcome.signatures.map(({ sequence }) => sequence)).toEqual(fields.map((_, at) => at + 1))
  expect(await chainFaultsOf(business, outcome)).toEqual([])
})
