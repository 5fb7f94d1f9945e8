// The main job, end to end: a business sends a quote and an invoice, its client opens one link.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import {
  aBusiness,
  aClient,
  aSentInvoice,
  aSentQuote,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

test('a client sees what was sent, and nothing before it was', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = await aSentQuote(business, client, { title: 'Kitchen renovation' })
  const invoice = await aSentInvoice(business, client, { title: 'Roof repair' })
  const portal = await portalOf(business, client)

  const dashboard = await textOf(await open(portal))
  expect(dashboard).toContain('Dana Whitfield')
  expect(dashboard).toContain('Kitchen renovation')
  expect(dashboard).toContain('Q-2026-0001')
  expect(dashboard).toContain('INV-2026-0001')
  expect(dashboard).toContain('$300.00')

  const page = await textOf(await open(`${portal}/quotes/${quote}`))
  expect(page).toContain('2 hours × $150.00')
  const { body } = succeeded(await business.api('GET', `/quotes/${quote}`))
  expect(body.status).toBe('viewed')

  const invoicePage = await textOf(await open(`${portal}/invoices/${invoice}`))
  expect(invoicePage).toContain('Roof repair')
  const { results } = await env.DB.prepare('select kind, state from messages order by id').all()
  expect(results.map(row => row.kind)).toEqual(['quote_sent', 'invoice_sent', 'quote_viewed'])
})
