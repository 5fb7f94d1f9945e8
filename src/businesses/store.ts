/** The statements of businesses and their API keys. */
import { eq, getTableColumns, sql } from 'drizzle-orm'
import { build, expecting, pick, prepared, type Statement, statement } from '../core/db.ts'
import { apiKeys, type BusinessRow, businesses } from './tables.ts'

export const business = prepared<{ id: string }>()(() =>
  build
    .select(pick(getTableColumns(businesses)))
    .from(businesses)
    .where(eq(businesses.id, sql.placeholder('id'))),
)

/** What a PATCH may change of a business. */
export type Profile = Omit<BusinessRow, 'id' | 'linksFrom' | 'version' | 'createdAt' | 'updatedAt'>

/** Refuses (`stale`) a batch where the profile is no longer as it was read. */
export const businessStands = (row: Pick<BusinessRow, 'id' | 'version'>): Statement =>
  expecting(
    sql`exists (select 1 from ${businesses} where ${businesses.id} = ${row.id} and ${businesses.version} = ${row.version})`,
  )

/** Changes the profile of the version that was read; refused (`stale`) where it is no longer that one. */
export const updateProfile = (row: BusinessRow, profile: Partial<Profile>, now: number): Statement =>
  statement(
    build
      .update(businesses)
      .set({ ...profile, version: row.version + 1, updatedAt: now })
      .where(eq(businesses.id, row.id)),
  )

/** The key with this hash, dead or alive. */
export const keyByHash = prepared<{ hash: string }>()(() =>
  build
    .select(
      pick({
        id: apiKeys.id,
        businessId: apiKeys.businessId,
        scopes: apiKeys.scopes,
        expiresAt: apiKeys.expiresAt,
        revokedAt: apiKeys.revokedAt,
        lastUsedAt: apiKeys.lastUsedAt,
      }),
    )
    .from(apiKeys)
    .where(eq(apiKeys.keyHash, sql.placeholder('hash'))),
)

/** Notes that a key was used. */
export const keyUsed = (id: string, now: number): Statement =>
  statement(build.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id)))
