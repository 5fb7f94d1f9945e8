// The door of the webhook: who has the password may report, and nobody else; whatever is posted, the answer says nothing.
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { app } from '../../../src/app.ts'
import { changingNothing } from '../../support/answers.ts'
import { dump } from '../../support/dump.ts'
import { failingDbs } from '../../support/faults.ts'
import { aPortal } from '../../support/portal.ts'
import { bounceOf, complaintOf, deliveryOf, postedOf } from '../../support/postmark/webhooks.ts'
import { acceptedOf, asPostmark, basic, reporting, stored, storedAt } from '../../support/reports.ts'
import { testSecrets } from '../../support/secrets.ts'

const password = testSecrets.POSTMARK_WEBHOOK_PASSWORD

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A message, and the body of a report that would change it. */
async function aBounce() {
  const { business } = await aPortal()
  const [message] = await stored(business.id)
  const id = message?.id ?? ''
  return { id, body: postedOf(bounceOf(await acceptedOf(id))) }
}

const saysNothing = async (response: Response) => {
  expect(await response.text()).toBe('')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return response.status
}

describe('a forged report changes nothing and gets 401', () => {
  const forged: [what: string, authorization: string | null][] = [
    ['no credentials', null],
    ['an empty header', ''],
    ['the scheme alone', 'Basic'],
    ['the scheme and a space', 'Basic '],
    ['another user', basic('admin', password).authorization],
    ['the user in capitals', basic('Postmark', password).authorization],
    ['no user', basic('', password).authorization],
    ['another password', basic('postmark', 'wrong').authorization],
    ['no password', basic('postmark', '').authorization],
    ['the password in capitals', basic('postmark', password.toUpperCase()).authorization],
    ['the password cut short', basic('postmark', password.slice(0, -1)).authorization],
    ['the password and more', basic('postmark', `${password} `).authorization],
    ['the password and a zero byte', basic('postmark', `${password}\0`).authorization],
    ['a colon too many', basic('postmark', `:${password}`).authorization],
    ['user and password the wrong way round', basic(password, 'postmark').authorization],
    ['no colon', `Basic ${btoa(`postmark${password}`)}`],
    ['the password alone', `Basic ${btoa(password)}`],
    ['not encoded', `Basic postmark:${password}`],
    ['encoded twice', `Basic ${btoa(btoa(`postmark:${password}`))}`],
    ['bytes that are no text', `Basic ${btoa('\xff\xfe:\x80')}`],
    ['what is no base64', 'Basic ****'],
    ['more behind it', `${asPostmark.authorization}, Basic eDp5`],
    ['the password as a key of the API', `Bearer ${password}`],
    ['credentials under another scheme', asPostmark.authorization.replace('Basic', 'Digest')],
    ['ten thousand characters', `Basic ${btoa('x'.repeat(10_000))}`],
  ]

  test.each(forged)('%s', async (_, authorization) => {
    const { body } = await aBounce()
    const headers: Record<string, string> = authorization === null ? {} : { authorization }
    const response = await changingNothing(() => reporting(body, { headers }))
    expect(await saysNothing(response)).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
  })

  test('also where the body is no JSON, or too large', async () => {
    for (const body of ['', '{', 'x'.repeat(300_000)])
      expect((await reporting(body, { headers: {} })).status).toBe(401)
  })

  test('and an API key of the business is none for this door', async () => {
    const { business } = await aPortal()
    const headers = { authorization: `Bearer ${business.key}` }
    expect((await changingNothing(() => reporting('{}', { headers }))).status).toBe(401)
    expect((await reporting('{}', { headers: basic('postmark', business.key) })).status).toBe(401)
  })
})

test.each(['Basic', 'basic', 'BASIC', 'Basic  '])(
  'the scheme is taken however it is written: %s',
  async scheme => {
    const { id, body } = await aBounce()
    const authorization = asPostmark.authorization.replace('Basic', scheme)
    expect(await saysNothing(await reporting(body, { headers: { authorization } }))).toBe(200)
    expect((await storedAt(id)).state).toBe('bounced')
  },
)

describe('over a plain connection', () => {
  const plainly = (body: string, BASE_URL: string) => {
    const init = { method: 'POST', headers: asPostmark, body }
    const url = 'http://portal.test/webhooks/postmark'
    return app.fetch(new Request(url, init), { ...env, BASE_URL }, createExecutionContext())
  }

  test('nobody is let in, with the password in clear for all to read', async () => {
    const { body } = await aBounce()
    const response = await changingNothing(async () => plainly(body, 'https://portal.test'))
    expect(await saysNothing(response)).toBe(401)
  })

  test('but on the developer’s own machine', async () => {
    const { id, body } = await aBounce()
    expect(await saysNothing(await plainly(body, 'http://127.0.0.1:8787'))).toBe(200)
    expect((await storedAt(id)).state).toBe('bounced')
  })
})

describe('the body', () => {
  test.each([
    '',
    ' ',
    '{',
    '{"a":1}}',
    'RecordType=Bounce',
    '<html>',
    'undefined',
    "{'a':1}",
    '\x00',
    '[1,]',
  ])('that is no JSON gets 400: %j', async body => {
    const response = await changingNothing(() => reporting(body))
    expect(await saysNothing(response)).toBe(400)
  })

  const MB = 1024 * 1024
  const garbage = () => crypto.getRandomValues(new Uint8Array(65_536))

  test('of more than 256 KB gets 413, 10 MB of garbage too, announced or in a stream without an end in sight', async () => {
    const largest = `"${'x'.repeat(256 * 1024 - 2)}"`
    expect((await reporting(largest)).status).toBe(200)
    expect(await saysNothing(await reporting(`${largest} `))).toBe(413)
    let sent = 0
    const stream = new ReadableStream({
      pull: controller => {
        sent += 65_536
        controller.enqueue(garbage())
        if (sent >= 10 * MB) controller.close()
      },
    })
    const whole = new Uint8Array(10 * MB).fill(123)
    for (const body of [whole, stream])
      expect(await saysNothing(await changingNothing(() => reporting(body)))).toBe(413)
    // It was not read to its end.
    expect(sent).toBeLessThan(MB)
  })

  const sending = `msg_${'0'.repeat(26)}-1`
  const strange: [what: string, body: unknown][] = [
    ['nothing', null],
    ['a number', 5],
    ['a text', 'Bounce'],
    ['a list', []],
    ['a list of reports', [{ RecordType: 'Delivery' }]],
    ['no field', {}],
    ['an unknown type', { RecordType: 'Meteor' }],
    ['a type that is no text', { RecordType: { toString: 'Bounce' } }],
    ['no metadata', { RecordType: 'Delivery', Recipient: 'dana@example.com' }],
    ['metadata that is null', { RecordType: 'Bounce', Metadata: null, Email: 'dana@example.com' }],
    [
      'metadata of another’s',
      { RecordType: 'Bounce', Metadata: { sending: 'x' }, Email: 'dana@example.com' },
    ],
    ['no recipient', { RecordType: 'Delivery', Metadata: { sending } }],
    ['a recipient that is no text', { RecordType: 'Delivery', Metadata: { sending }, Recipient: 5 }],
    [
      'a message that is not there',
      { RecordType: 'Delivery', Metadata: { sending }, Recipient: 'dana@example.com' },
    ],
    ['a prototype', JSON.parse('{"__proto__":{"RecordType":"Delivery"},"constructor":1}')],
  ]

  test.each(strange)('with %s is understood, and changes nothing: 200', async (_, body) => {
    await aPortal()
    const response = await changingNothing(() => reporting(JSON.stringify(body)))
    expect(await saysNothing(response)).toBe(200)
  })

  test.each(['Open', 'Click', 'SubscriptionChange', 'Inbound'])(
    '%s is nothing to us: 200',
    async RecordType => {
      const { business } = await aPortal()
      const [message] = await stored(business.id)
      const event = { ...deliveryOf(await acceptedOf(message?.id ?? '')), RecordType }
      expect((await changingNothing(() => reporting(postedOf(event)))).status).toBe(200)
    },
  )

  test.each([
    ['no round', (id: string) => id],
    ['a round that is none', (id: string) => `${id}-0`],
    ['a round still to come', (id: string) => `${id}-2`],
    ['a round with a sign', (id: string) => `${id}--1`],
    ['a round with a fraction', (id: string) => `${id}-1.0`],
    ['a round with a nought in front', (id: string) => `${id}-01`],
    ['a round beyond all', (id: string) => `${id}-${'9'.repeat(30)}`],
    ['the id in capitals', (id: string) => `${id.toUpperCase()}-1`],
    ['more behind it', (id: string) => `${id}-1\n`],
    ['a piece of SQL', (id: string) => `${id}-1' or '1'='1`],
  ])('that names a sending by %s is of none: 200, and nothing changes', async (_, named) => {
    const { business } = await aPortal()
    const [message] = await stored(business.id)
    const event = bounceOf(await acceptedOf(message?.id ?? ''))
    const other = { ...event, Metadata: { ...event.Metadata, sending: named(message?.id ?? '') } }
    const response = await changingNothing(() => reporting(postedOf(other)))
    expect(await saysNothing(response)).toBe(200)
  })
})

describe('a database that does not answer: 503, so that Postmark tries again', () => {
  test.each(['loses its connection', 'throws at once'] as const)('it %s', async fault => {
    const { id, body } = await aBounce()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const response = await changingNothing(() => reporting(body, { bindings: failingDbs[fault]() }))
    expect(await saysNothing(response)).toBe(503)
    expect(await saysNothing(await reporting(body))).toBe(200)
    expect((await storedAt(id)).state).toBe('bounced')
  })

  test('it never answers: after ten seconds', async () => {
    const { body } = await aBounce()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let status = 0
    const answer = reporting(body, { bindings: failingDbs['never answers']() }).then(response => {
      status = response.status
    })
    while (vi.getTimerCount() === 0) await scheduler.wait(1)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(status).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    await answer
    expect(status).toBe(503)
  })
})

test('nothing of what was posted is logged, nor the password', async () => {
  const lines: string[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...given) => void lines.push(given.map(String).join(' ')))
  const { body } = await aBounce()
  const canaried = body.replace('dana@example.com', 'canary-mail@example.com')
  const bindings = failingDbs['loses its connection']()
  const bodies = [
    body,
    canaried,
    `canary-garbage ${body}`,
    postedOf(complaintOf(await acceptedOf((await stored())[0]?.id ?? ''))),
  ]
  for (const one of bodies) {
    await reporting(one)
    await reporting(one, { bindings })
    await reporting(one, { headers: basic('canary-user', 'canary-password') })
  }
  // Its faults were.
  expect(lines.join('\n')).toContain('POST /webhooks/postmark')
  for (const word of ['canary', 'dana', '@', 'msg_', password]) expect(lines.join('\n')).not.toContain(word)
})

test('what was posted stands nowhere but in what is kept of it', async () => {
  const { id, body } = await aBounce()
  const secret = body
    .replace('canary-subject', 'canary-subject-posted')
    .replace('smtp;550', 'canary-details;550')
  expect((await reporting(secret)).status).toBe(200)
  expect((await storedAt(id)).state).toBe('bounced')
  expect(JSON.stringify(await dump())).not.toContain('canary')
})
