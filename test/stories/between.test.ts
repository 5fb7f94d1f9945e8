// Between any two steps of a request something else happens: the client is deleted, the link dies, the quote goes.
// Whatever it is, the answer is done or a refusal with a code, never a fault, and nothing is half done.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { watched } from '../support/faults.ts'
import { endAllLinks } from '../support/portal.ts'
import { expectProblem } from '../support/problems.ts'
import { replayed } from '../support/replay.ts'
import { storage } from '../support/storage.ts'
import {
  type Answer,
  type Api,
  aBusiness,
  aClient,
  anInvoice,
  apiWith,
  aQuote,
  aSentInvoice,
  aSentQuote,
  type Business,
  created,
} from '../support/world.ts'

/** A client with a sent document and a draft of one kind. */
type World = { business: Business; client: string; sent: string; draft: string }
type Step = (api: Api, world: World) => Promise<unknown>

/** A client, and another to whom mail waits as well; nothing else is in the database. */
async function aWorld(noun: string): Promise<World> {
  await storage.startsOver()
  return replayed(`between ${noun}`, async on => {
    const business = await aBusiness({}, undefined, on)
    await aSentInvoice(business, await aClient(business, { email: 'sam@example.com' }))
    await aSentQuote(business, await aClient(business, { email: 'eve@example.com' }))
    const client = await aClient(business)
    const [send, body] = noun === 'invoices' ? [aSentInvoice, anInvoice] : [aSentQuote, aQuote]
    const sent = await send(business, client)
    const path = noun === 'invoices' ? '/invoices' : '/quotes'
    return { business, client, sent, draft: created(await business.api('POST', path, body(client))) }
  })
}

const acts: Record<string, Step> = {
  'POST /quotes': (api, { client }) => api('POST', '/quotes', aQuote(client)),
  'PATCH /quotes/:id': (api, { draft }) => api('PATCH', `/quotes/${draft}`, { lines: [], title: 'Act' }),
  'DELETE /quotes/:id': (api, { draft }) => api('DELETE', `/quotes/${draft}`),
  'POST /quotes/:id/send': (api, { draft }) => api('POST', `/quotes/${draft}/send`),
  'POST /quotes/:id/cancel': (api, { sent }) => api('POST', `/quotes/${sent}/cancel`),
  'POST /quotes/:id/accept': (api, { sent }) => api('POST', `/quotes/${sent}/accept`, {}),
  'POST /invoices': (api, { client }) => api('POST', '/invoices', anInvoice(client)),
  'DELETE /invoices/:id': (api, { draft }) => api('DELETE', `/invoices/${draft}`),
  'POST /invoices/:id/send': (api, { draft }) => api('POST', `/invoices/${draft}/send`),
  'POST /invoices/:id/payments': (api, { sent }) =>
    api('POST', `/invoices/${sent}/payments`, { amount: '300.00', method: 'cash' }),
  'PATCH /clients/:id': (api, { client }) => api('PATCH', `/clients/${client}`, { name: 'Act' }),
  'POST /clients/:id/link/rotate': (api, { client }) =>
    api('POST', `/clients/${client}/link/rotate`, { notify: true }),
  'POST /clients/:id/link/send': (api, { client }) => api('POST', `/clients/${client}/link/send`),
  'DELETE /clients/:id/link': (api, { client }) => api('DELETE', `/clients/${client}/link`),
}

/** What happens meanwhile, and to acts on what it matters. */
const events: [what: string, to: RegExp, event: Step][] = [
  ['the client is deleted', /./, (api, { client }) => api('DELETE', `/clients/${client}`)],
  ['the link is revoked', /send|link/, (api, { client }) => api('DELETE', `/clients/${client}/link`)],
  ['the link is rotated', /send|link/, (api, { client }) => api('POST', `/clients/${client}/link/rotate`)],
  ['every link of the business ends', /send|link/, (_, { business }) => endAllLinks(business)],
  ['the draft is deleted', /quotes/, (api, { draft }) => api('DELETE', `/quotes/${draft}`)],
  ['the draft is sent', /quotes/, (api, { draft }) => api('POST', `/quotes/${draft}/send`)],
  ['the quote is cancelled', /quotes/, (api, { sent }) => api('POST', `/quotes/${sent}/cancel`)],
  ['the invoice is sent', /invoices/, (api, { draft }) => api('POST', `/invoices/${draft}/send`)],
]

/** What must hold at every moment; each statement finds what breaks it. */
const invariants = {
  'a deleted client has no living link':
    'select l.id from portal_links l join clients c on c.id = l.client_id where deleted_at is not null and died_at is null',
  'no mail waits for a dead link or a quote that is gone': `select m.id from messages m
    left join portal_links l on l.id = m.link_id left join quotes q on q.id = m.quote_id
    where m.state = 'queued' and m.link_id is not null and (l.died_at is not null or q.state in ('draft', 'closed'))`,
  'a deleted client has no draft that was never sent':
    "select q.id from quotes q join clients c on c.id = q.client_id where deleted_at is not null and q.state = 'draft' and revision = 0",
  'the counters stand at the numbers given': `select kind from number_counters c
    where last <> (select count(*) from quotes q where q.business_id = c.business_id and number is not null and kind = 'quote')
      + (select count(*) from invoices i where i.business_id = c.business_id and number is not null and kind = 'invoice')`,
  'what is done stands in the trail once': `select object_id from audit_entries
    where action in ('quote.deleted', 'invoice.deleted', 'client.deleted', 'invoice.sent', 'quote.accepted')
    group by object_id, action having count(*) > 1`,
}

async function broken(): Promise<string[]> {
  const names = Object.keys(invariants)
  const answers = await env.DB.batch(Object.values(invariants).map(sql => env.DB.prepare(sql)))
  return names.filter((_, index) => answers[index]?.results.length !== 0)
}

/** Runs the act with the event behind its `step`-th batch; gives the answer and how many batches there were. */
async function between(act: Step, event: Step, world: World, step: number) {
  let count = 0
  const bindings = watched(async () => {
    count += 1
    if (count === step) await event(world.business.api, world)
  })
  const answer = (await act(apiWith(world.business.key, bindings), world)) as Answer
  return { answer, count }
}

describe.each(Object.entries(acts))('%s', (name, act) => {
  test('whatever happens between its steps', async () => {
    for (const [what, , event] of events.filter(([, to]) => to.test(name))) {
      // The first batch only reads the key.
      for (let step = 2, count = 2; step <= count && step <= 6; step++) {
        const world = await aWorld(name.split('/')[1] ?? '')
        const { answer, count: batches } = await between(act, event, world, step)
        const where = `${what} behind batch ${step}: ${answer.status} ${answer.body?.code ?? ''}`
        count = batches
        expect(answer.status, where).toBeLessThan(500)
        if (answer.status >= 400) expectProblem(answer, where)
        expect(await broken(), where).toEqual([])
      }
    }
  }, 60_000)
})
