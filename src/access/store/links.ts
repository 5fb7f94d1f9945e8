/** The statements of portal links, and the guard that rides in every batch of the portal. */
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { logoColumns } from '../../businesses/store/logo.ts'
import { businesses, logos } from '../../businesses/tables.ts'
import { clients } from '../../clients/tables.ts'
import { build, expecting, pick, prepared, type Statement, statement } from '../../core/db.ts'
import { type LinkRow, portalLinks } from '../tables.ts'

/** A link lives while it has not died and was born after the business's `links_from`. */
const alive = and(isNull(portalLinks.diedAt), gt(portalLinks.bornAt, businesses.linksFrom))

/** The guard: who presents this token, if its link lives and its client was not deleted. */
export const guard = prepared<{ tokenHash: string }>()(() =>
  build
    .select(
      pick({
        linkId: portalLinks.id,
        lastUsedAt: portalLinks.lastUsedAt,
        clientId: clients.id,
        clientName: clients.name,
        clientLocale: clients.locale,
        businessId: businesses.id,
        businessName: businesses.name,
        businessEmail: businesses.email,
        businessPhone: businesses.phone,
        businessAddress: businesses.address,
        businessWebsite: businesses.website,
        businessLocale: businesses.locale,
        colour: businesses.colour,
        timeZone: businesses.timeZone,
        ...logoColumns,
      }),
    )
    .from(portalLinks)
    .innerJoin(clients, and(eq(clients.id, portalLinks.clientId), isNull(clients.deletedAt)))
    .innerJoin(businesses, eq(businesses.id, portalLinks.businessId))
    .leftJoin(logos, eq(logos.businessId, portalLinks.businessId))
    .where(and(eq(portalLinks.tokenHash, sql.placeholder('tokenHash')), alive)),
)

/** The client that a presented token points to, inside a portal read: the only way there to say whose. */
export const presentedClient = sql`(select client_id from portal_links where token_hash = ${sql.placeholder('tokenHash')})`

/** The living link of a client, if there is one. */
export const livingLink = prepared<{ clientId: string }>()(() =>
  build
    .select(linkColumns)
    .from(portalLinks)
    .innerJoin(businesses, eq(businesses.id, portalLinks.businessId))
    .where(and(eq(portalLinks.clientId, sql.placeholder('clientId')), alive)),
)

/** The newest link of a client, alive or dead: tells whether one was ever made. */
export const newestLink = prepared<{ clientId: string }>()(() =>
  build
    .select(pick({ id: portalLinks.id, diedAt: portalLinks.diedAt, death: portalLinks.death }))
    .from(portalLinks)
    .where(eq(portalLinks.clientId, sql.placeholder('clientId')))
    .orderBy(desc(portalLinks.bornAt))
    .limit(1),
)

const linkColumns = pick({
  id: portalLinks.id,
  businessId: portalLinks.businessId,
  clientId: portalLinks.clientId,
  tokenHash: portalLinks.tokenHash,
  sealed: portalLinks.sealed,
  bornAt: portalLinks.bornAt,
  lastUsedAt: portalLinks.lastUsedAt,
})

/** A living link as `livingLink` reads it. */
export type LivingLink = Pick<
  LinkRow,
  'id' | 'businessId' | 'clientId' | 'tokenHash' | 'sealed' | 'bornAt' | 'lastUsedAt'
>

export type NewLink = Pick<LinkRow, 'id' | 'businessId' | 'clientId' | 'tokenHash' | 'sealed' | 'origin'>

/** A new link; born after `links_from` even where that lies in this very millisecond. */
export const insertLink = (link: NewLink, now: number): Statement =>
  statement(
    build.insert(portalLinks).values({
      ...link,
      bornAt: sql`(select max(${now}, ${businesses.linksFrom} + 1) from ${businesses} where ${businesses.id} = ${link.businessId})`,
    }),
  )

/** Ends a client's living link, and its sealed copy with it; triggers cancel its queued mail. */
export const endLink = (clientId: string, death: 'rotated' | 'revoked', now: number): Statement =>
  statement(
    build
      .update(portalLinks)
      .set({ diedAt: now, death, sealed: null })
      .where(and(eq(portalLinks.clientId, clientId), isNull(portalLinks.diedAt))),
  )

/** Refuses (`stale`) a batch where the client's living link is another one than was read, or none. */
export const linkStands = (clientId: string, id: string | null): Statement =>
  expecting(
    sql`(select ${portalLinks.id} from ${portalLinks} where ${portalLinks.clientId} = ${clientId} and ${portalLinks.diedAt} is null) is ${id}`,
  )

/** Notes that a living link was used. */
export const linkUsed = (id: string, now: number): Statement =>
  statement(
    build
      .update(portalLinks)
      .set({ lastUsedAt: now })
      .where(and(eq(portalLinks.id, id), isNull(portalLinks.diedAt))),
  )
