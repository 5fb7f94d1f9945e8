/** `GET /health`: 200 when the Worker and its database answer and the database is of this version. */
import type { Context } from 'hono'
import type { Env } from './core/env.ts'

/** The newest file of migrations/; a test compares. */
export const NEWEST_MIGRATION = '0008_audit_entries.sql'

const NEEDED =
  'Run the migrations: npx wrangler d1 migrations apply DB --remote (on this machine: npm run dev does it).'

export async function health(c: Context<{ Bindings: Env }>): Promise<Response> {
  const newest = await c.env.DB.prepare('SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1')
    .first<string>('name')
    .catch((error: Error) => (error.message.includes('no such table') ? 'none' : null))
  if (newest === NEWEST_MIGRATION) return c.json({ status: 'ok' })
  const [code, detail] =
    newest === null ? ['unavailable', 'The database does not answer.'] : ['migrations_missing', NEEDED]
  const body = JSON.stringify({ type: 'about:blank', title: 'Not ready', status: 503, code, detail })
  return new Response(body, {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
