// The outbox through a bad day: thousands of messages, of every third request to Postmark goes wrong in every way, and
// addresses are corrected meanwhile. None is lost, none reaches an address that was given up, none is sent after it was
// refused for good; a second mail happens only where an answer was lost and the search was silent.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Accepted, Deed, Seen } from '../../support/postmark/types.ts'
import {
  aPostOffice,
  fillOutbox,
  messageIn,
  nextDue,
  type Stored,
  storedMessages,
} from '../../support/sending.ts'
import { aBusiness, aClient, aSentQuote, type Business, portalOf, succeeded } from '../../support/world.ts'
import { counts, seed } from '../support/counts.ts'
import { type Random, randomOf } from '../support/random.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Each round has messages to 25 clients, and a Postmark of its own. */
const ROUNDS = counts(1, 10)
const EACH = counts(6, 20)
const CLIENTS = 25
const MINUTE = 60_000

/** Everything that ends within a moment. */
const faults: Deed[] = [
  ...['token', 'invalid', 'not-allowed', 'inactive', 'pending', 'may-not-send', 'rate', 'too-large'],
  ...['forbidden', 'error', 'unavailable', 'html', 'cut-json', 'empty', 'reset', 'lost', 'half', 'some'],
] as Deed[]
const bothRoutes = ['/email/batch', '/messages/outbound'] as const

type Person = { client: string; address: string; givenUp: Map<string, number> }

test(`${ROUNDS} times ${EACH * CLIENTS} messages with 30 % faults of every kind`, async () => {
  const random = randomOf(seed())
  const all = { messages: 0, accepted: 0, duplicates: 0, unknown: 0, failed: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const found = await aBadDay(random)
    for (const name of Object.keys(all) as (keyof typeof all)[]) all[name] += found[name]
  }
  console.info(`Sent through 30 % faults: ${JSON.stringify(all)}`)
  expect(all.accepted).toBeGreaterThan(all.messages * 0.8)
})

async function aBadDay(random: Random) {
  const office = await aPostOffice({
    inactive: ['gone3@example.com'],
    chance: { seed: random.below(2 ** 31), rate: 0.3, faults: [...faults], routes: [...bothRoutes] },
    lag: { requests: random.below(2) },
  })
  const business = await aBusiness()
  const people = await clientsOf(business)
  const start = Date.now()
  await fillOutbox(business, EACH, start)
  let now = start
  for (let due = await nextDue(); due !== null; due = await nextDue()) {
    now = Math.max(now + MINUTE, due)
    await office.run(now)
    if (random.below(3) === 0) await correct(business, random.of(people), (await office.requests()).length)
  }
  const stored = (await storedMessages()).filter(({ business_id }) => business_id === business.id)
  return judged(stored, people, await office.accepted(), await office.requests())
}

async function clientsOf(business: Business): Promise<Person[]> {
  const people: Person[] = []
  for (let nth = 0; nth < CLIENTS; nth++) {
    const address = nth === 3 ? 'gone3@example.com' : `client${nth}@example.com`
    const client = await aClient(business, { email: address })
    await aSentQuote(business, client)
    people.push({ client, address, givenUp: new Map() })
  }
  return people
}

/** The business learns of another address, and makes a new link: what waits for the old one is not sent there. */
async function correct(business: Business, person: Person, requests: number): Promise<void> {
  const address = `new${requests}-${person.address}`.slice(-60)
  succeeded(await business.api('PATCH', `/clients/${person.client}`, { email: address }))
  succeeded(await business.api('POST', `/clients/${person.client}/link/rotate`, { notify: true }))
  person.givenUp.set(person.address, requests)
  person.address = address
}

async function judged(stored: Stored[], people: Person[], accepted: Accepted[], requests: Seen[]) {
  const times = new Map<string, number>()
  for (const one of accepted) times.set(messageIn(one), (times.get(messageIn(one)) ?? 0) + 1)
  // None is lost, none is left in between.
  for (const { id, state } of stored) {
    const sent = times.get(id) ?? 0
    if (state === 'sent') expect(sent, id).toBeGreaterThan(0)
    // What was sent again because no search answered, and was refused then, may have arrived before.
    else if (['failed', 'suppressed'].includes(state) && silentSearches(id, requests) < 3)
      expect(sent, `${id} ${state}`).toBe(0)
    else if (!['failed', 'suppressed'].includes(state)) expect(['cancelled', 'unknown'], id).toContain(state)
  }
  // None reaches an address that was given up before it left, and each is for whom it was meant.
  const meant = new Map(stored.map(({ id, recipients }) => [id, JSON.parse(recipients).join(', ')]))
  const givenUp = new Map(people.flatMap(({ givenUp }) => [...givenUp]))
  for (const one of accepted) {
    expect(one.message.To).toBe(meant.get(messageIn(one)))
    expect(one.request).toBeLessThanOrEqual(givenUp.get(one.message.To) ?? Number.POSITIVE_INFINITY)
  }
  expect(accepted.filter(({ message }) => message.To === 'gone3@example.com')).toEqual([])
  expectOwnLinks(stored, accepted)
  const twice = stored.filter(({ id }) => (times.get(id) ?? 0) > 1)
  for (const { id } of twice) expect(silentSearches(id, requests), id).toBeGreaterThanOrEqual(3)
  const of = (state: string) => stored.filter(one => one.state === state).length
  return {
    ...{ messages: stored.length, accepted: accepted.length, duplicates: twice.length },
    ...{ unknown: of('unknown'), failed: of('failed') },
  }
}

/** The link in a mail is its client's, as long as that one lives. */
function expectOwnLinks(stored: Stored[], accepted: Accepted[]): void {
  const clientOf = new Map(stored.map(({ id, client_id }) => [id, client_id]))
  const homes = new Map<string, Set<string>>()
  for (const one of accepted) {
    const client = clientOf.get(messageIn(one)) ?? ''
    const [home] = /\/portal\/[^/"\s]+/.exec(one.message.TextBody ?? '') ?? []
    // What tells the business of a dead address has no link.
    expect(home === undefined, one.message.To).toBe(one.message.To === 'office@harbor.example')
    if (home === undefined) continue
    homes.set(client, (homes.get(client) ?? new Set()).add(home))
  }
  const all = [...homes.values()].flatMap(set => [...set])
  expect(new Set(all).size, 'a link stands in the mails of one client alone').toBe(all.length)
  expect(homes.size).toBeGreaterThanOrEqual(CLIENTS - 1)
}

const silentSearches = (id: string, requests: Seen[]): number =>
  requests.filter(({ path, fault }) => path.includes(`metadata_sending=${id}-`) && fault !== null).length

test('whose link a mail carries is asked of the portal itself', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  const [ann, ben] = await Promise.all(
    ['ann', 'ben'].map(async name => {
      const client = await aClient(business, { email: `${name}@example.com` })
      await aSentQuote(business, client)
      return { to: `${name}@example.com`, home: await portalOf(business, client) }
    }),
  )
  await office.run(Date.now() + MINUTE)
  for (const { message } of await office.accepted()) {
    const [own, other] = message.To === ann?.to ? [ann, ben] : [ben, ann]
    expect(message.TextBody).toContain(own?.home)
    expect(message.TextBody).not.toContain(other?.home)
  }
})
