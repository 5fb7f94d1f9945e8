// What the triggers do by themselves, in the statement that gives them cause: no code above can forget it.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import {
  buildWorld,
  byBusiness,
  change,
  declined,
  FAR,
  id,
  insert,
  literal,
  NOW,
  rows,
} from '../support/raw-world.ts'

beforeEach(buildWorld)

const run = (...statements: string[]) => env.DB.batch(statements.map(sql => env.DB.prepare(sql)))
const all = async (sql: string) => (await env.DB.prepare(sql).all()).results
const one = async (table: string, key: string) =>
  (await all(`select * from ${table} where id = ${literal(key)}`))[0]
const draftsOf = (table: string) =>
  all(`select id from ${table} where state = 'draft' and number glob '*-[df]*'`)
const queued = () => all(`select id from messages where state = 'queued'`)
const endLink = `update portal_links set died_at = ${NOW}, death = 'revoked', sealed = null where id = ${literal(id('lnk', 'dana'))}`

test('deleting a client ends its link and its sealed copy, its queued mail and its drafts', async () => {
  expect(await draftsOf('quotes')).toHaveLength(2)
  expect(await draftsOf('invoices')).toHaveLength(2)
  await run(change('clients', id('cli', 'dana'), `deleted_at = ${NOW}`))
  const dead = { died_at: NOW, death: 'deleted', sealed: null }
  expect(await one('portal_links', id('lnk', 'dana'))).toMatchObject(dead)
  expect(await one('messages', id('msg', 'queued'))).toMatchObject({ state: 'cancelled', ended_at: NOW })
  expect([await draftsOf('quotes'), await draftsOf('invoices')]).toEqual([[], []])
  expect(await one('quotes', id('quo', 'withdrawn'))).toMatchObject({ state: 'closed', decided_at: NOW })
  expect(await one('quotes', id('quo', 'accepted'))).toMatchObject({ state: 'accepted' })
})

test('ending a link cancels the mail that waits with it', async () => {
  expect(await queued()).toHaveLength(1)
  await run(endLink)
  expect(await queued()).toEqual([])
})

test('ending all links of a business ends each with its sealed copy and its mail, and nobody else’s', async () => {
  await run(change('businesses', id('biz', 'a'), `links_from = ${NOW}, updated_at = ${NOW}`))
  const living = await all('select id from portal_links where died_at is null')
  expect(living).toEqual([{ id: id('lnk', 'other') }])
  expect(await all('select id from portal_links where died_at is not null and sealed is not null')).toEqual(
    [],
  )
  expect(await queued()).toEqual([])
})

test.each(['draft', 'closed'])(
  'a quote that leaves the portal (%s) takes the mail about it along',
  async state => {
    const decided = state === 'closed' ? `, decided_at = ${NOW}` : ''
    await run(change('quotes', id('quo', 'open'), `state = '${state}'${decided}`))
    expect(await queued()).toEqual([])
  },
)

test('a revision opens its quote, and sends its invoice', async () => {
  await run(
    insert('quote_revisions', rows.revision('fresh')),
    insert('invoice_revisions', rows.invoiceRevision('fresh')),
  )
  const opened = { state: 'open', revision: 1, expires_at: FAR, version: 2 }
  expect(await one('quotes', id('quo', 'fresh'))).toMatchObject(opened)
  expect(await one('invoices', id('inv', 'fresh'))).toMatchObject({
    state: 'sent',
    due_ends_at: FAR,
    version: 2,
  })
})

test('an invoice over nothing is paid when it is sent', async () => {
  await run(
    insert('invoices', { ...rows.invoice('free'), subtotal: 0, total: 0 }),
    insert('invoice_revisions', rows.invoiceRevision('free')),
  )
  expect(await one('invoices', id('inv', 'free'))).toMatchObject({ state: 'paid', paid: 0 })
})

test.each([
  ['by the client, with its record', insert('signature_records', rows.signature('open'))],
  ['by the business', insert('quote_decisions', rows.decision('open', byBusiness))],
])('an acceptance %s decides its quote', async (_, sql) => {
  await run(sql)
  expect(await one('quotes', id('quo', 'open'))).toMatchObject({
    state: 'accepted',
    decided_at: NOW,
    version: 3,
  })
})

test('a decline decides its quote, and needs no record', async () => {
  await run(insert('quote_decisions', rows.decision('open', declined)))
  expect(await one('quotes', id('quo', 'open'))).toMatchObject({ state: 'rejected', decided_at: NOW })
  expect(
    await all(`select 1 from signature_records where document_id = ${literal(id('quo', 'open'))}`),
  ).toEqual([])
})

test('a payment moves the balance, and what is too much becomes credit', async () => {
  const usual = { paid: 0, state: 'sent', settled_at: null }
  expect(await one('invoices', id('inv', 'sent'))).toMatchObject(usual)
  await run(insert('payments', rows.payment('x', 'sent', { amount: 1200, applied: 1000, credit: 200 })))
  expect(await one('invoices', id('inv', 'sent'))).toMatchObject({
    paid: 1000,
    state: 'paid',
    settled_at: NOW,
  })
  expect(await all('select amount from client_credits')).toEqual([{ amount: 700 }])
})

test('its reversal moves both back', async () => {
  const back = { reverses: id('pay', 'over'), amount: -1500, applied: -1000, credit: -500 }
  await run(insert('payments', rows.payment('back', 'paid', back)))
  expect(await one('invoices', id('inv', 'paid'))).toMatchObject({ paid: 0, state: 'sent', settled_at: null })
  expect(await all('select amount from client_credits')).toEqual([{ amount: 0 }])
})

test('credit of another currency is opened with the first payment that leaves some', async () => {
  await run(
    insert('invoices', { ...rows.invoice('euro'), currency: 'EUR' }),
    insert('invoice_revisions', rows.invoiceRevision('euro')),
    insert(
      'payments',
      rows.payment('x', 'euro', { currency: 'EUR', amount: 1100, applied: 1000, credit: 100 }),
    ),
  )
  const credits = await all('select currency, amount from client_credits order by currency')
  expect(credits).toEqual([
    { currency: 'EUR', amount: 100 },
    { currency: 'USD', amount: 500 },
  ])
})
