// Rotating every link of a business, as tests look at it: many clients, a job that is held or cut off, what each client has.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'
import { everyMinute } from '../../src/cron.ts'
import { type Batch, batches } from './answers.ts'
import { promptly } from './portal.ts'
import { type Api, apiWith, type Business, succeeded, unlimited } from './world.ts'

/** Whether a batch gives clients their new links: a step of the job. */
export const isStep = ({ sql }: Batch): boolean =>
  sql.some(one => one.startsWith('insert into "portal_links"'))

export const lost = (): never => {
  throw new Error('D1_ERROR: Network connection lost.')
}

/** Bindings in which every step of the job is handed to `on`. */
export const steps = (on: (batch: Batch, nth: number) => Promise<unknown>): Env => {
  let count = 0
  return batches(async batch => (isStep(batch) ? on(batch, count++) : batch.run()), {
    API_LIMIT: unlimited.API_LIMIT,
  })
}

/** Bindings in which the job gets nowhere. */
export const held = (): Env => steps(async () => lost())

/** The job as the API tells of it. */
export type Job = {
  id: string
  status: 'running' | 'done'
  done: number
  total: number
  ended_at: string | null
}

/** Rotates every link; the job goes as far as `bindings` let it before this gives its first answer. */
export async function rotateAll({ key }: Pick<Business, 'key'>, bindings: Env = held()): Promise<Job> {
  return succeeded(await apiWith(key, bindings)('POST', '/links/rotate')).body
}

export const jobOf = async ({ api }: { api: Api }, { id }: Pick<Job, 'id'>): Promise<Job> =>
  succeeded(await api('GET', `/jobs/${id}`)).body

/** One minute's run. */
export const minute = (bindings: Env = env) => everyMinute(bindings, Date.now())

/** The answer of the API alone, before any of its after-work is waited for. */
export const answerAlone = ({ key }: Pick<Business, 'key'>, bindings: Env) =>
  promptly('/api/v1/links/rotate', { method: 'POST', headers: { authorization: `Bearer ${key}` } }, bindings)

/** So many clients with a living link each, whose token nobody knows. Gives their ids. */
export async function crowd(
  { id }: Pick<Business, 'id'>,
  count: number,
  { DB }: Env = env,
): Promise<string[]> {
  const numbers = 'with recursive n (i) as (select 1 union all select i + 1 from n where i < ?2)'
  const tail = id.slice(-20)
  await DB.batch(
    [
      `insert into clients (id, business_id, name, email, created_at, updated_at) ${numbers}
       select printf('cli_%06d', i) || ?3, ?1, 'Client ' || i, 'c' || i || '@example.com', 1, 1 from n`,
      `insert into portal_links (id, business_id, client_id, token_hash, sealed, origin, born_at) ${numbers}
       select printf('lnk_%06d', i) || ?3, ?1, printf('cli_%06d', i) || ?3, hex(randomblob(32)), 'k2:box', 'sending', 1 from n`,
    ].map(sql => DB.prepare(sql).bind(id, count, tail)),
  )
  return Array.from({ length: count }, (_, index) => `cli_${`${index + 1}`.padStart(6, '0')}${tail}`)
}

/** What each client of a business has. `links`: made in all; `mails`: that tell of a new link, `waiting`: of those not cancelled. */
export type Has = { id: string; links: number; living: number; mails: number; waiting: number; told: number }

export async function clientsHave({ id }: Pick<Business, 'id'>): Promise<Has[]> {
  const { results } = await env.DB.prepare(
    `select id, (select count(*) from portal_links where client_id = c.id) links,
      (select count(*) from portal_links l where client_id = c.id and died_at is null and sealed is not null
        and born_at > (select links_from from businesses where id = c.business_id)) living,
      (select count(*) from messages where client_id = c.id and kind = 'new_link') mails,
      (select count(*) from messages where client_id = c.id and kind = 'new_link' and state = 'queued') waiting,
      (select count(*) from audit_entries where business_id = c.business_id and action = 'link.rotated'
        and details ->> 'client' = c.id) told
     from clients c where business_id = ? order by id`,
  )
    .bind(id)
    .all<Has>()
  return results
}

/** The different states that clients are in, each once. */
export const kindsOf = (all: Has[]) =>
  [...new Set(all.map(({ id: _, ...has }) => JSON.stringify(has)))].map(text => JSON.parse(text))

/** Served once: the link that ended and the new one, told of once. */
export const servedOnce = { links: 2, living: 1, mails: 1, waiting: 1, told: 1 }
export const unserved = { links: 1, living: 0, mails: 0, waiting: 0, told: 0 }
