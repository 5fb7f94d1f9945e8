// The books of a business, kept a second time: what its invoices and its clients' credit must come to, added up from the
// bare entries, against what the API says and what the database holds.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { Business } from '../../support/world.ts'

/** Minor units, in currencies of two digits. */
const minor = (text: string): number => Math.round(Number(text) * 100)

type Entry = {
  id: string
  invoice_id: string
  client_id: string
  currency: string
  amount: number
  applied: number
  credit: number
  method: string
  reverses: string | null
}

const all = async <Row>(sql: string, { id }: Business): Promise<Row[]> =>
  (await env.DB.prepare(sql).bind(id).all<Row>()).results

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

export const entriesOf = (business: Business) =>
  all<Entry>(
    'select id, invoice_id, client_id, currency, amount, applied, credit, method, reverses from payments where business_id = ? order by id',
    business,
  )

/** Everything that must be true of payments, credit and invoices, whatever happened. `what` names the case. */
export async function expectBalanced(business: Business, what: string): Promise<void> {
  const entries = await entriesOf(business)
  expectEntries(entries, what)
  await expectCredits(business, entries, what)
  const invoices = await all<{ id: string }>('select id from invoices where business_id = ?', business)
  for (const { id } of invoices) {
    const own = entries.filter(entry => entry.invoice_id === id)
    await expectInvoice(business, id, own, what)
  }
}

/** Each entry adds up; a reversal mirrors a payment, and no payment has two, nor a reversal one. */
function expectEntries(entries: Entry[], what: string): void {
  for (const { amount, applied, credit, method } of entries)
    expect(method === 'credit' ? [applied, credit] : [amount, 0], what).toEqual(
      method === 'credit' ? [amount, -amount] : [applied + credit, 0],
    )
  const reversals = entries.filter(({ reverses }) => reverses !== null)
  expect(new Set(reversals.map(({ reverses }) => reverses)).size, what).toBe(reversals.length)
  for (const { reverses, ...back } of reversals) {
    const made = entries.find(({ id }) => id === reverses)
    expect(made?.reverses, what).toBeNull()
    expect({ ...made, id: '' }, what).toMatchObject({
      ...{ invoice_id: back.invoice_id, method: back.method, currency: back.currency },
      ...{ amount: -back.amount, applied: 0 - back.applied, credit: 0 - back.credit },
    })
  }
}

/** Credit is what the entries left, never below nothing; and what came in is all on invoices or in credit. */
async function expectCredits(business: Business, entries: Entry[], what: string): Promise<void> {
  const held = await all<{ client_id: string; currency: string; amount: number }>(
    'select client_id, currency, amount from client_credits where business_id = ?',
    business,
  )
  const purse = (of: { client_id: string; currency: string }) => `${of.client_id} ${of.currency}`
  for (const name of new Set(entries.map(purse))) {
    const own = entries.filter(entry => purse(entry) === name)
    const left = held.find(one => purse(one) === name)?.amount ?? 0
    expect(left, what).toBe(sum(own.map(({ credit }) => credit)))
    expect(left, what).toBeGreaterThanOrEqual(0)
    const cameIn = sum(own.filter(({ method }) => method !== 'credit').map(({ amount }) => amount))
    expect(cameIn, what).toBe(sum(own.map(({ applied }) => applied)) + left)
  }
}

/** What the API says of an invoice and lists as its payments follows from the entries alone. */
async function expectInvoice({ api }: Business, id: string, entries: Entry[], what: string): Promise<void> {
  const { body } = await api('GET', `/invoices/${id}`)
  const paid = sum(entries.map(({ applied }) => applied))
  const total = minor(body.total)
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []))
  const stands = entries.filter(({ id: one, reverses }) => reverses === null && !reversed.has(one))
  expect(paid, what).toBeGreaterThanOrEqual(0)
  expect(paid, what).toBeLessThanOrEqual(total)
  expect(minor(body.amount_paid), what).toBe(paid)
  if (body.status === 'void') expect([stands.length, paid, body.balance_due], what).toEqual([0, 0, '0.00'])
  else {
    expect(minor(body.balance_due), what).toBe(total - paid)
    expect(body.status, what).toBe(paid === total ? 'paid' : paid > 0 ? 'partial' : 'sent')
  }
  const listed = (await api('GET', `/invoices/${id}/payments?limit=100`)).body.data
  expect(listed.map(asEntry), what).toEqual(
    entries.map(({ client_id: _, ...entry }) => ({
      ...entry,
      reversed_by: entries.find(({ reverses }) => reverses === entry.id)?.id ?? null,
    })),
  )
}

const asEntry = (one: Record<string, string>) => ({
  ...{ id: one.id, invoice_id: one.invoice_id, currency: one.currency, method: one.method },
  ...{ reverses: one.reverses, reversed_by: one.reversed_by },
  ...{ amount: minor(one.amount ?? ''), applied: minor(one.applied ?? ''), credit: minor(one.credit ?? '') },
})
