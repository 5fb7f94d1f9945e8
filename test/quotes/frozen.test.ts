// What was sent stays as it was sent: no later change of profile, client or terms changes a word of the page.
import { expect, test } from 'vitest'
import { aPortal } from '../support/portal.ts'
import { aBusiness, open, succeeded, textOf } from '../support/world.ts'

const profile = {
  ...{ name: 'Other & Sons', email: 'new@other.example', phone: '+49 30 1234567', address: 'Elsewhere 1' },
  ...{ website: 'https://other.example', colour: '#aa0000', currency: 'EUR', time_zone: 'Asia/Tokyo' },
  ...{ tax_rate: '19', payment_instructions: 'To the moon', terms: 'Other terms' },
}
const client = {
  name: 'Somebody Else',
  email: 'else@example.com',
  company: 'Else Ltd',
  phone: '+1 1',
  notes: 'x',
}

async function aFrozenPortal() {
  const business = await aBusiness({
    ...{
      address: 'Pier 1',
      website: 'https://harbor.example',
      paymentInstructions: 'By check',
      terms: 'Net 30',
    },
  })
  const portal = await aPortal(business, { company: 'Whitfield LLC' })
  const textsOf = async () => ({
    quote: await textOf(await open(`${portal.home}/quotes/${portal.quote}`)),
    invoice: await textOf(await open(`${portal.home}/invoices/${portal.invoice}`)),
  })
  return { ...portal, api: business.api, textsOf }
}

test('changing the business and the client changes no word of a sent quote or invoice', async () => {
  const { api, client: id, textsOf, quote, invoice } = await aFrozenPortal()
  const before = await textsOf()
  for (const word of [
    'Harbor Roofing',
    'Whitfield LLC',
    'Dana Whitfield',
    'Net 30',
    'Pier 1',
    '(207) 555-0142',
  ]) {
    expect(before.quote).toContain(word)
    expect(before.invoice).toContain(word)
  }
  expect(before.invoice).toContain('By check')
  const hashes = async () => [
    (await api('GET', `/quotes/${quote}`)).body.content_hash,
    (await api('GET', `/invoices/${invoice}`)).body.content_hash,
  ]
  const stood = await hashes()
  for (const [field, value] of Object.entries(profile)) {
    succeeded(await api('PATCH', '/business', { [field]: value }))
    expect(await textsOf(), field).toEqual(before)
  }
  for (const [field, value] of Object.entries(client)) {
    succeeded(await api('PATCH', `/clients/${id}`, { [field]: value }))
    expect(await textsOf(), field).toEqual(before)
  }
  expect(await hashes()).toEqual(stood)
})

test('the dashboard greets with today’s names, and lists what was sent under its frozen words', async () => {
  const { api, client: id, home } = await aFrozenPortal()
  succeeded(await api('PATCH', '/business', profile))
  succeeded(await api('PATCH', `/clients/${id}`, client))
  const text = await textOf(await open(home))
  expect(text).toContain('Hello, Somebody Else')
  expect(text).toContain('Other & Sons')
  for (const word of ['New roof', 'Roof repair', '$300.00']) expect(text).toContain(word)
})

test('a quote sent again shows the business and the client as they are then', async () => {
  const { api, client: id, quote, textsOf } = await aFrozenPortal()
  succeeded(await api('PATCH', '/business', profile))
  succeeded(await api('PATCH', `/clients/${id}`, client))
  succeeded(await api('POST', `/quotes/${quote}/cancel`))
  succeeded(await api('POST', `/quotes/${quote}/send`))
  const { quote: text } = await textsOf()
  for (const word of ['Other & Sons', 'Somebody Else', 'Else Ltd', 'Elsewhere 1', '$300.00', 'Net 30']) {
    expect(text).toContain(word)
  }
  for (const word of ['Harbor', 'Dana', 'Pier 1', 'Other terms']) expect(text).not.toContain(word)
})

test('nothing but a cancellation lets a sent quote be written to', async () => {
  const { api, quote, invoice, textsOf } = await aFrozenPortal()
  const before = await textsOf()
  for (const path of [`/quotes/${quote}`, `/invoices/${invoice}`]) {
    for (const change of [{ title: 'x' }, { lines: [] }, { terms: null }, { currency: 'EUR' }, {}]) {
      expect((await api('PATCH', path, change)).status).toBe(409)
    }
    expect((await api('DELETE', path)).status).toBe(409)
  }
  expect(await textsOf()).toEqual(before)
})
