// A client who has lost the link, on a phone, without JavaScript: from the page of a dead link through the mailbox into the
// portal.
import { expect, test } from 'vitest'
import { aPortal, DESKTOP, PHONE } from './support/portal.ts'
import { anotherQuote, done, linkOf } from './support/quotes.ts'

const world = aPortal()

const label = 'Your email address'
const button = { name: 'Email me my link' }

test.each([
  ['360 px', PHONE, 'Robin Marsh'],
  ['1280 px', DESKTOP, 'Toni Brook'],
])('from a dead link to the portal, at %s', async (_, viewport, name) => {
  const email = `${name.split(' ')[0]}@example.com`
  const { id: client } = await done(world, 'POST', '/clients', { name, email })
  await anotherQuote(world, { client, name }, 'New windows')
  const { origin, mailbox } = world.dev()
  await world.visit({ viewport }, async page => {
    await page.goto(`${origin}/portal/k1_00000000000000000000000000000000aaaaaaaa`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This link is no longer active')
    await page.getByLabel(label).fill(` ${email.toUpperCase()}`)
    await page.getByRole('button', button).click()

    await page.waitForURL(`${origin}/portal?asked`)
    const answer = await page.locator('main').innerText()
    expect(answer).toContain('an email with the link is on its way')
    expect(answer.toLowerCase()).not.toContain(email.toLowerCase())
    await page.reload()
    expect(await page.locator('main').innerText()).toBe(answer)

    await page.goto(mailbox)
    const again = page.getByRole('link', { name: /^Your link from / }).filter({ hasText: `To ${email} ` })
    expect(await again.count()).toBe(1)
    await again.click()
    const documents = page.frameLocator('iframe').getByRole('link', { name: 'Open your documents' })
    expect(await documents.getAttribute('href')).toBe(await linkOf(world, { client }))
    await documents.click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(`Hello, ${name}`)
  })
})

test('by the keyboard alone: the field, the button, the answer; a browser says itself what is no address', async () => {
  await world.visit({ viewport: PHONE }, async page => {
    const url = `${world.dev().origin}/portal`
    await page.goto(url)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nobody')
    await page.keyboard.press('Enter')
    expect(page.url()).toBe(url)
    await page.keyboard.type('@example.com')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}?asked`)
    await page.getByRole('link', { name: 'Try another address' }).click()
    await page.waitForURL(url)
    expect(await page.getByLabel(label).inputValue()).toBe('')
  })
})
