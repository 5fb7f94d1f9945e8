// The outbox as tests look at it: what waits, and the mail that each message would be.
import { env } from 'cloudflare:workers'
import { configOf } from '../../src/core/config.ts'
import type { Mail } from '../../src/mail/letter.ts'
import { composeMail } from '../../src/messages.ts'

export type Queued = { id: string; kind: string; state: string; event: string; ended_at: number | null }

export const outbox = async (): Promise<Queued[]> =>
  (
    await env.DB.prepare(
      'select id, kind, state, event, ended_at from messages order by created_at, kind',
    ).all<Queued>()
  ).results

/** Each message's state by its kind; the later of two of one kind. */
export const statesByKind = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await outbox()).map(({ kind, state }) => [kind, state]))

/** The mail of the one message of a kind. */
export async function mailOf(kind: string, bindings = env): Promise<Mail | undefined> {
  const { results } = await env.DB.prepare('select id from messages where kind = ?')
    .bind(kind)
    .all<{ id: string }>()
  if (results.length !== 1) throw new Error(`${results.length} messages of kind ${kind}`)
  return composeMail(bindings.DB, configOf(bindings), results[0]?.id ?? '')
}
