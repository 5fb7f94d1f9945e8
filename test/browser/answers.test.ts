// A client answers a quote in a real browser, on a phone: signs it, with and without JavaScript, and keeps a proof that
// holds anywhere; declines it; does it by keyboard; is told what changed meanwhile. And a machine that only plays with
// the link's pages decides nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { runScript } from '../start/support/project.ts'
import { aPortal, PHONE } from './support/portal.ts'
import {
  aMailedQuote,
  anotherQuote,
  arrivedAt,
  attachmentOf,
  done,
  LINE,
  linkOf,
  mailsAbout,
  openFromMail,
  partsOf,
  type Quote,
  signAs,
} from './support/quotes.ts'
import { prowl } from './support/robot.ts'

const world = aPortal()

const RECEIPT = 'Receipt of your acceptance'
const NAME = 'Zoë O’Brien-Müller'
const mainOf = (page: Page) => page.locator('main').innerText()
const quoteOf = ({ id }: Quote) => done(world, 'GET', `/quotes/${id}`)

/** The server's own answer to mistakes, where a browser would not have sent them. */
const sendAnyway = async (page: Page) => {
  await page
    .locator('form')
    .first()
    .evaluate(form => form.setAttribute('novalidate', ''))
  await partsOf(page).sign.click()
}

/** How the button looks once it was pressed: kept for the next page, because this one is about to go. */
const noteTheButton = (page: Page) =>
  page.evaluate(() =>
    addEventListener('submit', ({ submitter }) => {
      const { textContent, disabled } = submitter as HTMLButtonElement
      sessionStorage.setItem('button', `${textContent}, disabled: ${disabled}`)
    }),
  )

const verifyOffline = async (file: string) => {
  const jwks = join(world.folder(), 'jwks.json')
  writeFileSync(jwks, await (await fetch(`${world.dev().origin}/.well-known/jwks.json`)).text())
  return runScript(world.folder(), 'verify.mjs', [file, '--jwks', jwks])
}

async function verifyOnPage(page: Page, file: string): Promise<string> {
  await page.goto(`${world.dev().origin}/verify`)
  await page.getByLabel('The proof file').setInputFiles(file)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect.poll(() => page.getByRole('alert').count()).toBe(1)
  await page.waitForLoadState()
  return mainOf(page)
}

describe.each([
  ['off', false],
  ['on', true],
])('with JavaScript %s, at 360 px', (mode, javaScriptEnabled) => {
  const options = { viewport: PHONE, javaScriptEnabled }
  let quote: Quote
  let file: string

  test('nothing typed: the browser, and else the server, says so beside the fields and keeps what was typed', async () => {
    quote = await aMailedQuote(world, 'Zoë O’Brien', `Attic window, JavaScript ${mode}`)
    await world.visit(options, async page => {
      await openFromMail(world, page, quote)
      const form = partsOf(page)
      await form.accept.click()
      await form.sign.click()
      expect(await page.locator('#sign-name:invalid:focus').count()).toBe(1)
      expect(page.url()).not.toContain('/acceptance')

      await form.poNumber.fill('PO-7719')
      await sendAnyway(page)
      await expect
        .poll(() => page.locator('#sign-name-fault').innerText())
        .toBe('Please type your full name.')
      expect(await page.locator('#sign-consent-fault').innerText()).toBe('Please check this box to sign.')
      expect(await page.title()).toMatch(/^Please check: /)
      expect(await form.poNumber.inputValue()).toBe('PO-7719')
      await form.name.fill(NAME)
      await sendAnyway(page)
      const faulty = () =>
        Promise.all(['name', 'consent'].map(of => page.locator(`#sign-${of}-fault`).count()))
      await expect.poll(faulty).toEqual([0, 1])
      expect(await form.name.inputValue()).toBe(NAME)
      expect(await form.poNumber.inputValue()).toBe('PO-7719')
      expect(await quoteOf(quote)).toMatchObject({ status: 'viewed', decision: null })
    })
  })

  test('a double click signs once and leads to the receipt, whose file is downloaded', async () => {
    await world.visit(options, async page => {
      await openFromMail(world, page, quote)
      const form = partsOf(page)
      const posts: string[] = []
      page.on('request', request => {
        if (request.method() === 'POST') posts.push(request.url())
      })
      await form.accept.click()
      await form.name.fill(NAME)
      await form.poNumber.fill('PO-7719')
      await form.consent.check()
      if (javaScriptEnabled) await noteTheButton(page)
      await form.sign.dblclick()
      await arrivedAt(page, RECEIPT)
      expect(new URL(page.url()).pathname).toMatch(/\/receipt$/)
      if (javaScriptEnabled) {
        expect(posts).toHaveLength(1)
        expect(await page.evaluate(() => sessionStorage.getItem('button'))).toBe(
          'Processing…, disabled: true',
        )
      }
      const receipt = await mainOf(page)
      for (const said of [quote.number, quote.title, NAME, 'PO-7719', '$300.00'])
        expect(receipt).toContain(said)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download the proof file' }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`${quote.number}-signed.json`)
      file = join(world.folder(), download.suggestedFilename())
      await download.saveAs(file)
    })
    expect(await quoteOf(quote)).toMatchObject({
      status: 'accepted',
      decision: { kind: 'accepted', by: 'client', name: NAME, po_number: 'PO-7719' },
    })
  })

  test('the file is valid on /verify and offline, and with one byte changed on neither', async () => {
    const bytes = readFileSync(file)
    const changed = join(world.folder(), `changed-${mode}.json`)
    // A letter of the title becomes another: the second half of the file is its readable copy.
    const at = bytes.lastIndexOf(Buffer.from(quote.title))
    bytes.writeUInt8((bytes.at(at) as number) ^ 1, at)
    writeFileSync(changed, bytes)
    await world.visit(options, async page => {
      const said = await verifyOnPage(page, file)
      for (const fact of ['Valid.', quote.number, quote.title, NAME, '$300.00']) expect(said).toContain(fact)
      const refused = await verifyOnPage(page, changed)
      expect(refused).toContain('Not valid.')
      expect(refused).toContain('document.content.title')
    })
    const [good, bad] = await Promise.all([file, changed].map(verifyOffline))
    expect(good).toMatchObject({ code: 0, printed: expect.stringContaining(quote.number) })
    expect(good?.printed).toContain(NAME)
    expect(bad).toMatchObject({ code: 1, printed: expect.stringContaining('Not valid') })
  })

  test('both sides have one mail of it, with the same bytes attached', async () => {
    await world.visit(options, async page => {
      const toClient = await mailsAbout(world, page, `You accepted ${quote.title}`)
      const toBusiness = await mailsAbout(world, page, `accepted quote ${quote.number}`)
      expect([toClient.length, toBusiness.length]).toEqual([1, 1])
      for (const mail of [...toClient, ...toBusiness]) {
        const attached = await attachmentOf(page, mail, `${quote.number}-signed.json`)
        expect(attached.equals(readFileSync(file))).toBe(true)
      }
      expect(await page.locator('main, body').first().innerText()).toContain('office@harbor.example')
    })
  })
})

test('declined with a reason and a note: the red banner says it, and so does the mail to the business', async () => {
  const quote = await aMailedQuote(world, 'Noor Haddad', 'Balcony rail')
  const note = 'We decided to wait\nuntil spring.'
  await world.visit({ viewport: PHONE }, async page => {
    await openFromMail(world, page, quote)
    await partsOf(page).decline.click()
    await page.getByRole('radio', { name: 'Timing' }).check()
    await page.getByLabel('Anything you would like to add?').fill(note)
    // Whatever there is to tick before a decline counts.
    for (const box of await page.locator('form:has(#decline-note) input[type=checkbox]').all())
      await box.check()
    await page.getByRole('button', { name: 'Decline this quote' }).click()
    const banner = page.locator('.banner.bad')
    await expect.poll(() => banner.innerText()).toMatch(/Declined[\s\S]*Timing[\s\S]*wait\nuntil spring\./)
    const colour = await banner.evaluate(element => getComputedStyle(element).color)
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number)
    expect(red).toBeGreaterThan(2 * Math.max(green, blue))
    expect(await page.locator('main').getByRole('button').count()).toBe(0)

    const [mail = '', ...more] = await mailsAbout(world, page, `Noor Haddad declined quote ${quote.number}`)
    expect(more).toEqual([])
    await page.goto(mail)
    expect(await page.locator('body').innerText()).toContain('office@harbor.example')
    const text = await page.frameLocator('iframe').locator('body').innerText()
    expect(text).toMatch(/Reason\s+Timing/)
    expect(text).toContain('until spring.')
  })
  expect(await quoteOf(quote)).toMatchObject({ status: 'rejected', decision: { reason: 'timing', note } })
})

test('signed by keyboard alone', async () => {
  const quote = await aMailedQuote(world, 'Kay Board', 'Cellar stairs')
  await world.visit({ viewport: PHONE }, async page => {
    await openFromMail(world, page, quote)
    const focused = page.locator(':focus')
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab')
        if ((await page.locator(`${selector}:focus`).count()) > 0) return
      }
      throw new Error(`Tab never reached ${selector}; it is at ${await focused.innerText()}`)
    }
    await tabTo('summary.yes')
    await page.keyboard.press('Enter')
    await tabTo('#sign-name')
    await page.keyboard.type('Kay Board')
    await tabTo('#sign-consent')
    await page.keyboard.press('Space')
    await tabTo('button.yes')
    await page.keyboard.press('Enter')
    await arrivedAt(page, RECEIPT)
  })
  expect(await quoteOf(quote)).toMatchObject({ status: 'accepted', decision: { name: 'Kay Board' } })
})

test('changed while it was open in a tab: it says what changed, signs nothing, and the new one can be signed', async () => {
  const quote = await aMailedQuote(world, 'Ines Prado', 'Porch lamp')
  await world.visit({ viewport: PHONE }, async page => {
    await openFromMail(world, page, quote)
    await partsOf(page).accept.click()
    await done(world, 'POST', `/quotes/${quote.id}/cancel`)
    const lines = [{ ...LINE, quantity: '3' }]
    await done(world, 'PATCH', `/quotes/${quote.id}`, { lines, note: 'One hour more for the wiring.' })
    await done(world, 'POST', `/quotes/${quote.id}/send`)
    await signAs(page, 'Ines Prado')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('This quote has changed')
    await page.waitForLoadState()
    const changes = await page.getByRole('region', { name: 'What changed' }).innerText()
    expect(changes).toMatch(/Was[\s\S]*\$300\.00[\s\S]*Is now[\s\S]*\$450\.00/)
    expect(changes).toContain('One hour more for the wiring.')
    expect(await quoteOf(quote)).toMatchObject({ revision: 2, decision: null })

    await partsOf(page).accept.click()
    await signAs(page, 'Ines Prado')
    await arrivedAt(page, RECEIPT)
    expect(await mainOf(page)).toContain('$450.00')
  })
  expect(await quoteOf(quote)).toMatchObject({ status: 'accepted', revision: 2 })
})

test('a machine that opens the mail’s link and sends every form untyped decides nothing and revives nothing', async () => {
  const waiting = await aMailedQuote(world, 'Rob Ott', 'Carport')
  const signed = await anotherQuote(world, waiting, 'Bike shed')
  const declined = await anotherQuote(world, waiting, 'Flagpole')
  const home = await linkOf(world, waiting)
  const gone = await aMailedQuote(world, 'Gwen Away', 'Garden gate')
  const dead = await linkOf(world, gone)
  await world.call('DELETE', `/clients/${gone.client}/link`)
  await world.visit({ viewport: PHONE }, async page => {
    await page.goto(`${home}/quotes/${signed.id}`)
    await partsOf(page).accept.click()
    await signAs(page, 'Rob Ott')
    await arrivedAt(page, RECEIPT)
    await page.goto(`${home}/quotes/${declined.id}`)
    await partsOf(page).decline.click()
    for (const box of await page.locator('form:has(#decline-note) input[type=checkbox]').all())
      await box.check()
    await page.getByRole('button', { name: 'Decline this quote' }).click()
    await expect.poll(() => page.locator('.banner.bad').count()).toBe(1)
  })
  const quotes = [waiting, signed, declined, gone]
  const before = await Promise.all(quotes.map(quoteOf))

  const { urls, sent } = await world.visit({ javaScriptEnabled: true }, page =>
    prowl(page, `${home}/quotes/${waiting.id}`),
  )
  for (const path of ['/receipt', '/receipt.json', '/acceptance', '/rejection'])
    expect(urls.join(' ')).toContain(path)
  expect(urls).toContain(`${world.dev().origin}/verify`)
  expect(sent).toBeGreaterThanOrEqual(9)
  await world.visit({ javaScriptEnabled: true }, page => prowl(page, `${dead}/quotes/${gone.id}`))

  const viewed = { status: 'viewed', viewed_at: expect.any(String) }
  expect(await Promise.all(quotes.map(quoteOf))).toEqual([{ ...before[0], ...viewed }, ...before.slice(1)])
  expect((await world.call('GET', `/clients/${gone.client}/link`)).status).toBe(404)
  expect((await done(world, 'GET', `/clients/${waiting.client}/link`)).url).toBe(home)
  expect((await done(world, 'GET', `/clients/${waiting.client}`)).locale).toBeNull()
  await world.visit({}, async page => {
    expect(await mailsAbout(world, page, `Rob Ott has opened quote ${waiting.number}`)).toHaveLength(1)
    for (const answer of ['accepted', 'declined'])
      expect(await mailsAbout(world, page, `Rob Ott ${answer} quote ${waiting.number}`)).toEqual([])
  })
})
