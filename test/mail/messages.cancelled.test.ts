// What waits in the outbox is cancelled with what it tells of: in the same batch in which the link dies or the quote goes.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { everyMinute } from '../../src/cron.ts'
import { composeMail } from '../../src/mails.tsx'
import { watched } from '../support/faults.ts'
import { outbox, statesByKind } from '../support/mails.ts'
import { aPortal, endAllLinks, type Portal } from '../support/portal.ts'
import { workerRequest } from '../support/sending.ts'
import { apiWith, open, succeeded } from '../support/world.ts'

const waiting = { quote_sent: 'queued', invoice_sent: 'queued', quote_viewed: 'queued', link_again: 'queued' }

/** A client with one message of each kind in the outbox. */
async function aFullOutbox(): Promise<Portal> {
  const portal = await aPortal()
  await open(`${portal.home}/quotes/${portal.quote}`)
  succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/send`))
  expect(await statesByKind()).toEqual(waiting)
  return portal
}

const toClient = { quote_sent: 'cancelled', invoice_sent: 'cancelled', link_again: 'cancelled' }

/** What ends, and what is cancelled by it; the business's own news is not. */
const ends: [string, (portal: Portal) => [string, string, object?], Record<string, string>][] = [
  ['POST /clients/:id/link/rotate', ({ client }) => ['POST', `/clients/${client}/link/rotate`], toClient],
  [
    'POST /clients/:id/link/rotate with notice',
    ({ client }) => ['POST', `/clients/${client}/link/rotate`, { notify: true }],
    { ...toClient, new_link: 'queued' },
  ],
  ['DELETE /clients/:id/link', ({ client }) => ['DELETE', `/clients/${client}/link`], toClient],
  ['DELETE /clients/:id', ({ client }) => ['DELETE', `/clients/${client}`], toClient],
  [
    'POST /quotes/:id/cancel',
    ({ quote }) => ['POST', `/quotes/${quote}/cancel`],
    { quote_sent: 'cancelled' },
  ],
  ['POST /quotes/:id/close', ({ quote }) => ['POST', `/quotes/${quote}/close`], { quote_sent: 'cancelled' }],
  ['POST /quotes/:id/accept', ({ quote }) => ['POST', `/quotes/${quote}/accept`, {}], {}],
]

/** Messages that wait although their link is dead or their quote is gone: there must be none at any moment. */
const astray = `select kind from messages left join portal_links on portal_links.id = link_id
  left join quotes on quotes.id = quote_id where messages.state = 'queued' and link_id is not null
  and (died_at is not null or quotes.state in ('draft', 'closed'))`

test.each(ends)('%s cancels what it ends in its own batch', async (_, call, expected) => {
  const portal = await aFullOutbox()
  const seen: unknown[] = []
  const bindings = watched(async () => {
    seen.push((await env.DB.prepare(astray).all()).results)
  })
  succeeded(await apiWith(portal.business.key, bindings)(...call(portal)))
  expect(seen.length).toBeGreaterThan(1)
  expect(seen.flat()).toEqual([])
  expect(await statesByKind()).toEqual({ ...waiting, ...expected })
  for (const { state, ended_at } of await outbox()) expect(ended_at === null).toBe(state === 'queued')
})

test.each(ends)('%s: of another client’s mail nothing is cancelled', async (_, call) => {
  const other = await aFullOutbox()
  const portal = await aPortal(other.business)
  succeeded(await portal.business.api(...call(portal)))
  const { results } = await env.DB.prepare('select state from messages where client_id = ?')
    .bind(other.client)
    .all()
  expect(results.map(({ state }) => state)).toEqual(Array(4).fill('queued'))
})

test('ending every link of a business cancels what waits for them, and nothing of another business', async () => {
  const portal = await aFullOutbox()
  const other = await aPortal()
  await endAllLinks(portal.business)
  const { results } = await env.DB.prepare('select state from messages where business_id = ?')
    .bind(other.business.id)
    .all()
  expect(results).toEqual([{ state: 'queued' }, { state: 'queued' }])
  expect((await env.DB.prepare(astray).all()).results).toEqual([])
  const states = (await outbox()).map(({ kind, state }) => `${kind} ${state}`)
  expect(states).toContain('link_again cancelled')
  expect(states).toContain('quote_viewed queued')
})

test('what was refused cancels nothing', async () => {
  const { business, quote, client, invoice } = await aFullOutbox()
  const stale = { 'if-match': '"1"' }
  for (const [method, path] of [
    ['POST', `/quotes/${quote}/cancel`],
    ['POST', `/quotes/${quote}/close`],
    ['DELETE', `/clients/${client}`],
    ['DELETE', `/invoices/${invoice}`],
  ] as const) {
    const headers = path.includes('clients') ? { 'if-match': '"99"' } : stale
    expect((await business.api(method, path, undefined, headers)).status).toBe(412)
  }
  expect(await statesByKind()).toEqual(waiting)
})

test('a message that was cancelled is never queued again, and none is made for a dead link', async () => {
  const { business, client, quote } = await aFullOutbox()
  succeeded(await business.api('DELETE', `/clients/${client}/link`))
  succeeded(await business.api('POST', `/clients/${client}/link/rotate`))
  succeeded(await business.api('POST', `/quotes/${quote}/cancel`))
  succeeded(await business.api('POST', `/quotes/${quote}/send`))
  const sent = (await outbox()).filter(({ kind }) => kind === 'quote_sent')
  expect(sent.map(({ state, event }) => [event.slice(-1), state])).toEqual([
    ['1', 'cancelled'],
    ['2', 'queued'],
  ])
  const insert = env.DB.prepare(
    `insert into messages (id, business_id, client_id, kind, event, recipients, link_id, created_at, due_at)
     select 'msg_00000000000000000000000000', business_id, client_id, 'quote_sent', 'x', '["a@b.co"]', id, 1, 1
     from portal_links where died_at is not null`,
  )
  await expect(insert.run()).rejects.toThrow('link_dead')
})

test('one event is told once, whatever is repeated', async () => {
  const { business, quote } = await aFullOutbox()
  await Promise.all(Array.from({ length: 5 }, () => business.api('POST', `/quotes/${quote}/send`)))
  expect(await outbox()).toHaveLength(4)
})

test('where Postmark takes no mail for now, messages go on waiting: no scheduled run calls them sent', async () => {
  await aFullOutbox()
  await everyMinute(env, Date.now() + 3_600_000)
  expect(await statesByKind()).toEqual(waiting)
  for (const { id } of await outbox()) expect(await composeMail(env.DB, configOf(env), id)).toBeDefined()
})

test('with the mailbox, a message is there to read as soon as its request is answered', async () => {
  const portal = await aPortal()
  const local = { ...env, BASE_URL: 'http://127.0.0.1:8787', MAIL_TRANSPORT: 'mailbox' }
  const asked = new Request(`https://portal.test/api/v1/clients/${portal.client}/link/send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.business.key}` },
  })
  expect((await workerRequest(asked, local)).status).toBe(202)
  expect(await statesByKind()).toEqual({ quote_sent: 'sent', invoice_sent: 'sent', link_again: 'sent' })
  succeeded(await portal.business.api('DELETE', `/clients/${portal.client}/link`))
  expect(new Set((await outbox()).map(({ state }) => state))).toEqual(new Set(['sent']))
  for (const { id } of await outbox()) expect(await composeMail(env.DB, configOf(env), id)).toBeUndefined()
})

test('a message keeps what it was meant for', async () => {
  await aFullOutbox()
  for (const set of [
    'recipients = \'["evil@evil.example"]\'',
    'link_id = null',
    'client_id = id',
    "kind = 'x'",
  ]) {
    await expect(env.DB.prepare(`update messages set ${set}`).run(), set).rejects.toThrow('message_is_fixed')
  }
  await expect(env.DB.prepare('delete from messages').run()).rejects.toThrow('message_stays')
})
