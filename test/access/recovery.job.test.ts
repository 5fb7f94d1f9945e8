// The job that answers requests for a link: whose the address is, of which businesses, and by which link.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, test, vi } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { newId } from '../../src/core/ids.ts'
import { everyMinute } from '../../src/cron.ts'
import { composeMail } from '../../src/mails.tsx'
import { dump } from '../support/dump.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { answers, asks, mailed, mailedTo, requests, revoke, used } from '../support/recovery.ts'
import { rotateAll } from '../support/rotations.ts'
import { watch } from '../support/watch.ts'
import { aBusiness, aClient, aSentQuote, type Business, open, portalOf, succeeded } from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const linkOf = async (client: string) =>
  String(
    await env.DB.prepare('select id from portal_links where client_id = ? and died_at is null')
      .bind(client)
      .first('id'),
  )

/** What a message is expected to be. */
const again = async ({ business, client }: Pick<Portal, 'business' | 'client'>, ...to: string[]) => ({
  ...{ business: business.id, client, kind: 'link_again', to, state: 'queued' },
  link: await linkOf(client),
})

/** The mail of the newest message. */
async function newestMail() {
  const id = await env.DB.prepare(`select id from messages order by id desc limit 1`).first('id')
  return composeMail(env.DB, configOf(env), String(id))
}

test('a client gets its living link, in the business’s name, and the trail says so', async () => {
  const portal = await aPortal()
  await asks('dana@example.com')
  expect(await mailed()).toEqual([])
  await answers()
  expect(await mailed()).toEqual([await again(portal, 'dana@example.com')])
  const mail = await newestMail()
  expect(mail).toMatchObject({ to: ['dana@example.com'], subject: 'Your link from Harbor Roofing' })
  expect(mail?.from).toContain('Harbor Roofing')
  expect(mail?.text).toContain(`https://portal.test${portal.home}`)
  const { data } = succeeded(
    await portal.business.api('GET', `/audit?object_id=${portal.client}&limit=100`),
  ).body
  const entry = data.find(({ action }: { action: string }) => action === 'link.sent')
  expect(entry).toMatchObject({
    actor: { kind: 'system' },
    object_id: await linkOf(portal.client),
    address: null,
  })
  expect(entry.details).toMatchObject({ client: portal.client, request: expect.stringMatching(/^lrq_/) })
  expect(await requests()).toEqual({ waiting: [], resolved: ['dana@example.com'] })
})

test('the minute’s job answers it, before it delivers', async () => {
  await aPortal()
  await asks('dana@example.com')
  const local = { ...env, BASE_URL: 'http://127.0.0.1:8787', MAIL_TRANSPORT: 'mailbox' }
  await everyMinute(local, Date.now() + 1000)
  expect((await mailed()).map(({ state }) => state)).toEqual(['sent'])
})

test('the address is found as any of the client’s, whatever its capitals, and mailed alone, as the business writes it', async () => {
  const portal = await aPortal(undefined, {
    email: 'Dana@Example.com',
    cc: ['Books@Example.com', 'sam@example.com'],
  })
  for (const typed of ['dANA@example.COM', ' books@example.com ']) {
    await asks(typed)
    await answers()
  }
  const [first, second] = [await again(portal, 'Dana@Example.com'), await again(portal, 'Books@Example.com')]
  expect(await mailed()).toEqual(expect.arrayContaining([first, second]))
  expect(await mailed()).toHaveLength(2)
  // Written otherwise since.
  const change = { email: 'DANA@example.com', cc: [] }
  succeeded(await portal.business.api('PATCH', `/clients/${portal.client}`, change))
  for (const typed of ['dana@example.com', 'books@example.com']) await asks(typed)
  await answers()
  expect(await mailedTo()).toEqual(['Books@Example.com', 'DANA@example.com', 'Dana@Example.com'])
})

test('an address in other scripts is found as it is written, and only so', async () => {
  const email = 'дана@пример.рф'
  const portal = await aPortal(undefined, { email })
  for (const typed of [email, 'ДАНА@пример.рф', 'дана@xn--e1afmkfd.xn--p1ai', 'dana@пример.рф'])
    await asks(typed)
  await answers()
  expect(await mailed()).toEqual([await again(portal, email)])
})

test('nobody else is found: wildcards, parts, lists, names, SQL', async () => {
  await aPortal()
  const typed = [
    ...['%@example.com', '*@*', 'dana@example.com%', 'dan_@example.com', 'dana@example', 'ana@example.com'],
    ...[
      'dana@example.com, x@y.example',
      'Dana <dana@example.com>',
      '"dana"@example.com',
      'dana@example.com.',
    ],
    ...[
      `' or 1=1 or address = '@' or 'x`,
      'dana@example.com\u200b',
      'd\u0430na@example.com',
      '["dana@example.com"]',
    ],
  ]
  // Past the form, which takes no more of them than can be somebody's.
  const insert = env.DB.prepare('insert into link_requests (id, address, asked_at) values (?, ?, ?)')
  const now = Date.now()
  await env.DB.batch(typed.map(one => insert.bind(newId('lrq', now), one, now)))
  expect((await requests()).waiting.sort()).toEqual(typed.sort())
  await answers()
  expect(await mailed()).toEqual([])
  expect(await requests()).toEqual({ waiting: [], resolved: [] })
})

test('several businesses: one message of each, in its own name, with its own link', async () => {
  const roofer = await aPortal()
  const studio = await aPortal(await aBusiness({ name: 'Studio North', email: 'hello@north.example' }))
  await aPortal(await aBusiness({ name: 'Third' }), { email: 'else@example.com' })
  await asks('dana@example.com')
  await answers()
  const expected = [await again(roofer, 'dana@example.com'), await again(studio, 'dana@example.com')]
  expect(await mailed()).toEqual(expect.arrayContaining(expected))
  expect(await mailed()).toHaveLength(2)
  const { results } = await env.DB.prepare(`select id from messages where kind = 'link_again'`).all<{
    id: string
  }>()
  for (const { id } of results) {
    const mail = await composeMail(env.DB, configOf(env), id)
    const own = mail?.from.includes('Studio North') ? [studio, roofer] : [roofer, studio]
    expect(mail?.text).toContain(own[0]?.token)
    expect(mail?.text).not.toContain(own[1]?.token)
  }
})

test('several clients of one business: the one whose link was used last, or else born last', async () => {
  const business = await aBusiness()
  const all: Portal[] = []
  for (const email of ['dana@example.com', 'DANA@example.com', 'x@example.com'])
    all.push(
      await aPortal(business, { email, ...(email.startsWith('x') ? { cc: ['dana@example.com'] } : {}) }),
    )
  const mailedNow = async () => {
    const before = (await mailed()).map(({ client }) => client)
    await env.DB.prepare('delete from link_requests').run()
    await asks('dana@example.com')
    await answers()
    const after = (await mailed()).map(({ client }) => client)
    for (const client of before) after.splice(after.indexOf(client), 1)
    return after
  }
  const [first, second, third] = all.map(({ client }) => client) as [string, string, string]
  await env.DB.prepare('update portal_links set last_used_at = null').run()
  expect(await mailedNow()).toEqual([third])
  await used(first, Date.now() + 1000)
  await used(second, Date.now() - 3_600_000)
  expect(await mailedNow()).toEqual([first])
  await used(second, Date.now() + 2000)
  expect(await mailedNow()).toEqual([second])
  await revoke(business, second)
  expect(await mailedNow()).toEqual([first])
  await business.api('DELETE', `/clients/${first}`)
  expect(await mailedNow()).toEqual([third])
})

const without: Record<string, (business: Business) => Promise<unknown>> = {
  'whose link is revoked': async business => revoke(business, (await aPortal(business)).client),
  'who was deleted': async business => business.api('DELETE', `/clients/${(await aPortal(business)).client}`),
  'to whom nothing was sent': business => aClient(business),
  'whose link was revoked while a rotation of all ran': async business => {
    const { client } = await aPortal(business)
    await rotateAll(business)
    await revoke(business, client)
  },
  'whose key of the link is no longer held': async business => {
    const { client } = await aPortal(business)
    await env.DB.prepare(`update portal_links set sealed = 'k0' || substr(sealed, 3) where client_id = ?`)
      .bind(client)
      .run()
  },
  'whose links all ended with their business’s': async business => {
    await aPortal(business)
    await env.DB.prepare('update businesses set links_from = ?, version = version + 1 where id = ?')
      .bind(Date.now() + 1, business.id)
      .run()
  },
}

test.each(Object.entries(without))(
  'a client %s gets none, and nothing comes back to life',
  async (_, make) => {
    const business = await aBusiness()
    await make(business)
    await asks('dana@example.com')
    const { link_requests: __, ...before } = await dump()
    await answers()
    const { link_requests: ___, ...after } = await dump()
    expect(after).toEqual(before)
    expect(await requests()).toEqual({ waiting: [], resolved: [] })
  },
)

test('a client whose new link a rotation of all has not yet made gets it now, at all its addresses, and not once more', async () => {
  const business = await aBusiness()
  const portal = await aPortal(business, { cc: ['books@example.com'] })
  await rotateAll(business)
  await asks('books@example.com')
  await answers()
  const expected = { ...(await again(portal, 'dana@example.com', 'books@example.com')), kind: 'new_link' }
  expect(await mailed()).toEqual([expected])
  expect((await open(portal.home)).status).toBe(404)
  const home = await portalOf(business, portal.client)
  expect((await open(home)).status).toBe(200)
  expect((await newestMail())?.text).toContain(home)
  await everyMinute(env, Date.now())
  const kinds = await env.DB.prepare(`select count(*) n from messages where kind = 'new_link'`).first('n')
  expect([kinds, await portalOf(business, portal.client)]).toEqual([1, home])
})

test('where one of a business’s clients can’t be mailed, another with that address is', async () => {
  const business = await aBusiness()
  const [retired, living] = [await aPortal(business), await aPortal(business)]
  await used(retired.client, Date.now() + 5000)
  await env.DB.prepare(`update portal_links set sealed = 'k0' || substr(sealed, 3) where client_id = ?`)
    .bind(retired.client)
    .run()
  await asks('dana@example.com')
  await answers()
  expect(await mailed()).toEqual([await again(living, 'dana@example.com')])
})

test('a message that waits is cancelled when the address changes or the link ends before it left', async () => {
  const portal = await aPortal()
  await asks('dana@example.com')
  await answers()
  succeeded(await portal.business.api('PATCH', `/clients/${portal.client}`, { email: 'new@example.com' }))
  expect((await mailed()).map(({ state }) => state)).toEqual(['cancelled'])
  await asks('new@example.com')
  await answers()
  await revoke(portal.business, portal.client)
  expect((await mailed()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
})

test('a flood of strangers is cleared a thousand a run, oldest first, and holds nobody up for long', async () => {
  await aPortal()
  const id = `printf('lrq_%026d', i)`
  await env.DB.prepare(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 1500)
     insert into link_requests (id, address, asked_at) select ${id}, 'x' || i || '@example.com', i from n`,
  ).run()
  await asks('dana@example.com')
  await answers()
  expect((await requests()).waiting).toHaveLength(501)
  expect(await mailed()).toEqual([])
  await answers()
  expect(await requests()).toEqual({ waiting: [], resolved: ['dana@example.com'] })
  expect(await mailedTo()).toEqual(['dana@example.com'])
})

test('of many who are known, forty are mailed a run, oldest first; each once', async () => {
  const business = await aBusiness()
  const addresses = Array.from({ length: 45 }, (_, at) => `c${at + 10}@example.com`)
  for (let at = 0; at < 45; at += 9)
    await aPortal(business, { email: `other${at}@example.com`, cc: addresses.slice(at, at + 9) })
  // Each in a millisecond of its own: those of one have no order.
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const [at, address] of addresses.entries()) {
    vi.setSystemTime(Date.now() + at + 1)
    await asks(address)
  }
  vi.useRealTimers()
  const later = Date.now() + 60_000
  await answers(later)
  expect(await mailedTo()).toEqual(addresses.slice(0, 40))
  expect((await requests()).waiting).toEqual(addresses.slice(40))
  await answers(later)
  await answers(later)
  expect(await mailedTo()).toEqual(addresses)
})

test('one run writes no more than D1 allows an invocation, however many businesses know the addresses', async () => {
  const cc = ['b', 'c', 'd', 'e', 'f'].map(name => `${name}@example.com`)
  for (let nth = 0; nth < 20; nth++) {
    const business = await aBusiness()
    await aSentQuote(business, await aClient(business, { email: 'a@example.com', cc }))
  }
  for (const address of ['a@example.com', ...cc]) await asks(address)
  for (let run = 0; run < 2; run++) {
    const { bindings, calls } = watch()
    await answers(Date.now(), bindings)
    expect(calls.flatMap(({ sql }) => sql).length).toBeLessThan(410)
  }
  expect(await mailedTo()).toHaveLength(6 * 20)
})
