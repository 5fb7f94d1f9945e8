/**
 * Numbers (`Q-2026-0042`): given at the first sending, in its batch, from a counter per business, kind and year
 * (contract.md). Without gaps, because the counter steps only in the batch that uses the number.
 *
 * Which number that is, SQL decides when the batch is written: nothing that was read before can be trusted, since
 * others send as well. But the number stands in the frozen content, and SQL can't hash. So a sending brings the hashes
 * for several numbers in a row, and its batch takes the one whose turn it is; only where all of them are given away is
 * it refused, and starts over with more. A sending that brought one number alone would be refused whenever anybody else
 * was first: 200 at once, each a D1 trip away, took two minutes that way.
 */
import { type SQL, sql } from 'drizzle-orm'
import { build, raw, type Statement, statement } from '../core/db.ts'
import { numberCounters } from './tables.ts'

export type DocumentKind = 'quote' | 'invoice'

/** What counts apart. `year`: of the business's calendar. */
export type Series = { kind: DocumentKind; businessId: string; year: number }

const prefixes = { quote: 'Q', invoice: 'INV' } as const
const prefixOf = ({ kind, year }: Pick<Series, 'kind' | 'year'>) => `${prefixes[kind]}-${year}-`

/** `Q-2026-0042`; more than four digits where a year has more than 9,999. */
export const numberText = (series: Pick<Series, 'kind' | 'year'>, count: number): string =>
  prefixOf(series) + String(count).padStart(4, '0')

/** So many numbers in a row are tried at once: few for who is alone, more with each time that others were faster. */
const triedAtOnce = (tries: number) => Math.min(32 * 8 ** (tries - 1), 256)

/** The numbers that this try may get, from the first that was free when it was read. */
export const numbersFrom = (series: Series, next: number, tries: number): string[] =>
  Array.from({ length: triedAtOnce(tries) }, (_, at) => numberText(series, next + at))

const of = ({ businessId, kind, year }: Series) =>
  sql`business_id = ${businessId} and kind = ${kind} and year = ${year}`

/** The same text as `numberText`, in SQL. */
const textOf = (series: Series, count: SQL) => sql`printf(${`${prefixOf(series)}%04d`}, ${count})`

/** The first count after `last` whose number no caller has used. */
const freeAfter = (series: Series, last: SQL): SQL<number> => sql`(
  with recursive candidate (count) as (
    select ${last} + 1 union all select count + 1 from candidate where exists (
      select 1 from ${sql.identifier(`${series.kind}s`)}
      where business_id = ${series.businessId} and number = ${textOf(series, sql`count`)}))
  select max(count) from candidate)`

/** The count that a sending would get now. */
export const nextCount = (series: Series): Statement<{ next: number }> =>
  raw(
    sql`select ${freeAfter(series, sql`coalesce((select last from number_counters where ${of(series)}), 0)`)} as next`,
  )

/** Steps the counter to the next free number: the update where it stands already, the insert where it does not. */
export const stepCounter = (series: Series): Statement[] => [
  statement(
    build
      .update(numberCounters)
      .set({ previous: sql`last`, last: freeAfter(series, sql`number_counters.last`) })
      .where(of(series)),
  ),
  raw(sql`insert into number_counters (business_id, kind, year, last, previous)
    select ${series.businessId}, ${series.kind}, ${series.year}, ${freeAfter(series, sql`0`)}, 0
    where not exists (select 1 from number_counters where ${of(series)})`),
]

/** The number at which the counter stands: after `stepCounter` in the same batch, the one that is given. */
export const numberGiven = (series: Series): SQL<string> =>
  sql`(select ${textOf(series, sql`last`)} from number_counters where ${of(series)})`
