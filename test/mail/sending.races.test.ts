// Several senders at once: a message is one sender's at a time, whoever runs beside it.
import { expect, test } from 'vitest'
import { LEASE } from '../../src/mail/rules/sending.ts'
import { aPostOffice, countsByState, fillOutbox } from '../support/sending.ts'
import { aBusiness, aClient, aSentQuote } from '../support/world.ts'
import { counts } from '../torture/support/counts.ts'

const TIMES = counts(2, 20)

test.each([2, 10])('%i jobs at the very same moment: no message is sent twice', async senders => {
  const business = await aBusiness()
  for (let nth = 0; nth < 5; nth++)
    await aSentQuote(business, await aClient(business, { email: `client${nth}@example.com` }))
  for (let time = 0; time < TIMES; time++) {
    const office = await aPostOffice()
    const now = Date.now() + (time + 1) * LEASE
    await fillOutbox(business, 30, now)
    await Promise.all(Array.from({ length: senders }, () => office.run(now)))
    const times = await office.timesBy('message')
    expect(new Set(times.values())).toEqual(new Set([1]))
    expect(await countsByState()).toEqual({ sent: (time + 1) * 150 + 5 })
    expect([...times.values()].length).toBe(time === 0 ? 155 : 150)
  }
})

test('they share the work: none of two waits for the other', async () => {
  const office = await aPostOffice({ plan: { '/email/batch': [{ does: 'slow', ms: 300 }] } })
  const business = await aBusiness()
  await aSentQuote(business, await aClient(business))
  const now = Date.now() + LEASE
  await fillOutbox(business, 99, now)
  await Promise.all([office.run(now), office.run(now)])
  expect((await office.requests()).map(({ messages }) => messages)).toEqual([50, 50])
})
