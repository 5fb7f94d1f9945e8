/**
 * A visit: a presented token on its way through one request. Portal data can be read through it alone, and it
 * puts the guard before every read, in the same batch: no page can forget the guard, a dead link is dead with
 * the first request after the answer that ended it, and a page costs one round trip (design.md §3).
 *
 * The types hold the door: a `PortalRead` is opaque to `core/db.ts`, and only a visit knows the hash that turns
 * it into a statement.
 */
import type { SQL } from 'drizzle-orm'
import { within } from '../core/clock.ts'
import {
  batch,
  prepared,
  type Query,
  Refused,
  type RowOf,
  type RowsIn,
  type Statement,
  type Value,
  write,
} from '../core/db.ts'
import { logRunFault } from '../core/log.ts'
import { formatsBy, languageOf } from '../i18n/choice.ts'
import type { Formats } from '../i18n/format.ts'
import { fill, lookUp, type Whereabouts } from './cache.ts'
import { guard, linkUsed, presentedClient } from './store/links.ts'
import type { Presented } from './token.ts'

/** The key to a read's statement; it never leaves this file. */
const statement: unique symbol = Symbol('statement')

/** A read of one client's own data, which only a visit can run. */
export type PortalRead<Row> = { readonly [statement]: (tokenHash: string) => Statement<Row> }

/** The shape of a row that a portal read answers with. */
export type ReadRow<Read> = Read extends PortalRead<infer Row> ? Row : never

/**
 * Makes a read of the portal. The query is handed the one expression that says whose data it is; a query that
 * does not use it is refused when it is first compiled.
 */
export function portalRead<Values extends Record<string, Value>>() {
  return <Result>(make: (client: SQL) => Query<Result>) => {
    const compiled = prepared<Values & { tokenHash: string }>()(() => ownOnly(make(presentedClient)))
    return (values: Values): PortalRead<RowsIn<Result>> => ({
      [statement]: tokenHash => compiled({ ...values, tokenHash }),
    })
  }
}

/** Compiles reads and their guard ahead of the first visit: to write a statement for the first time takes milliseconds. */
export function compileReads(reads: Record<string, PortalRead<unknown>>): void {
  guard({ tokenHash: '' })
  for (const read of Object.values(reads)) read[statement]('')
}

function ownOnly<Q extends { toSQL(): { sql: string } }>(query: Q): Q {
  if (!query.toSQL().sql.includes('where token_hash = ?'))
    throw new TypeError('A portal read must say whose data it reads.')
  return query
}

type Row = RowOf<ReturnType<typeof guard>>

/** Who is here: the client, its business, the link it came by, and how it is spoken and written to. */
export type Visitor = Row & { formats: Formats }

/** The language that is set for this client; undefined where none is, or none that the portal speaks. */
export const languageSet = ({ clientLocale }: Visitor): string | undefined =>
  clientLocale === null ? undefined : languageOf(clientLocale)

/** The link does not live, or never did: the one 404. */
export class DeadLink extends Error {
  override name = 'DeadLink'
}

/** The database did not answer; `whereabouts` is what the cache knows of whom to call. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  constructor(
    readonly whereabouts: Whereabouts | null,
    cause: unknown,
  ) {
    super('The database did not answer a visit.', { cause })
  }
}

type RowsOf<Reads> = { [Name in keyof Reads]: ReadRow<Reads[Name]>[] }

export type Visit = {
  /** UTC milliseconds at which the request came. */
  readonly now: number
  /** Runs reads behind the guard in one round trip. Throws DeadLink or NoAnswer. */
  read<Reads extends Record<string, PortalRead<unknown>>>(
    reads: Reads,
  ): Promise<{ visitor: Visitor; rows: RowsOf<Reads> }>
  /** Writes before the response. Throws Refused where the database says no, NoAnswer where it is not known. */
  write(statements: readonly Statement[]): Promise<void>
  /** Writes after the response has gone; a refusal is no fault: somebody else was first. */
  afterwards(statements: readonly Statement[]): void
}

/** What a visit needs of the request that it serves. */
export type VisitParts = {
  db: D1Database
  kv: KVNamespace
  now: number
  /** What the browser asks for (`Accept-Language`). */
  languages: string | null
  waitUntil: (work: Promise<unknown>) => void
}

/** D1 can stall for a minute; a person waits for ten seconds at most. */
const PATIENCE = 10_000

/** Coarse on purpose: a free plan has 100,000 row writes a day. */
const USE_IS_NOTED_EVERY = 5 * 60_000

export function visitOf(presented: Presented, parts: VisitParts): Visit {
  // Asked before D1 and awaited after it: KV's answer never stands in the way of a page.
  const cached = lookUp(parts.kv, presented.hash)
  let settled: Promise<void> | undefined
  return {
    now: parts.now,
    async read(reads) {
      const { row, rows } = await guarded(presented, parts.db, reads, cached)
      const { clientLocale: client, businessLocale: business } = row
      const visitor = { ...row, formats: await formatsBy({ client, business, browser: parts.languages }) }
      if (!settled) {
        settled = settle(presented, parts, visitor, cached)
        parts.waitUntil(settled)
      }
      return { visitor, rows }
    },
    async write(statements) {
      await within(PATIENCE, write(parts.db, statements)).catch(async (cause: unknown) => {
        throw cause instanceof Refused ? cause : new NoAnswer(await cached, cause)
      })
    },
    afterwards(statements) {
      parts.waitUntil(write(parts.db, statements).catch(unlessRefused))
    },
  }
}

async function guarded<Reads extends Record<string, PortalRead<unknown>>>(
  presented: Presented,
  db: D1Database,
  reads: Reads,
  cached: Promise<Whereabouts | null>,
): Promise<{ row: Row; rows: RowsOf<Reads> }> {
  const named = Object.entries(reads).map(([name, read]) => [name, read[statement](presented.hash)] as const)
  const statements = { '': guard({ tokenHash: presented.hash }), ...Object.fromEntries(named) }
  const answered = await within(PATIENCE, batch(db, statements)).catch(async (cause: unknown) => {
    throw new NoAnswer(await cached, cause)
  })
  const { '': visitors, ...rows } = answered
  const row = (visitors as Row[])[0]
  if (!row) throw new DeadLink()
  return { row, rows: rows as RowsOf<Reads> }
}

/** Somebody else was first: that is no fault. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) logRunFault('after a visit', error)
}

/** After the response: fill the cache where it missed, and note that the link was used. */
async function settle(
  presented: Presented,
  parts: VisitParts,
  visitor: Visitor,
  cached: Promise<Whereabouts | null>,
) {
  const { businessName: name, businessPhone: phone, businessEmail: email } = visitor
  const noted = visitor.lastUsedAt !== null && visitor.lastUsedAt > parts.now - USE_IS_NOTED_EVERY
  await Promise.allSettled([
    cached.then(known => fill(parts.kv, presented.hash, known, { home: 'main', name, phone, email })),
    noted ? null : write(parts.db, [linkUsed(visitor.linkId, parts.now)]),
  ])
}
