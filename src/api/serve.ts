/**
 * Runs the operations that the nouns declare, all alike: scope, query, If-Match, body, then the act, then its answer. What
 * a path does not take is refused by name.
 */
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { type Act, type ApiContext, type ApiEnv, etag, ifMatch } from '../core/api.ts'
import { fileOf, jsonOf, noFile, valid } from '../core/body.ts'
import type { Call, Drawn, Operation } from '../core/operation.ts'
import { notFound, Problem } from '../core/problem.ts'
import { closed, opened } from './cursor.ts'
import { once } from './once.ts'

/** Mounts the operations. */
export function mount(app: Hono<ApiEnv>, operations: readonly Operation[]): void {
  for (const one of operations) app.on(one.method, pathOf(one), limitOf(one), c => serve(c, one))
}

/** Of a body that is no file. */
const MOST_BYTES = 256 * 1024

/** Where no length is announced, what comes is counted: nothing larger is ever held. */
function limitOf({ file }: Operation): MiddlewareHandler {
  const maxSize = file?.mostBytes ?? MOST_BYTES
  const onError = (): never => {
    throw new Problem('too_large', `${file ? 'This file' : 'A body'} may have ${maxSize / 1024} KB at most.`)
  }
  return bodyLimit({ maxSize, onError })
}

const pathOf = ({ path }: Operation) => path.replace(/\{(\w+)\}/g, ':$1')

async function serve(c: ApiContext, one: Operation): Promise<Response> {
  const act = c.get('act')
  checkScope(c, one)
  const list = `${one.name}\n${act.businessId}\n${c.req.param('id') ?? ''}`
  const query = await withId(list, queryOf(c, one))
  const seen = one.ifMatch ? ifMatch(c) : 'any'
  const file = one.file ? await fileOf(c, one.file) : noFile
  const call = { id: c.req.param('id') ?? '', seen, query, body: await bodyFor(c, one), file }
  const run = (actor: Act) => one.run({ ...call, act: actor } as Call)
  const { row, at } =
    one.method === 'POST' ? await once(c, act, run, one.isSecret) : { row: await run(act), at: act.now }
  if (!one.draw) return c.body(null, 204)
  return answer(c, one, await withCursor(list, await one.draw(row, { ...act, now: at }, query)))
}

function checkScope(c: Context<ApiEnv>, { scope }: Operation): void {
  if (!c.get('scopes').includes(scope))
    throw new Problem('missing_scope', `This needs a key with the scope “${scope}”.`)
}

async function bodyFor(c: ApiContext, { body, isChange }: Operation): Promise<unknown> {
  if (!body) return undefined
  const given = await jsonOf(c)
  const checked = valid(body, given)
  return isChange ? given : checked
}

/** The query by its schema, `{}` where it takes none. Throws `malformed_query` with the parameter's name. */
function queryOf(c: ApiContext, { query }: Operation): unknown {
  const given = [...Map.groupBy(new URL(c.req.url).searchParams, ([name]) => name)]
  const doubled = given.find(([, pairs]) => pairs.length > 1)
  if (doubled) throw new Problem('malformed_query', `${nameOf(doubled[0])} must stand once.`)
  const result = v.safeParse(
    query ?? v.strictObject({}),
    Object.fromEntries(given.map(([name, [pair]]) => [name, pair?.[1]])),
  )
  if (result.success) return result.output
  const [issue] = result.issues
  const name = nameOf(String(issue.path?.[0]?.key ?? ''))
  const detail = issue.expected === 'never' ? 'is not a parameter of this path' : issue.message
  throw new Problem('malformed_query', `${name} ${detail}.`)
}

/** The query of a list with the id that its cursor holds. */
async function withId(list: string, query: unknown): Promise<unknown> {
  const { cursor = null } = query as { cursor?: string | null }
  return cursor === null ? query : { ...(query as object), cursor: await opened(list, cursor) }
}

/** A page with its cursor made of the id of its last row. */
async function withCursor(list: string, drawn: Drawn<unknown>): Promise<Drawn<unknown>> {
  const { next_cursor: id = null } = 'body' in drawn ? (drawn.body as { next_cursor?: string | null }) : {}
  if (id === null || !('body' in drawn)) return drawn
  return { ...drawn, body: { ...(drawn.body as object), next_cursor: await closed(list, id) } }
}

const nameOf = (name: string): string => name.slice(0, 100).toWellFormed()

function answer(c: ApiContext, { status }: Operation, drawn: Drawn<unknown>): Response {
  if ('response' in drawn) return drawn.response
  const { body, version, location } = drawn
  // no-transform: an edge that compresses weakens the ETag, and a weak one never matches If-Match.
  const tagged =
    version === undefined ? {} : { etag: etag(version), 'cache-control': 'no-store, no-transform' }
  const headers = { ...tagged, ...(location ? { location } : {}) }
  return c.json(body as object, status as 200, headers)
}

export const nothingHere = (): never => {
  throw notFound()
}
