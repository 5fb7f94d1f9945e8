// The reminders as they read: of the moment at which they are drawn, by the business's calendar, and of what is owed then.
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { signs } from '../support/mails.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { bothOf, mailAt, tells } from '../support/told-of.ts'
import { aBusiness, aClient, aSentInvoice, aSentQuote, portalOf, succeeded } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-20T14:05:00Z'), toFake: ['Date'] })
  return () => vi.useRealTimers()
})

/** A client with a quote until November 30 and an invoice due on that day, in New York. */
async function aWaitingClient(profile: object = {}, client: object = {}): Promise<Portal> {
  const business = await aBusiness(profile)
  const id = await aClient(business, client)
  const quote = await aSentQuote(business, id, { valid_until: '2026-11-30' })
  const invoice = await aSentInvoice(business, id, { due_on: '2026-11-30' })
  const home = await portalOf(business, id)
  return { business, client: id, quote, invoice, home, token: home.slice(8) }
}

const ofQuote = ({ quote }: Portal) => ({ quoteId: quote, revision: 1 })
const ofInvoice = ({ invoice }: Portal) => ({ invoiceId: invoice, revision: 1 })

const pays = ({ business, invoice }: Portal, amount: string) =>
  business.api('POST', `/invoices/${invoice}/payments`, { amount, method: 'cash' })

describe('quote_expiring', () => {
  test.each([
    ['2026-11-27T14:00:00Z', 'ends in 3 days'],
    ['2026-11-29T14:00:00Z', 'ends tomorrow'],
    // Eleven at night in New York, where it is still the day before.
    ['2026-11-30T04:00:00Z', 'ends tomorrow'],
    ['2026-11-30T05:00:00Z', 'ends today'],
    ['2026-12-01T04:59:59Z', 'ends today'],
  ])('at %s says that it %s', async (at, words) => {
    const portal = await aWaitingClient()
    const mail = await mailAt(await tells(portal, 'quote_expiring', ofQuote(portal)), at)
    expect(mail?.subject).toBe(`Your quote from Harbor Roofing ${words} (Q-2026-0001)`)
    const url = `https://portal.test${portal.home}/quotes/${portal.quote}`
    for (const part of bothOf(mail))
      for (const fact of [words, 'New roof', '$300.00', 'Monday, November 30, 2026', url])
        expect(part).toContain(fact)
  })

  test('is no mail once the quote has ended, or was answered', async () => {
    const portal = await aWaitingClient()
    const id = await tells(portal, 'quote_expiring', ofQuote(portal))
    expect(await mailAt(id, '2026-12-01T05:00:00Z')).toBeUndefined()
    await signs(portal)
    expect(await mailAt(id, '2026-11-27T14:00:00Z')).toBeUndefined()
  })
})

describe('invoice_due_soon and invoice_overdue', () => {
  test.each([
    ['invoice_due_soon', '2026-11-27T14:00:00Z', 'is due in 3 days', 'Due'],
    ['invoice_due_soon', '2026-11-30T14:00:00Z', 'is due today', 'Due'],
    ['invoice_overdue', '2026-12-01T14:00:00Z', 'was due yesterday', 'Was due'],
    ['invoice_overdue', '2026-12-14T14:00:00Z', 'was due 14 days ago', 'Was due'],
    // One that was held up tells the truth all the same.
    ['invoice_due_soon', '2026-12-03T14:00:00Z', 'was due 3 days ago', 'Was due'],
  ] as const)('%s at %s says that it %s', async (kind, at, words, label) => {
    const portal = await aWaitingClient()
    const mail = await mailAt(await tells(portal, kind, ofInvoice(portal)), at)
    expect(mail?.subject).toBe(`Your invoice from Harbor Roofing ${words} (INV-2026-0001)`)
    expect(mail?.text).toContain(`${label}: Monday, November 30, 2026\n`)
    expect(mail?.text).toContain('If you have already paid, thank you: there is nothing to do.')
    const url = `https://portal.test${portal.home}/invoices/${portal.invoice}`
    for (const part of bothOf(mail))
      for (const fact of [words, 'Roof repair', '$300.00', url]) expect(part).toContain(fact)
    for (const part of bothOf(mail)) expect(part).not.toContain('Paid so far')
  })

  test('the balance is what is owed when it is drawn, and total and payments are said beside it', async () => {
    const portal = await aWaitingClient()
    const id = await tells(portal, 'invoice_overdue', ofInvoice(portal))
    succeeded(await pays(portal, '120.50'))
    const mail = await mailAt(id, '2026-12-07T14:00:00Z')
    expect(mail?.text).toMatch(
      /Balance due: \$179\.50\nWas due: .*\nTotal: \$300\.00\nPaid so far: \$120\.50\n/,
    )
    for (const part of bothOf(mail)) expect(part).toContain('$179.50')
    expect(mail?.html).toContain('$179.50 to pay</div>')
  })

  test('is no mail once it is paid, and one again when that payment is taken back', async () => {
    const portal = await aWaitingClient()
    const id = await tells(portal, 'invoice_overdue', ofInvoice(portal))
    const { id: payment } = succeeded(await pays(portal, '300.00')).body
    expect(await mailAt(id, '2026-12-07T14:00:00Z')).toBeUndefined()
    succeeded(await portal.business.api('POST', `/payments/${payment}/reverse`, {}))
    expect((await mailAt(id, '2026-12-07T14:00:00Z'))?.text).toContain('Balance due: $300.00')
  })

  test('is no mail of an invoice that was cancelled', async () => {
    const portal = await aWaitingClient()
    const id = await tells(portal, 'invoice_overdue', ofInvoice(portal))
    succeeded(await portal.business.api('POST', `/invoices/${portal.invoice}/void`, {}))
    expect(await mailAt(id, '2026-12-07T14:00:00Z')).toBeUndefined()
  })

  test('counts days by the calendar of the business, and writes as its client does, in its language', async () => {
    const auckland = { locale: 'en-NZ', currency: 'EUR', timeZone: 'Pacific/Auckland' }
    const portal = await aWaitingClient(auckland, { locale: 'de-DE' })
    const id = await tells(portal, 'invoice_due_soon', ofInvoice(portal))
    // The evening of November 29 in London is the morning of the 30th in Auckland.
    const mail = await mailAt(id, '2026-11-29T18:00:00Z')
    expect(mail?.subject).toContain('ist heute fällig')
    expect(mail?.text).toMatch(/Offener Betrag: 300,00\s€\nFällig am: Montag, 30\. November 2026\n/)
  })
})

test('a reminder is no mail once its link has died', async () => {
  const portal = await aPortal()
  const ids = [
    await tells(portal, 'quote_expiring', ofQuote(portal)),
    await tells(portal, 'invoice_overdue', ofInvoice(portal)),
  ]
  for (const id of ids) expect(await mailAt(id, '2099-12-30T12:00:00Z')).toBeDefined()
  succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/rotate`))
  for (const id of ids) expect(await mailAt(id, '2099-12-30T12:00:00Z')).toBeUndefined()
})
