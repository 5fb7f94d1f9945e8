// What both sides get by mail when a quote is signed: the facts, and the evidence that proves itself.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import type { Mail } from '../../src/mail/letter.ts'
import { composeMail } from '../../src/mails.tsx'
import { mailOf, outbox, signs, statesByKind, verdictOf } from '../support/mails.ts'
import { fullScans } from '../support/plans.ts'
import { aPortal, endAllLinks, type Portal } from '../support/portal.ts'
import { watch } from '../support/watch.ts'
import { aBusiness, aClient, aSentQuote, open, portalOf, request, succeeded } from '../support/world.ts'

const addresses = { email: 'dana@example.com', cc: ['sam@example.com', 'books@accountant.example'] }
const everyone = [addresses.email, ...addresses.cc]

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T14:05:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A client that has signed. */
async function aSignature(form: object = { po_number: 'PO-77' }): Promise<Portal> {
  const portal = await aPortal(undefined, addresses)
  await signs(portal, { signature: 'Dana M. Whitfield', ...form })
  return portal
}

const partsOf = (mail: Mail | undefined) => [mail?.text ?? '', mail?.html ?? '']

describe('receipt', () => {
  test('says to all of the client’s addresses who signed what, when by the business’s clocks, and for how much', async () => {
    await aSignature()
    const mail = await mailOf('receipt')
    expect(mail?.to).toEqual(everyone)
    expect(mail?.from).toBe('"Harbor Roofing" <portal@mail.test>')
    expect(mail?.replyTo).toBe('"Harbor Roofing" <office@harbor.example>')
    expect(mail?.subject).toBe('You accepted New roof (Q-2026-0001)')
    const facts = ['Dana M. Whitfield', 'Nov 27, 2026, 9:05 AM EST', '$300.00', 'PO-77', 'Q-2026-0001']
    for (const part of partsOf(mail)) for (const fact of facts) expect(part).toContain(fact)
  })

  test('leads to the receipt’s page, which is there, and to the page that checks the file', async () => {
    const { home, quote } = await aSignature()
    const mail = await mailOf('receipt')
    const path = `${home}/quotes/${quote}/receipt`
    expect(mail?.text.split('\n')).toContain(`https://portal.test${path}`)
    expect(mail?.html).toContain(`href="https://portal.test${path}"`)
    expect(mail?.text.split('\n')).toContain('https://portal.test/verify')
    expect(mail?.html).toContain('href="https://portal.test/verify"')
    expect((await open(path)).status).toBe(200)
  })

  test('carries the evidence, the very file of the download, which the published keys verify', async () => {
    const { home, quote } = await aSignature()
    const mail = await mailOf('receipt')
    expect(mail?.attachments).toMatchObject([
      { name: 'Q-2026-0001-signed.json', type: 'application/json' },
      { name: 'public-keys.json', type: 'application/json' },
    ])
    const keys = await request('/.well-known/jwks.json')
    expect(mail?.attachments[1]?.text).toBe(await keys.text())
    const download = await request(`${home}/quotes/${quote}/receipt.json`)
    expect(mail?.attachments[0]?.text).toBe(await download.text())
    expect(download.headers.get('content-disposition')).toContain('Q-2026-0001-signed.json')
    expect(await verdictOf(mail)).toMatchObject({
      valid: true,
      record: { document: { id: quote }, signature: { name: 'Dana M. Whitfield', po_number: 'PO-77' } },
    })
  })

  test('says nothing of a PO number where there is none', async () => {
    await aSignature({})
    for (const kind of ['receipt', 'quote_accepted'])
      for (const part of partsOf(await mailOf(kind))) expect(part).not.toContain('PO number')
  })

  test('writes as the client’s locale does, in its language, and to the business as the business does', async () => {
    const business = await aBusiness({ locale: 'en-US', currency: 'EUR', timeZone: 'Europe/Berlin' })
    const client = await aClient(business, { locale: 'de-DE' })
    const quote = await aSentQuote(business, client)
    await signs({ business, quote, home: await portalOf(business, client) })
    expect((await mailOf('receipt'))?.text).toMatch(/Gesamtbetrag: 300,00\s€[\s\S]*27\. Nov\. 2026, 15:05/)
    expect((await mailOf('quote_accepted'))?.text).toMatch(/€300\.00[\s\S]*Nov 27, 2026, 3:05 PM/)
  })
})

describe('quote_accepted', () => {
  test('says to the business who accepted what, who signed, when, and for how much', async () => {
    await aSignature()
    const mail = await mailOf('quote_accepted')
    expect(mail?.to).toEqual(['office@harbor.example'])
    expect(mail?.subject).toBe('Dana Whitfield accepted quote Q-2026-0001')
    expect(mail?.text).toContain('Client’s email: dana@example.com')
    const facts = [
      'Dana Whitfield accepted',
      'New roof',
      'Dana M. Whitfield',
      '9:05 AM EST',
      '$300.00',
      'PO-77',
    ]
    for (const part of partsOf(mail)) for (const fact of facts) expect(part).toContain(fact)
  })

  test('carries the same evidence as the client’s receipt, and no link of the client anywhere', async () => {
    const { token, home } = await aSignature()
    const [mail, receipt] = [await mailOf('quote_accepted'), await mailOf('receipt')]
    expect(mail?.attachments).toEqual(receipt?.attachments)
    expect(await verdictOf(mail)).toMatchObject({ valid: true })
    for (const part of [...partsOf(mail), ...(mail?.attachments ?? []).map(({ text }) => text)]) {
      expect(part).not.toContain(token)
      expect(part).not.toContain(home)
      expect(part).not.toContain('/portal/')
    }
  })
})

test('a file is named by its quote in plain letters, whatever the number holds', async () => {
  const { business, client, home } = await aPortal()
  const number = '../Büro/“7”\\👍;a="b"'
  const quote = await aSentQuote(business, client, { number })
  await signs({ business, quote, home })
  expect((await mailOf('receipt'))?.attachments[0]?.name).toBe('..-B-ro--7----a--b--signed.json')
})

test('no other mail has anything attached, also after the quote was signed', async () => {
  const portal = await aSignature()
  succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/send`))
  for (const kind of ['quote_sent', 'invoice_sent', 'link_again'])
    expect((await mailOf(kind))?.attachments, kind).toEqual([])
})

test('an acceptance that the business recorded itself is mailed to nobody', async () => {
  const { business, quote } = await aPortal()
  succeeded(await business.api('POST', `/quotes/${quote}/accept`, { po_number: 'PO-77' }))
  expect(Object.keys(await statesByKind())).toEqual(['invoice_sent', 'quote_sent'])
})

test('signing twice mails once', async () => {
  const portal = await aSignature()
  await signs(portal, { signature: 'Dana M. Whitfield', po_number: 'PO-77' })
  expect((await outbox()).map(({ kind }) => kind).sort()).toEqual(
    ['invoice_sent', 'quote_accepted', 'quote_sent', 'receipt'].sort(),
  )
})

describe('when the link dies before the mail has left', () => {
  const ends: [string, (portal: Portal) => Promise<unknown>][] = [
    ['by a rotation', ({ business, client }) => business.api('POST', `/clients/${client}/link/rotate`)],
    ['by a revocation', ({ business, client }) => business.api('DELETE', `/clients/${client}/link`)],
    ['with all links of the business', ({ business }) => endAllLinks(business)],
  ]

  test.each(ends)('%s, the receipt goes with its proof and without any link', async (_, end) => {
    const portal = await aSignature()
    expect(await statesByKind()).toMatchObject({ receipt: 'queued', quote_accepted: 'queued' })
    await end(portal)
    expect(await statesByKind()).toMatchObject({ receipt: 'queued', quote_accepted: 'queued' })
    const mail = await mailOf('receipt')
    expect(await verdictOf(mail)).toMatchObject({ valid: true })
    for (const part of partsOf(mail)) expect(part).not.toContain('/portal/')
    expect(mail?.to).toEqual(everyone)
  })

  test('and then its client is deleted, the receipt is cancelled after all', async () => {
    for (const [method, below] of [
      ['POST', '/rotate'],
      ['DELETE', ''],
    ] as const) {
      const portal = await aSignature()
      await portal.business.api(method, `/clients/${portal.client}/link${below}`)
      const waiting = (await outbox()).find(one => one.kind === 'receipt' && one.state === 'queued')
      const id = waiting?.id ?? ''
      expect(await composeMail(env.DB, configOf(env), id)).toBeDefined()
      await portal.business.api('DELETE', `/clients/${portal.client}`)
      expect((await outbox()).find(one => one.id === id)?.state).toBe('cancelled')
      expect(await composeMail(env.DB, configOf(env), id)).toBeUndefined()
    }
  })

  test('with its client, the receipt is cancelled, the business’s message is not', async () => {
    const portal = await aSignature()
    await portal.business.api('DELETE', `/clients/${portal.client}`)
    expect(await statesByKind()).toMatchObject({ receipt: 'cancelled', quote_accepted: 'queued' })
    expect(await mailOf('receipt')).toBeUndefined()
    expect(await verdictOf(await mailOf('quote_accepted'))).toMatchObject({ valid: true })
  })
})

test('composing a mail reads no whole table', async () => {
  await aSignature()
  const { bindings, calls } = watch()
  for (const { id } of await outbox()) await composeMail(bindings.DB, configOf(env), id)
  const asked = [...new Set(calls.flatMap(({ sql }) => sql))]
  expect(asked).toHaveLength(1)
  const params = Array((asked[0]?.match(/\?/g) ?? []).length).fill('x')
  expect(await fullScans({ sql: asked[0] ?? '', params })).toEqual([])
})
