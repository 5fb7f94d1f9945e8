// A client's answers as tests look at them: the form that was posted, what came back in it, and what was recorded.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { Env } from '../../src/core/env.ts'
import { dumpText } from './dump.ts'
import { type Fields, hashOn, posted, tokenIn } from './portal.ts'
import { replayed } from './replay.ts'
import { aBusiness, aClient, aSentQuote, type Business, portalOf, request, succeeded } from './world.ts'

/** A quote that waits for its client's answer, on the page `at`, whose forms carry `hash`. */
export type Asked = {
  business: Business
  client: string
  quote: string
  home: string
  token: string
  at: string
  hash: string
}

type Given = { business?: Business; client?: object; quote?: object }

export async function asked({ business, client: who = {}, quote: what = {} }: Given = {}): Promise<Asked> {
  const sent = business
    ? await builtQuote(business, who, what)
    : await replayed(`a quote asked ${JSON.stringify([who, what])}`, async on =>
        builtQuote(await aBusiness({}, undefined, on), who, what),
      )
  return { ...sent, hash: await hashOn(sent.at) }
}

async function builtQuote(business: Business, who: object, what: object) {
  const client = await aClient(business, who)
  const quote = await aSentQuote(business, client, what)
  const home = await portalOf(business, client)
  return { business, client, quote, home, token: tokenIn(home), at: `${home}/quotes/${quote}` }
}

/** The same quote, changed and sent again, as its business does. */
export async function revised(
  { business, quote }: Asked,
  change: object = { title: 'Newer' },
): Promise<void> {
  succeeded(await business.api('POST', `/quotes/${quote}/cancel`))
  succeeded(await business.api('PATCH', `/quotes/${quote}`, change))
  succeeded(await business.api('POST', `/quotes/${quote}/send`))
}

export const acceptance = ({ hash }: Pick<Asked, 'hash'>, more: Fields = {}): Fields => ({
  ...{ signature: 'Dana Whitfield', consent: 'on', content_hash: hash, ...more },
})

export const rejection = ({ hash }: Pick<Asked, 'hash'>, more: Fields = {}): Fields => ({
  ...{ content_hash: hash, ...more },
})

export const accept = (one: Asked, more: Fields = {}, bindings: Env = env) =>
  posted(`${one.at}/acceptance`, acceptance(one, more), bindings)

export const decline = (one: Asked, more: Fields = {}, bindings: Env = env) =>
  posted(`${one.at}/rejection`, rejection(one, more), bindings)

/** A body of any kind, posted from the portal's own page. */
export const postedAs = (path: string, type: string | null, body: BodyInit | null) =>
  request(path, {
    ...{
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...(type && { 'content-type': type }) },
    },
    ...(body === null ? {} : { body, duplex: 'half' }),
  } as RequestInit)

/** All that is stored but for when a link was last used. */
export const stored = (): Promise<string> => dumpText({ without: ['last_used_at'] })

/** Does something that must leave everything as it was. */
export async function changingNothing<T>(act: () => Promise<T>, what = ''): Promise<T> {
  const before = await stored()
  const result = await act()
  expect(await stored(), what).toEqual(before)
  return result
}

const rowsOf = async <Row>(sql: string) => (await env.DB.prepare(sql).all<Row>()).results

/** What has been recorded in all, in a form to compare. */
export async function recorded() {
  const kinds = `kind in ('receipt', 'quote_accepted', 'quote_rejected')`
  const actions = `action in ('quote.accepted', 'quote.rejected')`
  const [decisions, signatures, mails, entries] = await Promise.all([
    rowsOf<{ said: string }>(`select kind || ' by ' || decided_by as said from quote_decisions order by 1`),
    rowsOf<{ said: string }>('select signed_name as said from signature_records order by sequence'),
    rowsOf<{ said: string }>(
      `select kind || ' to ' || recipients as said from messages where ${kinds} order by 1`,
    ),
    rowsOf<{ said: string }>(`select action as said from audit_entries where ${actions} order by 1`),
  ])
  const said = (rows: { said: string }[]) => rows.map(row => row.said)
  return {
    ...{
      decisions: said(decisions),
      signatures: said(signatures),
      mails: said(mails),
      entries: said(entries),
    },
  }
}

/** What one acceptance by the client of `asked` leaves behind. */
export const oneAcceptance = {
  decisions: ['accepted by client'],
  signatures: ['Dana Whitfield'],
  mails: ['quote_accepted to ["office@harbor.example"]', 'receipt to ["dana@example.com"]'],
  entries: ['quote.accepted'],
}

export const oneRejection = {
  decisions: ['rejected by client'],
  signatures: [],
  mails: ['quote_rejected to ["office@harbor.example"]'],
  entries: ['quote.rejected'],
}

export const nothing = { decisions: [], signatures: [], mails: [], entries: [] }

/** Status and place of an answer, in one text. */
export const ledTo = ({ status, headers }: Response): string =>
  [status, headers.get('location')].filter(Boolean).join(' ')

/** `params`: of each statement. */
export type Batch = {
  sql: string[]
  params: unknown[][]
  nth: number
  writes: boolean
  run: () => Promise<D1Result[]>
}

/** Bindings whose database hands every batch to `on`, which may run it, or not, or say something else. */
export function batches(on: (batch: Batch) => Promise<unknown>, more: Partial<Env> = {}): Env {
  let [pending, count]: [{ sql: string; params: unknown[] }[], number] = [[], 0]
  const DB = {
    prepare: (sql: string) => ({
      bind(...params: unknown[]) {
        pending.push({ sql, params })
        return env.DB.prepare(sql).bind(...params)
      },
    }),
    batch(statements: D1PreparedStatement[]) {
      const [sql, params, nth] = [pending.map(one => one.sql), pending.map(one => one.params), count++]
      pending = []
      const writes = sql.some(one => /insert into "?(signature_records|quote_decisions)\b/.test(one))
      return on({ sql, params, nth, writes, run: () => env.DB.batch(statements) })
    },
  } as unknown as D1Database
  return { ...env, DB, ...more }
}

/** Bindings in which something happens once, right before the answer is written. */
export function beforeTheWrite(happens: () => Promise<unknown>): Env {
  let happened = false
  return batches(async ({ writes, run }) => {
    if (writes && !happened) {
      happened = true
      await happens()
    }
    return run()
  })
}
