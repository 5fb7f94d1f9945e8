/**
 * From a key to who acts: a mistyped key is refused by its checksum, without a query; any other by its hash.
 * Which scope a route needs stands in one table. The answers tell a caller nothing about keys of others.
 */
import { createMiddleware } from 'hono/factory'
import { isKey, type Scope } from '../businesses/key.ts'
import { keyByHash, keyUsed } from '../businesses/store.ts'
import type { Act, ApiEnv } from '../core/api.ts'
import { configOf } from '../core/config.ts'
import { sha256Hex } from '../core/crypto.ts'
import { first, write } from '../core/db.ts'
import { addressOf } from '../core/http.ts'
import { newId } from '../core/ids.ts'
import { logRunFault } from '../core/log.ts'
import { Problem } from '../core/problem.ts'

/** The scope that a request needs. Links are reached by nothing else than `links`; the profile by `admin`. */
export function scopeFor(method: string, path: string): Scope {
  if (/^\/api\/v1\/clients\/[^/]+\/link(\/|$)/.test(path)) return 'links'
  if (method === 'GET' || method === 'HEAD') return 'read'
  return path === '/api/v1/business' ? 'admin' : 'write'
}

/** Coarse on purpose: one write per key and five minutes. */
const USE_IS_NOTED_EVERY = 5 * 60_000

export const authenticate = createMiddleware<ApiEnv>(async function authenticate(c, next) {
  const now = Date.now()
  const key = await keyOf(c.req.header('authorization'), c.env.DB, now)
  const scope = scopeFor(c.req.method, c.req.path)
  if (!key.scopes.split(' ').includes(scope)) {
    throw new Problem('missing_scope', `This needs a key with the scope “${scope}”.`)
  }
  const afterwards = (work: Promise<unknown>) =>
    c.executionCtx.waitUntil(work.catch(error => logRunFault('after an answer', error)))
  const act: Act = {
    ...{
      db: c.env.DB,
      config: configOf(c.env),
      now,
      businessId: key.businessId,
      actor: { kind: 'key', id: key.id },
    },
    ...{ address: addressOf(c.req.raw), requestId: newId('req', now), afterwards },
  }
  c.set('act', act)
  if ((key.lastUsedAt ?? 0) < now - USE_IS_NOTED_EVERY) afterwards(write(act.db, [keyUsed(key.id, now)]))
  await next()
  c.header('x-request-id', act.requestId)
})

async function keyOf(header: string | undefined, db: D1Database, now: number) {
  const text = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (!text) throw new Problem('no_key', 'Send your key as Authorization: Bearer sqk_…')
  const key = (await isKey(text)) ? await first(db, keyByHash({ hash: await sha256Hex(text) })) : undefined
  if (!key || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
    throw new Problem('no_key', 'This key is not known, has expired or was revoked.')
  }
  return key
}
