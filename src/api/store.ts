/** The statements of idempotency keys. */
import { and, eq, lte, sql } from 'drizzle-orm'
import { build, pick, prepared, raw, type Statement, statement } from '../core/db.ts'
import { idempotencyKeys } from './tables.ts'

/** How long an answer is kept: a day, in milliseconds. */
export const KEPT_FOR = 24 * 60 * 60_000

/** The request that a key stands for. */
export type Claim = { businessId: string; idempotencyKey: string; fingerprint: string }

const of = ({ businessId, idempotencyKey }: Omit<Claim, 'fingerprint'>) =>
  and(eq(idempotencyKeys.businessId, businessId), eq(idempotencyKeys.idempotencyKey, idempotencyKey))

/** Claims a key, first in a batch: refused (`idempotency_key_used`) where it was used within a day. */
export const claimKey = (claim: Claim, now: number): Statement[] => [
  statement(
    build.delete(idempotencyKeys).where(and(of(claim), lte(idempotencyKeys.createdAt, now - KEPT_FOR))),
  ),
  statement(build.insert(idempotencyKeys).values({ ...claim, createdAt: now })),
]

/** D1 takes 32 arguments a function (developers.cloudflare.com/d1/platform/limits). */
const MOST_ARGUMENTS = 30

/** Keeps the row that a select finds, last in a batch, as it stands after everything else in it. */
export function keepAnswer(claim: Claim, { sql: text, params, columns = [] }: Statement): Statement {
  const names = columns.map(name => `"${name}"`)
  const parts: string[] = []
  for (let at = 0; at < names.length; at += MOST_ARGUMENTS)
    parts.push(`json_array(${names.slice(at, at + MOST_ARGUMENTS).join(', ')})`)
  return {
    sql: `update idempotency_keys set columns = ?, answer = (select json_array(${parts.join(', ')}) from (${text}))
      where business_id = ? and idempotency_key = ?`,
    params: [JSON.stringify(columns), ...params, claim.businessId, claim.idempotencyKey],
  }
}

/** What was answered to a key, if it was used. */
export const keptAnswer = prepared<{ businessId: string; idempotencyKey: string }>()(() =>
  build
    .select(
      pick({
        fingerprint: idempotencyKeys.fingerprint,
        createdAt: idempotencyKeys.createdAt,
        columns: idempotencyKeys.columns,
        answer: idempotencyKeys.answer,
      }),
    )
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.businessId, sql.placeholder('businessId')),
        eq(idempotencyKeys.idempotencyKey, sql.placeholder('idempotencyKey')),
      ),
    ),
)

/** Forgets what has been kept for a day, a bounded number at a time. */
export const forgetAnswers = (now: number): Statement =>
  raw(sql`delete from idempotency_keys where (business_id, idempotency_key) in (
    select business_id, idempotency_key from idempotency_keys where created_at <= ${now - KEPT_FOR} limit 5000)`)
