// What the stand-in for Postmark refuses, as Postmark documents it: tokens, forms of requests, and each field of a message.
import { describe, expect, test } from 'vitest'
import type { Message } from '../../support/postmark/types.ts'
import { aMessage, aServer, clientOf, outcomeOf } from './support.ts'

const many = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@example.com`).join(', ')
const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, 'x']))
const attached = (more: object) => ({
  Attachments: [{ Name: 'a.txt', Content: 'YWJj', ContentType: 'text/plain', ...more }],
})

describe('a message', () => {
  const refused: [string, code: number, Partial<Message>][] = [
    ['no sender', 300, { From: '' }],
    ['two senders', 300, { From: 'a@b.example, c@d.example' }],
    ['a sender that is no address', 300, { From: 'portal' }],
    ['a name with a comma that is not quoted', 300, { From: 'Roof, Inc <a@b.example>' }],
    ['a name with a full stop that is not quoted', 300, { From: 'Roof Inc. <a@b.example>' }],
    ['an answer address that is none', 300, { ReplyTo: 'x@' }],
    ['no recipient', 300, { To: '' }],
    ['a recipient that is no address', 300, { To: 'dana@example.com, dana' }],
    ['two dots in a mailbox', 300, { To: 'da..na@example.com' }],
    ['a domain with an umlaut', 300, { To: 'dana@exämple.com' }],
    ['51 recipients', 300, { To: many(51) }],
    ['51 recipients over three fields', 300, { To: many(20), Cc: many(20), Bcc: many(11) }],
    ['no body', 300, { TextBody: '' }],
    ['a body above 5 MB', 300, { TextBody: 'x'.repeat(5 * 1024 * 1024 + 1) }],
    ['a subject above 2000 characters', 300, { Subject: 'x'.repeat(2001) }],
    ['a tag above 1000 characters', 300, { Tag: 'x'.repeat(1001) }],
    ['tracking that there isn’t', 300, { TrackLinks: 'Never' }],
    ['11 metadata fields', 300, { Metadata: fields(11) }],
    ['a metadata name of 21 characters', 300, { Metadata: { ['n'.repeat(21)]: 'x' } }],
    ['a metadata value of 81 characters', 300, { Metadata: { name: 'v'.repeat(81) } }],
    ['metadata names that differ in case alone', 300, { Metadata: { name: 'a', Name: 'b' } }],
    ['a header over two lines', 300, { Headers: [{ Name: 'X-Id', Value: 'a\r\nBcc: e@f.example' }] }],
    ['a header with a name that is none', 300, { Headers: [{ Name: 'X Id', Value: 'a' }] }],
    ['an attachment that is not base64', 300, attached({ Content: 'abc' })],
    ['an attachment without a type', 300, attached({ ContentType: '' })],
    ['an attachment that could be run', 411, attached({ Name: 'a.exe' })],
    ['a stream that there isn’t', 1235, { MessageStream: 'news' }],
  ]

  test.each(refused)('with %s: alone 422 and in a batch 200, with code %i', async (_, code, more) => {
    const { client, ...postmark } = await aServer()
    const kind = code === 300 ? 'InvalidEmailRequestError' : 'ApiInputError'
    expect(await outcomeOf(client.sendEmail(aMessage(more)))).toBe(`${kind} ${code}/422`)
    const results = await client.sendEmailBatch([aMessage(), aMessage(more), aMessage()])
    expect(results.map(({ ErrorCode }) => ErrorCode)).toEqual([0, code, 0])
    expect(results[1]).not.toHaveProperty('MessageID')
    expect((await postmark.accepted()).map(({ index }) => index)).toEqual([0, 2])
  })

  test('at every limit: accepted whole', async () => {
    const { client, ...postmark } = await aServer()
    const message = aMessage({
      ...{ From: '"Roof, Inc." <a@b.example>', To: many(20), Cc: many(20), Bcc: many(10) },
      ...{ ReplyTo: 'Sam <sam@b.example>, x@b.example', TrackLinks: 'None', TrackOpens: false },
      ...{ Metadata: { ...fields(9), ['n'.repeat(20)]: 'v'.repeat(80) }, HtmlBody: '<p>', TextBody: '' },
      ...attached({}),
      Headers: [{ Name: 'List-Unsubscribe', Value: '<https://b.example/u>' }],
    })
    const { To, Cc, Bcc } = message
    expect(await client.sendEmail(message)).toMatchObject({ ErrorCode: 0, Message: 'OK', To, Cc, Bcc })
    const [accepted] = await postmark.accepted()
    expect(accepted?.message).toEqual(message)
    expect(accepted?.deliverable).toHaveLength(50)
  })

  test('from an address that is not confirmed, where only some are: 400', async () => {
    const { client } = await aServer({ senders: ['portal@mail.example'] })
    expect(await outcomeOf(client.sendEmail(aMessage({ From: 'Roof <Portal@mail.example>' })))).toBe('200')
    const other = client.sendEmail(aMessage({ From: 'x@mail.example' }))
    expect(await outcomeOf(other)).toBe('ApiInputError 400/422')
  })
})

describe('inactive recipients', () => {
  const inactive = ['Gone@example.com', 'lost@example.com']

  test('all of them: 406, with their addresses, alone and in a batch', async () => {
    const { client, ...postmark } = await aServer({ inactive })
    const message = aMessage({ To: 'gone@example.com', Cc: 'Lost <lost@example.com>' })
    const error = await client.sendEmail(message).catch(thrown => thrown)
    expect(error).toMatchObject({ code: 406, recipients: ['gone@example.com', 'lost@example.com'] })
    const results = await client.sendEmailBatch([message, aMessage()])
    expect(results.map(({ ErrorCode }) => ErrorCode)).toEqual([406, 0])
    expect(await postmark.accepted()).toHaveLength(1)
  })

  test('some of them: accepted for the others, and the answer says who is left out', async () => {
    const { client, ...postmark } = await aServer({ inactive })
    const sent = await client.sendEmail(aMessage({ To: 'dana@example.com, gone@example.com' }))
    expect(sent).toMatchObject({ ErrorCode: 0, Message: expect.stringMatching(/: gone@example\.com$/) })
    const [accepted] = await postmark.accepted()
    expect([accepted?.deliverable, accepted?.inactive]).toEqual([['dana@example.com'], ['gone@example.com']])
    await postmark.set({ inactive: [] })
    expect((await client.sendEmail(aMessage({ To: 'gone@example.com' }))).Message).toBe('OK')
  })
})

describe('a request', () => {
  const post = async (headers: object, body: string, path = '/email') => {
    const { token, host, ...postmark } = await aServer()
    const all = { 'content-type': 'application/json', accept: 'application/json', ...headers }
    const own = { 'x-postmark-server-token': token, ...all }
    const response = await fetch(`http://${host}${path}`, { method: 'POST', headers: own, body })
    const text = await response.text()
    expect(await postmark.accepted()).toEqual([])
    const code = text.startsWith('{') ? ` ${JSON.parse(text).ErrorCode}` : ''
    return `${response.status}${code}`
  }
  const good = JSON.stringify(aMessage())

  test.each([
    ['with a token that was never opened', { 'x-postmark-server-token': 'unknown' }, good, '401 10'],
    ['with an empty token', { 'x-postmark-server-token': '' }, good, '401 10'],
    ['of another content type', { 'content-type': 'text/plain' }, good, '422 409'],
    ['that wants another answer', { accept: 'text/html' }, good, '422 409'],
    ['that is no JSON', {}, `${good}}`, '422 402'],
    ['that is a list', {}, `[${good}]`, '422 403'],
    ['with a field of another type', {}, JSON.stringify({ ...aMessage(), To: 5 }), '422 403'],
    ['above 10 MB', {}, JSON.stringify({ x: 'x'.repeat(10 * 1024 * 1024) }), '413'],
  ])('%s is refused', async (_, headers, body, answer) => {
    expect(await post(headers, body)).toBe(answer)
  })

  test.each([
    ['that is no list', good, '422 403'],
    ['with a wrong one among good ones', `[${good},"x"]`, '422 403'],
    ['of 501', JSON.stringify(Array(501).fill(aMessage())), '422 410'],
    ['above 50 MB', JSON.stringify(['x'.repeat(50 * 1024 * 1024)]), '413'],
  ])('a batch %s is refused whole', async (_, body, answer) => {
    expect(await post({}, body, '/email/batch')).toBe(answer)
  })

  test('a batch of 500 is accepted, and no path that Postmark has not', async () => {
    const { client, ...postmark } = await aServer()
    expect(await client.sendEmailBatch(Array(500).fill(aMessage()))).toHaveLength(500)
    expect((await postmark.accepted()).at(-1)).toMatchObject({ order: 500, index: 499 })
    expect(await post({}, good, '/emails')).toBe('404 undefined')
  })
})

test('tokens are apart: messages, faults, inactive addresses; a closed one is unknown', async () => {
  const [one, other] = await Promise.all([
    aServer({ plan: { '/email': ['rate'] }, inactive: ['dana@example.com'] }),
    aServer(),
  ])
  expect(await outcomeOf(other.client.sendEmail(aMessage()))).toBe('200')
  expect(await outcomeOf(one.client.sendEmail(aMessage()))).toContain('RateLimit')
  expect(await outcomeOf(one.client.sendEmail(aMessage()))).toContain('Inactive')
  expect([(await one.accepted()).length, (await other.accepted()).length]).toEqual([0, 1])
  expect((await one.client.getOutboundMessages()).TotalCount).toBe(0)
  expect((await other.client.getOutboundMessages()).TotalCount).toBe(1)
  await other.reset()
  expect([await other.accepted(), await other.requests()]).toEqual([[], []])
  await other.close()
  expect(await outcomeOf(other.client.sendEmail(aMessage()))).toBe('InvalidAPIKeyError 10/401')
  const stranger = clientOf({ ...one, token: 'never-opened' })
  expect(await outcomeOf(stranger.getOutboundMessages())).toBe('InvalidAPIKeyError 10/401')
})
