/**
 * `GET /health`: 200 when the Worker and its database answer, the database is new enough for this version, and the
 * signing key can sign.
 */
import type { Context } from 'hono'
import { configOf } from './core/config.ts'
import type { Env } from './core/env.ts'
import { canSign } from './signing/sign.ts'

/** The newest file of migrations/; a test compares. A database may be newer: migrations go before the Worker. */
export const NEWEST_MIGRATION = '0021_logos.sql'

const faults = {
  unavailable: 'The database does not answer.',
  signing_key: 'The halves d and x of the first key in SIGNING_KEYS do not belong together.',
  migrations_missing:
    'Run the migrations: npx wrangler d1 migrations apply DB --remote (on this machine: npm run dev does it).',
} as const

export async function health(c: Context<{ Bindings: Env }>): Promise<Response> {
  const fault = (await faultOf(c.env.DB)) ?? ((await canSign(configOf(c.env).signing)) ? null : 'signing_key')
  if (!fault) return c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' })
  const problem = { type: 'about:blank', title: 'Not ready', status: 503, code: fault, detail: faults[fault] }
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(problem), { status: 503, headers })
}

async function faultOf(db: D1Database): Promise<keyof typeof faults | null> {
  try {
    const needed = db.prepare('SELECT 1 FROM d1_migrations WHERE name = ?').bind(NEWEST_MIGRATION)
    return (await needed.first()) === null ? 'migrations_missing' : null
  } catch (error) {
    return error instanceof Error && error.message.includes('no such table')
      ? 'migrations_missing'
      : 'unavailable'
  }
}
