// What a business reads of mail that did not arrive: beside the message, the client and the document.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { english } from '../../../src/i18n/words.ts'
import { problemWords } from '../../../src/mail/problem-words.ts'
import { mailProblems, messageStates } from '../../../src/mail/tables.ts'
import { bounceWords } from '../../../src/mail/words.ts'
import { aPortal, type Portal } from '../../support/portal.ts'
import { bounceKinds, bounceOf, complaintOf, deliveryOf } from '../../support/postmark/webhooks.ts'
import { AT, acceptedOf, reports, stored } from '../../support/reports.ts'
import { told } from '../../support/told.ts'
import { aBusiness, aClient, anInvoice, aQuote, aSentQuote, created, succeeded } from '../../support/world.ts'

const [dana, sam] = ['dana@example.com', 'sam@example.com']
const at = (ms = 0) => new Date(AT + ms).toISOString()

const messageOf = async (
  { business }: Pick<Portal, 'business'>,
  kind = 'quote_sent',
  nth = 0,
): Promise<string> => (await stored(business.id)).filter(one => one.kind === kind)[nth]?.id ?? ''

/** A portal of Dana and Sam, and how its mail of the quote is known to Postmark. */
async function aMailed(kind = 'quote_sent') {
  const portal = await aPortal(undefined, { cc: [sam] })
  const id = await messageOf(portal, kind)
  const read = async (path: string) => succeeded(await portal.business.api('GET', path)).body
  return { ...portal, api: portal.business.api, id, accepted: await acceptedOf(id), read }
}

describe('a message', () => {
  test('says at which recipient it arrived and at which it did not, and why, alone and in the list', async () => {
    const { id, accepted, read } = await aMailed()
    await reports(
      deliveryOf(accepted, { to: dana }),
      bounceOf(accepted, 'SoftBounce', { to: sam, at: AT + 2 }),
      bounceOf(accepted, 'HardBounce', { to: sam, at: AT + 1 }),
      deliveryOf(accepted, { to: sam }),
    )
    const message = await read(`/messages/${id}`)
    expect(message).toMatchObject({
      ...{ status: 'bounced', ended_at: at(1), next_try_at: null, attempts: 0 },
      problem: { code: 'bounced', detail: problemWords.bounced },
      deliveries: [
        { recipient: dana, status: 'delivered', at: at(), reason: null },
        { recipient: sam, status: 'bounced', at: at(1), reason: bounceWords(english).reasons.HardBounce },
      ],
    })
    const list = await read('/messages?status=bounced')
    expect(list.data).toEqual([message])
  })

  test.each(mailProblems)('with the problem %s says so in plain words', async code => {
    const { id, read } = await aMailed()
    await env.DB.prepare('update messages set problem = ?, attempts = 3 where id = ?').bind(code, id).run()
    const { problem, attempts } = await read(`/messages/${id}`)
    expect([problem.code, attempts]).toEqual([code, 3])
    expect(problem.detail).toMatch(/^[A-Z][^<>_{}]{20,200}\.$/)
  })

  test.each(messageStates)('that is %s says when it is tried next, if it is', async state => {
    const { id, read } = await aMailed()
    await env.DB.prepare('update messages set state = ?, due_at = ? where id = ?').bind(state, AT, id).run()
    const { next_try_at, due_at } = await read(`/messages/${id}`)
    expect([next_try_at, due_at]).toEqual([['queued', 'sending'].includes(state) ? at() : null, at()])
  })

  test('whose bounce has no words of its own says that it was not taken', async () => {
    const { id, accepted, read } = await aMailed()
    await reports(bounceOf(accepted, 'Unconfirmed'))
    const [{ reason }] = (await read(`/messages/${id}`)).deliveries
    expect(reason).toMatch(/^The server of the address/)
    for (const type of Object.keys(bounceWords(english).reasons))
      expect([...Object.keys(bounceKinds), 'SpamComplaint']).toContain(type)
  })
})

describe('a client', () => {
  test('has its addresses at which nothing arrives, alone and in the list', async () => {
    const { client, accepted, read } = await aMailed()
    expect((await read(`/clients/${client}`)).undeliverable).toEqual([])
    await reports(
      bounceOf(accepted, 'HardBounce', { to: sam }),
      complaintOf(accepted, { to: dana, at: AT + 1 }),
    )
    const shown = await read(`/clients/${client}`)
    expect(shown.undeliverable).toEqual([
      {
        address: dana,
        status: 'complained',
        since: at(1),
        reason: bounceWords(english).reasons.SpamComplaint,
      },
      { address: sam, status: 'bounced', since: at(), reason: bounceWords(english).reasons.HardBounce },
    ])
    expect((await read('/clients')).data).toEqual([shown])
  })

  test('has one no more, once something arrived there later; what arrived before says nothing', async () => {
    const { client, accepted, read, ...portal } = await aMailed()
    const undeliverable = async () => (await read(`/clients/${client}`)).undeliverable
    const other = await acceptedOf(await messageOf(portal, 'invoice_sent'))
    await reports(bounceOf(accepted, 'SoftBounce', { at: AT + 5 }), deliveryOf(other, { at: AT + 4 }))
    expect(await undeliverable()).toHaveLength(1)
    await reports(deliveryOf(other, { at: AT + 6 }))
    expect(await undeliverable()).toEqual([])
  })

  test('has none that is no longer its address; capitals make no other, and twice is once', async () => {
    const { client, api, accepted, read } = await aMailed()
    await reports(
      bounceOf(accepted, 'HardBounce', { to: dana }),
      bounceOf(accepted, 'HardBounce', { to: sam }),
    )
    const addresses = async () =>
      (await read(`/clients/${client}`)).undeliverable.map(({ address }: { address: string }) => address)
    succeeded(
      await api('PATCH', `/clients/${client}`, { email: 'DANA@example.com', cc: ['dana@example.com'] }),
    )
    expect((await addresses()).map((one: string) => one.toLowerCase())).toEqual([dana])
    succeeded(await api('PATCH', `/clients/${client}`, { email: 'dana@example.org', cc: [] }))
    expect(await addresses()).toEqual([])
  })

  test('of another business, with the same address, has nothing of it', async () => {
    const { accepted } = await aMailed()
    await reports(bounceOf(accepted, 'HardBounce', { to: dana }))
    const { business, client } = await aPortal(await aBusiness())
    expect((await business.api('GET', `/clients/${client}`)).body.undeliverable).toEqual([])
  })

  test('keeps its ETag when mail is reported: what the business wrote has not changed', async () => {
    const { client, quote, api, accepted } = await aMailed()
    const etags = () =>
      Promise.all([`/clients/${client}`, `/quotes/${quote}`].map(async path => (await api('GET', path)).etag))
    const before = await etags()
    await reports(bounceOf(accepted))
    expect(await etags()).toEqual(before)
  })
})

describe.each(['quote', 'invoice'] as const)('a document: %s', noun => {
  const pathOf = (portal: Portal) => `/${noun}s/${portal[noun]}`

  test('says what became of the message that brought it, alone and in the list', async () => {
    const one = await aMailed(`${noun}_sent`)
    expect((await one.read(pathOf(one))).delivery).toEqual({
      message_id: one.id,
      status: 'queued',
      problem: null,
    })
    await reports(bounceOf(one.accepted))
    const shown = await one.read(pathOf(one))
    const problem = { code: 'bounced', detail: problemWords.bounced }
    expect(shown.delivery).toEqual({ message_id: one.id, status: 'bounced', problem })
    expect((await one.read(`/${noun}s`)).data).toEqual([shown])
  })

  test('a draft says nothing', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const draft = noun === 'quote' ? aQuote(client) : anInvoice(client)
    const id = created(await business.api('POST', `/${noun}s`, draft))
    expect((await business.api('GET', `/${noun}s/${id}`)).body.delivery).toBeNull()
  })

  test('says nothing of other mail about it', async () => {
    const one = await aMailed(`${noun}_sent`)
    const copy = `insert into messages (id, business_id, client_id, kind, event, recipients, ${noun}_id, revision, created_at, due_at, state)
      select 'msg_' || substr('99999999999999999999999999', 1, 26), business_id, client_id, 'quote_viewed', 'other', recipients,
        ${noun}_id, revision, created_at, due_at, 'failed' from messages where id = ?`
    await env.DB.prepare(copy).bind(one.id).run()
    expect((await one.read(pathOf(one))).delivery.status).toBe('queued')
  })
})

test('a quote that is sent anew says what became of the new revision; taken back, nothing', async () => {
  const { quote, api, accepted, read, ...portal } = await aMailed()
  await reports(bounceOf(accepted))
  succeeded(await api('POST', `/quotes/${quote}/cancel`))
  expect((await read(`/quotes/${quote}`)).delivery).toBeNull()
  succeeded(await api('POST', `/quotes/${quote}/send`))
  const second = await messageOf(portal, 'quote_sent', 1)
  expect((await read(`/quotes/${quote}`)).delivery).toEqual({
    message_id: second,
    status: 'queued',
    problem: null,
  })
  await reports(complaintOf(accepted))
  expect((await read(`/quotes/${quote}`)).delivery.status).toBe('queued')
})

describe('an answer that an Idempotency-Key has kept', () => {
  test('stays what it was, whatever is reported since', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const id = created(await business.api('POST', '/quotes', aQuote(client)))
    const send = { path: `/quotes/${id}/send`, body: {} }
    const first = await told(business, send, 'a key')
    await reports(bounceOf(await acceptedOf(await messageOf({ business }))))
    expect(JSON.parse(first.body).delivery.status).toBe('queued')
    expect(await told(business, send, 'a key')).toEqual(first)
  })

  type Row = Record<'business_id' | 'idempotency_key' | 'fingerprint' | 'columns' | 'answer', string> & {
    created_at: number
  }

  /** Takes columns out of what is kept, as an earlier version would have kept it. */
  async function forget(names: string[]) {
    const row = await env.DB.prepare('select * from idempotency_keys').first<Row>()
    if (!row) throw new Error('nothing is kept')
    const columns: string[] = JSON.parse(row.columns)
    const values = (JSON.parse(row.answer) as unknown[][]).flat()
    expect(columns).toEqual(expect.arrayContaining(names))
    const all = columns.map((name, index) => [name, values[index]] as const)
    const stays = all.filter(([name]) => !names.includes(name))
    const kept = [stays.map(([name]) => name), [stays.map(([, value]) => value)]].map(part =>
      JSON.stringify(part),
    )
    const { business_id, idempotency_key, fingerprint, created_at } = row
    await env.DB.batch([
      env.DB.prepare('delete from idempotency_keys'),
      env.DB.prepare('insert into idempotency_keys values (?, ?, ?, ?, ?, ?)').bind(
        business_id,
        idempotency_key,
        fingerprint,
        created_at,
        ...kept,
      ),
    ])
  }

  test('before any of this was known is answered still', async () => {
    const business = await aBusiness()
    const post = { path: '/clients', body: { name: 'Dana', email: dana } }
    await told(business, post, 'a key')
    await forget(['undeliverable'])
    expect(await told(business, post, 'a key')).toMatchObject({
      status: 201,
      body: expect.stringContaining('"undeliverable":[]'),
    })
  })

  test('before any of this was known: of a document, and of a message', async () => {
    const business = await aBusiness()
    const client = await aClient(business)
    const draft = { path: '/quotes', body: aQuote(client) }
    await told(business, draft, 'a key')
    await forget(['delivery'])
    expect(await told(business, draft, 'a key')).toMatchObject({
      status: 201,
      body: expect.stringContaining('"delivery":null'),
    })

    await env.DB.prepare('delete from idempotency_keys').run()
    await aSentQuote(business, client)
    const id = await messageOf({ business })
    await env.DB.prepare(`update messages set state = 'failed' where id = ?`).bind(id).run()
    const retry = { path: `/messages/${id}/retry`, body: {} }
    await told(business, retry, 'a key')
    await forget(['reports', 'attempts', 'problem'])
    const { status, body } = await told(business, retry, 'a key')
    expect([status, JSON.parse(body)]).toEqual([
      202,
      expect.objectContaining({ deliveries: [], problem: null, attempts: 0 }),
    ])
  })
})
