// What is dead stays dead: no sending and no mail revives a link, and of many rotations at once one link is left.
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { watched } from '../support/faults.ts'
import { aPortal, endAllLinks, type Portal, tokenIn } from '../support/portal.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  apiWith,
  aQuote,
  aSentQuote,
  created,
  open,
  succeeded,
} from '../support/world.ts'

const links = async (client: string) =>
  (
    await env.DB.prepare('select * from portal_links where client_id = ? order by id').bind(client).all<{
      death: string | null
      sealed: string | null
    }>()
  ).results

const living = async (client: string) => (await links(client)).filter(link => link.death === null)

const drafts = async ({ business: { api }, client }: Portal) => ({
  quote: created(await api('POST', '/quotes', aQuote(client))),
  invoice: created(await api('POST', '/invoices', anInvoice(client))),
})

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

const ends: [string, (portal: Portal) => Promise<unknown>][] = [
  ['revoked', ({ business, client }) => business.api('DELETE', `/clients/${client}/link`)],
  ['ended with all of its business’s', ({ business }) => endAllLinks(business)],
]

describe.each(ends)('a link that was %s', (_, end) => {
  test('is not made anew by a sending or by mail, only by link/rotate', async () => {
    const portal = await aPortal()
    const { api } = portal.business
    const { quote, invoice } = await drafts(portal)
    await end(portal)
    const [before, mail] = [await links(portal.client), await env.DB.prepare('select * from messages').all()]
    expect(codeOf(await api('POST', `/quotes/${quote}/send`))).toBe('409 link_revoked')
    expect(codeOf(await api('POST', `/invoices/${invoice}/send`))).toBe('409 link_revoked')
    expect(codeOf(await api('POST', `/clients/${portal.client}/link/send`))).toBe('409 link_revoked')
    expect(codeOf(await api('GET', `/clients/${portal.client}/link`))).toBe('404 not_found')
    expect(await links(portal.client)).toEqual(before)
    expect((await env.DB.prepare('select * from messages').all()).results).toEqual(mail.results)
    expect((await api('GET', `/quotes/${quote}`)).body).toMatchObject({ status: 'draft', number: null })

    const { body } = succeeded(await api('POST', `/clients/${portal.client}/link/rotate`))
    expect((await open(new URL(body.url).pathname)).status).toBe(200)
    expect((await open(portal.home)).status).toBe(404)
    succeeded(await api('POST', `/quotes/${quote}/send`))
    succeeded(await api('POST', `/clients/${portal.client}/link/send`))
  })
})

test('a rotation whose answer was lost has ended the old link all the same', async () => {
  const { business, client, home } = await aPortal()
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const lost = async (path: string) => {
    const bindings = watched(async () => {
      if ((await living(client)).length === 0 || (await links(client)).length > 1)
        throw new Error('D1_ERROR: Network connection lost.')
    })
    return codeOf(await apiWith(business.key, bindings)('POST', `/clients/${client}${path}`))
  }
  expect(await lost('/link/rotate')).toBe('503 unavailable')
  expect((await open(home)).status).toBe(404)
  const { body } = succeeded(await business.api('POST', `/clients/${client}/link/rotate`))
  expect((await open(new URL(body.url).pathname)).status).toBe(200)
  expect(await living(client)).toHaveLength(1)
  logged.mockRestore()
})

test.each<[string, (portal: Portal) => Promise<unknown>]>([
  ['a rotation', ({ business, client }) => business.api('POST', `/clients/${client}/link/rotate`)],
  ['a revocation', ({ business, client }) => business.api('DELETE', `/clients/${client}/link`)],
  ['the deletion of its client', ({ business, client }) => business.api('DELETE', `/clients/${client}`)],
  ['the end of all of its business’s', ({ business }) => endAllLinks(business)],
])('the sealed copy of a link dies with it by %s', async (_, end) => {
  const portal = await aPortal()
  expect((await links(portal.client)).map(link => link.sealed === null)).toEqual([false])
  await end(portal)
  const dead = (await links(portal.client)).filter(link => link.death !== null)
  expect(dead.map(link => link.sealed)).toEqual([null])
})

test('after its client was deleted, nothing can be done to a link', async () => {
  const { business, client } = await aPortal()
  succeeded(await business.api('DELETE', `/clients/${client}`))
  for (const [method, path] of [
    ['POST', '/link/rotate'],
    ['POST', '/link/send'],
    ['GET', '/link'],
    ['DELETE', '/link'],
    ['DELETE', ''],
  ] as const) {
    const answer = await business.api('POST', `/clients/${client}${path}`)
    expect(codeOf(answer), `${method} ${path}`).toBe('404 not_found')
  }
  expect(await living(client)).toEqual([])
})

test('nothing is sent to a client that was deleted', async () => {
  const portal = await aPortal()
  const { api } = portal.business
  succeeded(await api('POST', `/quotes/${portal.quote}/cancel`))
  succeeded(await api('DELETE', `/clients/${portal.client}`))
  const refused = codeOf(await api('POST', `/quotes/${portal.quote}/send`))
  expect(['409 client_deleted', '409 quote_not_draft']).toContain(refused)
  for (const [path, body] of [
    ['/quotes', aQuote(portal.client)],
    ['/invoices', anInvoice(portal.client)],
  ] as const) {
    expect(codeOf(await api('POST', path, body))).toBe('422 invalid')
  }
  expect(await living(portal.client)).toEqual([])
})

describe('at once', () => {
  const all = <T>(count: number, one: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, index) => one(index)))

  test('20 rotations leave exactly one living link, one of those answered', async () => {
    const { business, client, home } = await aPortal()
    const answers = await all(20, () => business.api('POST', `/clients/${client}/link/rotate`))
    const paths = answers.map(answer => new URL(succeeded(answer).body.url).pathname)
    expect(await living(client)).toHaveLength(1)
    expect(await links(client)).toHaveLength(21)
    const { body } = await business.api('GET', `/clients/${client}/link`)
    const alive = new URL(body.url).pathname
    const opened = await Promise.all(paths.map(path => open(path)))
    expect(paths.filter((_, index) => opened[index]?.status === 200)).toEqual([alive])
    expect((await open(home)).status).toBe(404)
  }, 20_000)

  test('first sendings make one link', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    await all(10, index => aSentQuote(business, client, { title: `Roof ${index}` }))
    expect(await links(client)).toHaveLength(1)
  }, 20_000)

  test('a revocation among sendings leaves no link, and no sending half done', async () => {
    const portal = await aPortal()
    const { api } = portal.business
    const quotes = await all(8, async () => created(await api('POST', '/quotes', aQuote(portal.client))))
    const [revoked, ...sent] = await Promise.all([
      api('DELETE', `/clients/${portal.client}/link`),
      ...quotes.map(id => api('POST', `/quotes/${id}/send`)),
    ])
    expect(revoked?.status).toBe(204)
    expect(await living(portal.client)).toEqual([])
    for (const [index, answer] of sent.entries()) {
      const { body } = await api('GET', `/quotes/${quotes[index]}`)
      expect([codeOf(answer), body.status]).toEqual(
        answer.status === 200 ? ['200', 'sent'] : ['409 link_revoked', 'draft'],
      )
    }
  }, 20_000)

  test('a deletion among rotations leaves no link', async () => {
    const { business, client } = await aPortal()
    const [deleted, ...rotations] = await Promise.all([
      business.api('DELETE', `/clients/${client}`),
      ...Array.from({ length: 8 }, () => business.api('POST', `/clients/${client}/link/rotate`)),
    ])
    expect(deleted?.status).toBe(204)
    expect(await living(client)).toEqual([])
    for (const answer of rotations) {
      expect(['200', '404 not_found']).toContain(codeOf(answer))
      if (answer.status !== 200) continue
      expect((await open(`/portal/${tokenIn(answer.body.url)}`)).status).toBe(404)
    }
  }, 20_000)
})
