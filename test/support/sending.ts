// Sending as tests look at it: the outbox sent by the real client to the stand-in for Postmark, and what became of it.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { configOf } from '../../src/core/config.ts'
import type { Env } from '../../src/core/env.ts'
import { newId } from '../../src/core/ids.ts'
import { deliverDue } from '../../src/delivery.ts'
import worker from '../../src/index.ts'
import { openPostmark, type Postmark } from './postmark/client.ts'
import type { Accepted, Settings } from './postmark/types.ts'
import type { Business } from './world.ts'

/** A request through the Worker's own entry, with all of its after-work done. */
export async function workerRequest(request: Request, bindings: Env): Promise<Response> {
  const ctx = createExecutionContext()
  const response = await worker.fetch(request as Request<unknown, IncomingRequestCfProperties>, bindings, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

export type PostOffice = Postmark & {
  bindings: Env
  run: (now: number, more?: Partial<Env>) => Promise<void>
}

/** A Postmark of the test's own, and the job's part of sending to it. */
export async function aPostOffice(settings: Settings = {}): Promise<PostOffice> {
  const postmark = await openPostmark(settings)
  const bindings = { ...env, POSTMARK_HOST: postmark.host, POSTMARK_SERVER_TOKEN: postmark.token }
  const run = (now: number, more: Partial<Env> = {}) => {
    const all = { ...bindings, ...more }
    return deliverDue({ db: all.DB, config: configOf(all), now })
  }
  return { ...postmark, bindings, run }
}

export type Stored = {
  id: string
  business_id: string
  client_id: string | null
  kind: string
  state: string
  due_at: number
  ended_at: number | null
  round: number
  attempts: number
  doubt: number
  problem: string | null
  postmark_id: string | null
  recipients: string
  link_id: string | null
}

export const storedMessages = async (): Promise<Stored[]> =>
  (await env.DB.prepare('select * from messages order by id').all<Stored>()).results

/** When the next message is due, if any is not at its end. */
export const nextDue = (): Promise<number | null> =>
  env.DB.prepare(`select min(due_at) as at from messages where state in ('queued', 'sending')`).first('at')

/** The one message there is, beside what the business is told of it. */
export async function theMessage(): Promise<Stored> {
  const stored = await storedMessages()
  const [one, ...others] = stored.filter(({ kind }) => kind !== 'bounce_notice')
  if (!one || others.length > 0) throw new Error(`${others.length + 1} messages`)
  return one
}

/** `queued`, `sent`, …: how many of each. */
export async function countsByState(): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    'select state, count(*) as count from messages group by state order by state',
  ).all<{ state: string; count: number }>()
  return Object.fromEntries(results.map(({ state, count }) => [state, count]))
}

/** Puts so many messages to each client of a business that has a living link into the outbox: its link again. Due at `at`. */
export async function fillOutbox({ id: business }: Business, each: number, at: number): Promise<void> {
  const { results } = await env.DB.prepare(
    'select id, business_id, client_id from portal_links where died_at is null and business_id = ?',
  )
    .bind(business)
    .all<{ id: string; business_id: string; client_id: string }>()
  const rows = results.flatMap(link =>
    Array.from({ length: each }, () => {
      const id = newId('msg', at)
      return { ...link, link_id: link.id, id, event: `link_again:${id}` }
    }),
  )
  for (let from = 0; from < rows.length; from += 500) {
    await env.DB.prepare(
      `insert into messages (id, business_id, client_id, kind, event, recipients, link_id, created_at, due_at)
       select value ->> 'id', value ->> 'business_id', value ->> 'client_id', 'link_again', value ->> 'event',
         json_array(clients.email), value ->> 'link_id', ?2, ?2
       from json_each(?1) join clients on clients.id = value ->> 'client_id'`,
    )
      .bind(JSON.stringify(rows.slice(from, from + 500)), at)
      .run()
  }
}

/** Which message an accepted mail was: the id in its metadata. */
export const messageIn = ({ message }: Accepted): string => message.Metadata?.message ?? ''
