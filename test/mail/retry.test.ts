// The outbox in the API: what became of each message, and trying one again that did not arrive, if it may still leave.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { messageStates } from '../../src/mail/tables.ts'
import { codeOf } from '../support/accepted.ts'
import { changingNothing } from '../support/answers.ts'
import { mailOf } from '../support/mails.ts'
import { aPortal, endAllLinks, type Portal } from '../support/portal.ts'
import { aBusiness, succeeded } from '../support/world.ts'

type Listed = { id: string; kind: string; status: string }

/** Brings a message to a state, as delivery would. */
const become = (id: string, state: string) =>
  env.DB.prepare('update messages set state = ?, ended_at = created_at where id = ?').bind(state, id).run()

async function messageOf({ business }: Portal, kind: string): Promise<string> {
  const { data } = succeeded(await business.api('GET', '/messages')).body
  return data.find((one: Listed) => one.kind === kind).id
}

/** A portal one of whose messages has failed. */
async function aFailed(kind = 'quote_sent') {
  const portal = await aPortal(undefined, { cc: ['sam@example.com'] })
  const id = await messageOf(portal, kind)
  await become(id, 'failed')
  const retry = () => portal.business.api('POST', `/messages/${id}/retry`)
  const read = async () => succeeded(await portal.business.api('GET', `/messages/${id}`)).body
  return { ...portal, api: portal.business.api, id, retry, read }
}

describe('GET /messages', () => {
  test('tells what each message is, whom it was meant for and what became of it; no link stands in it', async () => {
    const portal = await aPortal(undefined, { cc: ['sam@example.com'] })
    const { business, client, quote, invoice, token } = portal
    const { data, next_cursor } = succeeded(await business.api('GET', '/messages')).body
    const common = {
      ...{ id: expect.stringMatching(/^msg_/), status: 'queued', client_id: client, ended_at: null },
      recipients: ['dana@example.com', 'sam@example.com'],
      ...{ attempts: 0, problem: null, deliveries: [], next_try_at: expect.stringMatching(/Z$/) },
      ...{ created_at: expect.stringMatching(/Z$/), due_at: expect.stringMatching(/Z$/) },
    }
    expect(data).toEqual([
      { ...common, kind: 'quote_sent', quote_id: quote, invoice_id: null, revision: 1 },
      { ...common, kind: 'invoice_sent', quote_id: null, invoice_id: invoice, revision: 1 },
    ])
    expect(next_cursor).toBeNull()
    expect(JSON.stringify(data)).not.toContain(token)
    for (const one of data)
      expect(succeeded(await business.api('GET', `/messages/${one.id}`)).body).toEqual(one)
  })

  test('by status and by client; what is none of them is refused', async () => {
    const { business, client, ...one } = await aPortal()
    const other = await aPortal(business)
    await become(await messageOf({ business, client, ...one }, 'quote_sent'), 'bounced')
    const kinds = async (query: string) =>
      succeeded(await business.api('GET', `/messages?${query}`)).body.data.map(({ kind }: Listed) => kind)
    expect(await kinds('status=bounced')).toEqual(['quote_sent'])
    expect(await kinds('status=queued')).toHaveLength(3)
    expect(await kinds(`status=queued&client_id=${client}`)).toEqual(['invoice_sent'])
    expect(await kinds(`status=bounced&client_id=${other.client}`)).toEqual([])
    for (const query of ['status=lost', 'status=', 'client_id=x', 'kind=quote_sent'])
      expect(codeOf(await business.api('GET', `/messages?${query}`))).toBe('400 malformed_query')
  })

  test('another business’s: not in the list, and 404 as what isn’t there', async () => {
    const portal = await aPortal()
    const id = await messageOf(portal, 'quote_sent')
    await become(id, 'failed')
    const stranger = await aBusiness()
    expect((await stranger.api('GET', '/messages')).body).toEqual({ data: [], next_cursor: null })
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/retry'],
    ] as const) {
      const foreign = await changingNothing(() => stranger.api(method, `/messages/${id}${path}`))
      const missing = await portal.business.api(method, `/messages/msg_${'0'.repeat(26)}${path}`)
      expect([codeOf(foreign), foreign.body]).toEqual(['404 not_found', missing.body])
    }
  })
})

describe('POST /messages/:id/retry', () => {
  test.each(['failed', 'unknown', 'bounced', 'suppressed'])(
    'one that is %s waits again, due at once, the same in all else; the trail says so',
    async state => {
      const { api, id, retry, read } = await aFailed()
      await become(id, state)
      const before = await read()
      const began = Date.now()
      const { status, body } = await retry()
      const { due_at } = body
      const again = { status: 'queued', ended_at: null, due_at, next_try_at: due_at }
      expect([status, body]).toEqual([202, { ...before, ...again }])
      expect(Date.parse(due_at)).toBeGreaterThanOrEqual(began)
      expect(await read()).toEqual(body)
      const trail = succeeded(await api('GET', `/audit?object_id=${id}`)).body.data
      expect(trail.map(({ action }: { action: string }) => action)).toEqual(['message.retried'])
      expect((await mailOf('quote_sent'))?.to).toEqual(['dana@example.com', 'sam@example.com'])
    },
  )

  test.each(messageStates.filter(one => !['failed', 'unknown', 'bounced', 'suppressed'].includes(one)))(
    'one that is %s: 409 message_not_retryable, and nothing changes',
    async state => {
      const { id, retry } = await aFailed()
      await become(id, state)
      const refused = await changingNothing(retry)
      expect(codeOf(refused)).toBe('409 message_not_retryable')
      expect(refused.body.detail).toContain(state)
    },
  )

  test('10 at once: it waits once', async () => {
    const { api, id, retry } = await aFailed()
    const answers = await Promise.all(Array.from({ length: 10 }, retry))
    expect(answers.map(codeOf).sort()).toEqual(['202', ...Array(9).fill('409 message_not_retryable')])
    expect((await api('GET', `/audit?object_id=${id}`)).body.data).toHaveLength(1)
  })

  type Failed = Awaited<ReturnType<typeof aFailed>>
  const post =
    (path: (one: Failed) => string) =>
    async (one: Failed): Promise<unknown> =>
      succeeded(await one.api('POST', path(one)))

  test.each<[string, string, (one: Failed) => Promise<unknown>, string]>([
    ['its link was made anew', 'quote_sent', post(one => `/clients/${one.client}/link/rotate`), 'link'],
    ['every link was ended', 'invoice_sent', one => endAllLinks(one.business), 'link'],
    ['its quote was taken back', 'quote_sent', post(one => `/quotes/${one.quote}/cancel`), 'withdrawn'],
    ['its quote was closed', 'quote_sent', post(one => `/quotes/${one.quote}/close`), 'withdrawn'],
    [
      'its quote was sent anew',
      'quote_sent',
      async one => {
        await post(() => `/quotes/${one.quote}/cancel`)(one)
        await post(() => `/quotes/${one.quote}/send`)(one)
      },
      'withdrawn',
    ],
    ['its invoice was voided', 'invoice_sent', post(one => `/invoices/${one.invoice}/void`), 'withdrawn'],
    [
      'one of its addresses is no longer the client’s',
      'quote_sent',
      async one => succeeded(await one.api('PATCH', `/clients/${one.client}`, { cc: [] })),
      'address',
    ],
  ])('not when %s meanwhile: 409', async (_, kind, happens, why) => {
    const one = await aFailed(kind)
    await happens(one)
    const refused = await changingNothing(one.retry)
    expect(codeOf(refused)).toBe('409 message_not_retryable')
    expect(refused.body.detail).toContain(why)
  })

  test('addresses that came to the client since change nothing of whom it was meant for', async () => {
    const { api, client, retry } = await aFailed()
    const cc = ['new@example.com', 'sam@example.com']
    succeeded(await api('PATCH', `/clients/${client}`, { cc }))
    expect((await retry()).body.recipients).toEqual(['dana@example.com', 'sam@example.com'])
  })
})
