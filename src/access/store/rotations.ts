/** The statements of rotating every link of a business: the job, whom it still has to serve, how far it is. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { clients } from '../../clients/tables.ts'
import { build, expecting, pick, prepared, raw, type Statement, statement } from '../../core/db.ts'
import { jobs, linkRotations } from '../tables.ts'

export const insertJob = (id: string, businessId: string, now: number): Statement =>
  statement(build.insert(jobs).values({ id, businessId, kind: 'links_rotation', createdAt: now }))

/** All whose link lives: read in the batch that ends them, before it does. */
export const rotateLiving = (jobId: string, businessId: string): Statement =>
  raw(sql`insert into link_rotations (job_id, client_id, business_id)
    select ${jobId}, client_id, business_id from portal_links
    where business_id = ${businessId} and died_at is null`)

/** The instant up to which every link of a business was born. */
export const newestBirth = (businessId: string) =>
  sql<number>`coalesce((select max(born_at) from portal_links where business_id = ${businessId} and died_at is null), 0)`

/** How far a job of a business is. */
export const jobById = prepared<{ businessId: string; id: string }>()(() =>
  build
    .select(
      pick({
        id: jobs.id,
        kind: jobs.kind,
        createdAt: jobs.createdAt,
        total: sql<number>`(select count(*) from link_rotations where job_id = ${jobs.id})`,
        done: sql<number>`(select count(*) from link_rotations where job_id = ${jobs.id} and done_at is not null)`,
        endedAt: sql<number | null>`(select max(done_at) from link_rotations where job_id = ${jobs.id})`,
      }),
    )
    .from(jobs)
    .where(and(eq(jobs.businessId, sql.placeholder('businessId')), eq(jobs.id, sql.placeholder('id')))),
)

/** Clients who wait for their new link, of one business or of all, oldest job first; with the hash of the one that ended. */
export const waitingForLinks = prepared<{ limit: number; businessId: string | null }>()(() =>
  build
    .select(
      pick({
        clientId: clients.id,
        businessId: clients.businessId,
        email: clients.email,
        cc: clients.cc,
        version: clients.version,
        jobId: linkRotations.jobId,
        deadHash: sql<string | null>`(select token_hash from portal_links
          where client_id = ${clients.id} order by born_at desc limit 1)`,
      }),
    )
    .from(linkRotations)
    .innerJoin(clients, eq(clients.id, linkRotations.clientId))
    .where(
      and(
        isNull(linkRotations.doneAt),
        sql`(${sql.placeholder('businessId')} is null or ${linkRotations.businessId} = ${sql.placeholder('businessId')})`,
      ),
    )
    .orderBy(asc(linkRotations.jobId), asc(linkRotations.clientId))
    .limit(sql.placeholder('limit')),
)

/** The job that has ended a client's link and not yet made the new one, if there is one. */
export const isWaiting = prepared<{ clientId: string }>()(() =>
  build
    .select(pick({ clientId: linkRotations.clientId, jobId: linkRotations.jobId }))
    .from(linkRotations)
    .where(and(eq(linkRotations.clientId, sql.placeholder('clientId')), isNull(linkRotations.doneAt)))
    .limit(1),
)

export type Wait = { clientId: string; jobId: string }

/** Refuses (`stale`) a batch where the client no longer waits for the link of this job. */
export const rotationStands = ({ clientId, jobId }: Wait): Statement =>
  expecting(sql`exists (select 1 from ${linkRotations} where ${linkRotations.jobId} = ${jobId}
    and ${linkRotations.clientId} = ${clientId} and ${linkRotations.doneAt} is null)`)

/** Nothing is to be made for this client any more. */
export const forgetRotation = (clientId: string, now: number): Statement =>
  statement(
    build
      .update(linkRotations)
      .set({ doneAt: now })
      .where(and(eq(linkRotations.clientId, clientId), isNull(linkRotations.doneAt))),
  )
