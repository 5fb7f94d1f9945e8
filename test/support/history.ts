// A long past in a moment: decided quotes and paid invoices by the thousand, written in SQL through every trigger.
import { env } from 'cloudflare:workers'

export type Whose = { business: string; client: string }

/** `from`: the number of the first one, so that a past can be made longer. */
export type Past = { from: number; count: number }

const titles = JSON.stringify([
  ...[
    'Roof replacement, 18 Alder Street',
    'Gutters and downspouts',
    'Chimney flashing',
    'Skylight over the stairs',
  ],
  ...['Storm damage, north slope', 'Attic insulation', 'Cedar shingles for the porch', 'Winter inspection'],
  ...['Garage roof', 'Replace two vents', 'Ice dam removal', 'Copper valley, main house', 'Snow guards'],
])

const BORN = 1_700_000_000_000
const FAR = 9_000_000_000_000
const counted =
  'with recursive past (i) as (select cast(?1 as integer) union all select i + 1 from past where i < ?1 + ?2 - 1)'
const title = `json_extract(?5, '$[' || (i % json_array_length(?5)) || ']')`
const total = `5000 + i * 7919 % 1000000`
const sums = 'subtotal, discount_total, tax_total, total, created_at, updated_at'
const given = `?4, 'USD', '2099-12-31', ${total}, 0, 0, ${total}, ${BORN} + i, ${BORN} + i from past`

const quotes = [
  `${counted} insert into quotes (id, business_id, number, title, client_id, currency, valid_until, ${sums})
   select printf('quo_%026d', i), ?3, printf('H-%05d', i), ${title}, ${given}`,
  `${counted} insert into quote_revisions (quote_id, revision, business_id, client_id, number, title, currency, total,
     valid_until, content, content_hash, time_zone, expires_at, sent_at, quote_version)
   select quotes.id, 1, business_id, client_id, number, quotes.title, currency, total, valid_until, '{}',
     printf('%064d', i), 'UTC', ${FAR}, ${BORN} + i, version
   from past join quotes on quotes.id = printf('quo_%026d', i) where ?3 = business_id and ?4 = client_id and ?5 <> ''`,
  `${counted} insert into quote_decisions (quote_id, revision, business_id, kind, decided_by, content_hash, decided_at)
   select printf('quo_%026d', i), 1, ?3, 'accepted', 'business', printf('%064d', i), ${BORN} + 1000 * i
   from past where ?4 <> ?5`,
]

const invoices = [
  `${counted} insert into invoices (id, business_id, number, title, client_id, currency, due_on, ${sums})
   select printf('inv_%026d', i), ?3, printf('HI-%05d', i), ${title}, ${given}`,
  `${counted} insert into invoice_revisions (invoice_id, revision, business_id, client_id, number, content, content_hash,
     time_zone, due_ends_at, sent_at, invoice_version)
   select printf('inv_%026d', i), 1, ?3, ?4, printf('HI-%05d', i), '{}', printf('%064d', i), 'UTC', ${FAR}, ${BORN} + i, 1
   from past where ?5 <> ''`,
  `${counted} insert into payments (id, business_id, client_id, invoice_id, currency, amount, applied, credit, method,
     paid_on, created_at)
   select printf('pay_%026d', i), ?3, ?4, printf('inv_%026d', i), 'USD', ${total}, ${total}, 0, 'check', '2026-01-31',
     ${BORN} + 1000 * i
   from past where ?5 <> ''`,
]

const write = (statements: string[], { business, client }: Whose, { from, count }: Past) =>
  env.DB.batch(statements.map(sql => env.DB.prepare(sql).bind(from, count, business, client, titles)))

/** Quotes that were sent and accepted, one after the other. The client has a link already. */
export const addAccepted = (whose: Whose, past: Past) => write(quotes, whose, past)

/** Invoices that were sent and paid. */
export const addPaid = (whose: Whose, past: Past) => write(invoices, whose, past)
