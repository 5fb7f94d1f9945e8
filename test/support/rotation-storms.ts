// Storms over the links of a business: rotations of all, the minute's runs and everything done by hand meet each other on a
// database that fails now and then, before a commit or behind it. What must hold afterwards holds in every order.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { Env } from '../../src/core/env.ts'
import { everyMinute } from '../../src/cron.ts'
import { type Random, randomOf } from '../torture/support/random.ts'
import { batches } from './answers.ts'
import { crowd } from './rotations.ts'
import { type Api, aBusiness, apiWith, aQuote, type Business, open, unlimited } from './world.ts'

const CLIENTS = 6
const ROUNDS = 4
const AT_ONCE = 6

/** One batch in so many is lost before its commit, and one behind it. */
const LOST_IN = 12

type Storm = {
  business: Business
  clients: string[]
  /** Revoked for good: nobody makes this one a new link by hand. */
  revoked: string
  random: Random
  bindings: Env
  /** Every link that was ever told. */
  urls: Set<string>
}

const shaky = (random: Random): Env =>
  batches(
    async ({ run }) => {
      const fate = random.below(LOST_IN)
      const result = fate === 0 ? null : await run()
      if (fate > 1) return result
      throw new Error('D1_ERROR: Network connection lost.')
    },
    { API_LIMIT: unlimited.API_LIMIT },
  )

type Deed = (api: Api, client: string, storm: Storm) => Promise<unknown>

const noted = async (answer: ReturnType<Api>, { urls }: Storm) => {
  const { status, body } = await answer
  if (status === 200) urls.add(body.url)
}
const anyone: Deed[] = [
  api => api('POST', '/links/rotate'),
  api => api('POST', '/links/rotate'),
  (_, __, { bindings }) => everyMinute(bindings, Date.now()),
  (_, __, { bindings }) => everyMinute(bindings, Date.now()),
  (api, client) => api('POST', `/clients/${client}/link/send`),
  (api, client, storm) => noted(api('GET', `/clients/${client}/link`), storm),
  (api, client) => api('PATCH', `/clients/${client}`, { email: `new@${client.slice(4, 10)}.example` }),
  async (api, client) => {
    const { status, body } = await api('POST', '/quotes', aQuote(client))
    if (status === 201) await api('POST', `/quotes/${body.id}/send`)
  },
]
const others: Deed[] = [
  (api, client, storm) => noted(api('POST', `/clients/${client}/link/rotate`, { notify: true }), storm),
  (api, client) => api('DELETE', `/clients/${client}/link`),
]
/** Seldom, or nobody would be left. */
const seldom: Deed = (api, client) => api('DELETE', `/clients/${client}`)

function deedIn(storm: Storm): Promise<unknown> {
  const { random, clients, revoked, business, bindings } = storm
  const api = apiWith(business.key, bindings)
  const client = random.of(clients)
  if (client !== revoked && random.below(30) === 0) return seldom(api, client, storm)
  return random.of(client === revoked ? anyone : [...anyone, ...others])(api, client, storm)
}

/** Lets so many storms pass, and looks at what each has left. Gives how many links were made in all. */
export async function storms(count: number, seed: number): Promise<number> {
  const random = randomOf(seed)
  for (let at = 0; at < count; at++) await storm(random, `storm ${at} of seed ${seed}`)
  return (await env.DB.prepare('select count(*) n from portal_links').first<{ n: number }>())?.n ?? 0
}

async function storm(random: Random, what: string): Promise<void> {
  const business = await aBusiness()
  const clients = await crowd(business, CLIENTS)
  const revoked = random.of(clients)
  const all: Storm = { business, clients, revoked, random, bindings: shaky(random), urls: new Set() }
  const isWaiting = random.below(2) === 0
  if (isWaiting) await apiWith(business.key, all.bindings)('POST', '/links/rotate')
  expect((await business.api('DELETE', `/clients/${revoked}/link`)).status, what).toBe(204)
  for (let round = 0; round < ROUNDS; round++)
    await Promise.all(Array.from({ length: AT_ONCE }, () => deedIn(all)))
  for (const _ of [1, 2]) await everyMinute(env, Date.now())
  await expectCalm(all, what)
}

const count = async (sql: string, ...bound: string[]) =>
  (
    await env.DB.prepare(`select count(*) n from ${sql}`)
      .bind(...bound)
      .first<{ n: number }>()
  )?.n

const alive = `from portal_links l join businesses b on b.id = l.business_id where died_at is null and born_at > links_from`

/** What must hold once the database is well again and the jobs are done. */
async function expectCalm({ business, clients, revoked, urls }: Storm, what: string): Promise<void> {
  const mine = 'business_id = ?'
  const found = {
    waiting: await count(`link_rotations where done_at is null and ${mine}`, business.id),
    livingOfDeleted: await count(
      `(select client_id ${alive} and l.business_id = ?) join clients on id = client_id where deleted_at is not null`,
      business.id,
    ),
    twoLiving: await count(
      `(select 1 ${alive} and l.business_id = ? group by client_id having count(*) > 1)`,
      business.id,
    ),
    livingOfRevoked: await count(`(select 1 ${alive} and client_id = ?)`, revoked),
    toldTwiceOfALink: await count(
      `(select 1 from messages where kind = 'new_link' and ${mine} group by link_id having count(*) > 1)`,
      business.id,
    ),
    servedTwiceByAJob: await count(
      `(select 1 from audit_entries where action = 'link.rotated' and actor_kind = 'system' and ${mine}
        group by details having count(*) > 1)`,
      business.id,
    ),
    queuedWithADeadLink: await count(
      `messages join portal_links l on l.id = link_id where messages.${mine} and state = 'queued' and died_at is not null`,
      business.id,
    ),
  }
  expect(found, what).toEqual(Object.fromEntries(Object.keys(found).map(name => [name, 0])))

  const answers = await Promise.all(clients.map(id => business.api('GET', `/clients/${id}/link`)))
  const now = new Set(answers.map(({ body }) => body.url))
  for (const url of urls)
    expect((await open(new URL(url).pathname)).status, what).toBe(now.has(url) ? 200 : 404)
}
