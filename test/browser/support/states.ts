// Every page of the portal, each in every state that it can be in, and the way a browser comes to it.
import type { Page, Response } from 'playwright-core'
import { resend } from '../../torture/support/resend.ts'
import { sqlIn } from '../../torture/support/sql.ts'
import { portalOf, type World } from './portal.ts'
import { aMailedQuote, anotherQuote, done, LINE, linkOf, partsOf, type Quote } from './quotes.ts'

/** `come` answers the response that brought the page. */
export type State = { name: string; come: (page: Page) => Promise<Response | null> }

const at = (name: string, url: string): State => ({ name, come: page => page.goto(url) })

const opened = (name: string, url: string, form: 'accept' | 'decline'): State => ({
  name,
  async come(page) {
    const response = await page.goto(url)
    await partsOf(page)[form].click()
    return response
  },
})

/** A form as a browser posts it: `from` is a page, of the portal or of another site. */
const sent = (name: string, from: string, url: string, fields: Record<string, string>): State => ({
  name,
  async come(page) {
    await page.goto(from)
    const [response] = await Promise.all([
      page.waitForResponse(one => one.request().isNavigationRequest() && one.request().method() === 'POST'),
      page.evaluate(
        ([action, values]) => {
          const form = document.createElement('form')
          Object.assign(form, { method: 'post', action })
          for (const [name, value] of Object.entries(values)) {
            const field = document.createElement('textarea')
            Object.assign(field, { name, value })
            form.append(field)
          }
          document.body.append(form)
          form.submit()
        },
        [url, fields] as const,
      ),
    ])
    await page.waitForLoadState()
    return response
  },
})

/** Reminders that were stopped by the page's own button. */
const stopped = (name: string, url: string): State => ({
  name,
  async come(page) {
    await page.goto(url)
    await page.locator('main button').click()
    await page.waitForLoadState()
    return page.goto(url)
  },
})

/** The documents that a dashboard lists, by what their rows say. */
async function documentsOf(world: World, home: string): Promise<[string, string][]> {
  return world.visit({}, async page => {
    await page.goto(home)
    const rows = await page.locator('.rows a').all()
    return Promise.all(
      rows.map(async (row): Promise<[string, string]> => {
        const name = (await row.innerText()).split('\n').join(' ')
        return [name, new URL((await row.getAttribute('href')) ?? '', home).href]
      }),
    )
  })
}

/** Pages of the API's documentation: of each kind, those that say most. */
const nouns = ['quotes', 'portal-links', 'transitions', 'codes']

/** What stood before there was anything to sign: found as clients find it. */
async function documentStates(world: World): Promise<State[]> {
  const { origin, docs } = world.dev()
  const [busy, euros, slated] = [
    await portalOf(world, 'Priya'),
    await portalOf(world, 'Katrin'),
    await portalOf(world, 'Theo'),
  ]
  const found = [busy, euros, slated].map(home => documentsOf(world, home))
  const documents = (await Promise.all(found)).flat()
  const signed = documents.find(([name]) => name.startsWith('Laundry room'))?.[1]
  const recorded = documents.find(([name]) => name.startsWith('Main house: north slope'))?.[1]
  return [
    at('busy dashboard', busy),
    at('dashboard in German, in euros', euros),
    ...documents.map(([name, url]) => at(name, url)),
    at('history of accepted quotes', `${busy}/history/accepted`),
    at('reminders', `${busy}/reminders/stop`),
    stopped('reminders that were stopped', `${euros}/reminders/stop`),
    at('not found in the portal', `${busy}/quotes/quo_00000000000000000000000000`),
    at('dead link', `${origin}/portal/k1_00000000000000000000000000000000aaaaaaaa`),
    at('not found', `${origin}/nowhere`),
    at('API docs', docs),
    ...nouns.map(noun => at(`API docs: ${noun}`, `${docs}/${noun}`)),
    at('receipt of a signature', `${signed}/receipt`),
    at('receipt of an acceptance that the business recorded', `${recorded}/receipt`),
  ]
}

/** An answer as the form of a quote's page would post it. */
const answer = (hash: string, more: Record<string, string> = {}) => ({
  ...{ signature: 'Morgan Vale', consent: 'on', content_hash: hash },
  ...more,
})

/** A page with forms: as it is given, with each of them opened, and as it comes back with mistakes. */
async function formStates(home: string, quote: Quote, hash: string): Promise<State[]> {
  const url = `${home}/quotes/${quote.id}`
  const unsigned = { content_hash: hash, po_number: 'PO-1'.repeat(20) }
  return [
    at('quote, its forms closed', url),
    opened('quote, the form to sign opened', url, 'accept'),
    opened('quote, the form to decline opened', url, 'decline'),
    sent('mistakes in the signature', url, `${url}/acceptance`, unsigned),
    sent('mistakes in the decline', url, `${url}/rejection`, {
      content_hash: hash,
      reason: 'weather',
      note: 'Too long. '.repeat(201),
    }),
    sent('a form of another site', 'data:text/html,<p>elsewhere', `${url}/acceptance`, unsigned),
    sent('a form that is too large', url, `${url}/acceptance`, { note: 'x'.repeat(70_000) }),
  ]
}

type Changed = (quote: Quote, hash: string, url: string) => Promise<unknown>

/** Answers that come too late: what happens to a quote after its page was read, and who answers it then. */
async function refusedStates(world: World, home: string, client: Quote): Promise<State[]> {
  const post = (method: string, path: string, body?: object) => done(world, method, path, body)
  const form = (url: string, fields: Record<string, string>) =>
    fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  const resending: string[] = []
  const happenings: Record<string, Changed> = {
    changed: async ({ id }) => {
      await post('POST', `/quotes/${id}/cancel`)
      await post('PATCH', `/quotes/${id}`, { lines: [{ ...LINE, quantity: '3' }], note: 'One more hour.' })
      await post('POST', `/quotes/${id}/send`)
    },
    expired: async ({ id }) => {
      await post('POST', `/quotes/${id}/cancel`)
      resending.push(id)
    },
    closed: ({ id }) => post('POST', `/quotes/${id}/close`),
    'signed by another name': (_, hash, url) =>
      form(`${url}/acceptance`, answer(hash, { signature: 'Sam Vale', po_number: 'PO-1' })),
    declined: (_, hash, url) =>
      form(`${url}/rejection`, { content_hash: hash, reason: 'price', note: 'No.' }),
    recorded: ({ id }) => post('POST', `/quotes/${id}/accept`, { po_number: 'PO-2' }),
    withdrawn: ({ id }) => post('POST', `/quotes/${id}/cancel`),
  }
  const states: State[] = []
  for (const [what, happens] of Object.entries(happenings)) {
    const quote = await anotherQuote(world, client, `A quote that is ${what}`)
    const { content_hash: hash } = await post('GET', `/quotes/${quote.id}`)
    const url = `${home}/quotes/${quote.id}`
    await happens(quote, hash, url)
    states.push(sent(`signed too late: ${what}`, home, `${url}/acceptance`, answer(hash)))
    if (what === 'signed by another name')
      states.push(
        sent('declined too late: signed', home, `${url}/rejection`, { content_hash: hash }),
        at('accepted, with the way to the receipt', url),
      )
  }
  await sqlIn(world.folder(), resending.map(id => resend(id, Date.now() - 60_000)).join(';'))
  return states
}

/** Asking for one's link again: the page, its mistake, and what it says to everybody. */
function recoveryStates(origin: string): State[] {
  const url = `${origin}/portal`
  return [
    at('mail me my link', url),
    sent('mail me my link, mistaken', url, url, { email: 'dana example.com' }),
    {
      name: 'mail is on its way',
      async come(page) {
        await page.goto(url)
        await page.getByLabel('Your email address').fill('nobody@example.com')
        const [response] = await Promise.all([
          page.waitForResponse(one => one.url().endsWith('?asked')),
          page.getByRole('button', { name: 'Email me my link' }).click(),
        ])
        await page.waitForURL(/asked/)
        return response
      },
    },
  ]
}

async function verifyStates(world: World): Promise<State[]> {
  const { origin, key } = world.dev()
  const { data } = await done(world, 'GET', '/quotes?status=accepted')
  const signed = data.find(({ decision }: { decision: { by: string } }) => decision.by === 'client')
  const response = await fetch(`${origin}/api/v1/quotes/${signed.id}/evidence`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const evidence = await response.text()
  const url = `${origin}/verify`
  return [
    at('check of a receipt', url),
    sent('check of nothing', url, url, { evidence: '' }),
    sent('check of a receipt that is valid', url, url, { evidence }),
    sent('check of a receipt that is not', url, url, {
      evidence: evidence.replace(signed.title, 'Another title').replace(signed.total, '1.00'),
    }),
    sent('check of what is no receipt', url, url, { evidence: 'Dear Sir or Madam' }),
    sent('check of what is too large', url, url, { evidence: 'x'.repeat(2_200_000) }),
  ]
}

/** All of them, made once. */
export async function everyState(world: World): Promise<State[]> {
  const morgan = await aMailedQuote(world, 'Morgan Vale', 'Summer kitchen')
  const home = await linkOf(world, morgan)
  const { content_hash: hash } = await done(world, 'GET', `/quotes/${morgan.id}`)
  return [
    ...(await documentStates(world)),
    ...(await formStates(home, morgan, hash)),
    ...(await refusedStates(world, home, morgan)),
    ...(await verifyStates(world)),
    ...recoveryStates(world.dev().origin),
  ]
}
