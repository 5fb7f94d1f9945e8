/** The statements of API keys. */
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Paging } from '../../core/api.ts'
import { build, expecting, pick, prepared, type RowOf, type Statement, statement } from '../../core/db.ts'
import { apiKeys } from '../tables.ts'

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

const keyColumns = pick({
  id: apiKeys.id,
  name: apiKeys.name,
  shortId: apiKeys.shortId,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
  lastUsedAt: apiKeys.lastUsedAt,
  replacedAt: apiKeys.replacedAt,
})

/** A key of a business, dead or alive. */
export const apiKey = prepared<{ businessId: string; id: string }>()(() =>
  build
    .select(keyColumns)
    .from(apiKeys)
    .where(and(eq(apiKeys.businessId, sql.placeholder('businessId')), eq(apiKeys.id, sql.placeholder('id')))),
)

export type KeyRow = RowOf<ReturnType<typeof apiKey>>

/** A key that was just made, with its sealed copy beside it: what its answer is drawn from. */
export const newApiKey = prepared<{ businessId: string; id: string; sealed: string }>()(() =>
  build
    .select({ ...keyColumns, ...pick({ sealed: sql<string>`${sql.placeholder('sealed')}` }) })
    .from(apiKeys)
    .where(and(eq(apiKeys.businessId, sql.placeholder('businessId')), eq(apiKeys.id, sql.placeholder('id')))),
)

/** A page of the keys of a business, oldest first; one row more than the limit. */
export const keyList = (businessId: string, { limit, cursor }: Paging) =>
  statement(
    build
      .select(keyColumns)
      .from(apiKeys)
      .where(and(eq(apiKeys.businessId, businessId), cursor === null ? undefined : gt(apiKeys.id, cursor)))
      .orderBy(apiKeys.id)
      .limit(limit + 1),
  )

export const insertKey = (key: typeof apiKeys.$inferInsert): Statement =>
  statement(build.insert(apiKeys).values(key))

/** Ends a key: at once, or at an instant to come. `replacedAt`: a rotation has made another in its place. */
export const endKey = (
  id: string,
  end: { revokedAt?: number; expiresAt?: number; replacedAt?: number },
): Statement => statement(build.update(apiKeys).set(end).where(eq(apiKeys.id, id)))

/** Refuses (`stale`) a batch where the key is no longer in force, or another was made in its place. */
export const keyStands = (id: string, now: number): Statement =>
  expecting(sql`exists (select 1 from ${apiKeys} where ${apiKeys.id} = ${id} and ${apiKeys.replacedAt} is null
    and ${apiKeys.revokedAt} is null and (${apiKeys.expiresAt} is null or ${apiKeys.expiresAt} > ${now}))`)

/** Refuses (`stale`) a batch where the key was revoked. */
export const keyUnrevoked = (id: string): Statement =>
  expecting(
    sql`exists (select 1 from ${apiKeys} where ${apiKeys.id} = ${id} and ${apiKeys.revokedAt} is null)`,
  )

/** After every instant that there is. */
const NEVER = Number.MAX_SAFE_INTEGER

/** Whether another key than this one manages the keys of the business, and will until this one ends by itself. */
const lastsAsLong = (key: Pick<KeyRow, 'id' | 'expiresAt'>, businessId: string) =>
  sql`${apiKeys.businessId} = ${businessId} and ${apiKeys.id} <> ${key.id} and ${apiKeys.revokedAt} is null
    and ' ' || ${apiKeys.scopes} || ' ' like '% admin %'
    and coalesce(${apiKeys.expiresAt}, ${NEVER}) >= ${key.expiresAt ?? NEVER}`

/** Another key that manages the keys of the business for at least as long as this one would. */
export const otherAdmin = (key: Pick<KeyRow, 'id' | 'expiresAt'>, businessId: string) =>
  statement(
    build
      .select(pick({ id: apiKeys.id }))
      .from(apiKeys)
      .where(lastsAsLong(key, businessId))
      .limit(1),
  )

/** Refuses (`stale`) a batch where there is no such other key. */
export const otherAdminStands = (key: Pick<KeyRow, 'id' | 'expiresAt'>, businessId: string): Statement =>
  expecting(sql`exists (select 1 from ${apiKeys} where ${lastsAsLong(key, businessId)})`)

/** Notes that a key was used. */
export const keyUsed = (id: string, now: number): Statement =>
  statement(build.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id)))
