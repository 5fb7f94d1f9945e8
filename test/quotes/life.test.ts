// A quote's life from its first sending: what the API answers, what the client sees, what stands in the trail.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../src/core/crypto.ts'
import {
  aBusiness,
  aClient,
  aLine,
  aQuote,
  created,
  open,
  portalOf,
  succeeded,
  textOf,
} from '../support/world.ts'

async function aDraft(more: object = {}) {
  const business = await aBusiness()
  const client = await aClient(business)
  const id = created(await business.api('POST', '/quotes', aQuote(client, more)))
  const post = async (verb: string, body?: object) =>
    succeeded(await business.api('POST', `/quotes/${id}/${verb}`, body)).body
  const page = async () => {
    const response = await open(`${await portalOf(business, client)}/quotes/${id}`)
    return { status: response.status, text: await textOf(response) }
  }
  const dashboard = async () => textOf(await open(await portalOf(business, client)))
  return { ...business, business, client, id, path: `/quotes/${id}`, post, page, dashboard }
}

const messages = async () =>
  (await env.DB.prepare('select event, state, revision from messages order by revision, kind').all()).results

/** What the trail says of it; within a millisecond there is no order. */
const trail = async (id: string) =>
  (
    await env.DB.prepare('select action from audit_entries where object_id = ? order by at, action')
      .bind(id)
      .all()
  ).results.map(({ action }) => action)

describe('POST /quotes/:id/send', () => {
  test('gives number, revision and hash, and shows the quote with its buttons’ place', async () => {
    const { post, page, dashboard, id } = await aDraft()
    const sent = await post('send')
    expect(sent).toMatchObject({
      status: 'sent',
      revision: 1,
      number: expect.stringMatching(/^Q-\d{4}-0001$/),
    })
    expect(sent.content_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(sent.sent_at).toBe(sent.updated_at)
    expect(await dashboard()).toContain(sent.number)
    const { text } = await page()
    for (const word of [sent.number, 'New roof', '2 hours × $150.00', '$300.00', 'Your answer']) {
      expect(text).toContain(word)
    }
    for (const word of ['Accepted', 'Declined', 'Expired', 'Closed']) expect(text).not.toContain(word)
    expect(await trail(id)).toEqual(['quote.created', 'quote.sent', 'quote.viewed'])
  })

  test('freezes canonical JSON of every word, and its hash', async () => {
    const { post, client } = await aDraft({ terms: 'Half now', note: 'Thanks', description: 'All of it' })
    const { content_hash, number } = await post('send')
    const content = await env.DB.prepare('select content from quote_revisions').first<string>('content')
    expect(await sha256Hex(content ?? '')).toBe(content_hash)
    const frozen = JSON.parse(content ?? '')
    expect(frozen).toMatchObject({
      ...{ format: 'semaquote/quote@1', revision: 1, number, title: 'New roof', description: 'All of it' },
      ...{
        terms: 'Half now',
        note: 'Thanks',
        currency: 'USD',
        time_zone: 'America/New_York',
        total: '300.00',
      },
      ...{ valid_until: '2099-12-31', valid_until_ends_at: '2100-01-01T05:00:00.000Z' },
      client: { name: 'Dana Whitfield', company: null },
      business: {
        name: 'Harbor Roofing',
        email: 'office@harbor.example',
        phone: '(207) 555-0142',
        website: null,
      },
      lines: [{ ...aLine, tax_rate: '0', total: '300.00' }],
    })
    expect(content).not.toContain(client)
    expect(Object.keys(frozen)).toEqual(Object.keys(frozen).sort())
  })

  test('of a draft without lines: 409 quote_empty, and no number is used up', async () => {
    const { api, path, business, client } = await aDraft({ lines: [] })
    const refused = await api('POST', `${path}/send`)
    expect([refused.status, refused.body.code]).toEqual([409, 'quote_empty'])
    const other = created(await business.api('POST', '/quotes', aQuote(client)))
    expect(succeeded(await api('POST', `/quotes/${other}/send`)).body.number).toMatch(/-0001$/)
  })
})

describe('cancelled and sent again', () => {
  test('it leaves the portal in that moment, and comes back as revision 2 under the same number', async () => {
    const { post, page, dashboard, api, path, id } = await aDraft()
    const first = await post('send')
    const open1 = await page()
    expect(await dashboard()).toContain('Viewed')
    const draft = await post('cancel')
    expect(draft).toMatchObject({ status: 'draft', revision: 1, number: first.number, content_hash: null })
    expect((await page()).status).toBe(404)
    expect(await dashboard()).not.toContain(first.number)

    succeeded(await api('PATCH', path, { title: 'Better roof', lines: [{ ...aLine, quantity: '3' }] }))
    expect((await page()).status).toBe(404)
    const second = await post('send')
    expect(second).toMatchObject({
      status: 'sent',
      revision: 2,
      number: first.number,
      viewed_at: null,
      total: '450.00',
    })
    expect(second.content_hash).not.toBe(first.content_hash)
    const open2 = await page()
    expect(open1.text).not.toContain('Version')
    expect(open2.text).toContain('Version 2')
    expect(open2.text).toContain('Better roof')
    expect(open2.text).not.toContain('New roof')
    expect((await api('GET', path)).body.status).toBe('viewed')
    const told = (revision: number, sent: string) => [
      { event: `quote_sent:${id}:${revision}`, state: sent, revision },
      { event: `quote_viewed:${id}:${revision}`, state: 'queued', revision },
    ]
    expect(await messages()).toEqual([...told(1, 'cancelled'), ...told(2, 'queued')])
  })

  test('even unchanged, it is another revision with another hash', async () => {
    const { post } = await aDraft()
    const { content_hash } = await post('send')
    await post('cancel')
    expect(await post('send')).toMatchObject({
      revision: 2,
      content_hash: expect.not.stringMatching(content_hash),
    })
  })

  test('the earlier revision stays as it was', async () => {
    const { post, api, path } = await aDraft()
    await post('send')
    const before = (await env.DB.prepare('select * from quote_revisions').all()).results
    await post('cancel')
    succeeded(await api('PATCH', path, { title: 'Another' }))
    await post('send')
    const after = (await env.DB.prepare('select * from quote_revisions order by revision').all()).results
    expect(after.slice(0, 1)).toEqual(before)
    for (const sql of ["update quote_revisions set title = 'x'", 'delete from quote_revisions']) {
      await expect(env.DB.prepare(sql).run()).rejects.toThrow('append_only')
    }
  })
})

describe('POST /quotes/:id/close', () => {
  test('the client sees that it was closed, when, and how to reach the business; no place to answer', async () => {
    const { post, page, dashboard } = await aDraft()
    await post('send')
    expect(await post('close')).toMatchObject({ status: 'expired', decision: null })
    const { text } = await page()
    expect(text).toContain('Closed')
    expect(text).toMatch(/This quote was closed on .* Please contact us for updated pricing/)
    expect(text).toContain('(207) 555-0142')
    expect(text).not.toContain('Your answer')
    expect(await dashboard()).toContain('No quotes are waiting for you.')
  })
})

describe('POST /quotes/:id/accept', () => {
  test('records an acceptance made elsewhere: labelled so, with no signature', async () => {
    const { post, page, id } = await aDraft()
    await post('send')
    const accepted = await post('accept', { po_number: 'PO 7', note: 'Said so by phone' })
    expect(accepted.status).toBe('accepted')
    expect(accepted.decision).toMatchObject({
      kind: 'accepted',
      by: 'business',
      name: null,
      po_number: 'PO 7',
    })
    const { text } = await page()
    expect(text).toMatch(/Harbor Roofing recorded your acceptance on \w+ \d+, \d{4}/)
    expect(text).not.toContain('Dana Whitfield accepted')
    expect(text).not.toContain('Said so by phone')
    expect(text).not.toContain('Your answer')
    const row = await env.DB.prepare('select * from quote_decisions').first()
    expect(row).toMatchObject({ decided_by: 'business', signed_name: null, link_id: null, revision: 1 })
    expect(row?.content_hash).toBe(accepted.content_hash)
    expect(await trail(id)).toContain('quote.accepted')
  })

  test('10 at once: one decision, the others are told that it was answered', async () => {
    const { post, api, path } = await aDraft()
    await post('send')
    const answers = await Promise.all(Array.from({ length: 10 }, () => api('POST', `${path}/accept`, {})))
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      200,
      ...Array(9).fill('already_decided'),
    ])
    expect((await env.DB.prepare('select * from quote_decisions').all()).results).toHaveLength(1)
  }, 15_000)
})
