// Reminders as tests look at them: a clock that stands where a test wants it, the minute's run, and what was written.
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { addDays, dateIn } from '../../src/core/clock.ts'
import { remindDue } from '../../src/reminders/actions/remind.ts'
import { batches } from './answers.ts'
import { aBusiness, aClient, aSentInvoice, aSentQuote, type Business, portalOf } from './world.ts'

/** Eleven in the morning in New York, on a Thursday. */
export const NOON = Date.parse('2026-06-04T15:00:00Z')
export const DAY = 86_400_000

/** Sets the clock; timers go on as they are. */
export const clock = (now: number): void => void vi.useFakeTimers({ toFake: ['Date'], now })

/** One run of the job at an instant. */
export async function remind(now: number, bindings = env): Promise<void> {
  clock(now)
  await remindDue({ db: bindings.DB, now })
}

export type Written = {
  client: string
  day: string
  document: string
  step: number
  kind: string
  state: string
  event: string
  recipients: string
  id: string
}

/** The reminders that were written, in their order. */
export async function written(): Promise<Written[]> {
  const { results } = await env.DB.prepare(
    `select r.client_id client, r.day, r.document_id document, r.step, m.kind, m.state, m.event, m.recipients, m.id
     from reminders r join messages m on m.id = r.message_id order by m.created_at, m.id`,
  ).all<Written>()
  return results
}

/** The same in brief: `2026-06-04 invoice_overdue 1`. */
export const brief = async (): Promise<string[]> =>
  (await written()).map(({ day, kind, step }) => `${day} ${kind} ${step}`)

export const zoneOf = 'America/New_York'

/** The date so many days from that of an instant in New York. */
export const daysFrom = (now: number, days: number): string => addDays(dateIn(zoneOf, now), days)

export type Debtor = { business: Business; client: string; home: string; invoice: string }

/** A client whose invoice was sent ten days before `NOON` and was due the day before it, so that it is reminded now. */
export async function aDebtor(business?: Business, more: object = {}): Promise<Debtor> {
  clock(NOON - 10 * DAY)
  const owner = business ?? (await aBusiness())
  const client = await aClient(owner, more)
  const invoice = await aSentInvoice(owner, client, { due_on: daysFrom(NOON, -1) })
  const home = await portalOf(owner, client)
  clock(NOON)
  return { business: owner, client, home, invoice }
}

export type Waiting = { business: Business; client: string; home: string; quote: string }

/** A client whose quote was sent ten days before `NOON` and expires two days after it. */
export async function aWaiting(business?: Business): Promise<Waiting> {
  clock(NOON - 10 * DAY)
  const owner = business ?? (await aBusiness())
  const client = await aClient(owner)
  const quote = await aSentQuote(owner, client, { valid_until: daysFrom(NOON, 2) })
  const home = await portalOf(owner, client)
  clock(NOON)
  return { business: owner, client, home, quote }
}

/** So many clients with an invoice each that was due the day before `NOON`. Their links open nothing. */
export async function manyDebtors({ id }: Business, count: number): Promise<void> {
  const [sent, due] = [NOON - 10 * DAY, daysFrom(NOON, -1)]
  const numbers = 'with recursive n (i) as (select 1 union all select i + 1 from n where i < ?2)'
  const own = (prefix: string) => `printf('${prefix}_%06d', i) || ?3`
  const common = [id, count, id.slice(-20)]
  const run = (sql: string, ...more: (string | number)[]) => env.DB.prepare(sql).bind(...common, ...more)
  await env.DB.batch([
    run(`insert into clients (id, business_id, name, email, created_at, updated_at) ${numbers}
      select ${own('cli')}, ?1, 'Client ' || i, 'c' || i || '@example.com', 1, 1 from n`),
    run(`insert into portal_links (id, business_id, client_id, token_hash, sealed, origin, born_at) ${numbers}
      select ${own('lnk')}, ?1, ${own('cli')}, hex(randomblob(32)), 'k2:box', 'sending', 1 from n`),
    run(
      `insert into invoices (id, business_id, client_id, number, title, currency, due_on, subtotal, discount_total,
        tax_total, total, created_at, updated_at) ${numbers}
      select ${own('inv')}, ?1, ${own('cli')}, 'INV-' || i, 'Roof', 'USD', ?4, 1000, 0, 0, 1000, 1, 1 from n`,
      due,
    ),
    run(
      `insert into invoice_revisions (invoice_id, revision, business_id, client_id, number, content, content_hash,
        time_zone, due_ends_at, sent_at, invoice_version) ${numbers}
      select ${own('inv')}, 1, ?1, ${own('cli')}, 'INV-' || i, '{"sent_on":"2026-05-25"}', hex(randomblob(32)),
        '${zoneOf}', ?4, ?5, 1 from n`,
      ...[sent + 9 * DAY, sent],
    ),
  ])
}

/** Bindings in which the batch that writes reminders is handed to `on`. */
export const atTheWriting = (on: (run: () => Promise<D1Result[]>, nth: number) => Promise<unknown>) => {
  let nth = 0
  return batches(({ sql, run }) =>
    sql.some(one => one.startsWith('update reminder_rounds')) ? on(run, nth++) : run(),
  )
}
