// What a report does: to its message, at which recipient, in which round, and whom it is told.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { configOf } from '../../../src/core/config.ts'
import { messageStates } from '../../../src/mail/tables.ts'
import { composeMail } from '../../../src/mails.tsx'
import { changingNothing } from '../../support/answers.ts'
import { watched } from '../../support/faults.ts'
import { aPortal } from '../../support/portal.ts'
import {
  type BounceType,
  bounceKinds,
  bounceOf,
  complaintOf,
  deliveryOf,
  postedOf,
} from '../../support/postmark/webhooks.ts'
import { replayed } from '../../support/replay.ts'
import { AT, acceptedOf, kept, reporting, reports, stored, storedAt } from '../../support/reports.ts'
import { aBusiness, aClient, aSentQuote, type Business, open, succeeded } from '../../support/world.ts'

const [dana, sam] = ['dana@example.com', 'sam@example.com']

/** A quote, sent to Dana and Sam. */
async function aQuoteSent(business: Business) {
  const client = await aClient(business, { cc: [sam] })
  return { business, client, quote: await aSentQuote(business, client) }
}

const theQuoteSent = () =>
  replayed('a quote sent to two', async on => aQuoteSent(await aBusiness({}, undefined, on)))

/** The message that brought a quote to Dana and Sam. */
async function aSent(): Promise<Message & Awaited<ReturnType<typeof aQuoteSent>>>
async function aSent<Of extends { business: Business }>(of: Of): Promise<Message & Of>
async function aSent(of?: { business: Business }) {
  const one = of ?? (await theQuoteSent())
  return { ...one, ...(await messageOf(one.business)) }
}

type Message = Awaited<ReturnType<typeof messageOf>>

async function messageOf(business: Business) {
  const quoteSent = (await stored(business.id)).find(({ kind }) => kind === 'quote_sent')
  const id = quoteSent?.id ?? ''
  const notices = async () => (await stored(business.id)).filter(({ kind }) => kind === 'bounce_notice')
  return { api: business.api, id, accepted: await acceptedOf(id), notices }
}

const toBoth = () => aPortal(undefined, { cc: [sam] })

const standing = async (id: string) => {
  const { state, problem, ended_at } = await storedAt(id)
  return [state, problem, ended_at]
}

/** Brings a message to a state, as its sender would. */
const become = (id: string, state: string) =>
  env.DB.prepare('update messages set state = ?, attempts = 1 where id = ?').bind(state, id).run()

describe('each type of bounce', () => {
  const failed = ['bounced', 'bounced', 1]
  const nothing = ['sent', null, 0]
  const means: Record<BounceType, unknown[]> = {
    HardBounce: failed,
    Transient: nothing,
    Unsubscribe: nothing,
    Subscribe: nothing,
    AutoResponder: nothing,
    AddressChange: nothing,
    DnsError: failed,
    SpamNotification: failed,
    OpenRelayTest: nothing,
    Unknown: failed,
    SoftBounce: failed,
    VirusNotification: failed,
    ChallengeVerification: nothing,
    BadEmailAddress: failed,
    ManuallyDeactivated: ['suppressed', 'address_inactive', 1],
    Unconfirmed: failed,
    Blocked: failed,
    SMTPApiError: failed,
    InboundError: nothing,
    DMARCPolicy: failed,
    TemplateRenderingFailed: failed,
  }

  test.each(Object.keys(bounceKinds) as BounceType[])('%s', async type => {
    const { id, accepted, notices } = await aSent()
    await become(id, 'sent')
    await reports(bounceOf(accepted, type))
    const { state, problem } = await storedAt(id)
    expect([state, problem, (await notices()).length]).toEqual(means[type])
    expect((await kept()).map(({ reason }) => reason)).toEqual(means[type] === nothing ? [] : [type])
  })

  test('one that calls itself a complaint is one', async () => {
    const { id, accepted } = await aSent()
    await reports({ ...bounceOf(accepted), Type: 'SpamComplaint', TypeCode: 100_001 })
    expect(await standing(id)).toEqual(['complained', 'complained', AT])
  })

  test.each(['Meteor', 'toString', '', '<script>'])(
    'one that nobody knows is a failure: “%s”',
    async Type => {
      const { id, accepted } = await aSent()
      await reports({ ...bounceOf(accepted), Type })
      expect(await standing(id)).toEqual(['bounced', 'bounced', AT])
      expect((await kept()).map(({ reason }) => reason)).toEqual(['Unknown'])
    },
  )
})

describe('whatever was known of a message', () => {
  const kinds = {
    delivered: [deliveryOf, null],
    bounced: [bounceOf, 'bounced'],
    complained: [complaintOf, 'complained'],
  } as const

  test.each(
    messageStates.flatMap(state =>
      Object.keys(kinds).map(kind => [state, kind as keyof typeof kinds] as const),
    ),
  )('it was %s: a report that it was %s says that it left', async (state, kind) => {
    const { id, accepted } = await aSent()
    await become(id, state)
    const [eventOf, problem] = kinds[kind]
    await reports(eventOf(accepted))
    expect(await standing(id)).toEqual([kind, problem, AT])
  })

  test.each(messageStates)('it was %s: that it was held back at Postmark says so', async state => {
    const { id, accepted } = await aSent()
    await become(id, state)
    await reports(bounceOf(accepted, 'ManuallyDeactivated'))
    expect((await storedAt(id)).state).toBe('suppressed')
    expect(await kept()).toHaveLength(1)
  })

  test('a report that comes before its sender has written “sent” settles it: what the sender took is over', async () => {
    const { id, accepted } = await aSent()
    await become(id, 'sending')
    await reports(deliveryOf(accepted))
    const late = `update messages set state = 'sent' where id = ? and state = 'sending' and attempts = 1`
    await env.DB.prepare(late).bind(id).run()
    expect(await standing(id)).toEqual(['delivered', null, AT])
  })

  test('a problem of an earlier try is none any more once it is delivered', async () => {
    const { id, accepted } = await aSent()
    await env.DB.prepare(`update messages set problem = 'not_answered', doubt = 2 where id = ?`)
      .bind(id)
      .run()
    await reports(deliveryOf(accepted))
    expect(await standing(id)).toEqual(['delivered', null, AT])
  })
})

describe('several reports', () => {
  test('the weightiest counts, and of its kind the earliest; each recipient’s is kept', async () => {
    const { id, accepted } = await aSent()
    const steps: [object, unknown[]][] = [
      [deliveryOf(accepted, { to: dana, at: AT + 5 }), ['delivered', null, AT + 5]],
      [deliveryOf(accepted, { to: sam, at: AT + 3 }), ['delivered', null, AT + 3]],
      [
        bounceOf(accepted, 'ManuallyDeactivated', { to: sam, at: AT + 9 }),
        ['suppressed', 'address_inactive', AT + 9],
      ],
      [bounceOf(accepted, 'SoftBounce', { to: sam, at: AT + 7 }), ['bounced', 'bounced', AT + 7]],
      [bounceOf(accepted, 'HardBounce', { to: sam, at: AT + 8 }), ['bounced', 'bounced', AT + 7]],
      [complaintOf(accepted, { to: dana, at: AT + 60 }), ['complained', 'complained', AT + 60]],
      [deliveryOf(accepted, { to: dana, at: AT + 90 }), ['complained', 'complained', AT + 60]],
    ]
    for (const [event, stands] of steps) {
      await reports(event)
      expect(await standing(id)).toEqual(stands)
    }
    expect(await kept()).toHaveLength(steps.length)
  })

  test('the same, three times or ten at once, is one, and told once', async () => {
    const { accepted, notices } = await aSent()
    const body = postedOf(bounceOf(accepted))
    const answers = await Promise.all(Array.from({ length: 10 }, () => reporting(body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    for (let count = 0; count < 3; count++)
      expect((await changingNothing(() => reporting(body))).status).toBe(200)
    expect([(await kept()).length, (await notices()).length]).toEqual([1, 1])
  })

  test('two whose IDs are the same number once parsed are two', async () => {
    const { accepted } = await aSent()
    const first = postedOf(bounceOf({ ...accepted, order: 1 }, 'HardBounce', { to: dana }))
    const second = postedOf(bounceOf({ ...accepted, order: 2 }, 'HardBounce', { to: sam }))
    expect(JSON.parse(first).ID).toBe(JSON.parse(second).ID)
    for (const body of [first, second]) await reporting(body)
    expect((await kept()).map(({ recipient }) => recipient)).toEqual([dana, sam])
  })
})

describe('when it happened', () => {
  test.each([
    ['2014-08-01T13:28:10.2735393-04:00', '2014-08-01T17:28:10.273Z'],
    ['2019-11-05T16:33:54.9070259Z', '2019-11-05T16:33:54.907Z'],
    ['2019-11-05T16:33:54Z', '2019-11-05T16:33:54.000Z'],
    ['2019-11-05T16:33:54+05:30', '2019-11-05T11:03:54.000Z'],
  ])('%s is %s', async (BouncedAt, instant) => {
    const { id, accepted } = await aSent()
    await reports({ ...bounceOf(accepted), BouncedAt })
    expect(await standing(id)).toEqual(['bounced', 'bounced', Date.parse(instant)])
  })

  test.each([
    'yesterday',
    '',
    null,
    5,
    '2019-11-05',
    '+275760-09-13T00:00:00Z',
    '2019-13-45T99:00:00Z',
    undefined,
  ])('it says nothing of use (%s): it counts from when the message was written, once', async BouncedAt => {
    const { id, accepted } = await aSent()
    const { created_at } = (await storedAt(id)) as unknown as { created_at: number }
    const event = { ...bounceOf(accepted), BouncedAt }
    await reports(event, event)
    expect(await standing(id)).toEqual(['bounced', 'bounced', created_at])
    expect(await kept()).toHaveLength(1)
  })
})

describe('at which recipient', () => {
  test('capitals make no other address; it is kept as the message has it', async () => {
    const { id, accepted } = await aSent()
    await reports(deliveryOf(accepted, { to: 'DANA@Example.COM' }))
    expect((await storedAt(id)).state).toBe('delivered')
    await reports(deliveryOf(accepted, { to: dana }))
    expect((await kept()).map(({ recipient }) => recipient)).toEqual([dana])
  })

  test.each([
    '',
    'dana@example.org',
    'dana@example.com ',
    'office@harbor.example',
    '%',
    `${dana},${sam}`,
    'canary@x',
  ])('“%s” is none of its recipients: nothing changes', async to => {
    const { accepted } = await aSent()
    for (const event of [deliveryOf, complaintOf])
      await changingNothing(() => reporting(postedOf(event(accepted, { to }))))
  })

  test('an address that is no longer the client’s, but was when the message left, is its recipient still', async () => {
    const { api, client, id, accepted } = await aSent()
    await become(id, 'sent')
    succeeded(await api('PATCH', `/clients/${client}`, { email: 'dana@example.org' }))
    await reports(bounceOf(accepted, 'HardBounce', { to: dana }))
    expect((await storedAt(id)).state).toBe('bounced')
  })
})

describe('another business', () => {
  test('has its own: a report of a message of the one changes nothing of the other', async () => {
    const mine = await aSent()
    const theirs = await aSent(await aQuoteSent(await aBusiness({ name: 'Other' })))
    const before = await stored(theirs.business.id)
    await reports(complaintOf(mine.accepted), bounceOf(mine.accepted, 'HardBounce', { to: sam }))
    expect(await stored(theirs.business.id)).toEqual(before)
    const { data } = succeeded(await theirs.api('GET', '/clients')).body
    expect(data[0].undeliverable).toEqual([])
    expect((await mine.api('GET', `/clients/${mine.client}`)).body.undeliverable).toHaveLength(2)
  })

  test('is not told of it, however the rest of the metadata is written: the sending alone says whose it is', async () => {
    const mine = await aSent()
    const theirs = await aSent()
    const event = bounceOf(mine.accepted)
    await reports({
      ...event,
      Metadata: { message: theirs.id, sending: `${mine.id}-1`, business: theirs.business.id },
    })
    expect([(await storedAt(mine.id)).state, (await storedAt(theirs.id)).state]).toEqual([
      'bounced',
      'queued',
    ])
    expect([(await mine.notices()).length, (await theirs.notices()).length]).toEqual([1, 0])
  })
})

describe('a new round', () => {
  /** A message that bounced and was tried again. */
  async function aRetried() {
    const one = await aSent()
    await reports(bounceOf(one.accepted))
    succeeded(await one.api('POST', `/messages/${one.id}/retry`))
    return { ...one, again: await acceptedOf(one.id) }
  }

  test('begins with nothing: no attempt, no doubt, no problem, and no MessageID', async () => {
    const { id, api, accepted } = await aSent()
    await env.DB.prepare(
      `update messages set state = 'failed', attempts = 8, doubt = 3, problem = 'refused', postmark_id = 'p' where id = ?`,
    )
      .bind(id)
      .run()
    succeeded(await api('POST', `/messages/${id}/retry`))
    const fresh = {
      state: 'queued',
      round: 2,
      attempts: 0,
      doubt: 0,
      problem: null,
      postmark_id: null,
      ended_at: null,
    }
    expect(await storedAt(id)).toMatchObject(fresh)
    expect(accepted.message.Metadata?.sending).toBe(`${id}-1`)
    expect((await acceptedOf(id)).message.Metadata?.sending).toBe(`${id}-2`)
  })

  test('a report of the earlier one is kept, told, and does not count for where the message stands', async () => {
    const { id, api, accepted, notices } = await aRetried()
    await reports(complaintOf(accepted, { to: sam }), deliveryOf(accepted), bounceOf(accepted))
    expect(await standing(id)).toEqual(['queued', null, null])
    expect(await kept()).toHaveLength(3)
    expect((await notices()).map(({ event }) => event)).toEqual([
      `bounce_notice:${id}:1:${dana}`,
      `bounce_notice:${id}:1:${sam}`,
    ])
    expect((await api('GET', `/messages/${id}`)).body).toMatchObject({ deliveries: [], problem: null })
  })

  test('its own report counts, and is told anew', async () => {
    const { id, again, notices } = await aRetried()
    await reports(bounceOf(again, 'HardBounce', { at: AT + 9 }))
    expect(await standing(id)).toEqual(['bounced', 'bounced', AT + 9])
    expect(await notices()).toHaveLength(2)
  })
})

describe('the business is told', () => {
  test('of what bounced, in the very batch, at the address that it has now', async () => {
    const { business, client, id, api, accepted } = await aSent()
    succeeded(await api('PATCH', '/business', { email: 'new@harbor.example' }))
    const seen: string[][] = []
    const bindings = watched(async () => {
      seen.push((await stored(business.id)).map(({ kind, state }) => `${kind} ${state}`))
    })
    expect((await reporting(postedOf(bounceOf(accepted)), { bindings })).status).toBe(200)
    expect(seen[0]).toEqual(['quote_sent bounced', 'bounce_notice queued'])
    expect((await stored(business.id)).at(-1)).toMatchObject({
      ...{ kind: 'bounce_notice', event: `bounce_notice:${id}:1:${dana}`, about_id: id, client_id: client },
      ...{ recipients: '["new@harbor.example"]', link_id: null },
    })
  })

  test('in a mail without a link of the client, that names client, quote and address', async () => {
    const { token, accepted, notices } = await aSent(await toBoth())
    await reports(bounceOf(accepted, 'HardBounce', { to: sam }))
    const mail = await composeMail(env.DB, configOf(env), (await notices())[0]?.id ?? '')
    expect(mail?.to).toEqual(['office@harbor.example'])
    for (const word of ['Dana Whitfield', sam, 'Q-']) expect(mail?.text).toContain(word)
    expect(JSON.stringify(mail)).not.toContain(token)
  })

  test('once an address, also where that first bounces and then complains', async () => {
    const { id, accepted, notices } = await aSent()
    for (const to of [dana, sam])
      await reports(
        bounceOf(accepted, 'SoftBounce', { to }),
        complaintOf(accepted, { to }),
        bounceOf(accepted, 'HardBounce', { to, at: AT + 1 }),
      )
    expect((await notices()).map(({ event }) => event)).toEqual(
      [dana, sam].map(to => `bounce_notice:${id}:1:${to}`),
    )
  })

  test('of nothing that was delivered or delayed', async () => {
    const { accepted, notices } = await aSent()
    await reports(deliveryOf(accepted), bounceOf(accepted, 'Transient'))
    expect(await notices()).toEqual([])
  })

  test('of no message to itself, and of no notice either', async () => {
    const { business, home, quote, accepted, notices } = await aSent(await toBoth())
    await open(`${home}/quotes/${quote}`)
    await reports(bounceOf(accepted))
    const toBusiness = (await stored(business.id)).filter(({ kind }) =>
      ['quote_viewed', 'bounce_notice'].includes(kind),
    )
    expect(toBusiness).toHaveLength(2)
    for (const { id } of toBusiness) {
      await reports(bounceOf(await acceptedOf(id)), complaintOf(await acceptedOf(id)))
      expect((await storedAt(id)).state).toBe('complained')
    }
    expect(await notices()).toHaveLength(1)
  })

  test('of a client that was deleted meanwhile, too', async () => {
    const { api, client, id, accepted, notices } = await aSent()
    await become(id, 'sent')
    succeeded(await api('DELETE', `/clients/${client}`))
    await reports(bounceOf(accepted))
    expect(await notices()).toHaveLength(1)
  })
})

test('a complaint stops nothing else: other messages wait, the link lives, the quote stays open', async () => {
  const { business, api, client, home, quote, accepted } = await aSent(await toBoth())
  await reports(complaintOf(accepted), bounceOf(accepted, 'HardBounce', { to: sam }))
  expect((await stored(business.id)).map(({ kind, state }) => [kind, state]).slice(0, 2)).toEqual([
    ['quote_sent', 'complained'],
    ['invoice_sent', 'queued'],
  ])
  expect((await open(home)).status).toBe(200)
  expect((await api('GET', `/quotes/${quote}`)).body.status).toBe('sent')
  expect((await api('POST', `/clients/${client}/link/send`)).status).toBe(202)
})
