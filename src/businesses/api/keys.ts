/** The API keys of a business in the API. */

import * as v from 'valibot'
import { listOf } from '../../core/api.ts'
import { rfc3339 } from '../../core/clock.ts'
import { batch } from '../../core/db.ts'
import { operation } from '../../core/operation.ts'
import { paging } from '../../core/query.ts'
import type { Scope } from '../../core/scopes.ts'
import * as shape from '../../core/shapes.ts'
import { urls } from '../../core/urls.ts'
import { createKey, isInForce, keyIn, revokeKey, rotateKey } from '../actions/keys.ts'
import { keyAnswer, keyCreation, keyRotation, madeKeyAnswer } from '../schema.ts'
import { type KeyRow, keyList } from '../store/keys.ts'

export const keyOperations = [
  operation({
    name: 'createApiKey',
    method: 'POST',
    path: '/api-keys',
    isSecret: true,
    scope: 'admin',
    summary: 'Make an API key',
    description:
      'The answer holds the key, this once: only a hash of it is kept. Without `scopes` it may `read` and `write`; give each program a key of its own, with what it needs and no more.',
    body: keyCreation,
    example: { name: 'Accounting', scopes: ['read'] },
    status: 201,
    answer: madeKeyAnswer,
    refusals: ['link_key_retired'],
    run: ({ act, body }) => createKey(act, body),
    draw: async (row, act) => ({
      body: { ...draw(row, act.now), key: await keyIn(act, row) },
      location: urls.api.keys,
    }),
  }),
  operation({
    name: 'listApiKeys',
    method: 'GET',
    path: '/api-keys',
    scope: 'admin',
    summary: 'List your API keys, oldest first',
    description: 'Also those that have expired or were revoked. `short_id` is how a key begins.',
    query: v.strictObject(paging),
    status: 200,
    answer: shape.listOf(keyAnswer),
    run: async ({ act, query }) => (await batch(act.db, { rows: keyList(act.businessId, query) })).rows,
    draw: (rows, act, query) => ({ body: listOf(rows, query, row => draw(row, act.now)) }),
  }),
  operation({
    name: 'rotateApiKey',
    method: 'POST',
    path: '/api-keys/{id}/rotate',
    isSecret: true,
    scope: 'admin',
    summary: 'Replace an API key',
    description:
      'A new key of the same name, scopes and length of life. The old one is dead before this answers, or goes on for `overlap_seconds`, a week at most, so that programs can change over. A key is replaced once. Give the key that you call with an overlap and the call an Idempotency-Key: should the answer be lost, you can ask for it again.',
    body: keyRotation,
    example: { overlap_seconds: 3600 },
    status: 200,
    answer: madeKeyAnswer,
    refusals: ['key_not_active', 'link_key_retired'],
    run: ({ act, id, body }) => rotateKey(act, id, body),
    draw: async (row, act) => ({ body: { ...draw(row, act.now), key: await keyIn(act, row) } }),
  }),
  operation({
    name: 'revokeApiKey',
    method: 'DELETE',
    path: '/api-keys/{id}',
    scope: 'admin',
    summary: 'Revoke an API key',
    description:
      'It is dead before this answers. Of the keys that can manage keys, the one that lasts longest is not revoked: rotate it.',
    status: 204,
    refusals: ['last_admin_key'],
    run: ({ act, id }) => revokeKey(act, id),
  }),
]

const instant = (ms: number | null) => (ms === null ? null : rfc3339(ms))

function draw(row: KeyRow, now: number) {
  const { id, name, shortId, scopes, createdAt, expiresAt, revokedAt, lastUsedAt } = row
  const status: 'active' | 'expired' | 'revoked' =
    revokedAt !== null ? 'revoked' : isInForce(row, now) ? 'active' : 'expired'
  return {
    ...{ id, name, short_id: shortId, scopes: scopes.split(' ') as Scope[], status },
    created_at: rfc3339(createdAt),
    expires_at: instant(expiresAt),
    revoked_at: instant(revokedAt),
    last_used_at: instant(lastUsedAt),
  }
}
