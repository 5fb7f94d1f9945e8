/** What a business does with its API keys: make, rotate, revoke. */
import type * as v from 'valibot'
import { entry } from '../../audit/store.ts'
import { type Act, commit, perform } from '../../core/api.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { decide, first, type RowOf, type Statement } from '../../core/db.ts'
import { isId, newId } from '../../core/ids.ts'
import { invalid, notFound, Problem } from '../../core/problem.ts'
import { openText, sealText } from '../../core/sealed.ts'
import { newKey, shortIdOf } from '../key.ts'
import type { keyCreation, keyRotation } from '../schema.ts'
import {
  apiKey,
  endKey,
  insertKey,
  type KeyRow,
  keyStands,
  keyUnrevoked,
  newApiKey,
  otherAdmin,
  otherAdminStands,
} from '../store/keys.ts'

/** A key that was just made: `sealed` holds it, for its one answer. */
export type MadeKey = RowOf<ReturnType<typeof newApiKey>>

type Kept = { name: string; scopes: string; expiresAt: number | null }

export async function createKey(act: Act, input: v.InferOutput<typeof keyCreation>): Promise<MadeKey> {
  const { name, scopes, expires_at: expiresAt = null } = input
  if (expiresAt !== null && expiresAt <= act.now)
    throw invalid([{ pointer: '/expires_at', detail: 'must lie in the future' }])
  const kept = { name, scopes: [...new Set(scopes)].join(' '), expiresAt }
  return decide(() => make(act, kept, 'api_key.created', []))
}

/**
 * A new key in the place of another, once: its name, its scopes, its length of life. The old one goes on for `overlap`.
 */
export async function rotateKey(
  act: Act,
  id: string,
  input: v.InferOutput<typeof keyRotation>,
): Promise<MadeKey> {
  const overlap = input.overlap_seconds * 1000
  const { now } = act
  return decide(async () => {
    const old = await loadKey(act, id)
    if (!isInForce(old, now) || old.replacedAt !== null) throw notActive()
    const { name, scopes, expiresAt, createdAt } = old
    const kept = { name, scopes, expiresAt: expiresAt && now + (expiresAt - createdAt) }
    const end =
      overlap === 0 ? { revokedAt: now } : { expiresAt: Math.min(now + overlap, expiresAt ?? Infinity) }
    const ended = [keyStands(id, now), endKey(id, { ...end, replacedAt: now })]
    return make(act, kept, 'api_key.rotated', ended, id)
  })
}

async function make(
  act: Act,
  kept: Kept,
  action: 'api_key.created' | 'api_key.rotated',
  statements: Statement[],
  replaces: string | null = null,
): Promise<MadeKey> {
  const [id, key] = [newId('key', act.now), await newKey()]
  const { businessId } = act
  const shortId = shortIdOf(key)
  const row = { id, businessId, ...kept, keyHash: await sha256Hex(key), shortId, createdAt: act.now }
  const all = [
    ...statements,
    insertKey(row),
    entry(act, action, id, { short_id: shortId, scopes: kept.scopes, replaces }),
  ]
  return perform(act, all, newApiKey({ businessId, id, sealed: await sealText(act.config, sealOf(id), key) }))
}

/** The key in the clear, for its one answer. */
export async function keyIn(act: Pick<Act, 'config'>, { id, sealed }: MadeKey): Promise<string> {
  const key = await openText(act.config, sealOf(id), sealed)
  if (key === undefined)
    throw new Problem('link_key_retired', 'The answer can’t be repeated: rotate the key.')
  return key
}

const sealOf = (id: string) => ({ purpose: 'semaquote answer with an API key', context: id })

/**
 * Ends a key at once; one that has ended already stays so. No revocation brings the day nearer on which nobody could
 * manage the keys: of keys with the scope `admin`, only one that another outlasts can go.
 */
export async function revokeKey(act: Act, id: string): Promise<void> {
  const { businessId, now } = act
  await decide(async () => {
    const key = await loadKey(act, id)
    if (key.revokedAt !== null) return
    const manages = key.scopes.split(' ').includes('admin') && isInForce(key, now)
    if (manages && !(await first(act.db, otherAdmin(key, businessId)))) throw lastAdmin()
    await commit(act, [
      keyUnrevoked(id),
      ...(manages ? [otherAdminStands(key, businessId)] : []),
      endKey(id, { revokedAt: now }),
      entry(act, 'api_key.revoked', id, { short_id: key.shortId }),
    ])
  })
}

async function loadKey(act: Act, id: string): Promise<KeyRow> {
  const row = isId('key', id) ? await first(act.db, apiKey({ businessId: act.businessId, id })) : undefined
  if (!row) throw notFound()
  return row
}

/** Whether a key opens the API at `now`. */
export const isInForce = (
  { revokedAt, expiresAt }: Pick<KeyRow, 'revokedAt' | 'expiresAt'>,
  now: number,
): boolean => revokedAt === null && (expiresAt === null || expiresAt > now)

const notActive = () =>
  new Problem('key_not_active', 'Make a new key with POST /api-keys, or rotate the one that took its place.')

const lastAdmin = () =>
  new Problem(
    'last_admin_key',
    'Rotate it instead, or first make another key with the scope “admin” that lasts as long.',
  )
