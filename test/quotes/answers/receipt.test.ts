// Where there is no receipt, or not for this link: 404 in the frame of the living portal. And the receipt of an
// acceptance that the business recorded itself, which bears no signature.
import { expect, test } from 'vitest'
import { accept, asked, changingNothing, decline, revised } from '../../support/answers.ts'
import {
  aBusiness,
  aClient,
  aSentQuote,
  open,
  portalOf,
  request,
  succeeded,
  textOf,
} from '../../support/world.ts'

const files = ['/receipt', '/receipt.json']

/** Each of the two is the living portal's own 404, and the same one whatever is asked for. */
async function expectNone(at: string, home: string, what: string) {
  const nowhere = await (await request(`${home}/quotes/quo_00000000000000000000000000/receipt`)).text()
  for (const path of files) {
    const response = await request(at + path)
    expect([response.status, response.headers.get('content-disposition')], `${what} ${path}`).toEqual([
      404,
      null,
    ])
    const html = await response.text()
    expect(html, `${what} ${path}`).toBe(nowhere)
    expect(html).toContain('Harbor Roofing')
    expect(html).toContain(`href="${home}"`)
  }
}

test('GET …/receipt and …/receipt.json are 404 in the living frame while there is none', async () => {
  const one = await asked()
  await expectNone(one.at, one.home, 'sent')
  await decline(one)
  await expectNone(one.at, one.home, 'declined')
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/cancel`))
  await expectNone(one.at, one.home, 'withdrawn')
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/close`))
  await expectNone(one.at, one.home, 'closed')
  for (const id of ['x', 'quo_', one.client, `${one.quote}0`, '%00', '..'])
    expect((await request(`${one.home}/quotes/${id}/receipt`)).status, id).toBe(404)
})

test('and for a quote of another client of the same business, and of another business', async () => {
  const one = await asked()
  await accept(one)
  const neighbour = await asked({ business: one.business })
  const stranger = await asked()
  for (const { home } of [neighbour, stranger]) await expectNone(`${home}/quotes/${one.quote}`, home, home)
  expect((await request(`${one.at}/receipt`)).status).toBe(200)
})

test('answers for somebody else’s quote are 404 with any hash, and change nothing', async () => {
  const one = await asked()
  const neighbour = await asked({ business: one.business })
  const stranger = await asked()
  for (const { home, hash } of [neighbour, stranger]) {
    const at = `${home}/quotes/${one.quote}`
    for (const given of [one.hash, hash, '']) {
      const theirs = { ...one, at, hash: given }
      const answers = await changingNothing(async () => [await accept(theirs), await decline(theirs)])
      for (const answer of answers) {
        expect(answer.status).toBe(404)
        expect(await answer.text()).not.toMatch(/New roof|Q-\d/)
      }
    }
  }
})

test('an acceptance that the business recorded is labelled so, without signature, file or evidence', async () => {
  const one = await asked()
  const note = 'canary-private: Dana called, sounded drunk'
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/accept`, { po_number: 'PO-9', note }))
  const response = await open(`${one.at}/receipt`)
  expect(response.status).toBe(200)
  const text = await textOf(response)
  expect(text).toContain('Acceptance recorded by Harbor Roofing')
  expect(text).toContain('There is no electronic signature.')
  expect(text).toContain('PO-9')
  expect(text).not.toMatch(/Signed by|Signed on|Electronic signature|Download|Hash of|canary-private/)
  const download = await request(`${one.at}/receipt.json`)
  expect(download.status).toBe(404)
  expect(await download.text()).toContain('Harbor Roofing')
  expect((await one.business.api('GET', `/quotes/${one.quote}/evidence`)).status).toBe(404)

  for (const answer of [accept, decline]) {
    const refused = await changingNothing(() => answer(one))
    expect(refused.status).toBe(409)
    const said = await textOf(refused)
    expect(said).toMatch(/Harbor Roofing recorded your acceptance on [A-Z][a-z]{2} \d+, \d{4}, /)
    expect(said).not.toContain('canary-private')
  }
  for (const path of ['', `/quotes/${one.quote}`, '/history/accepted'])
    expect(await (await open(one.home + path)).text(), path).not.toContain('canary-private')
  expect((await one.business.api('GET', `/quotes/${one.quote}`)).body.decision).toMatchObject({
    by: 'business',
    note,
  })
})

test('GET /quotes/:id/evidence is 404 where there is none, and for a quote of another business', async () => {
  const one = await asked()
  const other = await aBusiness()
  const evidence = async ({ api }: Pick<typeof other, 'api'>, id: string) =>
    (await api('GET', `/quotes/${id}/evidence`)).status
  expect(await evidence(one.business, one.quote)).toBe(404)
  await accept(one)
  expect(await evidence(one.business, one.quote)).toBe(200)
  expect(await evidence(other, one.quote)).toBe(404)
  expect(await evidence(one.business, one.client)).toBe(404)
})

test('the receipt of a revised quote is of the revision that was accepted; a client’s other quotes have none', async () => {
  const one = await asked()
  await revised(one, { title: 'Smaller roof' })
  const client = await aClient(one.business)
  const other = await aSentQuote(one.business, client)
  const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
  await accept({ ...one, hash: body.content_hash })
  expect(await textOf(await open(`${one.at}/receipt`))).not.toContain('New roof')
  const home = await portalOf(one.business, client)
  expect((await request(`${home}/quotes/${other}/receipt`)).status).toBe(404)
})
