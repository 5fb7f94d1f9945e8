/**
 * What every operation of the API shares: who acts, the one batch of an act, ETag and If-Match (RFC 9110), and lists
 * that page by cursor.
 */
import type { Context } from 'hono'
import type { Config } from './config.ts'
import { keyInForce, type Statement, write, writeAndRead } from './db.ts'
import type { Env } from './env.ts'
import { notFound, Problem } from './problem.ts'
import type { Scope } from './scopes.ts'

/** Who acts, and with what: all that an action needs of a request. `now`: UTC milliseconds. */
export type Act = {
  db: D1Database
  kv: KVNamespace
  config: Config
  now: number
  businessId: string
  actor: { kind: 'key' | 'link'; id: string } | { kind: 'system'; id: null }
  address: string | null
  requestId: string
  /** Runs work after the answer has gone. */
  afterwards: (work: Promise<unknown>) => void
  /** Set where the caller gave an Idempotency-Key. */
  once?: Once
}

/**
 * What makes an act happen once (api/once.ts): `claim` stands first in its batch and refuses a second one, `keep` stands
 * last and keeps the row that the answer is drawn from.
 */
export type Once = { claim: readonly Statement[]; keep: (row: Statement) => Statement }

type Actor = Pick<Act, 'db' | 'actor' | 'businessId'>

/** Its request may have been held open since it was let in. */
const inForce = ({ actor, businessId }: Actor): Statement[] =>
  actor.kind === 'key' ? [keyInForce(actor.id, businessId, Date.now())] : []

/** The one batch of an act that answers with nothing of it. Throws as `perform` does. */
export const commit = (act: Actor, statements: readonly Statement[]): Promise<void> =>
  write(act.db, [...inForce(act), ...statements])

/**
 * An act's one batch: the statements, then the row that its answer is drawn from, as it stands after them. Throws
 * Refused where the database says no, Unanswered where it is not known.
 */
export async function perform<Row>(
  act: Actor & Pick<Act, 'once'>,
  statements: readonly Statement[],
  read: Statement<Row>,
): Promise<Row> {
  const { db, once } = act
  const all = once ? [...once.claim, ...statements, once.keep(read)] : statements
  const row = await writeAndRead(db, [...inForce(act), ...all], read)
  if (row === undefined) throw notFound()
  return row
}

export type ApiEnv = { Bindings: Env; Variables: { act: Act; scopes: readonly Scope[]; requestId: string } }
export type ApiContext = Context<ApiEnv>

/** A version as an entity tag. */
export const etag = (version: number): string => `"${version}"`

/** The versions that the caller would change: those in If-Match, or `any` for `*`. */
export type Seen = readonly number[] | 'any'

/**
 * If-Match by RFC 9110, §13.1.1. Throws 428 without the header. A weak tag, or one that is none of ours, matches
 * nothing.
 */
export function ifMatch(c: ApiContext): Seen {
  const header = c.req.header('if-match')?.trim()
  if (!header) throw new Problem('if_match_required', 'Send If-Match with the ETag that you last read, or *.')
  if (header === '*') return 'any'
  return header
    .split(',')
    .flatMap(tag => /^"(\d{1,15})"$/.exec(tag.trim())?.[1] ?? [])
    .map(Number)
}

/** Throws 412 unless the version that stands is one that the caller has seen. */
export function checkVersion(seen: Seen, standing: number): void {
  if (seen !== 'any' && !seen.includes(standing)) throw stale()
}

export const stale = () =>
  new Problem('stale', 'It has changed since you read it: read it again, then decide.')

/** A page of a list: rows after `cursor` (an id, which api/cursor.ts binds to its list), at most `limit`. */
export type Paging = { limit: number; cursor: string | null }

/** A page of rows that were read with one more than the limit: the extra one only says that there is more. */
export function listOf<Row extends { id: string }, Item>(
  rows: Row[],
  { limit }: Paging,
  draw: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } {
  const page = rows.slice(0, limit)
  return { data: page.map(draw), next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
