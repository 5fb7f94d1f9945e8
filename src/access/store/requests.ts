/**
 * The statements of requests for a link (migration 0020). A row waits until the job has looked at it. It is kept, as
 * resolved, only where a mail was written for it: by these rows the limit of an address is counted.
 */
import { asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import {
  build,
  expecting,
  pick,
  prepared,
  type RowOf,
  raw,
  type Statement,
  statement,
} from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { linkRequests } from '../tables.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How often one address is mailed on request, whoever asks: the mailbox of somebody else is no toy. */
const MOST_AN_HOUR = 3
const MOST_A_DAY = 6

/** How many old rows one run deletes. */
const MOST_FORGOTTEN = 1000

/** Notes that somebody asked. It looks at nothing, so that it costs the same for every address. */
export const insertRequest = (address: string, now: number): Statement =>
  statement(build.insert(linkRequests).values({ id: newId('lrq', now), address, askedAt: now }))

/** Requests that wait, oldest first, and whether anybody has that address. */
export const waitingRequests = prepared<{ limit: number }>()(() =>
  build
    .select(
      pick({
        id: linkRequests.id,
        address: linkRequests.address,
        isKnown: sql<0 | 1>`exists (select 1 from client_addresses where address = ${linkRequests.address})`,
      }),
    )
    .from(linkRequests)
    .where(isNull(linkRequests.resolvedAt))
    .orderBy(asc(linkRequests.askedAt), asc(linkRequests.id))
    .limit(sql.placeholder('limit')),
)

export type Waiting = RowOf<ReturnType<typeof waitingRequests>>

/** Whether an address has had less mail than it may have, by the clock of the job. */
const withinLimits = (address: SQL | string, now: number) => sql`(
  (select count(*) from link_requests as had where had.address = ${address} and had.resolved_at > ${now - HOUR}) < ${MOST_AN_HOUR}
  and (select count(*) from link_requests as had where had.address = ${address} and had.resolved_at > ${now - DAY}) < ${MOST_A_DAY})`

/** Somebody whom a request may concern; `to`: the address as the business writes it. */
export type Candidate = {
  requestId: string
  businessId: string
  clientId: string
  version: number
  email: string
  cc: string
  to: string
  linkId: string | null
  sealed: string | null
  jobId: string | null
}

/**
 * Whom requests concern: clients with that address who have a living link, or wait for the one that a rotation of all makes;
 * of each business the three whose link was used, or else born, last. None where the address has had all that it may have.
 */
export const candidatesFor = (ids: readonly string[], now: number): Statement<Candidate> =>
  raw(sql`select requestId, businessId, clientId, version, email, cc, "to", linkId, sealed, jobId from (
    select asked.id as requestId, clients.business_id as businessId, clients.id as clientId, clients.version, clients.email, clients.cc,
      (select value from (select clients.email as value union all select value from json_each(clients.cc))
        where value = asked.address collate nocase limit 1) as "to",
      links.id as linkId, sealed, job_id as jobId, coalesce(last_used_at, born_at, 0) as lastUsed,
      row_number() over (partition by asked.id, clients.business_id
        order by coalesce(last_used_at, born_at, 0) desc, clients.id) as place
    from link_requests as asked
    join client_addresses on client_addresses.address = asked.address
    join clients on clients.id = client_addresses.client_id and clients.deleted_at is null
    join businesses on businesses.id = clients.business_id
    left join portal_links as links on links.client_id = clients.id and died_at is null and born_at > links_from
    left join link_rotations as waits on waits.client_id = clients.id and done_at is null
    where asked.id in (select value from json_each(${JSON.stringify(ids)})) and asked.resolved_at is null
      and (links.id is not null or job_id is not null) and ${withinLimits(sql`asked.address`, now)}
  ) where place <= 3 order by requestId, lastUsed desc, clientId`)

/** Refuses (`stale`) a batch where the request no longer waits, or its address has meanwhile had all that it may have. */
export const requestStands = ({ id, address }: Pick<Waiting, 'id' | 'address'>, now: number): Statement =>
  expecting(sql`exists (select 1 from ${linkRequests} where ${linkRequests.id} = ${id}
    and ${linkRequests.resolvedAt} is null) and ${withinLimits(address, now)}`)

/** Marks the request that mail is written for; once (migration 0020). */
export const resolveRequest = (id: string, now: number): Statement =>
  statement(build.update(linkRequests).set({ resolvedAt: now }).where(eq(linkRequests.id, id)))

/** Deletes requests that lead to no mail; one that was resolved meanwhile stays. */
export const dropRequests = (ids: readonly string[]): Statement =>
  statement(
    build
      .delete(linkRequests)
      .where(
        sql`${linkRequests.id} in (select value from json_each(${JSON.stringify(ids)})) and ${linkRequests.resolvedAt} is null`,
      ),
  )

/** Deletes what no limit counts any more. */
export const forgetRequests = (now: number): Statement =>
  statement(
    build.delete(linkRequests).where(
      sql`${linkRequests.id} in (select id from link_requests where asked_at <= ${now - DAY}
          and coalesce(resolved_at, 0) <= ${now - DAY} order by asked_at limit ${MOST_FORGOTTEN})`,
    ),
  )
