/** How the link of a visit came to its client: what a signature record says of it (product.md §3). */
import { and, eq, inArray, isNotNull, max, ne, sql } from 'drizzle-orm'
import { auditEntries } from '../audit/tables.ts'
import { build, pick } from '../core/db.ts'
import { messages } from '../mail/tables.ts'
import { portalLinks } from './tables.ts'
import { portalRead } from './visit.ts'

/** The link that this visit came by. */
const presentedLink = sql`(select id from portal_links where token_hash = ${sql.placeholder('tokenHash')})`

/**
 * A message in one of these states has left for sure. Of one that is sending, or whose fate is unknown, nobody can say
 * so yet: it is left out, and so nothing that is missing here is denied.
 */
const left = ['sent', 'delivered', 'bounced', 'complained'] as const

/** To which addresses the link was mailed for sure, whether or not it arrived, and when: first, last, how often. */
export const linkMailings = portalRead<Record<never, never>>()(client =>
  build
    .select(
      pick({
        address: sql<string>`address.value`,
        first: sql<number>`min(${messages.endedAt})`,
        last: sql<number>`max(${messages.endedAt})`,
        times: sql<number>`count(*)`,
      }),
    )
    .from(sql`${messages}, json_each(${messages.recipients}) as address`)
    .where(
      and(
        eq(messages.linkId, presentedLink),
        eq(messages.clientId, client),
        inArray(messages.state, [...left]),
        isNotNull(messages.endedAt),
      ),
    )
    .groupBy(sql`address.value`)
    .orderBy(sql`address.value`),
)

/**
 * When the link was made, and when the business last saw it itself: by looking it up, or by making it. What a job makes is
 * shown to nobody.
 */
export const linkOrigin = portalRead<Record<never, never>>()(client =>
  build
    .select(
      pick({
        madeAt: portalLinks.bornAt,
        revealedAt: sql<number | null>`(${build
          .select({ at: max(auditEntries.at) })
          .from(auditEntries)
          .where(
            and(
              eq(auditEntries.businessId, portalLinks.businessId),
              eq(auditEntries.objectId, portalLinks.id),
              inArray(auditEntries.action, ['link.revealed', 'link.rotated']),
              ne(auditEntries.actorKind, 'system'),
            ),
          )})`,
      }),
    )
    .from(portalLinks)
    .where(and(eq(portalLinks.id, presentedLink), eq(portalLinks.clientId, client))),
)
