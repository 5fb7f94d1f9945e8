// The other side of the foreign keys: what points to a draft never keeps a business from deleting it, or its client.
import { beforeEach, expect, test } from 'vitest'
import {
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  type Business,
  created,
  open,
  portalOf,
} from '../support/world.ts'

let business: Business
let client: string
let quote: string
beforeEach(async () => {
  business = await aBusiness()
  client = await aClient(business)
  quote = created(await business.api('POST', '/quotes', aQuote(client)))
})

/** Refused or not: what counts is what can be ended after it. */
const invoiceForTheDraft = () => business.api('POST', '/invoices', anInvoice(client, { quote_id: quote }))

test('a client is deleted, and its link dead, with an invoice that was sent for a quote that never was', async () => {
  const portal = await portalAfterASending()
  const { body } = await invoiceForTheDraft()
  if (body.id) await business.api('POST', `/invoices/${body.id}/send`)
  expect((await business.api('DELETE', `/clients/${client}`)).status).toBe(204)
  expect((await open(portal)).status).toBe(404)
})

const portalAfterASending = async () => {
  const invoice = created(await business.api('POST', '/invoices', anInvoice(client)))
  await business.api('POST', `/invoices/${invoice}/send`)
  return portalOf(business, client)
}

test('a draft of a quote is deleted, or the answer says what keeps it, with an invoice for it', async () => {
  await invoiceForTheDraft()
  expect([204, 409]).toContain((await business.api('DELETE', `/quotes/${quote}`)).status)
})
