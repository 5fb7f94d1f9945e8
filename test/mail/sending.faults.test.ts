// What goes wrong between the outbox and Postmark: nothing is lost, nothing is sent twice where that can be known.
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { LEASE, MAX_TRIES } from '../../src/mail/rules/sending.ts'
import type { Faulty, Settings } from '../support/postmark/types.ts'
import { replayed } from '../support/replay.ts'
import { aPostOffice, fillOutbox, type PostOffice, storedMessages, theMessage } from '../support/sending.ts'
import { aBusiness, aClient, aSentQuote } from '../support/world.ts'

async function oneWaiting(settings: Settings = {}, client: object = {}): Promise<PostOffice> {
  const office = await aPostOffice(settings)
  await replayed(`a quote sent to ${JSON.stringify(client)}`, async on => {
    const business = await aBusiness({}, undefined, on)
    await aSentQuote(business, await aClient(business, client))
    return business
  })
  return office
}

const batch = (...faults: Faulty[]): Settings => ({ plan: { '/email/batch': faults } })

/** Runs the job at each moment at which the message is due, until it has ended; gives its states on the way. */
async function untilItEnds(office: PostOffice, more = {}): Promise<string[]> {
  const states: string[] = []
  for (let turns = 0; turns < 30; turns++) {
    const { due_at } = await theMessage()
    await office.run(due_at, more)
    const { state, problem, ended_at } = await theMessage()
    states.push([state, problem].filter(Boolean).join(' '))
    if (ended_at !== null) return states
  }
  throw new Error('it does not end')
}

const noticesTo = async (address: string): Promise<number> =>
  (await storedMessages()).filter(
    ({ kind, recipients }) => kind === 'bounce_notice' && recipients.includes(address),
  ).length

const tried = async (office: PostOffice) => (await office.requests()).map(({ route }) => route)

describe('one attempt goes wrong', () => {
  const mends: [string, Faulty, string[], number][] = [
    ['429', 'rate', ['queued too_many', 'sent'], 1],
    ['500 without accepting it', 'error', ['queued mail_service_fault', 'queued not_answered', 'sent'], 1],
    [
      '503 with a page in HTML',
      'unavailable',
      ['queued mail_service_fault', 'queued not_answered', 'sent'],
      1,
    ],
    ['a wrong token', 'token', ['queued mail_service_refused_us', 'sent'], 1],
    ['an account that may not send', 'not-allowed', ['queued mail_service_refused_us', 'sent'], 1],
    ['a reset before it was read', 'reset', ['queued not_answered', 'queued not_answered', 'sent'], 1],
    ['a reset after it was accepted', 'lost', ['queued not_answered', 'sent'], 1],
    ['half an answer', 'half', ['queued not_answered', 'sent'], 1],
    ['a page in HTML with 200', 'html', ['queued not_answered', 'sent'], 1],
    ['JSON that is cut off', 'cut-json', ['queued not_answered', 'sent'], 1],
    ['an empty answer', 'empty', ['queued not_answered', 'sent'], 1],
  ]
  test.each(mends)('%s: it arrives, once', async (_, fault, states, count) => {
    const accepts = typeof fault === 'string' && ['html', 'cut-json', 'empty'].includes(fault)
    const office = await oneWaiting(batch(accepts ? { does: fault as 'html', accepts: true } : fault))
    expect(await untilItEnds(office)).toEqual(states)
    expect(await office.accepted()).toHaveLength(count)
    expect(await theMessage()).toMatchObject({ problem: null, doubt: 0 })
  })

  test.each([
    ['an inactive recipient', 'inactive', 'suppressed address_inactive'],
    ['an invalid message', 'invalid', 'failed address_invalid'],
  ] as const)('%s: never again', async (_, fault, state) => {
    const office = await oneWaiting(batch({ does: 'some', refused: { 0: fault === 'inactive' ? 406 : 300 } }))
    const { id } = await theMessage()
    expect(await untilItEnds(office)).toEqual([state])
    const sent = (await office.requests()).length
    await office.run((await theMessage()).due_at + 365 * 86_400_000)
    expect((await office.timesBy('message')).get(id) ?? 0).toBe(0)
    expect(sent).toBe(1)
    // The business is told where an address is dead; what was refused otherwise stands in its outbox.
    expect(await noticesTo('office@harbor.example')).toBe(fault === 'inactive' ? 1 : 0)
  })

  test('of several addresses one is inactive: the others get it, and that one is on record', async () => {
    const cc = ['sam@example.com', 'Old@Example.com']
    const office = await oneWaiting({ inactive: ['old@example.com'] }, { cc })
    expect(await untilItEnds(office)).toEqual(['suppressed address_inactive'])
    const { results } = await env.DB.prepare('select recipient, kind from delivery_reports').all()
    expect(results).toEqual([{ recipient: 'Old@Example.com', kind: 'suppressed' }])
    expect(await noticesTo('office@harbor.example')).toBe(1)
    expect((await office.accepted())[0]?.deliverable).toEqual(['dana@example.com', 'sam@example.com'])
  })

  test('refused as a whole: each is tried alone, so that one doesn’t keep back the others', async () => {
    const office = await aPostOffice(batch('invalid', 'ok', { does: 'some', refused: { 0: 300 } }, 'ok'))
    const business = await aBusiness()
    for (const name of ['ann', 'ben', 'cal'])
      await aSentQuote(business, await aClient(business, { email: `${name}@example.com` }))
    await office.run(Date.now() + 1000)
    expect((await office.accepted()).map(({ message }) => message.To)).toEqual([
      ...['ann@example.com', 'cal@example.com'],
    ])
  })
})

describe('it goes on going wrong', () => {
  test('Postmark is down for hours: at most 8 tries, and then it counts as unknown', async () => {
    const down = Array<Faulty>(20).fill('reset')
    const office = await oneWaiting({ plan: { '/email/batch': down, '/messages/outbound': down } })
    const states = await untilItEnds(office)
    expect(states).toEqual([...Array(MAX_TRIES - 1).fill('queued not_answered'), 'unknown not_answered'])
    expect((await tried(office)).filter(route => route === '/email/batch').length).toBeLessThanOrEqual(
      MAX_TRIES,
    )
  })

  test('it is refused for being too many, each time: failed, never doubtful', async () => {
    const office = await oneWaiting(batch(...Array<Faulty>(20).fill('rate')))
    expect((await untilItEnds(office)).at(-1)).toBe('failed too_many')
    expect(await tried(office)).toEqual(Array(MAX_TRIES).fill('/email/batch'))
    expect(await office.accepted()).toEqual([])
  })
})

describe('the answer was lost', () => {
  test('the search finds it at once: it is not sent again', async () => {
    const office = await oneWaiting(batch('lost'))
    expect(await untilItEnds(office)).toEqual(['queued not_answered', 'sent'])
    expect(await tried(office)).toEqual(['/email/batch', '/messages/outbound'])
    expect((await theMessage()).postmark_id).toBe((await office.accepted())[0]?.id)
  })

  test('the search is late by one request: it is not sent again', async () => {
    const office = await oneWaiting({ ...batch('lost'), lag: { requests: 1 } })
    expect(await untilItEnds(office)).toEqual(['queued not_answered', 'queued not_answered', 'sent'])
    expect(await office.accepted()).toHaveLength(1)
  })

  test('the search fails twice, then finds it: it is not sent again', async () => {
    const plan = {
      '/email/batch': ['lost'],
      '/messages/outbound': ['error', 'reset'],
    } satisfies Settings['plan']
    const office = await oneWaiting({ plan })
    expect((await untilItEnds(office)).at(-1)).toBe('sent')
    expect(await office.accepted()).toHaveLength(1)
  })

  test('the search never answers: it is sent again, and that is the one way to a second mail', async () => {
    const plan = { '/email/batch': ['lost'], '/messages/outbound': Array(9).fill('error') }
    const office = await oneWaiting({ plan } as Settings)
    expect((await untilItEnds(office)).at(-1)).toBe('sent')
    expect(await office.accepted()).toHaveLength(2)
  })
})

test.each([
  ['token', 'HTTP 401, ErrorCode 10.'],
  ['rate', null],
] as const)(
  'Postmark answers with %s: the log says so where whoever runs the portal has to act, without a word of Postmark’s',
  async (fault, said) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const office = await oneWaiting(batch(fault))
    await office.run((await theMessage()).due_at)
    const message = `It takes no mail from this portal: ${said}`
    expect(logged.mock.calls).toEqual(
      said ? [[JSON.stringify({ run: 'postmark', name: 'Error', message, cause: null })]] : [],
    )
    logged.mockRestore()
  },
)

test('the search is in the stream that the mail left by', async () => {
  const office = await oneWaiting(batch('lost'))
  const fetched = vi.spyOn(globalThis, 'fetch')
  const states = await untilItEnds(office, { POSTMARK_STREAM: 'broadcast' })
  const asked = fetched.mock.calls.map(([to]) => new URL(to instanceof Request ? to.url : to))
  fetched.mockRestore()
  expect(states).toEqual(['queued not_answered', 'sent'])
  expect((await office.accepted()).map(({ message }) => message.MessageStream)).toEqual(['broadcast'])
  const searches = asked.filter(({ pathname }) => pathname === '/messages/outbound')
  expect(searches.map(({ searchParams }) => searchParams.get('messageStream'))).toEqual(['broadcast'])
})

test.each(['null', '[]', '{"Messages":{}}', '{"Messages":[null]}'])(
  'a search that is answered with %s settles nothing, and stops nothing',
  async body => {
    const office = await oneWaiting(batch('lost'))
    await office.run((await theMessage()).due_at)
    const headers = { 'content-type': 'application/json' }
    const fetched = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => new Response(body, { headers }))
    await office.run((await theMessage()).due_at).finally(() => fetched.mockRestore())
    expect(await theMessage()).toMatchObject({ state: 'queued', problem: 'not_answered', doubt: 2 })
  },
)

describe('the sender is cut off', () => {
  /** A database that answers so many batches, and then no more: `isDone` says whether the last one was carried out. */
  const cutOff = (after: number, isDone: boolean) => {
    let batches = 0
    const DB = {
      prepare: (sql: string) => env.DB.prepare(sql),
      async batch(statements: D1PreparedStatement[]) {
        batches++
        if (batches <= after) return env.DB.batch(statements)
        if (isDone) await env.DB.batch(statements)
        throw new Error('D1_ERROR: Network connection lost.')
      },
    }
    return { DB: DB as unknown as D1Database }
  }

  const steps = [0, 1, 2, 3].flatMap(after => [false, true].map(isDone => ({ after, isDone })))
  test.each(steps)(
    'after batch $after of the database, the next carried out: $isDone',
    async ({ after, isDone }) => {
      const office = await oneWaiting()
      const { due_at } = await theMessage()
      await expect(office.run(due_at, cutOff(after, isDone))).rejects.toThrow()
      const { state } = await theMessage()
      expect(['queued', 'sending', 'sent']).toContain(state)
      if (state === 'sending') {
        await office.run(due_at + LEASE - 1)
        expect((await theMessage()).state).toBe('sending')
      }
      if (state !== 'sent') await untilItEnds(office)
      expect((await theMessage()).state).toBe('sent')
      expect(await office.accepted()).toHaveLength(1)
    },
  )

  test('a later batch of the same run has its whole lease, however long those before it took', async () => {
    const took = 400
    const slow = { does: 'slow', ms: took } as const
    const office = await aPostOffice(batch(slow, slow))
    const business = await aBusiness()
    await aSentQuote(business, await aClient(business))
    const now = Date.now() + LEASE
    await fillOutbox(business, 60, now)
    const run = office.run(now)
    while ((await office.requests()).length < 2) await scheduler.wait(5)
    const leases = (await storedMessages()).flatMap(({ state, due_at }) =>
      state === 'sending' ? [due_at] : [],
    )
    await run
    expect(leases).toHaveLength(11)
    for (const lease of leases) expect(lease).toBeGreaterThanOrEqual(now + LEASE + took)
  })

  test('what is composed only after half of the lease does not leave: another may be about to send it', async () => {
    const office = await oneWaiting()
    const { due_at } = await theMessage()
    let batches = 0
    const DB = {
      prepare: (sql: string) => env.DB.prepare(sql),
      async batch(statements: D1PreparedStatement[]) {
        const answer = await env.DB.batch(statements)
        if (++batches === 2) vi.useFakeTimers({ now: Date.now() + LEASE / 2 + 1, toFake: ['Date'] })
        return answer
      },
    } as unknown as D1Database
    await office.run(due_at, { DB }).finally(() => vi.useRealTimers())
    expect(await office.accepted()).toHaveLength(0)
    expect((await theMessage()).state).toBe('sending')
    await untilItEnds(office)
    expect(await office.accepted()).toHaveLength(1)
  })

  test('one that comes back after its lease changes nothing of what another has done since', async () => {
    const office = await oneWaiting(batch('ok', 'rate'))
    const { due_at, id } = await theMessage()
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let batches = 0
    const DB = {
      prepare: (sql: string) => env.DB.prepare(sql),
      async batch(statements: D1PreparedStatement[]) {
        if (++batches === 4) await held
        return env.DB.batch(statements)
      },
    } as unknown as D1Database
    const late = office.run(due_at, { DB })
    while ((await office.accepted()).length === 0) await scheduler.wait(5)
    await office.run(due_at + 2 * LEASE)
    const before = await theMessage()
    expect(before).toMatchObject({ state: 'sent', attempts: 2 })
    release()
    await late
    expect(await theMessage()).toEqual(before)
    expect((await office.timesBy('message')).get(id)).toBe(1)
  })
})
