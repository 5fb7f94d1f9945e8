// Each kind of message as the mail that leaves: from whom, to whom, about what, and with which link.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { composeMail } from '../../src/mails.tsx'
import { hostileTexts } from '../support/hostile.ts'
import { mailOf, outbox } from '../support/mails.ts'
import { aPortal, endAllLinks, type Portal, tokenIn } from '../support/portal.ts'
import { aBusiness, aClient, aSentInvoice, aSentQuote, open, portalOf, succeeded } from '../support/world.ts'

const addresses = { email: 'dana@example.com', cc: ['sam@example.com', 'books@accountant.example'] }
const everyone = [addresses.email, ...addresses.cc]

/** A client to whom every kind of message was written. */
async function everyKind(profile: object = {}, client: object = {}): Promise<Portal> {
  const portal = await aPortal(await aBusiness(profile), { ...addresses, ...client })
  const { api } = portal.business
  await open(`${portal.home}/quotes/${portal.quote}`)
  succeeded(await api('POST', `/clients/${portal.client}/link/send`))
  return portal
}

/** What each mail to the client says in its subject, and where its button leads. */
const kinds: [string, string, (portal: Portal) => string][] = [
  ['quote_sent', 'Your quote from Harbor Roofing: ', ({ home, quote }) => `${home}/quotes/${quote}`],
  [
    'invoice_sent',
    'Your invoice from Harbor Roofing: ',
    ({ home, invoice }) => `${home}/invoices/${invoice}`,
  ],
  ['link_again', 'Your link from Harbor Roofing', ({ home }) => home],
]

describe.each(kinds)('%s', (kind, subject, leadsTo) => {
  test('goes from the business to all of the client’s addresses, with the deep link in text and HTML', async () => {
    const portal = await everyKind()
    const mail = await mailOf(kind)
    expect(mail?.from).toBe('"Harbor Roofing" <portal@mail.test>')
    expect(mail?.replyTo).toBe('"Harbor Roofing" <office@harbor.example>')
    expect(mail?.to).toEqual(everyone)
    expect(mail?.subject.startsWith(subject)).toBe(true)
    const url = `https://portal.test${leadsTo(portal)}`
    expect(mail?.text.split('\n')).toContain(url)
    expect(mail?.html).toContain(`href="${url}"`)
    expect(mail?.html).toContain(`>${url}</a>`)
    for (const part of [mail?.text, mail?.html]) {
      for (const word of ['Dana Whitfield', 'Harbor Roofing', '(207) 555-0142', 'office@harbor.example']) {
        expect(part).toContain(word)
      }
      const links = [...(part ?? '').matchAll(/\/portal\/([a-z0-9_]+)/g)].map(([, token]) => token)
      expect(new Set(links)).toEqual(new Set([portal.token]))
    }
    expect((await open(leadsTo(portal))).status).toBe(200)
  })

  test('is no mail once its link has died', async () => {
    const portal = await everyKind()
    await endAllLinks(portal.business)
    expect(await mailOf(kind)).toBeUndefined()
    succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/rotate`))
    expect(await mailOf(kind)).toBeUndefined()
  })
})

test('quote_sent and invoice_sent say how much and until when, as it was frozen', async () => {
  const portal = await everyKind()
  succeeded(await portal.business.api('POST', `/quotes/${portal.quote}/cancel`))
  succeeded(await portal.business.api('PATCH', `/quotes/${portal.quote}`, { title: 'Another', lines: [] }))
  for (const [kind, words] of [
    ['quote_sent', ['New roof', '$300.00', 'December 31, 2099']],
    ['invoice_sent', ['Roof repair', '$300.00', 'December 31, 2099']],
  ] as const) {
    const mail = await mailOf(kind)
    for (const word of words) for (const part of [mail?.text, mail?.html]) expect(part).toContain(word)
  }
})

test('quote_sent of a second revision shows the second', async () => {
  const { business, quote, home } = await everyKind()
  succeeded(await business.api('POST', `/quotes/${quote}/cancel`))
  succeeded(await business.api('PATCH', `/quotes/${quote}`, { title: 'Better roof' }))
  succeeded(await business.api('POST', `/quotes/${quote}/send`))
  const [first, second] = (await outbox()).filter(({ kind }) => kind === 'quote_sent')
  expect([first?.state, second?.state]).toEqual(['cancelled', 'queued'])
  const mail = await composeMail(env.DB, configOf(env), second?.id ?? '')
  expect(mail?.subject).toContain('Your updated quote from Harbor Roofing: Better roof')
  expect(mail?.text).toContain('This is version 2; it replaces the one that you got before.')
  expect(mail?.text).toContain(`${home}/quotes/${quote}`)
})

test('quote_viewed goes to the business, about the client, and carries no link of the client', async () => {
  const portal = await everyKind()
  const mail = await mailOf('quote_viewed')
  expect(mail?.to).toEqual(['office@harbor.example'])
  expect(mail?.subject).toMatch(/^Dana Whitfield has opened quote Q-\d{4}-0001$/)
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain('New roof')
    expect(part).not.toContain('/portal/')
    expect(part).not.toContain(portal.token)
  }
})

test('new_link is written only when asked for, and carries the new link alone', async () => {
  const { business, client, token } = await everyKind()
  succeeded(await business.api('POST', `/clients/${client}/link/rotate`))
  expect((await outbox()).some(({ kind }) => kind === 'new_link')).toBe(false)
  const { body } = succeeded(await business.api('POST', `/clients/${client}/link/rotate`, { notify: true }))
  const mail = await mailOf('new_link')
  expect(mail?.subject).toBe('Your new link from Harbor Roofing')
  expect(mail?.to).toEqual(everyone)
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain(tokenIn(body.url))
    expect(part).not.toContain(token)
  }
})

test('an address that is there twice gets one mail', async () => {
  const business = await aBusiness()
  const client = await aClient(business, {
    email: 'dana@example.com',
    cc: ['dana@example.com', 'sam@example.com'],
  })
  await aSentQuote(business, client)
  expect((await mailOf('quote_sent'))?.to).toEqual(['dana@example.com', 'sam@example.com'])
})

test('internal notes and the client’s other data are in no mail', async () => {
  await everyKind({}, { notes: 'canary-note', phone: '+1 207 555 0199' })
  for (const { kind } of await outbox()) {
    const mail = await mailOf(kind)
    expect(JSON.stringify(mail)).not.toContain('canary-note')
    expect(JSON.stringify(mail)).not.toContain('0199')
  }
})

describe('hostile names and titles', () => {
  const named = Object.entries(hostileTexts).filter(
    ([, text]) => text.length < 200 && !/\p{Cc}|\p{Cs}/u.test(text) && text.trim(),
  )

  test('are escaped in HTML and are one harmless line in every header', async () => {
    expect(named.length).toBeGreaterThan(20)
    for (const [what, name] of named) {
      const business = await aBusiness({ name })
      const client = await aClient(business, { name, company: name })
      await aSentQuote(business, client, { title: name, number: 'H-1' })
      await aSentInvoice(business, client, { title: name, number: 'H-1' })
      await open(
        `${await portalOf(business, client)}/quotes/${(await business.api('GET', '/quotes')).body.data[0].id}`,
      )
      const { results } = await env.DB.prepare('select id from messages where business_id = ?')
        .bind(business.id)
        .all<{ id: string }>()
      expect(results.length, what).toBe(3)
      for (const { id } of results) {
        const mail = await composeMail(env.DB, configOf(env), id)
        for (const header of [mail?.subject, mail?.from, mail?.replyTo]) {
          expect(header, what).not.toMatch(
            /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u,
          )
        }
        expect(mail?.from, what).toMatch(/^"(?:[^"\\]|\\["\\])*" <portal@mail\.test>$/)
        expect(mail?.replyTo, what).toMatch(/^"(?:[^"\\]|\\["\\])*" <office@harbor\.example>$/)
        expect(/<script|<img|<[^>]*\s(onerror|onmouseover)=/i.test(mail?.html ?? ''), what).toBe(false)
        if (/[<>"'&]/.test(name)) expect(mail?.html.includes(name), what).toBe(false)
        expect(mail?.text.includes(name), what).toBe(true)
        expect(mail?.html.startsWith('<!doctype html>') && mail.html.endsWith('</html>'), what).toBe(true)
      }
    }
  }, 30_000)

  test('a business whose name holds only marks of direction still writes from an address', async () => {
    const business = await aBusiness({ name: '\u202e\u202c' })
    await aSentQuote(business, await aClient(business))
    expect((await mailOf('quote_sent'))?.from).toMatch(/^"[^"]*" <portal@mail\.test>$/)
  })
})
