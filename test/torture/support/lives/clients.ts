// What is done to clients and their links, and time that passes: what that makes of everything they have.
import fc from 'fast-check'
import { expect } from 'vitest'
import { request, textOf } from '../../../support/world.ts'
import { type Command, command, picked, seen, which } from './command.ts'
import {
  balanceOf,
  type Client,
  type Currency,
  digits,
  type Model,
  quoteSituation,
  type Refusal,
} from './model.ts'
import {
  asked,
  guarded,
  livingLinkOf,
  lookAtInvoice,
  lookAtQuote,
  money,
  type Real,
  tick,
  unchanged,
} from './real.ts'

const clientAt = (model: Model, at: number) => model.clients[at % model.clients.length] as Client

/** Looks at all that a client has, after something that is not about one document. */
async function lookAround(model: Model, real: Real): Promise<void> {
  for (const quote of model.quotes) await lookAtQuote(model, real, quote, 'same')
  for (const invoice of model.invoices) await lookAtInvoice(model, real, invoice, 'same')
}

const rotate = command({
  name: 'rotate link',
  args: fc.record({ client: which }),
  async run(model, real, { client: at }) {
    const client = clientAt(model, at)
    const refusal: Refusal | null = client.there ? null : [404, 'not_found']
    const path = `/clients/${client.id}/link/rotate`
    const answer = await asked(real, { method: 'POST', path }, refusal)
    if (refusal) return
    const old = client.paths.at(-1)
    client.paths.push(new URL(answer.body.url).pathname)
    client.link = 'alive'
    client.linkId = await livingLinkOf(client)
    model.trail.push(['link.rotated', client.linkId])
    if (old) expect((await request(old)).status).toBe(404)
    await lookAround(model, real)
  },
})

const revoke = command({
  name: 'revoke link',
  args: fc.record({ client: which }),
  async run(model, real, { client: at }) {
    const client = clientAt(model, at)
    const path = `/clients/${client.id}/link`
    if (client.there && client.link === 'revoked') {
      expect((await real.business.api('DELETE', path)).status).toBe(204)
      return unchanged(real)
    }
    const refusal: Refusal | null = client.there && client.link !== 'none' ? null : [404, 'not_found']
    await asked(real, { method: 'DELETE', path }, refusal)
    if (refusal) return
    client.link = 'revoked'
    model.trail.push(['link.revoked', client.linkId])
    expect((await request(client.paths.at(-1) ?? '')).status).toBe(404)
  },
})

const remove = command({
  name: 'delete client',
  args: fc.record({ client: which, seen }),
  // A client that is gone does little more: first there is something to lose.
  ready: ({ trail }) => trail.length > 30,
  async run(model, real, { client: at, seen: was }) {
    const client = clientAt(model, at)
    const index = model.clients.indexOf(client)
    const refusal = guarded(was, !client.there)
    const what = { method: 'DELETE', path: `/clients/${client.id}`, seen: was, etag: client.etag }
    await asked(real, what, refusal)
    if (refusal) return
    client.there = false
    client.link = client.link === 'none' ? 'none' : 'revoked'
    model.trail.push(['client.deleted', client.id])
    // Drafts go; what was once sent and taken back is closed.
    for (const quote of model.quotes.filter(one => one.client === index)) {
      if (quote.stands === 'draft') quote.stands = 'gone'
      if (quote.stands !== 'redraft') continue
      quote.stands = 'closed'
      await lookAtQuote(model, real, quote, 'new')
    }
    for (const invoice of model.invoices.filter(one => one.client === index))
      if (invoice.state === 'draft') invoice.state = 'gone'
    await lookAround(model, real)
    const old = client.paths.at(-1)
    if (old) expect((await request(old)).status).toBe(404)
  },
})

const wait = command({
  name: 'wait',
  args: fc.record({ hours: fc.constantFrom(1, 9, 30) }),
  async run(model, real, { hours }) {
    tick(model, hours * 3_600_000)
    await unchanged(real)
    await lookAround(model, real)
  },
})

/** To the last millisecond of an open quote, and to the first one after it. */
const lapse = command({
  name: 'a quote ends',
  args: fc.record({ at: which }),
  ready: model => openQuotes(model).length > 0,
  async run(model, real, { at }) {
    const quote = picked(openQuotes(model), at)
    if (!quote) return
    if (quote.endsAt - 1 > model.now) tick(model, quote.endsAt - 1 - model.now)
    await lookAtQuote(model, real, quote, 'same')
    if (quote.endsAt > model.now) tick(model, quote.endsAt - model.now)
    expect(quoteSituation(quote, model.now)).toBe('lapsed')
    await unchanged(real)
    await lookAround(model, real)
  },
})

const openQuotes = ({ quotes, now }: Model) =>
  quotes.filter(one => ['sent', 'viewed'].includes(quoteSituation(one, now)))

const figures =
  /Quotes to answer (\d+) Open invoices (\d+) Total balance due (.*?) Quotes awaiting your response/

const look = command({
  name: 'client looks at the dashboard',
  args: fc.record({ client: which, old: fc.boolean() }),
  ready: ({ clients }) => clients.some(({ paths }) => paths.length > 0),
  async run(model, real, { client: at, old }) {
    const client = clientAt(model, at)
    const index = model.clients.indexOf(client)
    const path = (old ? client.paths.at(0) : client.paths.at(-1)) ?? '/portal/none'
    const alive = client.link === 'alive' && path === client.paths.at(-1)
    const response = await request(path)
    expect(response.status).toBe(alive ? 200 : 404)
    await unchanged(real)
    if (!alive) return
    const owed = model.invoices.filter(one => one.client === index && balanceOf(model, one) > 0)
    const waiting = openQuotes(model).filter(one => one.client === index)
    const [, quotes, invoices, due = ''] = figures.exec(await textOf(response)) ?? []
    expect([quotes, invoices]).toEqual([waiting.length, owed.length].map(String))
    expect(without(due, dueOf(model, client, owed))).toBe('')
  },
})

/** What the card of the balance says, in any order. */
function dueOf(model: Model, client: Client, owed: Model['invoices']): string[] {
  const all = Object.keys(digits) as Currency[]
  const due = all.flatMap(currency => {
    const here = owed.filter(one => one.currency === currency)
    const sum = here.reduce((total, one) => total + balanceOf(model, one), 0)
    return sum > 0 ? [money(sum, currency)] : []
  })
  const credit = all
    .filter(currency => client.credit[currency] > 0)
    .map(currency => `${money(client.credit[currency], currency)} credit in your favor`)
  return [...credit, ...(due.length > 0 ? due : ['Nothing due'])]
}

/** What is left of a text once each part was taken out of it; the longest first, which may hold others. */
const without = (text: string, parts: string[]): string =>
  parts
    .sort((a, b) => b.length - a.length)
    .reduce((rest, part) => (rest.includes(part) ? rest.replace(part, '') : `${rest} lacks ${part}`), text)
    .trim()

export const clientCommands = (): [weight: number, fc.Arbitrary<Command>][] => [
  [2, rotate],
  [1, revoke],
  [1, remove],
  [1, wait],
  [4, lapse],
  [3, look],
]
