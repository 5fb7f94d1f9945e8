// The main job in a real browser, without JavaScript, on a phone and on a desktop: from the API to what a client reads.
import { expect, test } from 'vitest'
import { aPortal, DESKTOP, PHONE } from './support/portal.ts'

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
      expect(await page.getByRole('row').nth(1).innerText()).toMatch(/2 hours\s*× \$150\.00/)

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
