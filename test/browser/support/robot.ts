// A machine that got hold of a mail's link, as scanners do: it opens whatever it finds, and sends every form in every
// way that a script has, but it types nothing, ticks nothing, chooses nothing.
import type { Page } from 'playwright-core'

/** `forms`: where each form of the page leads. */
type Found = { url: string; links: string[]; forms: string[]; buttons: number }

const look = (page: Page): Promise<Found> =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href)
    const actions = [...document.forms].map(({ action }) => action)
    return {
      url: location.href,
      links: [...links, ...actions].filter(href => href.startsWith(location.origin)),
      forms: actions,
      buttons: document.querySelectorAll('button, input[type=submit], summary').length,
    }
  })

/** A form that was sent before may still be leading somewhere else, and then ends what comes after it. */
const TRIES = 5
const PAUSE = 200

/** Where a download begins there is no page, and nothing to find. */
async function opened(page: Page, url: string, tries = TRIES): Promise<Found> {
  try {
    await page.goto(url)
    return await look(page)
  } catch (error) {
    if (/Download is starting/.test(String(error))) return { url, links: [], forms: [], buttons: 0 }
    if (tries === 1) throw error
    await page.waitForTimeout(PAUSE)
    return opened(page, url, tries - 1)
  }
}

const ways: Record<string, (page: Page, at: number) => Promise<unknown>> = {
  'requestSubmit without validation': (page, at) =>
    page.evaluate(index => {
      const form = document.forms[index] as HTMLFormElement
      form.noValidate = true
      form.requestSubmit()
    }, at),
  submit: (page, at) => page.evaluate(index => document.forms[index]?.submit(), at),
  'requestSubmit by its button': (page, at) =>
    page.evaluate(index => {
      const form = document.forms[index] as HTMLFormElement
      form.noValidate = true
      form.requestSubmit(form.querySelector('button'))
    }, at),
}

/** What a script starts may lead to another page, or to none. */
async function settled(page: Page, start: () => Promise<unknown>): Promise<void> {
  const navigated = page.waitForEvent('framenavigated', { timeout: 1000 }).catch(() => null)
  await start().catch(() => null)
  await navigated
  await page.waitForLoadState()
}

/** `known`: forms that were sent already, wherever they stood. */
async function sendEveryForm(
  page: Page,
  { url, forms, buttons }: Found,
  known: Set<string>,
): Promise<number> {
  let sent = 0
  for (const [at, action] of forms.entries()) {
    if (known.has(action)) continue
    known.add(action)
    for (const send of Object.values(ways)) {
      sent++
      if ((await opened(page, url)).forms[at] !== action) continue
      await settled(page, () => send(page, at))
      // What came back may have forms again: a second try changes nothing either.
      const again = await look(page)
      if (again.forms.length > at) await settled(page, () => send(page, at))
    }
  }
  if (sent > 0) await pressEverything(page, url, buttons)
  return sent
}

async function pressEverything(page: Page, url: string, buttons: number): Promise<void> {
  await opened(page, url)
  for (let at = 0; at < buttons; at++)
    await page
      .evaluate(index => {
        for (const form of document.forms) form.noValidate = index % 2 === 0
        document.querySelectorAll<HTMLElement>('button, input[type=submit], summary')[index]?.click()
      }, at)
      .catch(() => null)
  await page.waitForLoadState()
}

/** From one link to all that it leads to. Answers the addresses that it found and how many forms it sent. */
export async function prowl(page: Page, start: string): Promise<{ urls: string[]; sent: number }> {
  const urls = [start]
  let sent = 0
  const known = new Set<string>()
  // The list grows while it is gone through.
  for (const url of urls) {
    const found = await opened(page, url)
    for (const link of found.links.map(href => href.split('#')[0] ?? ''))
      if (!urls.includes(link)) urls.push(link)
    sent += await sendEveryForm(page, found, known)
  }
  const requests = page.context().request
  const prefetch = { 'sec-purpose': 'prefetch', purpose: 'prefetch' }
  for (const url of urls) {
    await requests.fetch(url, { method: 'HEAD' })
    await requests.fetch(url, { method: 'GET', headers: prefetch })
    await requests.fetch(url, { method: 'GET' })
  }
  return { urls, sent }
}
