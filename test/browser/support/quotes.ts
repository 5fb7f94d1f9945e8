// Quotes to answer in a browser: sent to clients of their own, found by the mail that tells of them, signed by hand.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { World } from './portal.ts'

export const LINE = {
  description: 'Tear off',
  category: 'labor',
  quantity: '2',
  unit: 'hours',
  unit_price: '150.00',
  tax_rate: '0',
}

export type Quote = { id: string; client: string; name: string; number: string; title: string }

/** Calls the API and gives the body of its answer, which must be a good one. */
export async function done(world: World, method: string, path: string, body?: object) {
  const answer = await world.call(method, path, body)
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

/** A quote of $300.00, sent to a client of this name; its title is to be found in no other mail. */
export async function aMailedQuote(world: World, name: string, title: string): Promise<Quote> {
  const client = (await done(world, 'POST', '/clients', { name, email: 'reader@example.com' })).id
  return anotherQuote(world, { client, name }, title)
}

export async function anotherQuote(
  world: World,
  { client, name }: Pick<Quote, 'client' | 'name'>,
  title: string,
): Promise<Quote> {
  const body = { client_id: client, title, valid_until: '2098-12-31', lines: [LINE] }
  const { id } = await done(world, 'POST', '/quotes', body)
  const { number } = await done(world, 'POST', `/quotes/${id}/send`)
  return { id, client, name, number, title }
}

/** The client's own link, as the business could look it up. */
export const linkOf = async (world: World, { client }: Pick<Quote, 'client'>): Promise<string> =>
  (await done(world, 'GET', `/clients/${client}/link`)).url

/** From the mailbox through the mail to the quote. */
export async function openFromMail(world: World, page: Page, { title }: Quote): Promise<void> {
  await page.goto(world.dev().mailbox)
  await page.getByRole('link', { name: title }).first().click()
  await page.frameLocator('iframe').getByRole('link', { name: 'View the quote' }).click()
  await arrivedAt(page, title)
}

/** Waits for the page with this heading, whole. */
export async function arrivedAt(page: Page, heading: string): Promise<void> {
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(heading)
  await page.waitForLoadState()
}

export const partsOf = (page: Page) => ({
  accept: page.getByText('Accept quote', { exact: true }),
  decline: page.getByText('Decline', { exact: true }),
  name: page.getByLabel('Your full name (electronic signature)'),
  poNumber: page.getByLabel('Your PO number (optional)'),
  consent: page.getByRole('checkbox', { name: /legal equivalent/ }),
  sign: page.getByRole('button', { name: 'Sign & Accept' }),
})

/** Fills in the form, which is open, and presses its button. */
export async function signAs(page: Page, name: string): Promise<void> {
  const form = partsOf(page)
  await form.name.fill(name)
  await form.consent.check()
  await form.sign.click()
}

/** The mails in the mailbox whose subject has this in it: their addresses. */
export async function mailsAbout(world: World, page: Page, subject: string): Promise<string[]> {
  await page.goto(world.dev().mailbox)
  const mails = await page.getByRole('link', { name: subject }).all()
  return Promise.all(
    mails.map(async mail => new URL((await mail.getAttribute('href')) ?? '', page.url()).href),
  )
}

/** The file of this name that is attached to a mail. */
export async function attachmentOf(page: Page, mail: string, name: string): Promise<Buffer> {
  await page.goto(mail)
  const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
  const response = await fetch(new URL(href ?? '', mail))
  return Buffer.from(await response.arrayBuffer())
}
