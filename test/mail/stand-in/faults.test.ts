// What the `postmark` package makes of each fault that the stand-in for Postmark can play, and whether the message was
// accepted: the ground under every test of what is sent twice or lost.
import { Errors } from 'postmark'
import { describe, expect, test } from 'vitest'
import type { Faulty } from '../../support/postmark/types.ts'
import { aMessage, aServer, clientOf, outcomeOf } from './support.ts'

const accepting = (does: 'error' | 'unavailable' | 'hang' | 'empty' | 'html') => ({ does, accepts: true })

/** Seconds: short where nothing comes, else long, for a busy machine. */
const patience = (fault: Faulty) => {
  const { does, ms = 0 } = typeof fault === 'string' ? { does: fault } : fault
  return does === 'hang' || ms > 1000 ? 0.3 : 10
}

describe('a message sent alone', () => {
  test.each<[Faulty, outcome: string, accepted: 0 | 1]>([
    ['ok', '200', 1],
    ['token', 'InvalidAPIKeyError 10/401', 0],
    ['invalid', 'InvalidEmailRequestError 300/422', 0],
    ['not-allowed', 'ApiInputError 405/422', 0],
    ['inactive', 'InactiveRecipientsError 406/422', 0],
    ['pending', 'ApiInputError 412/422', 0],
    ['may-not-send', 'ApiInputError 413/422', 0],
    ['too-large', 'UnknownError 0/413', 0],
    ['forbidden', 'UnknownError 0/403', 0],
    ['rate', 'RateLimitExceededError 429/429', 0],
    ['error', 'InternalServerError 500/500', 0],
    [accepting('error'), 'InternalServerError 500/500', 1],
    ['unavailable', 'ServiceUnavailablerError 0/503', 0],
    [accepting('unavailable'), 'ServiceUnavailablerError 0/503', 1],
    ['hang', 'PostmarkError 0/0', 0],
    [accepting('hang'), 'PostmarkError 0/0', 1],
    ['reset', 'PostmarkError 0/0', 0],
    ['lost', 'PostmarkError 0/0', 1],
    [{ does: 'slow', ms: 20 }, '200', 1],
    [{ does: 'late', ms: 20 }, '200', 1],
    [{ does: 'slow', ms: 2000 }, 'PostmarkError 0/0', 1],
  ])('%j: %s, accepted: %i', async (fault, outcome, accepted) => {
    const { client, ...postmark } = await aServer({ plan: { '/email': [fault] }, timeout: patience(fault) })
    expect(await outcomeOf(client.sendEmail(aMessage()))).toBe(outcome)
    expect(await postmark.accepted()).toHaveLength(accepted)
    const [seen] = await postmark.requests()
    expect(seen?.accepted).toHaveLength(accepted)
    expect(seen?.fault?.does ?? 'ok').toBe(typeof fault === 'string' ? fault : fault.does)
    // Only one thing was planned.
    expect(await outcomeOf(clientOf(postmark).sendEmail(aMessage()))).toBe('200')
  })

  test('late, and the sender has given up: accepted all the same, after that', async () => {
    const plan = { '/email': [{ does: 'late', ms: 1500 } as const] }
    const { client, ...postmark } = await aServer({ plan, timeout: 0.2 })
    expect(await outcomeOf(client.sendEmail(aMessage()))).toBe('PostmarkError 0/0')
    expect(await postmark.accepted()).toEqual([])
    await expect.poll(postmark.accepted, { timeout: 5000 }).toHaveLength(1)
    expect((await postmark.requests())[0]).toMatchObject({ status: null, abandoned: true })
  })

  test('every error of the package is a PostmarkError, but for a connection that breaks in the answer', async () => {
    const plan = { '/email': ['rate', 'reset', 'half'] as Faulty[] }
    const { client, ...postmark } = await aServer({ plan })
    const thrown = () => client.sendEmail(aMessage()).catch(error => error)
    expect(await thrown()).toBeInstanceOf(Errors.PostmarkError)
    expect(await thrown()).toBeInstanceOf(Errors.PostmarkError)
    const broken = await thrown()
    expect(broken).toBeInstanceOf(Error)
    expect(broken).not.toBeInstanceOf(Errors.PostmarkError)
    expect(await postmark.accepted()).toHaveLength(1)
    expect((await postmark.requests()).map(({ status }) => status)).toEqual([429, null, null])
  })
})

describe('a batch', () => {
  const three = [1, 2, 3].map(number => aMessage({ Metadata: { number: String(number) } }))

  test('some refused: an ErrorCode for each, the others accepted', async () => {
    const some: Faulty[] = ['some', { does: 'some', refused: { 0: 300, 2: 1235 } }]
    const { client, ...postmark } = await aServer({ plan: { '/email/batch': some } })
    const codes = async () => (await client.sendEmailBatch(three)).map(({ ErrorCode }) => ErrorCode)
    expect(await codes()).toEqual([0, 406, 0])
    expect(await codes()).toEqual([300, 0, 1235])
    expect(await codes()).toEqual([0, 0, 0])
    expect(Object.fromEntries(await postmark.timesBy('number'))).toEqual({ 1: 2, 2: 2, 3: 2 })
    expect((await postmark.requests()).map(({ accepted }) => accepted.length)).toEqual([2, 1, 3])
  })

  test.each<[Faulty, answer: unknown, accepted: number]>([
    ['html', expect.stringContaining('<html>'), 0],
    [accepting('html'), expect.stringContaining('<html>'), 3],
    ['cut-json', expect.stringMatching(/^\[\{"To"/), 3],
    ['empty', {}, 0],
    [accepting('empty'), {}, 3],
  ])(
    '200 that says nothing (%j): the package throws nothing and hands it on',
    async (fault, answer, accepted) => {
      const { client, ...postmark } = await aServer({ plan: { '/email/batch': [fault] } })
      expect(await client.sendEmailBatch(three)).toEqual(answer)
      expect(await postmark.accepted()).toHaveLength(accepted)
    },
  )

  test('the answer lost: each was accepted, whole and in order', async () => {
    const { client, ...postmark } = await aServer({ plan: { '/email/batch': ['lost'] } })
    expect(await outcomeOf(client.sendEmailBatch(three))).toBe('PostmarkError 0/0')
    const accepted = await postmark.accepted()
    expect(accepted.map(({ message }) => message)).toEqual(three)
    expect(accepted.map(({ order, index, request }) => [order, index, request])).toEqual([
      [1, 0, 1],
      [2, 1, 1],
      [3, 2, 1],
    ])
    expect((await postmark.requests())[0]).toMatchObject({ status: null, messages: 3, abandoned: false })
  })
})

describe('by chance', () => {
  const run = async (seed: number) => {
    const { client, ...postmark } = await aServer({ chance: { seed, rate: 0.5 }, timeout: 30 })
    const outcomes: string[] = []
    for (let number = 0; number < 40; number++)
      outcomes.push(await outcomeOf(client.sendEmailBatch([aMessage()])))
    return { outcomes, played: await postmark.played(), accepted: (await postmark.accepted()).length }
  }

  test('the same seed plays the same faults, another one others; half of the requests go wrong', async () => {
    const [one, again, other] = await Promise.all([run(7), run(7), run(8)])
    expect(again).toEqual(one)
    expect(other?.played).not.toEqual(one?.played)
    expect(one?.played.length).toBeGreaterThan(10)
    expect(one?.played.length).toBeLessThan(30)
  })

  test('it ends when told, and spares what sends nothing', async () => {
    const { client, ...postmark } = await aServer({ chance: { seed: 1, rate: 1, faults: ['rate'] } })
    expect(await outcomeOf(client.sendEmail(aMessage()))).toContain('RateLimit')
    expect(await outcomeOf(client.getOutboundMessages())).toBe('200')
    await postmark.set({ chance: null })
    expect(await outcomeOf(client.sendEmail(aMessage()))).toBe('200')
  })
})

test('requests over one connection and over several are told apart', async () => {
  const { client, ...postmark } = await aServer({ plan: { '/email': ['ok', 'reset', 'ok'] } })
  for (let number = 0; number < 3; number++) await outcomeOf(client.sendEmail(aMessage()))
  const connections = (await postmark.requests()).map(({ connection }) => connection)
  expect(connections).toHaveLength(3)
  expect(connections[2]).not.toBe(connections[1])
})
