// The tables at the end of a life, read by themselves: what must hold in them whatever was done, and that they hold what
// the model foretold.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { Currency, Model } from './model.ts'

async function rowsOf<Row>(business: string, text: string): Promise<Row[]> {
  return (await env.DB.prepare(text).bind(business).all<Row>()).results
}

const decisions = `select quote_id || ' ' || revision || ' ' || kind || ' by ' || decided_by || coalesce(': ' || signed_name, '') as said
  from quote_decisions where business_id = ? order by quote_id, revision`

/** Each number and the state of what has it; numbers of one year stand side by side. */
const numbers = (table: string) =>
  `select number as said from ${table} where business_id = ? and number is not null order by number`

const trail = `select action || ' ' || object_id as said from audit_entries where business_id = ? order by at, id`
const events = 'select event as said from messages where business_id = ? order by event'
const signatures = `select document_id || ' ' || revision || ' ' || signed_name as said from signature_records
  where business_id = ? order by sequence`
const credits = `select client_id || ' ' || currency || ' ' || amount as said from client_credits
  where business_id = ? and amount > 0 order by 1`

/** Rows that contradict each other; none should be found. */
const faults = {
  'a revision decided twice': `select quote_id from quote_decisions where business_id = ? group by quote_id, revision having count(*) > 1`,
  'a quote accepted twice': `select quote_id from quote_decisions where business_id = ? and kind = 'accepted' group by quote_id having count(*) > 1`,
  'an accepted quote without an acceptance': `select id from quotes where business_id = ? and (state = 'accepted') <> exists
    (select 1 from quote_decisions where quote_id = quotes.id and revision = quotes.revision and kind = 'accepted')`,
  'a decision on another content': `select quote_id from quote_decisions as made where business_id = ? and content_hash <>
    (select content_hash from quote_revisions where quote_id = made.quote_id and revision = made.revision)`,
  'a revision without its predecessor': `select id from quotes where business_id = ? and revision <>
    (select count(*) from quote_revisions where quote_id = quotes.id)`,
  'a balance that the payments do not make': `select id from invoices where business_id = ? and paid <>
    (select coalesce(sum(applied), 0) from payments where invoice_id = invoices.id)`,
  'a credit that the payments do not make': `select client_id from client_credits as kept where business_id = ? and amount <>
    (select coalesce(sum(credit), 0) from payments where client_id = kept.client_id and currency = kept.currency)`,
  'money on a void invoice': `select invoice_id from payments where business_id = ? and invoice_id in
    (select id from invoices where state = 'void') group by invoice_id having sum(amount) <> 0`,
  'two living links': `select client_id from portal_links where business_id = ? and died_at is null group by client_id having count(*) > 1`,
  'mail that waits for what was withdrawn': `select messages.id from messages join quotes on quotes.id = quote_id
    where messages.business_id = ? and link_id is not null and messages.state = 'queued' and quotes.state in ('draft', 'closed')`,
}

/** What the tables tell is what the model tells, and no row contradicts another. */
export async function checkBooks(model: Model, business: string): Promise<void> {
  for (const [fault, text] of Object.entries(faults)) expect(await rowsOf(business, text), fault).toEqual([])
  const said = async (text: string) => (await rowsOf<{ said: string }>(business, text)).map(row => row.said)
  expect(await said(decisions)).toEqual(decisionsOf(model))
  expect(await said(trail)).toEqual(model.trail.map(([action, object]) => `${action} ${object}`))
  expect(await said(events)).toEqual([...model.events].sort())
  expect(await said(credits)).toEqual(creditsOf(model))
  expect((await said(signatures)).sort()).toEqual(signaturesOf(model))
  for (const [table, prefix] of [
    ['quotes', 'Q'],
    ['invoices', 'INV'],
  ] as const)
    expect(await said(numbers(table))).toEqual(numbersOf(model, prefix))
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

const decisionsOf = ({ quotes }: Model): string[] =>
  [...quotes]
    .sort((a, b) => byText(a.id, b.id))
    .flatMap(({ id, decisions: made }) =>
      made.flatMap((one, revision) =>
        one ? [`${id} ${revision} ${one.kind} by ${one.by}${one.name ? `: ${one.name}` : ''}`] : [],
      ),
    )

const signaturesOf = ({ quotes }: Model): string[] =>
  quotes
    .flatMap(({ id, decisions: made }) =>
      made.flatMap((one, revision) => (one?.name ? [`${id} ${revision} ${one.name}`] : [])),
    )
    .sort()

const creditsOf = ({ clients }: Model): string[] =>
  clients
    .flatMap(({ id, credit }) =>
      Object.keys(credit).flatMap(currency => {
        const amount = credit[currency as Currency]
        return amount > 0 ? [`${id} ${currency} ${amount}`] : []
      }),
    )
    .sort()

/** Of each year all from the first to the last. */
const numbersOf = ({ counters }: Model, prefix: string): string[] =>
  Object.entries(counters)
    .filter(([name]) => name.startsWith(`${prefix}-`))
    .flatMap(([name, last]) =>
      Array.from({ length: last }, (_, at) => `${name}-${String(at + 1).padStart(4, '0')}`),
    )
    .sort()
