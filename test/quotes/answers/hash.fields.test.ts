// The content hash covers every word shown: two quotes alike but for one field have two hashes, if their pages differ.
// The fields come from the schemas, so that a new one can't be forgotten.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { profileBody } from '../../../src/businesses/schema.ts'
import { clientCreation } from '../../../src/clients/schema.ts'
import { quoteBody } from '../../../src/quotes/schema.ts'
import { type Asked, accept } from '../../support/answers.ts'
import { withAt } from '../../support/hostile.ts'
import { hashOn, tokenIn } from '../../support/portal.ts'
import { aBusiness, aClient, aSentQuote, open, portalOf, succeeded } from '../../support/world.ts'

/** The pointers of all that a body can hold. */
function leavesOf(schema: unknown, at = ''): string[] {
  const { type, entries, item, wrapped } = schema as Record<string, unknown>
  if (wrapped) return leavesOf(wrapped, at)
  if (type === 'array') return leavesOf(item, `${at}/0`)
  if (!entries) return [at]
  return Object.entries(entries).flatMap(([name, inner]) => leavesOf(inner, `${at}/${name}`))
}

/** Another value for each field; `null`: it is on no page, whatever it is. */
const quoteSamples: Record<string, unknown> = {
  ...{ '/client_id': null, '/number': 'Q-8', '/title': 'Attic', '/description': 'None of it' },
  ...{ '/currency': 'CAD', '/lines/0/description': 'Nails', '/lines/0/category': 'material' },
  ...{ '/lines/0/quantity': '3', '/lines/0/unit': 'days', '/lines/0/unit_price': '151.5' },
  ...{ '/lines/0/tax_rate': '9', '/discount/percent': '11', '/discount/amount': '12.00' },
  ...{ '/terms': 'All now', '/note': 'Goodbye', '/valid_until': '2099-12-30' },
}

const profileSamples: Record<string, unknown> = {
  ...{ '/name': 'Other & Sons', '/email': 'new@other.example', '/phone': '+49 30 1234567' },
  ...{ '/address': 'Elsewhere 1', '/website': 'https://other.example', '/locale': 'de-DE' },
  // Defaults of drafts, where the draft says its own; what invoices say; and what is no word.
  ...{ '/currency': null, '/tax_rate': null, '/terms': null, '/payment_instructions': null, '/colour': null },
  ...{ '/reminders/enabled': null, '/reminders/quote_days_before/0': null },
  ...{ '/reminders/invoice_days_before/0': null, '/reminders/invoice_days_after/0': null },
  // Decides on which day a date is; its dates alone are shown before an answer.
  '/time_zone': 'Pacific/Kiritimati',
}

const clientSamples: Record<string, unknown> = {
  ...{ '/name': 'Somebody Else', '/company': 'Else Ltd', '/locale': 'fr-FR' },
  ...{ '/email': null, '/cc/0': null, '/phone': null, '/notes': null },
}

const quote = {
  ...{ number: 'Q-7', title: 'Roof', description: 'All of it', currency: 'USD', terms: 'Half now' },
  ...{ note: 'Hello', valid_until: '2099-12-31', discount: { percent: '10' } },
  lines: [
    {
      description: 'Tear',
      category: 'labor',
      quantity: '2',
      unit: 'hours',
      unit_price: '150',
      tax_rate: '8',
    },
    { description: 'Haul', category: 'other', quantity: '1', unit_price: '99', tax_rate: '0' },
  ],
}
const profile = { address: 'Pier 1', website: 'https://harbor.example', payment_instructions: 'By check' }
const client = {
  company: 'Whitfield LLC',
  cc: ['cc@example.com'],
  phone: '+1 2',
  notes: 'x',
}

beforeAll(() => {
  vi.useFakeTimers({ now: Date.parse('2026-06-15T12:00:00Z'), toFake: ['Date'] })
})
afterAll(() => {
  vi.useRealTimers()
})

/** What is left of a page without tags, styles and what names this very link and quote. */
const wordsOf = (html: string, { token, quote: id }: Pick<Asked, 'token' | 'quote'>) =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(token, '')
    .replaceAll(id, '')
    .replace(/value="[0-9a-f]{64}"/g, '')

type Bodies = { profile?: object; client?: object; quote?: object }

/** What the client of such a quote sees before and after signing it, and the hash that it signs. */
async function shown(bodies: Bodies) {
  const business = await aBusiness()
  succeeded(await business.api('PATCH', '/business', { ...profile, ...bodies.profile }))
  const who = await aClient(business, { ...client, ...bodies.client })
  const id = await aSentQuote(business, who, { ...quote, ...bodies.quote })
  const home = await portalOf(business, who)
  const at = `${home}/quotes/${id}`
  const one = { business, client: who, quote: id, home, token: tokenIn(home), at, hash: await hashOn(at) }
  const page = wordsOf(await (await open(at)).text(), one)
  expect((await accept(one)).status).toBe(303)
  const receipt = await (await open(`${at}/receipt`)).text()
  const copy = receipt.slice(receipt.indexOf('<article class="doc accepted"'))
  const evidence = (await business.api('GET', `/quotes/${id}/evidence`)).body.record
  return { page, copy: wordsOf(copy, one), hash: one.hash, locale: evidence.request.locale }
}

/** Amounts and dates are written as a locale does; the content holds them in one way, the record names the locale. */
const isWriting = (field: string) => field === '/locale'

const tables = [
  { of: 'quote', schema: quoteBody, samples: quoteSamples, base: quote },
  { of: 'profile', schema: profileBody, samples: profileSamples, base: profile },
  { of: 'client', schema: clientCreation, samples: clientSamples, base: client },
] as const

test.each(tables)('every field of a $of has another value here, or is on no page', ({ schema, samples }) => {
  expect(Object.keys(samples).sort()).toEqual(leavesOf(schema).sort())
})

test.each(tables)(
  'a $of that differs in one field: where the page differs, so does the hash',
  async table => {
    const stood = await shown({})
    expect((await shown({})).page).toBe(stood.page)
    for (const [field, value] of Object.entries(table.samples)) {
      if (value === null) continue
      const other = field.startsWith('/discount/') ? { ...table.base, discount: {} } : table.base
      const { page, copy, hash, locale } = await shown({ [table.of]: withAt(other, field, value) })
      if (field === '/time_zone') expect(hash, field).not.toBe(stood.hash)
      else expect(page, field).not.toBe(stood.page)
      if (isWriting(field)) expect(locale, field).toBe(value)
      else expect(hash, field).not.toBe(stood.hash)
      if (!isWriting(field) && copy !== stood.copy) expect(hash, field).not.toBe(stood.hash)
    }
  },
)

test('what is said to be on no page is on none', async () => {
  const canary = { email: 'canary@example.com', cc: ['canary@b.example'], phone: '+1 55555', notes: 'canary' }
  const defaults = { terms: 'canary', payment_instructions: 'canary', tax_rate: '55.555', currency: 'XAF' }
  const days = { quote_days_before: [59], invoice_days_before: [59], invoice_days_after: [59] }
  const { page, copy } = await shown({
    client: { ...client, ...canary },
    profile: { ...profile, ...defaults, reminders: { enabled: false, ...days } },
  })
  for (const text of [page, copy]) expect(text).not.toMatch(/canary|55555|55\.555|XAF|\b59\b/)
})
