/**
 * Numbers (`Q-2026-0042`): given at the first sending, in its batch, from a counter per business, kind and year
 * (contract.md). Without gaps, because the counter steps only in the batch that uses the number, and only from
 * the value that was read: a trigger refuses any other step, and the sending starts over.
 */
import { sql } from 'drizzle-orm'
import { build, raw, type Statement, statement } from '../core/db.ts'
import { numberCounters } from './tables.ts'

export type DocumentKind = 'quote' | 'invoice'

const prefixes = { quote: 'Q', invoice: 'INV' } as const

/** `Q-2026-0042`; more than four digits where a year has more than 9,999. */
export const numberText = (kind: DocumentKind, year: number, count: number): string =>
  `${prefixes[kind]}-${year}-${String(count).padStart(4, '0')}`

/** Where the counter stands, and the next count whose number no caller has used. */
export type Counted = { last: number; next: number }

export function nextNumber(kind: DocumentKind, businessId: string, year: number): Statement<Counted> {
  const table = sql.identifier(`${kind}s`)
  const query = sql`
    with recursive
      counter (last) as (select coalesce((select last from number_counters
        where business_id = ${businessId} and kind = ${kind} and year = ${year}), 0)),
      candidate (count) as (select last + 1 from counter union all select count + 1 from candidate
        where exists (select 1 from ${table} where business_id = ${businessId}
          and number = printf(${`${prefixes[kind]}-${year}-%04d`}, count)))
    select (select last from counter) as last, (select max(count) from candidate) as next`
  return raw(query)
}

/** Steps the counter from where it was read; refused (`number_moved`) where someone else was first. */
export function stepCounter(
  kind: DocumentKind,
  businessId: string,
  year: number,
  { last, next }: Counted,
): Statement {
  const step = { last: next, previous: last }
  if (last === 0) return statement(build.insert(numberCounters).values({ businessId, kind, year, ...step }))
  return statement(
    build
      .update(numberCounters)
      .set(step)
      .where(sql`business_id = ${businessId} and kind = ${kind} and year = ${year}`),
  )
}
