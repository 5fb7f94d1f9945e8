// Further keys of a business, as a program would hold them: fewer scopes, an end, or already revoked.
import { env } from 'cloudflare:workers'
import { newKey } from '../../src/businesses/key.ts'
import { apiKeys } from '../../src/businesses/tables.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { build, statement, write } from '../../src/core/db.ts'
import { newId } from '../../src/core/ids.ts'
import { apiWith, type Business } from './world.ts'

type Row = Pick<typeof apiKeys.$inferInsert, 'scopes' | 'expiresAt' | 'revokedAt'>

/** A key that is not the business's first one. */
export async function aKeyOf({ id }: Pick<Business, 'id'>, row: Partial<Row>): Promise<Business> {
  const now = Date.now()
  const key = await newKey()
  const fixed = { id: newId('key', now), businessId: id, name: 'further', createdAt: now }
  const values = { scopes: 'read write links admin', ...fixed, keyHash: await sha256Hex(key), ...row }
  await write(env.DB, [statement(build.insert(apiKeys).values(values))])
  return { id, key, api: apiWith(key) }
}
