/** The statements of a business's profile. */
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { build, expecting, pick, prepared, type RowOf, type Statement, statement } from '../../core/db.ts'
import { type BusinessRow, businesses, logos } from '../tables.ts'
import { logoColumns } from './logo.ts'

/** A business, and what is to be known of its logo. */
export const business = prepared<{ id: string }>()(() =>
  build
    .select(
      pick({
        ...getTableColumns(businesses),
        ...logoColumns,
        logoSize: sql<number | null>`length(${logos.bytes})`,
      }),
    )
    .from(businesses)
    .leftJoin(logos, eq(logos.businessId, businesses.id))
    .where(eq(businesses.id, sql.placeholder('id'))),
)

export type BusinessNow = RowOf<ReturnType<typeof business>>

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

/** Ends every link of a business that was born up to `upTo`, or up to now, with this one statement. */
export const endLinks = (id: string, upTo: SQL<number>, now: number): Statement =>
  statement(
    build
      .update(businesses)
      .set({
        linksFrom: sql`max(${businesses.linksFrom}, ${now}, ${upTo})`,
        version: sql`${businesses.version} + 1`,
        updatedAt: now,
      })
      .where(eq(businesses.id, id)),
  )
