/**
 * What every handler of the API shares: its context, ETag and If-Match (RFC 9110), and lists that page by cursor.
 */
import type { Context } from 'hono'
import type { Config } from './config.ts'
import type { Env } from './env.ts'
import { isId, type Prefix } from './ids.ts'
import { Problem } from './problem.ts'

/** Who acts, and with what: all that an action needs of a request. `now`: UTC milliseconds. */
export type Act = {
  db: D1Database
  config: Config
  now: number
  businessId: string
  actor: { kind: 'key' | 'link'; id: string } | { kind: 'system'; id: null }
  address: string | null
  requestId: string
  /** Runs work after the answer has gone. */
  afterwards: (work: Promise<unknown>) => void
}

export type ApiEnv = { Bindings: Env; Variables: { act: Act } }
export type ApiContext = Context<ApiEnv>

/** A version as an entity tag. */
export const etag = (version: number): string => `"${version}"`

/** A single resource as JSON with its ETag. */
export function resource(
  c: ApiContext,
  version: number,
  body: object,
  status: 200 | 201 = 200,
  location?: string,
) {
  // no-transform: an edge that compresses weakens the ETag, and a weak one never matches If-Match.
  const fixed = { etag: etag(version), 'cache-control': 'no-store, no-transform' }
  const headers = { ...fixed, ...(location ? { location } : {}) }
  return c.json(body, status, headers)
}

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

/** The page of a list that was asked for: rows after `cursor` (an id), at most `limit` (1 to 100, 20 unless told). */
export type Paging = { limit: number; cursor: string | null }

export function pagingOf(c: ApiContext): Paging {
  const limit = Number(c.req.query('limit') ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new Problem('malformed_query', 'limit must be a whole number from 1 to 100.')
  }
  const cursor = c.req.query('cursor') ?? null
  if (cursor !== null && !/^[a-z]{3}_[0-9a-z]{26}$/.test(cursor)) {
    throw new Problem('malformed_query', 'cursor must be a next_cursor that this list gave.')
  }
  return { limit, cursor }
}

/** A page of rows that were read with one more than the limit: the extra one only says that there is more. */
export function listOf<Row extends { id: string }>(rows: Row[], paging: Paging, draw: (row: Row) => object) {
  const page = rows.slice(0, paging.limit)
  const more = rows.length > paging.limit
  return { data: page.map(draw), next_cursor: more ? (page.at(-1)?.id ?? null) : null }
}

/** A query parameter that must be one of a few words, or absent. */
export function choiceOf<Word extends string>(
  c: ApiContext,
  name: string,
  words: readonly Word[],
): Word | null {
  const value = c.req.query(name)
  if (value === undefined) return null
  if (!(words as readonly string[]).includes(value)) {
    throw new Problem('malformed_query', `${name} must be one of ${words.join(', ')}.`)
  }
  return value as Word
}

/** A query parameter that must be an id of that kind, or absent. */
export function idOf(c: ApiContext, name: string, prefix: Prefix): string | null {
  const value = c.req.query(name)
  if (value === undefined) return null
  if (!isId(prefix, value))
    throw new Problem('malformed_query', `${name} must be an id that starts with ${prefix}_.`)
  return value
}

/** The instant in `updated_since` (RFC 3339), in UTC milliseconds, or null. */
export function updatedSince(c: ApiContext): number | null {
  const value = c.req.query('updated_since')
  if (value === undefined) return null
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)
    ? Date.parse(value)
    : Number.NaN
  if (Number.isNaN(instant))
    throw new Problem('malformed_query', 'updated_since must be an instant such as 2026-01-31T09:00:00Z.')
  return instant
}
