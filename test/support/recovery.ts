// "Mail me my link" as tests look at it: somebody asks, the job answers by its clock, and what lies in the outbox then.
import { env } from 'cloudflare:workers'
import { answerRequests } from '../../src/access/actions/recover.ts'
import { configOf } from '../../src/core/config.ts'
import type { Env } from '../../src/core/env.ts'
import { type Fields, posted } from './portal.ts'
import { type Business, succeeded, unlimited } from './world.ts'

/** Asks for the link of an address as a browser does. */
export const asks = (email: string, bindings: Env = unlimited, headers?: Fields): Promise<Response> =>
  posted('/portal', { email }, bindings, headers)

/** One run of the job by this clock. */
export const answers = (now = Date.now(), bindings: Env = env): Promise<void> =>
  answerRequests({ db: bindings.DB, config: configOf(bindings), now })

export type Mailed = {
  business: string
  client: string
  kind: string
  to: string[]
  link: string
  state: string
}

/** The messages that requests have led to, oldest first. */
export async function mailed(): Promise<Mailed[]> {
  const { results } = await env.DB.prepare(
    `select business_id business, client_id client, kind, recipients, link_id link, state from messages
     where event glob '*:lrq_*' order by created_at, business_id`,
  ).all<Omit<Mailed, 'to'> & { recipients: string }>()
  return results.map(({ recipients, ...one }) => ({ ...one, to: JSON.parse(recipients) }))
}

/** To whom mail was written, in all. */
export const mailedTo = async (): Promise<string[]> => (await mailed()).flatMap(({ to }) => to).sort()

/** The requests that are there: those that wait, and those that mail was written for. */
export async function requests(): Promise<{ waiting: string[]; resolved: string[] }> {
  const { results } = await env.DB.prepare(
    'select address, resolved_at resolved from link_requests order by asked_at, id',
  ).all<{ address: string; resolved: number | null }>()
  const of = (is: boolean) =>
    results.filter(({ resolved }) => (resolved !== null) === is).map(({ address }) => address)
  return { waiting: of(false), resolved: of(true) }
}

/** The link of a client was used at that instant. */
export async function used(client: string, at: number): Promise<void> {
  await env.DB.prepare('update portal_links set last_used_at = ? where client_id = ? and died_at is null')
    .bind(at, client)
    .run()
}

/** Revokes a client’s link. */
export const revoke = async ({ api }: Business, client: string): Promise<void> => {
  succeeded(await api('DELETE', `/clients/${client}/link`))
}
