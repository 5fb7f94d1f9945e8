// Every state of a quote × everything that the API can do to it: done, or refused with its code and nothing changed.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type Answer,
  aBusiness,
  aClient,
  aQuote,
  type Business,
  created,
  open,
  portalOf,
  succeeded,
} from '../support/world.ts'

const BEFORE = Date.parse('2026-06-15T12:00:00Z')
const AFTER = Date.parse('2026-07-02T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEFORE })
})
afterEach(() => {
  vi.useRealTimers()
})

type World = { business: Business; client: string; id: string }

const post = async ({ business, id }: World, verb: string) =>
  succeeded(await business.api('POST', `/quotes/${id}/${verb}`))

const visit = async ({ business, client, id }: World) => {
  const response = await open(`${await portalOf(business, client)}/quotes/${id}`)
  expect(response.status).toBe(200)
}

/** The client's own answer has no page yet: the row that it will write. */
async function decline({ business, client, id }: World) {
  const statement = `insert into quote_decisions (quote_id, revision, business_id, kind, decided_by, content_hash, decided_at, link_id, reason)
    select q.id, 1, q.business_id, 'rejected', 'client', r.content_hash, ?, l.id, 'price' from quotes q
    join quote_revisions r on r.quote_id = q.id join portal_links l on l.client_id = q.client_id where q.id = ?`
  await env.DB.prepare(statement).bind(Date.now(), id).run()
  expect((await business.api('GET', `/quotes?client_id=${client}&status=rejected`)).body.data).toHaveLength(1)
}

const states: Record<string, (world: World) => Promise<unknown>> = {
  draft: async () => {},
  'draft, once sent': async world => (await post(world, 'send')) && post(world, 'cancel'),
  sent: world => post(world, 'send'),
  viewed: async world => (await post(world, 'send')) && visit(world),
  'past its validity': async world => (await post(world, 'send')) && vi.setSystemTime(AFTER),
  'viewed, past its validity': async world => {
    await post(world, 'send')
    await visit(world)
    vi.setSystemTime(AFTER)
  },
  closed: async world => (await post(world, 'send')) && post(world, 'close'),
  'closed as a draft': async world => (await states['draft, once sent']?.(world)) && post(world, 'close'),
  accepted: async world => (await post(world, 'send')) && post(world, 'accept'),
  declined: async world => (await post(world, 'send')) && decline(world),
}

const verbs = ['PATCH', 'DELETE', 'send', 'cancel', 'close', 'accept'] as const

/** The state after it, or the code of the refusal; `gone`: deleted. */
const table: Record<string, string> = {
  draft: 'draft · gone · sent · quote_not_open · quote_not_closable · quote_not_open',
  'draft, once sent': 'draft · quote_was_sent · sent · quote_not_open · expired · quote_not_open',
  sent: 'quote_not_draft · quote_not_draft · quote_not_draft · draft · expired · accepted',
  viewed: 'quote_not_draft · quote_not_draft · quote_not_draft · draft · expired · accepted',
  'past its validity':
    'quote_not_draft · quote_not_draft · quote_not_draft · draft · quote_not_closable · quote_expired',
  'viewed, past its validity':
    'quote_not_draft · quote_not_draft · quote_not_draft · draft · quote_not_closable · quote_expired',
  closed: 'quote_not_draft · quote_not_draft · quote_not_draft · draft · quote_not_closable · quote_expired',
  'closed as a draft':
    'quote_not_draft · quote_not_draft · quote_not_draft · draft · quote_not_closable · quote_expired',
  accepted:
    'quote_accepted · quote_accepted · quote_accepted · quote_accepted · quote_accepted · already_decided',
  declined:
    'quote_not_draft · quote_not_draft · quote_not_draft · draft · quote_not_closable · already_decided',
}

function act({ business: { api }, id }: World, verb: (typeof verbs)[number]): Promise<Answer> {
  if (verb === 'PATCH') return api('PATCH', `/quotes/${id}`, { title: 'Changed' })
  return verb === 'DELETE' ? api('DELETE', `/quotes/${id}`) : api('POST', `/quotes/${id}/${verb}`, {})
}

const read = ({ business, id }: World) => business.api('GET', `/quotes/${id}`)

test('the table has a row for every state', () => {
  expect(Object.keys(table)).toEqual(Object.keys(states))
})

test.each(Object.entries(table))('%s', async (state, row) => {
  const expected = row.split(' · ')
  expect(expected).toHaveLength(verbs.length)
  const business = await aBusiness()
  for (const [index, verb] of verbs.entries()) {
    vi.setSystemTime(BEFORE)
    const client = await aClient(business)
    const id = created(await business.api('POST', '/quotes', aQuote(client, { valid_until: '2026-06-30' })))
    const world = { business, client, id }
    await states[state]?.(world)
    const before = await read(world)
    const answer = await act(world, verb)
    const after = await read(world)
    if (answer.status >= 400) {
      expect([answer.status, answer.body.code], verb).toEqual([409, expected[index]])
      expect(answer.body.detail.length, verb).toBeGreaterThan(10)
      expect([after.body, after.etag], verb).toEqual([before.body, before.etag])
    } else {
      expect(after.status === 404 ? 'gone' : after.body.status, verb).toBe(expected[index])
      if (answer.body) expect(answer.body, verb).toEqual(after.body)
    }
  }
})
