/**
 * The statements of what was reported of messages. Reports are a set, and where a message stands follows from those of
 * its current round: so that it does not matter in which order they come, nor how often (migration 0018).
 */
import { type SQL, sql } from 'drizzle-orm'
import { raw, type Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import type { Report } from '../reported.ts'
import { weight } from '../rules/reports.ts'
import type { MailProblem, MessageState, ReportKind } from '../tables.ts'

/** All that a report leaves behind, for one batch; nothing where it is of no message, round or recipient of ours. */
export const reported = (report: Report, now: number): Statement[] => [
  addReport(report),
  settleByReports(report.messageId),
  tellTheBusiness(report, now),
]

/** Adds a report to the set. It is of a round that there was, and of a recipient of the message, however that is written. */
export const addReport = ({ messageId, round, recipient, kind, at, reason }: Report): Statement =>
  raw(sql`
    insert into delivery_reports (message_id, round, recipient, kind, at, reason, business_id)
    select messages.id, ${round}, meant.value, ${kind}, coalesce(${at}, created_at), ${reason}, business_id
    from messages cross join json_each(messages.recipients) as meant
    where messages.id = ${messageId} and messages.round >= ${round} and meant.value = ${recipient} collate nocase
      and not exists (select 1 from delivery_reports as known
        where known.message_id = messages.id and known.round = ${round} and known.recipient = meant.value
          and known.kind = ${kind} and known.at = coalesce(${at}, messages.created_at))
    limit 1`)

/** The weightiest first: rules.weight. */
const byWeight: SQL = sql.join(
  weight.toReversed().map(kind => sql`kind = ${sql.raw(`'${kind}'`)} desc`),
  sql`, `,
)

const problemOf = {
  bounced: 'bounced',
  complained: 'complained',
  suppressed: 'address_inactive',
} satisfies Record<Exclude<ReportKind, 'delivered'>, MailProblem>

const problem: SQL = sql.raw(
  `case kind ${Object.entries(problemOf)
    .map(([kind, code]) => `when '${kind}' then '${code}'`)
    .join(' ')} end`,
)

/**
 * Puts a message where the reports of its current round say it is: a report proves that it left, whatever was known
 * before.
 */
export const settleByReports = (messageId: string): Statement =>
  raw(sql`
    update messages set state = counted.kind, problem = counted.problem, ended_at = counted.at
    from (
      select message_id, kind, at, ${problem} as problem from delivery_reports
      where message_id = ${messageId} and round = (select round from messages where id = ${messageId})
      order by ${byWeight}, at limit 1) as counted
    where messages.id = counted.message_id
      and (messages.state, messages.problem, messages.ended_at) is not (counted.kind, counted.problem, counted.at)`)

/** The event of the notice that tells of a `report`: one a message, round and address. */
const noticeEvent: SQL = sql`'bounce_notice:' || report.message_id || ':' || report.round || ':' || report.recipient`

/**
 * Tells the business, once an address and round, of what did not reach its client. A message with a link is one to the
 * client; of a message to the business itself nobody is told.
 */
export function tellTheBusiness(
  { messageId, round, recipient }: Pick<Report, 'messageId' | 'round' | 'recipient'>,
  now: number,
): Statement {
  return raw(sql`
    insert into messages (id, business_id, client_id, kind, event, recipients, about_id, created_at, due_at)
    select ${newId('msg', now)}, failed.business_id, failed.client_id, 'bounce_notice', ${noticeEvent},
      json_array(businesses.email), failed.id, ${now}, ${now}
    from delivery_reports as report cross join messages as failed on failed.id = report.message_id
      cross join businesses on businesses.id = failed.business_id
    where report.message_id = ${messageId} and report.round = ${round} and report.recipient = ${recipient}
      and report.kind <> 'delivered' and failed.link_id is not null
      and not exists (select 1 from messages as told
        where told.business_id = failed.business_id and told.event = ${noticeEvent})
    limit 1`)
}

/**
 * What a notice tells of, as JSON (`Report` of mail/bounce.ts); for a select from messages: of its round and its address the
 * newest report that is no delivery. With max(), SQLite takes the row that has it.
 */
export const noticedJson = sql<string | null>`(
  select iif(max(at) is null, null, json_object('kind', report.kind, 'recipient', recipient, 'reason', reason))
  from delivery_reports as report where report.message_id = messages.about_id and report.kind <> 'delivered'
    and messages.event = ${noticeEvent})`

/** The reports of a message’s current round, as JSON; for a select from messages. */
export const reportsJson = sql<string>`(
  select json_group_array(json_object('recipient', recipient, 'kind', kind, 'at', at, 'reason', reason))
  from delivery_reports where message_id = messages.id and round = messages.round)`

/** Where mail to a client does not arrive, of its present addresses, as JSON; for a select from clients. */
export const undeliverableJson = sql<string>`(
  select json_group_array(json_object('recipient', own.value, 'kind', kind, 'at', at, 'reason', reason))
  from json_each(json_insert(clients.cc, '$[#]', clients.email)) as own cross join undeliverable_addresses as failing
  where failing.business_id = clients.business_id and failing.address = own.value)`

/**
 * The message that brought the current revision of a document to its client, as JSON, or null; for a select from quotes
 * or invoices. Each revision is announced once (documents/sending.ts), an invoice’s only one is the first.
 */
export function deliveryJson(of: 'quote' | 'invoice'): SQL<string | null> {
  const table = sql.identifier(`${of}s`)
  const revision = of === 'quote' ? sql`${table}.revision` : sql`1`
  return sql<string | null>`(
    select json_object('id', carried.id, 'state', carried.state, 'problem', carried.problem)
    from messages as carried where carried.business_id = ${table}.business_id
      and carried.event = ${sql.raw(`'${of}_sent:'`)} || ${table}.id || ':' || ${revision})`
}

/** What `reportsJson` and `undeliverableJson` hold. */
export type ReportRead = { recipient: string; kind: ReportKind; at: number; reason: string | null }

/** What `deliveryJson` holds. */
export type DeliveryRead = { id: string; state: MessageState; problem: MailProblem | null }
