// What POSTs are answered with, to the byte, and how often they took effect.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'
import type { Post } from './posts.ts'
import { type Business, request } from './world.ts'

export type Told = { status: number; body: string; location: string | null; etag: string | null }

/** What a POST is answered with, to the byte. `key`: its Idempotency-Key, as it stands in the header. */
export async function told(
  business: Pick<Business, 'key'>,
  { path, body }: Pick<Post, 'path'> & { body: object | string },
  key?: string,
  bindings: Env = env,
): Promise<Told> {
  const authorization = `Bearer ${business.key}`
  const headers = { authorization, 'if-match': '*', ...(key === undefined ? {} : { 'idempotency-key': key }) }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await request(`/api/v1${path}`, { method: 'POST', headers, body: text }, bindings)
  const { status, headers: given } = response
  return { status, body: await response.text(), location: given.get('location'), etag: given.get('etag') }
}

/** Status and, of a refusal, its code. */
export const outcome = ({ status, body }: Told): string =>
  status < 300 ? `${status}` : `${status} ${JSON.parse(body).code}`

/** What may be said while the database fails: nobody knows yet. */
export const unsure = ['503 unavailable', '409 idempotency_conflict']

/** What a careful program is told in the end: it asks again, under its key, until the answer is there. */
export async function toldInTheEnd(...asked: Required<Parameters<typeof told>>): Promise<Told> {
  for (let count = 0; count < 50; count++) {
    const answer = await told(...asked)
    if (!unsure.includes(outcome(answer))) return answer
  }
  throw new Error(`${asked[1].path} is never answered`)
}

/** How often the keys of a business have done something, by the trail. */
export async function effectsIn({ id }: Pick<Business, 'id'>): Promise<number> {
  const sql = `select count(*) n from audit_entries where business_id = ? and actor_kind = 'key'`
  return (await env.DB.prepare(sql).bind(id).first<{ n: number }>())?.n ?? 0
}
