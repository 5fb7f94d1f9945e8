// The main job in a real browser, without JavaScript, on a phone and on a desktop: from the API to what a client reads; and
// a whole visit by keyboard alone, where what has the focus has a ring, is in sight, and is covered by nothing.
import { describe, expect, test } from 'vitest'
import { tabTo } from './support/keys.ts'
import { aPortal, DESKTOP, PHONE } from './support/portal.ts'
import { aMailedQuote, arrivedAt, done, LINE, linkOf } from './support/quotes.ts'

const world = aPortal()

const line = {
  description: 'Tear off',
  category: 'labor',
  quantity: '2',
  unit: 'hours',
  unit_price: '150.00',
}

const ok = async (answer: ReturnType<typeof world.call>) => {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

/** A client with two quotes and three invoices, one of them overdue and one partly paid. */
async function aBusyClient(name: string): Promise<string> {
  const client = (await ok(world.call('POST', '/clients', { name, email: 'sam@example.com' }))).id
  const made = async (kind: 'quotes' | 'invoices', more: object) => {
    const body = { client_id: client, lines: [{ ...line, tax_rate: '0' }], ...more }
    const { id } = await ok(world.call('POST', `/${kind}`, body))
    await ok(world.call('POST', `/${kind}/${id}/send`))
    return id
  }
  await made('quotes', { title: 'Later quote', valid_until: '2098-12-31' })
  await made('quotes', { title: 'Sooner quote', valid_until: '2097-12-31' })
  await made('invoices', { title: 'Not due yet', due_on: '2098-12-31' })
  await made('invoices', { title: 'Long overdue', due_on: '2020-01-31' })
  const partly = await made('invoices', { title: 'Partly paid', due_on: '2097-12-31' })
  await ok(world.call('POST', `/invoices/${partly}/payments`, { amount: '100.00', method: 'check' }))
  return client
}

test.each([
  ['360 px', PHONE, 'Sam Field'],
  ['1280 px', DESKTOP, 'Alex Grove'],
])(
  'POST to page, at %s: a client follows the mail to the dashboard, the quote, the invoice',
  async (_, viewport, name) => {
    await aBusyClient(name)
    await world.visit({ viewport }, async page => {
      await page.goto(world.dev().mailbox)
      await page.getByRole('link', { name: 'Sooner quote' }).first().click()
      const mail = page.frameLocator('iframe')
      await mail.getByRole('link', { name: 'View the quote' }).click()

      await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Sooner quote')
      expect(await page.locator('main').innerText()).toContain('$300.00')
      expect(await page.getByRole('row').nth(1).innerText()).toMatch(/2 hours\s*×\s\$150\.00/)

      await page.getByRole('link', { name: 'All your documents' }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Hello, ${name}`)
      expect(await page.locator('.cards').innerText()).toMatch(
        /2[\s\S]*3[\s\S]*\$800\.00|\$800\.00[\s\S]*2[\s\S]*3/,
      )
      expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
        'Quotes awaiting your response',
        'Open invoices',
        'History',
      ])
      const rows = (await page.locator('.rows a').allInnerTexts()).map(text => text.split('\n')[0])
      expect(rows).toEqual(['Sooner quote', 'Later quote', 'Long overdue', 'Partly paid', 'Not due yet'])
      expect(await page.locator('.rows a').first().innerText()).toContain('Viewed')
      expect(await page.locator('.rows a').nth(2).innerText()).toContain('Overdue')
      expect(await page.locator('.rows a').nth(3).innerText()).toContain('Partial')

      await page.getByRole('link', { name: 'Partly paid' }).click()
      const invoice = await page.locator('main').innerText()
      expect(invoice).toContain('$200.00')
      expect(invoice).toContain('$100.00')
      expect(invoice).toContain('How to pay')
    })
  },
)

describe('by keyboard alone', () => {
  const skip = 'Skip to the content'

  test.each([
    ['a phone', PHONE, 'Mara Keys'],
    ['a desktop', DESKTOP, 'Paul Keys'],
  ])('dashboard, quote, signature, receipt, invoice and back, on %s', async (_, viewport, name) => {
    const quote = await aMailedQuote(world, name, 'New porch')
    const body = { client_id: quote.client, title: 'Porch, first half', due_on: '2098-12-31', lines: [LINE] }
    const { id } = await done(world, 'POST', '/invoices', body)
    await done(world, 'POST', `/invoices/${id}/send`)
    const home = await linkOf(world, quote)
    const business = await done(world, 'GET', '/business')
    const top = [skip, `Call ${business.phone}`, viewport === PHONE ? 'Email' : `Write to ${business.email}`]
    const website = new URL(business.website).host
    const bottom = [`Call ${business.phone}`, `Write to ${business.email}`, website, 'Language', 'Apply']

    await world.visit({ viewport }, async page => {
      const press = (key: string) => page.keyboard.press(key)
      await page.goto(home)
      const rows = [
        expect.stringMatching(/^New porch \$300\.00/),
        expect.stringMatching(/^Porch, first half/),
      ]
      expect(await tabTo(page, 'Apply')).toEqual([...top, ...rows, 'Reminders by email', ...bottom])

      // From the start again: the first key leads over what stands on every page.
      await page.goto(home)
      await press('Tab')
      await press('Enter')
      await press('Tab')
      await press('Enter')
      await arrivedAt(page, 'New porch')
      expect(await tabTo(page, 'Apply')).toEqual([
        ...[...top, 'All your documents', 'Go to your answer', 'Accept quote', 'Decline'],
        ...bottom,
      ])

      // The way to the answer, and into its form.
      await page.reload()
      await tabTo(page, 'Go to your answer')
      await press('Enter')
      expect(await tabTo(page, 'Accept quote')).toEqual(['Accept quote'])
      await press('Enter')
      const fields = ['Your full name (electronic signature)', 'Your PO number (optional)']
      const consent = /^I agree that pressing/
      expect(await tabTo(page, fields[1] ?? '')).toEqual(fields)
      await press('Shift+Tab')
      await page.keyboard.type(name)
      await press('Tab')
      await press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('label')?.innerText)).toMatch(consent)
      await press('Space')
      expect(await tabTo(page, 'Sign & Accept')).toEqual(['Sign & Accept'])
      await press('Enter')

      await arrivedAt(page, 'Receipt of your acceptance')
      const receipt = ['All your documents', 'Download the proof file', 'Open the quote']
      const check = `${world.dev().origin}/verify`
      expect(await tabTo(page, 'Apply')).toEqual([...top, ...receipt, check, ...bottom])
      await page.reload()
      await tabTo(page, 'All your documents')
      await press('Enter')
      await arrivedAt(page, `Hello, ${name}`)

      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await press('Tab')
      await press('Enter')
      await arrivedAt(page, 'Porch, first half')
      const pay = business.payment_instructions ? ['How to pay'] : []
      expect(await tabTo(page, 'Apply')).toEqual([...top, 'All your documents', ...pay, ...bottom])
      await page.goBack()
      await arrivedAt(page, `Hello, ${name}`)
    })
  })

  test('a form that comes back leads from its summary to the field, by keyboard', async () => {
    const quote = await aMailedQuote(world, 'Kay Board', 'Blue gutters')
    await world.visit({ viewport: PHONE }, async page => {
      await page.goto(`${await linkOf(world, quote)}/quotes/${quote.id}`)
      await page
        .locator('form')
        .first()
        .evaluate(form => form.setAttribute('novalidate', ''))
      await tabTo(page, 'Accept quote')
      await page.keyboard.press('Enter')
      await tabTo(page, 'Sign & Accept')
      await page.keyboard.press('Enter')
      await arrivedAt(page, 'Blue gutters')
      await expect.poll(() => page.title()).toMatch(/^Please check: /)
      await tabTo(page, 'your name')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Kay Board')
      expect(await page.getByLabel('Your full name (electronic signature)').inputValue()).toBe('Kay Board')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('sign-po')
    })
  })
})
