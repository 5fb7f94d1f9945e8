// Measures the reference dashboard (6 quotes, 8 invoices, 12 accepted quotes) inside workerd. Figures are ratios of
// rounds that alternate, because machines are noisy; each is printed as a line that bench/run.mjs collects.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { test } from 'vitest'
import { present } from '../src/access/token.ts'
import { visitOf } from '../src/access/visit.ts'
import { app } from '../src/app.ts'
import { configOf } from '../src/core/config.ts'
import type { Env } from '../src/core/env.ts'
import { dashboardReads } from '../src/portal/lists.ts'
import {
  aBusiness,
  aClient,
  aSentInvoice,
  aSentQuote,
  portalOf,
  request,
  succeeded,
} from '../test/support/world.ts'

const report = (figure: string, value: number, bar: string) =>
  console.log(`FIGURE ${JSON.stringify({ figure, value: Number(value.toPrecision(3)), bar })}`)

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The reference client; `history` accepted quotes. */
async function reference(history = 12): Promise<string> {
  const business = await aBusiness()
  const client = await aClient(business)
  for (let count = 0; count < 6; count++) await aSentQuote(business, client)
  for (let count = 0; count < 8; count++) await aSentInvoice(business, client)
  for (let count = 0; count < history; count++) {
    const quote = await aSentQuote(business, client)
    succeeded(await business.api('POST', `/quotes/${quote}/accept`))
  }
  return portalOf(business, client)
}

/** Milliseconds per call, of `calls` one after the other. */
async function timed(calls: number, call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let count = 0; count < calls; count++) await call()
  return (performance.now() - start) / calls
}

const get = async (path: string, bindings: Env) => {
  const ctx = createExecutionContext()
  const response = await app.fetch(new Request(`https://portal.test${path}`), bindings, ctx)
  if (response.status !== 200) throw new Error(`${response.status} from ${path.slice(0, 8)}`)
  await response.text()
  return ctx
}

/** The same look-ups and the same rows, and then a fixed page. */
async function fixedPage(token: string, bindings: Env, body: string): Promise<unknown> {
  const presented = await present(configOf(bindings), token)
  if (!presented) throw new Error('no token')
  const parts = { db: bindings.DB, kv: bindings.KV, now: Date.now(), languages: null, waitUntil: () => {} }
  await visitOf(presented, parts).read(dashboardReads(parts.now))
  return new Response(body).text()
}

test('the dashboard against a fixed page with the same I/O', async () => {
  const path = await reference()
  const body = await (await request(path)).text()
  const ratios: number[] = []
  for (let round = 0; round < 11; round++) {
    const limit = await timed(60, () => fixedPage(path.slice(8), env, body))
    const page = await timed(60, () => get(path, env))
    ratios.push(limit / page)
  }
  report('throughput against a fixed page with the same I/O', median(ratios), '≥ 0.80')
})

/** What the database answers to a page. */
async function recorded(path: string): Promise<D1Result[]> {
  // The first batch is the page's own; what is written after the response comes later.
  const answers: D1Result[][] = []
  const batch = async (all: D1PreparedStatement[]) => {
    const answer = await env.DB.batch(all)
    answers.push(answer)
    return answer
  }
  const recording = { prepare: (sql: string) => env.DB.prepare(sql), batch } as unknown as D1Database
  await waitOnExecutionContext(await get(path, { ...env, DB: recording }))
  return answers[0] ?? []
}

/** Bindings that answer at once with what the real ones answered: what is left is our own work. */
function replayed(answers: D1Result[]): Env {
  const statement = { bind: () => statement }
  const DB = { prepare: () => statement, batch: async () => answers } as unknown as D1Database
  const KV = { get: async () => null, put: async () => undefined } as unknown as KVNamespace
  return { ...env, DB, KV }
}

test('own work of a page, without I/O', async () => {
  const path = await reference()
  const answers = await recorded(path)
  const bindings = replayed(answers)
  await timed(300, () => get(path, bindings))
  const rounds: number[] = []
  for (let round = 0; round < 9; round++) {
    const empty = await timed(200, async () => new Response('').text())
    rounds.push((await timed(200, () => get(path, bindings))) - empty)
  }
  report('own CPU per page without I/O, ms', median(rounds), '≤ 0.20')
  // For bench/first-page.ts, which shows the same page in isolates of its own.
  console.log(`RECORDED ${JSON.stringify({ path, answers, settings: texts(env) })}`)
})

const texts = (bindings: object) =>
  Object.fromEntries(Object.entries(bindings).filter(([, value]) => typeof value === 'string'))

/** Bindings that are as far away as told, in milliseconds. */
const distant = (kv: number, d1: number): Env => ({
  ...env,
  DB: {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: async (all: D1PreparedStatement[]) => {
      await scheduler.wait(d1)
      return env.DB.batch(all)
    },
  } as unknown as D1Database,
  KV: {
    get: async () => {
      await scheduler.wait(kv)
      return null
    },
    put: async () => undefined,
  } as unknown as KVNamespace,
})

test.each([
  [5, 15],
  [5, 150],
  [60, 150],
  [300, 15],
])('the last byte with KV %i ms and D1 %i ms away', async (kv, d1) => {
  const path = await reference(2)
  const body = await (await request(path)).text()
  const far = distant(kv, d1)
  const beyond: number[] = []
  for (let count = 0; count < 15; count++) {
    const trip = await timed(1, () => fixedPage(path.slice(8), distant(0, d1), body))
    beyond.push((await timed(1, () => get(path, far))) - trip)
  }
  report(`last byte beyond one D1 trip, KV ${kv} ms, D1 ${d1} ms`, median(beyond), '≤ 5 ms')
})
