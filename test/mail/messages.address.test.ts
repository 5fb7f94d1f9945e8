// A client's address is corrected: what waits for the old one never goes there, and what is meant for one that stays goes.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { composeMail } from '../../src/mails.tsx'
import { accept, asked, beforeTheWrite } from '../support/answers.ts'
import { watched } from '../support/faults.ts'
import { mailOf, outbox, signs, statesByKind } from '../support/mails.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { apiWith, succeeded } from '../support/world.ts'

const dana = { email: 'dana@example.com', cc: ['sam@example.com'] }

const changed = ({ business, client }: Portal, change: object) =>
  business.api('PATCH', `/clients/${client}`, change)

/** A client with the mail of a quote, of an invoice, of its link and of a receipt in the outbox. */
async function aFullOutbox(addresses: object = dana): Promise<Portal> {
  const portal = await aPortal(undefined, addresses)
  succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/send`))
  await signs(portal)
  return portal
}

const toClient = ['quote_sent', 'invoice_sent', 'link_again', 'receipt']
const states = (state: string) => ({
  ...Object.fromEntries(toClient.map(kind => [kind, state])),
  quote_accepted: 'queued',
})

const corrections: [what: string, change: object][] = [
  ['the address is corrected', { email: 'dana@example.org' }],
  ['the address is corrected, the other stays', { email: 'dana@example.org', cc: ['sam@example.com'] }],
  ['the other address is taken away', { cc: [] }],
  ['the other address is corrected', { cc: ['samuel@example.com'] }],
  ['both become others', { email: 'a@example.org', cc: ['b@example.org'] }],
]

test.each(corrections)('%s: what waits for it is cancelled, in the very batch', async (_, change) => {
  const portal = await aFullOutbox()
  const seen: Record<string, string>[] = []
  const bindings = watched(async () => void seen.push(await statesByKind()))
  succeeded(await apiWith(portal.business.key, bindings)('PATCH', `/clients/${portal.client}`, change))
  expect(seen.at(-1)).toEqual(states('cancelled'))
  for (const { state, ended_at } of await outbox()) expect(ended_at === null).toBe(state === 'queued')
})

const others: [what: string, change: object][] = [
  ['another is added', { cc: ['sam@example.com', 'books@example.com'] }],
  ['the two change places', { email: 'sam@example.com', cc: ['dana@example.com'] }],
  ['they are written in other capitals', { email: 'Dana@Example.com', cc: ['SAM@example.com'] }],
  ['they are given again', dana],
  ['only the name changes', { name: 'Dana Whitfield-Sato' }],
]

test.each(others)('%s: what waits goes on waiting', async (_, change) => {
  const portal = await aFullOutbox()
  succeeded(await changed(portal, change))
  expect(await statesByKind()).toEqual(states('queued'))
})

test('of what has left, and of what other clients wait for, nothing is cancelled', async () => {
  const other = await aFullOutbox()
  await env.DB.prepare(
    `update messages set state = 'sent', ended_at = created_at where kind = 'quote_sent'`,
  ).run()
  const portal = await aPortal(other.business, dana)
  succeeded(await changed(portal, { email: 'dana@example.org' }))
  const { results } = await env.DB.prepare('select kind, state from messages where client_id = ? order by id')
    .bind(other.client)
    .all<{ kind: string; state: string }>()
  const found = Object.fromEntries(results.map(({ kind, state }) => [kind, state]))
  expect(found).toEqual({ ...states('queued'), quote_sent: 'sent' })
})

test('sent again, it goes to the address as it is now', async () => {
  const portal = await aFullOutbox()
  succeeded(await changed(portal, { email: 'dana@example.org', cc: [] }))
  succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/send`))
  const [waiting] = (await outbox()).filter(({ kind, state }) => kind === 'link_again' && state === 'queued')
  const mail = await composeMail(env.DB, configOf(env), waiting?.id ?? '')
  expect(mail?.to).toEqual(['dana@example.org'])
})

test('one that did not arrive can’t be tried again at an address that is no longer the client’s', async () => {
  const portal = await aPortal(undefined, dana)
  const failed = `update messages set state = 'failed', ended_at = created_at where kind = 'quote_sent'`
  await env.DB.prepare(failed).run()
  const id = (await outbox()).find(({ kind }) => kind === 'quote_sent')?.id
  const retry = () => portal.business.api('POST', `/messages/${id}/retry`)
  succeeded(await changed(portal, { cc: [] }))
  const { status, body } = await retry()
  expect([status, body.code]).toEqual([409, 'message_not_retryable'])
  expect(body.detail).toContain('no longer the client’s')
  expect((await statesByKind()).quote_sent).toBe('failed')
  succeeded(await changed(portal, { cc: ['sam@example.com'] }))
  succeeded(await retry())
  expect((await statesByKind()).quote_sent).toBe('queued')
})

test('an address that is corrected while a message is tried again: it is not queued', async () => {
  const portal = await aPortal(undefined, dana)
  await env.DB.prepare(`update messages set state = 'failed' where kind = 'quote_sent'`).run()
  const id = (await outbox()).find(({ kind }) => kind === 'quote_sent')?.id
  let looks = 0
  const correct = async () => {
    // Once: after the message was read, before it is queued.
    if (++looks === 2) succeeded(await changed(portal, { email: 'dana@example.org' }))
  }
  const answer = await apiWith(portal.business.key, watched(correct))('POST', `/messages/${id}/retry`)
  expect(answer.status).toBe(409)
  expect((await statesByKind()).quote_sent).toBe('failed')
})

test('a receipt goes to all addresses as they are when its quote is signed, each once', async () => {
  const portal = await aPortal(undefined, { email: 'old@example.com', cc: ['gone@example.com'] })
  succeeded(await changed(portal, { email: 'dana@example.com', cc: ['dana@example.com', 'sam@example.com'] }))
  await signs(portal)
  expect((await mailOf('receipt'))?.to).toEqual(['dana@example.com', 'sam@example.com'])
})

test('an address that is corrected while the quote is being signed: the receipt goes to the new one alone', async () => {
  const one = await asked()
  const correct = () => one.business.api('PATCH', `/clients/${one.client}`, { email: 'dana@example.org' })
  expect((await accept(one, {}, beforeTheWrite(correct))).status).toBe(303)
  expect((await mailOf('receipt'))?.to).toEqual(['dana@example.org'])
})
