// A client accepts a quote: the receipt, its file, what both sides hear, and what the lists show then.
import { expect, test } from 'vitest'
import { accept, acceptance, asked, ledTo, recorded } from '../../support/answers.ts'
import { posted, rotated } from '../../support/portal.ts'
import { aBusiness, aClient, aSentQuote, open, portalOf, request, textOf } from '../../support/world.ts'

test('POST /portal/:token/quotes/:id/acceptance leads to the receipt, and is the one decision that the API tells of', async () => {
  const one = await asked({ client: { cc: ['sam@example.com', 'dana@example.com', 'sam@example.com'] } })
  const response = await accept(one, { signature: '  Dana M. Whitfield ', po_number: ' PO-77 ' })
  expect(ledTo(response)).toBe(`303 ${one.at}/receipt`)
  expect(await response.text()).toBe('')
  const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
  expect(body).toMatchObject({ status: 'accepted', revision: 1, content_hash: one.hash })
  expect(body.decision).toMatchObject({ kind: 'accepted', by: 'client', name: 'Dana M. Whitfield' })
  expect(body.decision).toMatchObject({ po_number: 'PO-77', reason: null, note: null })
  expect(await recorded()).toEqual({
    decisions: ['accepted by client'],
    signatures: ['Dana M. Whitfield'],
    mails: [
      'quote_accepted to ["office@harbor.example"]',
      'receipt to ["dana@example.com","sam@example.com"]',
    ],
    entries: ['quote.accepted'],
  })
})

test('then the quote’s page has a green banner with name and date, the way to the receipt, and no form', async () => {
  const one = await asked()
  await accept(one, { po_number: 'PO-77' })
  const html = await (await open(one.at)).text()
  const banner = /<div class="banner good check" role="status">.*?<\/div>/s.exec(html)?.[0]
  expect(banner).toMatch(/<bdi>Dana Whitfield<\/bdi> accepted this quote on [A-Z][a-z]{2} \d+, \d{4}, /)
  expect(banner).toContain('Your PO number: <bdi>PO-77</bdi>')
  expect(banner).toContain(`href="${one.at}/receipt"`)
  expect(html).not.toMatch(/<form method|<details|content_hash/)
})

test('GET /portal/:token/quotes/:id/receipt shows who signed what, for how much, and the content word for word', async () => {
  const one = await asked({ quote: { terms: 'Half now, half later.', note: 'Thank you!' } })
  await accept(one, { po_number: 'PO-77' })
  const response = await open(`${one.at}/receipt`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const text = await textOf(response)
  const shown = [
    'Receipt of your acceptance',
    'Dana Whitfield',
    'PO-77',
    '$300.00',
    'Q-',
    one.hash,
    '/verify',
  ]
  const content = ['New roof', 'Tear off old shingles', 'Half now, half later.', 'Thank you!']
  for (const words of [...shown, ...content]) expect(text).toContain(words)
})

test('GET /portal/:token/quotes/:id/receipt.json is a download that nobody keeps or frames, the same bytes as the API’s', async () => {
  const one = await asked()
  await accept(one)
  const download = await request(`${one.at}/receipt.json`)
  expect(download.status).toBe(200)
  expect(Object.fromEntries(download.headers)).toMatchObject({
    'content-type': 'application/json',
    'content-disposition': expect.stringMatching(/^attachment; filename="Q-\d{4}-0001-signed\.json"$/),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  })
  const evidence = await request(`/api/v1/quotes/${one.quote}/evidence`, {
    headers: { authorization: `Bearer ${one.business.key}` },
  })
  expect(evidence.status).toBe(200)
  expect(evidence.headers.get('content-type')).toBe('application/json')
  const file = await download.text()
  expect(await evidence.text()).toBe(file)
  expect(Object.keys(JSON.parse(file))).toEqual(['format', 'jws', 'record'])
  const head = await request(`${one.at}/receipt.json`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('the dashboard no longer waits for it, and has it in the history', async () => {
  const one = await asked()
  expect(await textOf(await open(one.home))).toMatch(/Viewed/)
  await accept(one)
  const text = await textOf(await open(one.home))
  expect(text).toContain('No quotes are waiting for you.')
  expect(text).toMatch(/New roof \$300\.00 Q-\d{4}-0001 [^.]*Accepted/)
})

test('a quote that nobody opened before can be accepted, and is then listed as that alone', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = await aSentQuote(business, client)
  const { body } = await business.api('GET', `/quotes/${quote}`)
  expect(body.status).toBe('sent')
  const home = await portalOf(business, client)
  const response = await posted(`${home}/quotes/${quote}/acceptance`, acceptance({ hash: body.content_hash }))
  expect(response.status).toBe(303)
  expect((await business.api('GET', '/quotes?status=accepted')).body.data).toHaveLength(1)
  for (const status of ['sent', 'viewed', 'expired', 'rejected'])
    expect((await business.api('GET', `/quotes?status=${status}`)).body.data, status).toEqual([])
})

test('the client’s next link leads to the same receipt and the same file', async () => {
  const one = await asked()
  await accept(one)
  const file = await (await request(`${one.at}/receipt.json`)).text()
  const home = await rotated(one)
  const receipt = await open(`${home}/quotes/${one.quote}/receipt`)
  expect(receipt.status).toBe(200)
  expect(await receipt.text()).not.toContain(one.token)
  expect(await (await request(`${home}/quotes/${one.quote}/receipt.json`)).text()).toBe(file)
  expect((await open(`${one.at}/receipt`)).status).toBe(404)
})
