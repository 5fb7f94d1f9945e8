/**
 * The statements of logos. Their bytes go to the database and come from it as hexadecimal text: D1 carries a BLOB as a list of
 * numbers in JSON, which takes several times as long to read and to write.
 */
import { eq, sql } from 'drizzle-orm'
import { build, pick, prepared, type Statement, statement } from '../../core/db.ts'
import type { Picture } from '../logo/picture.ts'
import { logos, type MediaType } from '../tables.ts'

/** The logo in a select that joins its business to it: null, all of it, where there is none. */
export const logoColumns = {
  logoHash: sql<string | null>`${logos.hash}`,
  logoType: sql<MediaType | null>`${logos.mediaType}`,
  logoWidth: sql<number | null>`${logos.width}`,
  logoHeight: sql<number | null>`${logos.height}`,
}

/** The file of a logo that some business has, by its hash (actions/logo.ts); `hex`: its bytes. */
export const logoFile = prepared<{ hash: string }>()(() =>
  build
    .select(pick({ mediaType: logos.mediaType, hex: sql<string>`hex(${logos.bytes})` }))
    .from(logos)
    .where(eq(logos.hash, sql.placeholder('hash')))
    .limit(1),
)

/** `hash`: of the business and the picture's bytes (actions/logo.ts). */
export const insertLogo = (businessId: string, hash: string, { bytes, ...facts }: Picture): Statement =>
  statement(build.insert(logos).values({ businessId, hash, ...facts, bytes: sql`unhex(${bytes.toHex()})` }))

export const deleteLogo = (businessId: string): Statement =>
  statement(build.delete(logos).where(eq(logos.businessId, businessId)))
