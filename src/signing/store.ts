/** The statements of signature records and chain heads. Both are only ever added to (migration 0009). */
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { portalLinks } from '../access/tables.ts'
import { portalRead } from '../access/visit.ts'
import { businesses } from '../businesses/tables.ts'
import { build, pick, prepared, type Statement, statement } from '../core/db.ts'
import { chainHeads, signatureRecords, unsealedChains } from './tables.ts'

/** The newest record of the business whose client is here: what the next one names. */
export const chainHere = portalRead<Record<never, never>>()(client =>
  build
    .select(pick({ sequence: signatureRecords.sequence, hash: signatureRecords.hash }))
    .from(signatureRecords)
    .where(
      eq(signatureRecords.businessId, sql`(select business_id from clients where clients.id = ${client})`),
    )
    .orderBy(desc(signatureRecords.sequence))
    .limit(1),
)

/** The proof of a document that this client accepted. */
export const proofHere = portalRead<{ documentId: string }>()(client =>
  build
    .select(pick({ jws: signatureRecords.jws }))
    .from(signatureRecords)
    .innerJoin(portalLinks, eq(portalLinks.id, signatureRecords.linkId))
    .where(
      and(eq(signatureRecords.documentId, sql.placeholder('documentId')), eq(portalLinks.clientId, client)),
    ),
)

/** The newest record of a business, and the business's name and address. */
export const chainOf = prepared<{ businessId: string }>()(() =>
  build
    .select(
      pick({
        sequence: signatureRecords.sequence,
        hash: signatureRecords.hash,
        signedAt: signatureRecords.signedAt,
        name: businesses.name,
        email: businesses.email,
      }),
    )
    .from(signatureRecords)
    .innerJoin(businesses, eq(businesses.id, signatureRecords.businessId))
    .where(eq(signatureRecords.businessId, sql.placeholder('businessId')))
    .orderBy(desc(signatureRecords.sequence))
    .limit(1),
)

/** The acceptance itself: triggers check chain and document, and record the decision. */
export const insertSignature = (record: typeof signatureRecords.$inferInsert): Statement =>
  statement(build.insert(signatureRecords).values(record))

/** The proof of one document's acceptance, for the business. */
export const proofOf = prepared<{ businessId: string; documentId: string }>()(() =>
  build
    .select(pick({ jws: signatureRecords.jws }))
    .from(signatureRecords)
    .where(
      and(
        eq(signatureRecords.businessId, sql.placeholder('businessId')),
        eq(signatureRecords.documentId, sql.placeholder('documentId')),
      ),
    ),
)

/** Businesses with records that no head covers, from before an instant; the longest waiting first. */
export const unsealedBefore = prepared<{ instant: number; limit: number }>()(() =>
  build
    .select(pick({ businessId: unsealedChains.businessId }))
    .from(unsealedChains)
    .where(lt(unsealedChains.since, sql.placeholder('instant')))
    .orderBy(asc(unsealedChains.since))
    .limit(sql.placeholder('limit')),
)

/** Seals a chain at its newest record; refused where a newer one came in between. */
export const insertHead = (head: typeof chainHeads.$inferInsert): Statement =>
  statement(build.insert(chainHeads).values(head))
