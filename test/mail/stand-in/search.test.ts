// The search of the stand-in for Postmark, by which a sender learns what became of a message whose answer was lost.
import { Models } from 'postmark'
import { describe, expect, test } from 'vitest'
import { bounceKinds, bounceOf, complaintOf, deliveryOf, postedOf } from '../../support/postmark/webhooks.ts'
import { aMessage, aServer, outcomeOf } from './support.ts'

type Server = Awaited<ReturnType<typeof aServer>>

const numbered = (number: number, more = {}) => aMessage({ Metadata: { outbox: `msg_${number}` }, ...more })

/** What a search finds, by their Metadata. */
const found = async ({ client }: Server, filter: object): Promise<string[]> =>
  (await client.getOutboundMessages({ count: 500, offset: 0, ...filter })).Messages.map(
    ({ Metadata }) => Metadata.outbox ?? '',
  )

describe('GET /messages/outbound', () => {
  test('by one metadata field, as the package sends it: only what was accepted, with its id and all of the list', async () => {
    const server = await aServer({ plan: { '/email/batch': ['lost', 'error'] } })
    const message = numbered(1, { To: 'Dana <dana@example.com>', Cc: 'sam@example.com', Tag: 'quote' })
    await outcomeOf(server.client.sendEmailBatch([message, numbered(2)]))
    await outcomeOf(server.client.sendEmailBatch([numbered(3)]))
    const query = { count: 10, offset: 0, metadata_outbox: 'msg_1' }
    const [accepted] = await server.accepted()
    const answer = await server.client.getOutboundMessages(query)
    expect(answer).toEqual({
      TotalCount: 1,
      Messages: [
        {
          ...{ Tag: 'quote', MessageID: accepted?.id, To: [{ Name: 'Dana', Email: 'dana@example.com' }] },
          ...{ Cc: [{ Name: '', Email: 'sam@example.com' }], Bcc: [], From: message.From },
          ...{ Recipients: ['dana@example.com', 'sam@example.com'], Subject: message.Subject },
          ReceivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}-0[45]:00$/),
          ...{ Attachments: [], Status: 'Sent', TrackOpens: false, TrackLinks: 'None' },
          ...{ Metadata: { outbox: 'msg_1' }, MessageStream: 'outbound', Sandboxed: false },
        },
      ],
    })
    expect(Date.parse(answer.Messages[0]?.ReceivedAt ?? '')).toBe(accepted?.at)
    expect(await found(server, { metadata_OUTBOX: 'msg_2' })).toEqual(['msg_2'])
    expect(await found(server, { metadata_outbox: 'msg_3' })).toEqual([])
    expect(await found(server, { metadata_other: 'msg_1' })).toEqual([])
  })

  test('newest first, in pages, with the count of all', async () => {
    const server = await aServer()
    await server.client.sendEmailBatch([1, 2, 3, 4, 5].map(number => numbered(number)))
    expect(await found(server, {})).toEqual(['msg_5', 'msg_4', 'msg_3', 'msg_2', 'msg_1'])
    const page = await server.client.getOutboundMessages({ count: 2, offset: 2 })
    expect([page.TotalCount, page.Messages.map(({ Metadata }) => Metadata.outbox)]).toEqual([
      5,
      ['msg_3', 'msg_2'],
    ])
  })

  test('by recipient, sender, tag, subject, status, stream and time: all must match', async () => {
    const server = await aServer()
    const other = { Bcc: 'sam@example.com', From: 'x@y.example', Tag: 't', Subject: 'Invoice 7' }
    await server.client.sendEmailBatch([numbered(1), numbered(2, { ...other, MessageStream: 'broadcast' })])
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const two: object[] = [
      ...[{ recipient: 'SAM@example.com' }, { fromEmail: 'x@y.example' }, { tag: 't' }],
      ...[
        { subject: 'invoice' },
        { messageStream: 'broadcast' },
        { tag: 't', fromDate: day(-2).slice(0, 10) },
      ],
    ]
    for (const filter of two) expect(await found(server, filter), JSON.stringify(filter)).toEqual(['msg_2'])
    const all: object[] = [
      ...[{ status: Models.OutboundMessageStatus.Sent }, { fromDate: day(-1).slice(0, 10) }],
      ...[{ toDate: day(1).slice(0, 10) }, { fromDate: day(-1).slice(0, 19), toDate: day(1).slice(0, 19) }],
    ]
    for (const filter of all) expect(await found(server, filter), JSON.stringify(filter)).toHaveLength(2)
    const none: object[] = [
      ...[{ status: Models.OutboundMessageStatus.Queued }, { tag: 't', recipient: 'nobody@example.com' }],
      ...[{ fromDate: day(2).slice(0, 10) }, { toDate: day(-2).slice(0, 10) }],
    ]
    for (const filter of none) expect(await found(server, filter), JSON.stringify(filter)).toEqual([])
  })

  test('a time without a zone is meant in US Eastern time', async () => {
    const server = await aServer()
    await server.client.sendEmail(numbered(1))
    const inUtc = new Date().toISOString().slice(0, 19)
    expect(await found(server, { fromDate: inUtc })).toEqual([])
    expect(await found(server, { toDate: inUtc })).toEqual(['msg_1'])
  })

  test('no page above 500 or beyond 10,000, and one metadata field at a time', async () => {
    const { client } = await aServer()
    for (const query of [{ count: 501 }, { count: 500, offset: 9_501 }, { metadata_a: '1', metadata_b: '2' }])
      expect(await outcomeOf(client.getOutboundMessages(query as never))).toBe(
        'InvalidEmailRequestError 300/422',
      )
  })

  test('with a lag: found only so many requests, or so long, after it was accepted', async () => {
    const late = await aServer({ lag: { requests: 2 } })
    await late.client.sendEmail(numbered(1))
    expect(await found(late, {})).toEqual([])
    expect(await found(late, {})).toEqual([])
    expect(await found(late, {})).toEqual(['msg_1'])
    const slow = await aServer({ lag: { ms: 1500 } })
    const { MessageID } = await slow.client.sendEmail(numbered(1))
    expect(await found(slow, {})).toEqual([])
    expect(await outcomeOf(slow.client.getOutboundMessageDetails(MessageID))).toBe('ApiInputError 701/422')
    await expect.poll(() => found(slow, {}), { timeout: 5000 }).toEqual(['msg_1'])
  })

  test('the search goes wrong by the plan, too', async () => {
    const server = await aServer({ plan: { '/messages/outbound': ['rate', 'reset', 'html'] } })
    expect(await outcomeOf(server.client.getOutboundMessages())).toContain('429')
    expect(await outcomeOf(server.client.getOutboundMessages())).toBe('PostmarkError 0/0')
    expect(await server.client.getOutboundMessages()).toContain('<html>')
    expect(await server.played()).toEqual(['rate', 'reset', 'html'])
  })
})

test('GET /messages/outbound/{id}/details: the whole message; 701 where there is none', async () => {
  const { client } = await aServer()
  const { MessageID } = await client.sendEmail(numbered(1, { HtmlBody: '<b>Hello</b>' }))
  expect(await client.getOutboundMessageDetails(MessageID)).toMatchObject({
    ...{ MessageID, TextBody: 'Hello', HtmlBody: '<b>Hello</b>', Metadata: { outbox: 'msg_1' } },
    MessageEvents: [{ Recipient: 'dana@example.com', Type: 'Delivered' }],
  })
  expect(await outcomeOf(client.getOutboundMessageDetails('none'))).toBe('ApiInputError 701/422')
})

describe('what Postmark would post of a message', () => {
  test('delivery, bounce and complaint: its id, Metadata, address and time', async () => {
    const { client, accepted } = await aServer()
    await client.sendEmail(numbered(1, { Cc: 'sam@example.com', Tag: 'quote' }))
    const [message] = await accepted()
    if (!message) throw new Error('nothing was accepted')
    const common = { MessageID: message.id, Metadata: { outbox: 'msg_1' }, Tag: 'quote', ServerID: 23 }
    expect(deliveryOf(message, { to: 'sam@example.com', at: 0 })).toEqual({
      ...{ ...common, RecordType: 'Delivery', MessageStream: 'outbound', Recipient: 'sam@example.com' },
      ...{ DeliveredAt: '1970-01-01T00:00:00.0000000Z', Details: expect.any(String) },
    })
    const hard = {
      Type: 'HardBounce',
      TypeCode: 1,
      Email: 'dana@example.com',
      Inactive: true,
      CanActivate: true,
    }
    expect(bounceOf(message)).toMatchObject({ ...common, RecordType: 'Bounce', ...hard })
    expect(bounceOf(message, 'Transient')).toMatchObject({ TypeCode: 2, Inactive: false })
    const spam = { RecordType: 'SpamComplaint', Type: 'SpamComplaint', Inactive: true, CanActivate: false }
    expect(complaintOf(message)).toMatchObject({ ...common, ...spam })
    expect(postedOf(bounceOf(message))).toContain('"ID":4323372036854000001,')
  })

  test('the types of bounces have the codes that the package knows', () => {
    const codes = Object.entries(bounceKinds).map(([type, { code }]) => [type, code])
    const known = Object.entries(Models.BounceTypeCode).filter(([, code]) => typeof code === 'number')
    expect([...codes, ['SpamComplaint', 100001]].sort()).toEqual(known.sort())
  })
})
