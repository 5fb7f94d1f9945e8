/**
 * From a key to who acts: a mistyped key is refused by its checksum, without a query; any other by its hash, and none
 * more often than its share. The answers tell a caller nothing about keys of others.
 */
import { createMiddleware } from 'hono/factory'
import { isKey } from '../businesses/key.ts'
import { keyByHash, keyUsed } from '../businesses/store/keys.ts'
import type { Act, ApiEnv } from '../core/api.ts'
import { configOf } from '../core/config.ts'
import { sha256Hex } from '../core/crypto.ts'
import { first, write } from '../core/db.ts'
import type { Env } from '../core/env.ts'
import { addressOf } from '../core/http.ts'
import { logRunFault } from '../core/log.ts'
import { Problem } from '../core/problem.ts'
import type { Scope } from '../core/scopes.ts'

/** Coarse on purpose: one write per key and five minutes. */
const USE_IS_NOTED_EVERY = 5 * 60_000

/** As `API_LIMIT` in wrangler.toml says (draft-ietf-httpapi-ratelimit-headers-10). */
const RATE_LIMIT_POLICY = '"key";q=600;w=10'
const RETRY_AFTER_SECONDS = '10'

export const authenticate = createMiddleware<ApiEnv>(async function authenticate(c, next) {
  const now = Date.now()
  const key = await keyOf(c.req.header('authorization'), c.env, now)
  const afterwards = (work: Promise<unknown>) =>
    c.executionCtx.waitUntil(work.catch(error => logRunFault('after an answer', error)))
  const act: Act = {
    ...{ db: c.env.DB, kv: c.env.KV, config: configOf(c.env), now, businessId: key.businessId },
    ...{ address: addressOf(c.req.raw), requestId: c.get('requestId'), afterwards },
    actor: { kind: 'key', id: key.id },
  }
  c.set('act', act)
  c.set('scopes', key.scopes.split(' ') as Scope[])
  if ((key.lastUsedAt ?? 0) < now - USE_IS_NOTED_EVERY) afterwards(write(act.db, [keyUsed(key.id, now)]))
  await next()
  c.header('ratelimit-policy', RATE_LIMIT_POLICY)
})

async function keyOf(header: string | undefined, env: Env, now: number) {
  const text = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (!text) throw new Problem('no_key', 'Send your key as Authorization: Bearer sqk_…')
  if (!(await isKey(text))) throw unknownKey()
  const hash = await sha256Hex(text)
  await checkRate(env, hash)
  const key = await first(env.DB, keyByHash({ hash }))
  if (!key || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) throw unknownKey()
  return key
}

/** Also what a key is told that ended while its request was under way. */
export const unknownKey = () => new Problem('no_key', 'This key is not known, has expired or was revoked.')

/** Before any query: who asks too often costs the database nothing. A limiter that fails lets everyone through. */
async function checkRate({ API_LIMIT }: Env, hash: string): Promise<void> {
  const { success } = await API_LIMIT.limit({ key: hash }).catch(() => ({ success: true }))
  if (success) return
  const headers = { 'retry-after': RETRY_AFTER_SECONDS, 'ratelimit-policy': RATE_LIMIT_POLICY }
  throw new Problem('too_many_requests', 'A key may ask 600 times in 10 seconds.', [], headers)
}
