// Every situation of a quote × everything that the API can do to it, as src/documents/transitions.ts has it: done, or
// refused with its code and nothing changed. (What the table itself should say: rules.test.ts.)
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type QuoteAct, type QuoteSituation, quoteTransitions } from '../../src/documents/transitions.ts'
import { declined, signed } from '../support/portal.ts'
import { tryCell } from '../support/transitions.ts'
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

async function aDraft(): Promise<World> {
  const business = await aBusiness()
  const client = await aClient(business)
  const id = created(await business.api('POST', '/quotes', aQuote(client, { valid_until: '2026-06-30' })))
  return { business, client, id }
}

const post = async ({ business, id }: World, verb: string) =>
  succeeded(await business.api('POST', `/quotes/${id}/${verb}`))

const pageOf = async ({ business, client, id }: World) => `${await portalOf(business, client)}/quotes/${id}`

const visit = async (world: World) => expect((await open(await pageOf(world))).status).toBe(200)

/** The ways into a situation: steps that are taken one after the other. */
const ways: Record<string, [QuoteSituation, ...((world: World) => Promise<unknown> | unknown)[]]> = {
  draft: ['draft'],
  'back in draft': ['redraft', sent, back],
  'declined, and back in draft': ['redraft', sent, declines, back],
  sent: ['sent', sent],
  'sent again': ['sent', sent, back, sent],
  viewed: ['viewed', sent, visit],
  'past its validity': ['lapsed', sent, late],
  'viewed, past its validity': ['lapsed', sent, visit, late],
  closed: ['closed', sent, closed],
  'closed as a draft': ['closed', sent, back, closed],
  'closed with its client': ['closed', sent, back, withoutClient],
  'signed by its client': ['accepted', sent, signs],
  'accepted elsewhere': ['accepted', sent, world => post(world, 'accept')],
  'accepted, past its validity': ['accepted', sent, signs, late],
  declined: ['rejected', sent, declines],
  'declined, past its validity': ['rejected', sent, declines, late],
}

function sent(world: World) {
  return post(world, 'send')
}
function back(world: World) {
  return post(world, 'cancel')
}
function closed(world: World) {
  return post(world, 'close')
}
function late() {
  vi.setSystemTime(AFTER)
}
async function signs(world: World) {
  expect((await signed(await pageOf(world))).status).toBe(303)
}
async function declines(world: World) {
  expect((await declined(await pageOf(world))).status).toBe(303)
}
async function withoutClient({ business, client }: World) {
  succeeded(await business.api('DELETE', `/clients/${client}`))
}

const acts: Record<QuoteAct, (world: World) => Promise<Answer>> = {
  edit: ({ business, id }) => business.api('PATCH', `/quotes/${id}`, { title: 'Changed' }),
  delete: ({ business, id }) => business.api('DELETE', `/quotes/${id}`),
  send: ({ business, id }) => business.api('POST', `/quotes/${id}/send`),
  cancel: ({ business, id }) => business.api('POST', `/quotes/${id}/cancel`),
  close: ({ business, id }) => business.api('POST', `/quotes/${id}/close`),
  accept: ({ business, id }) => business.api('POST', `/quotes/${id}/accept`, {}),
  invoice: ({ business, id }) => business.api('POST', `/quotes/${id}/invoices`, {}),
}

/** What the API says of a quote: its word, and whether it was ever sent. */
async function look({ business, id }: World): Promise<string> {
  const { status, body } = await business.api('GET', `/quotes/${id}`)
  return status === 404 ? 'gone' : `${body.status}${body.revision > 0 ? ', was sent' : ''}`
}

const found: Record<QuoteSituation | 'gone', string> = {
  draft: 'draft',
  redraft: 'draft, was sent',
  sent: 'sent, was sent',
  viewed: 'viewed, was sent',
  accepted: 'accepted, was sent',
  rejected: 'rejected, was sent',
  lapsed: 'expired, was sent',
  closed: 'expired, was sent',
  gone: 'gone',
}

test('there is a way into every situation of the table', () => {
  const reached = Object.values(ways).map(([situation]) => situation)
  expect(new Set(reached)).toEqual(new Set(Object.keys(quoteTransitions.edit)))
})

test.each(Object.entries(ways))('%s', async (_, [situation, ...steps]) => {
  for (const [act, row] of Object.entries(quoteTransitions)) {
    vi.setSystemTime(BEFORE)
    const world = await aDraft()
    for (const step of steps) await step(world)
    expect(await look(world)).toBe(found[situation])
    const trying = { act: () => acts[act as QuoteAct](world), look: () => look(world) }
    await tryCell(`${act}: ${row[situation]}`, trying, found)
  }
})
