// What a signature’s evidence says of the link: where it was mailed, when, and when the business itself looked it up.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { deliverDue } from '../../src/mail/deliver.ts'
import { type Asked, accept, asked } from '../support/answers.ts'
import { mailOf } from '../support/mails.ts'
import { rotated, tokenIn } from '../support/portal.ts'
import { aBusiness, aClient, aSentQuote, open, request, succeeded, textOf } from '../support/world.ts'

const START = Date.parse('2026-06-15T12:00:00Z')
const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Delivers what waits, at this moment, as a deployment with a mailbox does. */
async function delivered() {
  const config = configOf(env)
  await deliverDue({
    db: env.DB,
    config: { ...config, mail: { ...config.mail, transport: 'mailbox' } },
    now: Date.now(),
  })
}

const at = (minutes: number) => new Date(START + minutes * MINUTE).toISOString()
const moveTo = (minutes: number) => vi.setSystemTime(START + minutes * MINUTE)

const recordOf = async (one: Pick<Asked, 'at'>) =>
  JSON.parse(await (await request(`${one.at}/receipt.json`)).text()).record

test('it says to which addresses the link was mailed, when first and last, and how often: of what has left', async () => {
  const one = await asked({ client: { cc: ['sam@example.com'] } })
  moveTo(5)
  await delivered()
  succeeded(await one.business.api('PATCH', `/clients/${one.client}`, { email: 'new@example.com', cc: [] }))
  succeeded(await one.business.api('POST', `/clients/${one.client}/link/send`))
  moveTo(6)
  await delivered()
  moveTo(7)
  succeeded(await one.business.api('POST', `/clients/${one.client}/link/send`))
  moveTo(8)
  await delivered()
  succeeded(await one.business.api('PATCH', `/clients/${one.client}`, { email: 'never@example.com' }))
  succeeded(await one.business.api('POST', `/clients/${one.client}/link/send`))
  await accept(one)
  const { link } = await recordOf(one)
  expect(link.made_at).toBe(at(0))
  expect(link.id).toMatch(/^lnk_/)
  expect(link.mailed_to).toEqual([
    { address: 'dana@example.com', first_at: at(5), last_at: at(5), times: 1 },
    { address: 'new@example.com', first_at: at(6), last_at: at(8), times: 2 },
    { address: 'sam@example.com', first_at: at(5), last_at: at(5), times: 1 },
  ])
  const text = await textOf(await open(`${one.at}/receipt`))
  expect(text).toMatch(
    /new@example\.com , 2 times: first on Jun 15, 2026, 8:06.AM EDT, last on Jun 15, 2026, 8:08.AM EDT/,
  )
  expect(text).not.toContain('never@')
})

test('of a new link it says only what befell that one', async () => {
  const one = await asked()
  await delivered()
  moveTo(3)
  const home = await rotated(one)
  moveTo(4)
  const renewed = { ...one, home, at: `${home}/quotes/${one.quote}` }
  await accept(renewed)
  const { link } = await recordOf(renewed)
  expect(link).toMatchObject({ made_at: at(3), mailed_to: [], revealed_to_business_at: at(3) })
})

test('it says when the business last looked the link up, or that it never did', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = await aSentQuote(business, client)
  const url =
    /https:\/\/portal\.test(\/portal\/[^/\s]+)/.exec((await mailOf('quote_sent'))?.text ?? '')?.[1] ?? ''
  const one = { business, client, quote, home: url, token: tokenIn(url), at: `${url}/quotes/${quote}` }
  const { content_hash: hash } = (await business.api('GET', `/quotes/${quote}`)).body
  await accept({ ...one, hash })
  expect((await recordOf(one)).link.revealed_to_business_at).toBeNull()
  const other = await asked({ business })
  for (const minutes of [3, 9]) {
    moveTo(minutes)
    succeeded(await business.api('GET', `/clients/${other.client}/link`))
  }
  moveTo(12)
  await accept(other)
  expect((await recordOf(other)).link.revealed_to_business_at).toBe(at(9))
})
