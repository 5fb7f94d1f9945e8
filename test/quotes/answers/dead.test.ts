// Answers and receipts through a dead link: the one 404, byte for byte, whatever is sent and however, and nothing done.
import { expect, test } from 'vitest'
import { type Asked, accept, acceptance, asked, changingNothing, decline } from '../../support/answers.ts'
import { bytesOf, endAllLinks, plant, rotated } from '../../support/portal.ts'
import { request, succeeded } from '../../support/world.ts'

const deaths: Record<string, (one: Asked) => Promise<unknown>> = {
  rotated: one => rotated(one),
  revoked: async ({ business, client }) => succeeded(await business.api('DELETE', `/clients/${client}/link`)),
  'gone with its client': async ({ business, client }) =>
    succeeded(await business.api('DELETE', `/clients/${client}`)),
  'ended with all of the business’s': ({ business }) => endAllLinks(business),
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

function requestsTo({ at, hash }: Asked): [what: string, path: string, init: () => RequestInit][] {
  const body = new URLSearchParams(acceptance({ hash })).toString()
  const post = (headers: Record<string, string>, sent: BodyInit | null = body) => ({
    ...{ method: 'POST', headers: { ...form, ...headers }, duplex: 'half' },
    ...(sent === null ? {} : { body: sent }),
  })
  const large = `${body}&x=${'x'.repeat(10_000_000)}`
  const posts = ['acceptance', 'rejection'].flatMap((noun): [string, string, () => RequestInit][] => [
    [noun, `${at}/${noun}`, () => post({})],
    [`${noun}, empty`, `${at}/${noun}`, () => post({}, null)],
    [`${noun}, no form`, `${at}/${noun}`, () => post({ 'content-type': 'multipart/form-data' }, 'x')],
    [`${noun}, same origin`, `${at}/${noun}`, () => post({ 'sec-fetch-site': 'same-origin' })],
    [`${noun}, cross-site`, `${at}/${noun}`, () => post({ 'sec-fetch-site': 'cross-site' })],
    [`${noun}, 10 MB`, `${at}/${noun}`, () => post({ 'content-length': String(large.length) }, large)],
    [`${noun}, 10 MB in chunks`, `${at}/${noun}`, () => post({}, new Blob([large]).stream())],
    [`${noun}, opened`, `${at}/${noun}`, () => ({})],
    [`${noun}, put`, `${at}/${noun}`, () => ({ ...post({}), method: 'PUT' })],
  ])
  const reads = ['/receipt', '/receipt.json', ''].map((path): [string, string, () => RequestInit] => [
    path,
    at + path,
    () => ({}),
  ])
  return [...posts, ...reads]
}

test.each(Object.entries(deaths))(
  'through a link that was %s, every answer and every receipt is the one 404, and nothing is recorded',
  async (_, die) => {
    const one = await asked()
    const signed = await asked({ business: one.business })
    expect((await accept(signed)).status).toBe(303)
    for (const each of [one, signed]) await die(each)
    const dead = await bytesOf(await request(`/portal/k2_${'1'.repeat(40)}`))
    expect(dead.status).toBe(404)
    for (const each of [one, signed]) {
      await plant(each.token)
      await changingNothing(async () => {
        for (const [what, path, init] of requestsTo(each))
          expect(await bytesOf(await request(path, init())), what).toEqual(dead)
      })
    }
  },
)

test('who posts to a living link of another client gets no further than with a dead one', async () => {
  const one = await asked()
  const other = await asked({ business: one.business })
  const at = `${other.home}/quotes/${one.quote}`
  for (const answer of [accept, decline])
    expect((await changingNothing(() => answer({ ...one, at }))).status).toBe(404)
})
