// Postmark's reports as it posts them, about messages of the outbox, and what they leave behind.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'
import type { Accepted } from './postmark/types.ts'
import { postedOf } from './postmark/webhooks.ts'
import { testSecrets } from './secrets.ts'
import { request, unlimited } from './world.ts'

export const basic = (user: string, password: string) => ({
  authorization: `Basic ${btoa(`${user}:${password}`)}`,
})

/** Who may report. */
export const asPostmark = basic('postmark', testSecrets.POSTMARK_WEBHOOK_PASSWORD)

type As = { headers?: Record<string, string>; bindings?: Env }

/** Posts a body to the webhook. */
export const reporting = (body: BodyInit, { headers = asPostmark, bindings = unlimited }: As = {}) =>
  request('/webhooks/postmark', { method: 'POST', headers, body }, bindings)

/** Posts an event as Postmark writes it; throws where it is not taken. */
export async function reports(...events: object[]): Promise<void> {
  for (const event of events) {
    const { status } = await reporting(postedOf(event))
    if (status !== 200) throw new Error(`a report was answered with ${status}`)
  }
}

export type Stored = {
  id: string
  kind: string
  state: string
  problem: string | null
  ended_at: number | null
  round: number
  event: string
  recipients: string
  about_id: string | null
  business_id: string
  client_id: string | null
}

/** The messages of a business in the order of their making, or of all. */
export const stored = async (businessId?: string): Promise<Stored[]> =>
  (
    await env.DB.prepare(
      'select * from messages where business_id = coalesce(?, business_id) order by created_at, id',
    )
      .bind(businessId ?? null)
      .all<Stored>()
  ).results

/** One message as it is stored. */
export async function storedAt(id: string): Promise<Stored> {
  const row = await env.DB.prepare('select * from messages where id = ?').bind(id).first<Stored>()
  if (!row) throw new Error(`no message ${id}`)
  return row
}

/** A message as Postmark holds it once it has accepted it, sent in the round that stands unless told. */
export async function acceptedOf(id: string, given: { round?: number } = {}): Promise<Accepted> {
  const row = await storedAt(id)
  const { round = row.round } = given
  const to: string[] = JSON.parse(row.recipients)
  const message = {
    ...{ From: 'portal@mail.test', To: to.join(', '), Subject: 'canary-subject' },
    Metadata: { message: id, sending: `${id}-${round}` },
  }
  const place = { order: 1, request: 1, connection: 1, index: 0 }
  return { ...place, id: crypto.randomUUID(), at: AT, message, deliverable: to, inactive: [] }
}

/** When things happen unless told otherwise. */
export const AT = Date.parse('2026-11-05T16:33:54.907Z')

/** What was reported, in an order that does not depend on when it came. */
export const kept = async () =>
  (
    await env.DB.prepare(
      'select message_id, round, recipient, kind, at, reason from delivery_reports order by 1, 2, 3, 4, 5',
    ).all<{
      message_id: string
      round: number
      recipient: string
      kind: string
      at: number
      reason: string | null
    }>()
  ).results
