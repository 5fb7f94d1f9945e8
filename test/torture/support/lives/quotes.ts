// Everything that a business does to a quote, and what has to come of it. What its client does: visits.ts.
import fc from 'fast-check'
import type { Answer } from '../../../support/world.ts'
import { type Command, type Coverage, command, currency, picked, priced, seen, which } from './command.ts'
import {
  amountText,
  type Client,
  type Currency,
  dayIn,
  endOf,
  type Model,
  nextNumber,
  type Priced,
  type Quote,
  type QuoteAct,
  quoteSituation,
  quoteStep,
  type Refusal,
  sumsOf,
} from './model.ts'
import { asked, guarded, lookAtQuote, type Real, readLink, type Seen } from './real.ts'

const MOST = 2

const standing = ({ quotes }: Model) => quotes.filter(({ stands }) => stands !== 'gone')
/** There is a quote to do something to. */
export const some = ({ quotes }: Model) => quotes.length > 0

export const linesOf = ({ lines, rate }: Priced, of: Quote['currency']) =>
  lines.map(({ count, price }, at) => ({
    ...{ description: `Line ${at + 1}`, category: 'other', quantity: String(count) },
    ...{ unit_price: amountText(price, of), tax_rate: String(rate / 100) },
  }))

export const pricedBody = (given: Priced, of: Quote['currency']) => ({
  lines: linesOf(given, of),
  discount: given.discount > 0 ? { percent: String(given.discount) } : null,
})

/** Tries an act of the business: refused by the guard, by the table, or by `also`. Null where it was refused. */
async function tried(
  coverage: Coverage,
  { model, real, quote, act, seen: was }: Trying,
  what: { method: string; path: string; body?: object },
  also: () => Refusal | null = () => null,
): Promise<Answer | null> {
  const situation = quoteSituation(quote, model.now)
  const guard = guarded(was, situation === 'gone')
  const step = situation === 'gone' ? null : quoteStep(act, situation)
  const refusal = guard ?? (step && 'to' in step ? also() : (step as Refusal))
  if (!guard) count(coverage, `quote ${situation} ${act}`)
  const { method, path, body } = what
  const answer = await asked(
    real,
    { method, path, seen: was, etag: quote.etag, ...(body && { body }) },
    refusal,
  )
  return refusal === null ? answer : null
}

type Trying = { model: Model; real: Real; quote: Quote; act: QuoteAct; seen: Seen }

export const count = (coverage: Coverage, what: string) => coverage.set(what, (coverage.get(what) ?? 0) + 1)

const clientOf = (model: Model, quote: Quote) => model.clients[quote.client] as Client

const create = command({
  name: 'create quote',
  args: fc.record({ client: which, priced, currency, days: fc.constantFrom(-1, 0, 1, 2, 3, 4, 5, 6) }),
  ready: model => standing(model).length < MOST,
  async run(model, real, { client: at, priced: given, currency: of, days }) {
    const client = at % model.clients.length
    const validUntil = dayIn(model, days)
    const { id: client_id, there } = model.clients[client] as Client
    const body = { client_id, title: 'New', valid_until: validUntil, currency: of, ...pricedBody(given, of) }
    const answer = await asked(
      real,
      { method: 'POST', path: '/quotes', body },
      there ? null : [422, 'invalid'],
    )
    if (!there) return
    const { id } = answer.body
    const quote: Quote = {
      ...{ id, client, currency: of, title: 'New', priced: given, total: sumsOf(given).total, number: null },
      ...{ stands: 'draft', revision: 0, validUntil, endsAt: Number.POSITIVE_INFINITY },
      ...{ frozen: null, hashes: [], decisions: [], etag: '' },
    }
    model.quotes.push(quote)
    model.trail.push(['quote.created', id])
    await lookAtQuote(model, real, quote, 'new')
  },
})

const edits = fc.oneof(
  fc.record({ title: fc.constantFrom('Changed', 'Changed again') }),
  fc.record({ priced }),
  fc.record({ priced, currency }),
  fc.record({ days: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ days: fc.integer({ min: 0, max: 6 }), priced }),
)
type Edit = { title?: string; priced?: Priced; currency?: Currency; days?: number }

const edit = (coverage: Coverage) =>
  command({
    name: 'edit quote',
    args: fc.record({ at: which, seen, change: edits as fc.Arbitrary<Edit> }),
    ready: some,
    async run(model, real, { at, seen: was, change: { title, priced: given, currency: of, days } }) {
      const quote = picked(model.quotes, at)
      const body = {
        ...(title && { title }),
        ...(given && pricedBody(given, of ?? quote.currency)),
        ...(of && { currency: of }),
        ...(days !== undefined && { valid_until: dayIn(model, days) }),
      }
      const trying = { model, real, quote, act: 'edit', seen: was } as const
      const also = (): Refusal | null => (clientOf(model, quote).there ? null : [422, 'invalid'])
      const done = await tried(coverage, trying, { method: 'PATCH', path: `/quotes/${quote.id}`, body }, also)
      if (done) {
        if (title) quote.title = title
        if (of) quote.currency = of
        if (given) Object.assign(quote, { priced: given, total: sumsOf(given).total })
        if (days !== undefined) quote.validUntil = dayIn(model, days)
        model.trail.push(['quote.updated', quote.id])
      }
      await lookAtQuote(model, real, quote, done ? 'new' : 'same')
    },
  })

const remove = (coverage: Coverage) =>
  command({
    name: 'delete quote',
    args: fc.record({ at: which, seen }),
    ready: some,
    async run(model, real, { at, seen: was }) {
      const quote = picked(model.quotes, at)
      const trying = { model, real, quote, act: 'delete', seen: was } as const
      if (await tried(coverage, trying, { method: 'DELETE', path: `/quotes/${quote.id}` })) {
        quote.stands = 'gone'
        model.trail.push(['quote.deleted', quote.id])
      }
      await lookAtQuote(model, real, quote, 'same')
    },
  })

/** Why what the table lets through is not sent. */
export function whyNotSent(client: Client): Refusal | null {
  if (!client.there) return [409, 'client_deleted']
  return client.link === 'revoked' ? [409, 'link_revoked'] : null
}

const whyNotSentQuote = (model: Model, quote: Quote): Refusal | null => {
  if (quote.priced.lines.length === 0) return [409, 'quote_empty']
  if (quote.validUntil < dayIn(model)) return [409, 'quote_past_validity']
  return whyNotSent(clientOf(model, quote))
}

const send = (coverage: Coverage) =>
  command({
    name: 'send quote',
    args: fc.record({ at: which, seen }),
    ready: some,
    async run(model, real, { at, seen: was }) {
      const quote = picked(model.quotes, at)
      const client = clientOf(model, quote)
      const trying = { model, real, quote, act: 'send', seen: was } as const
      const also = () => whyNotSentQuote(model, quote)
      const done = await tried(coverage, trying, { method: 'POST', path: `/quotes/${quote.id}/send` }, also)
      if (done) {
        quote.number ??= nextNumber(model, 'Q')
        Object.assign(quote, { stands: 'sent', endsAt: endOf(model, quote.validUntil) })
        const { title, priced: given, total, validUntil, currency: of } = quote
        quote.frozen = { title, priced: given, total, validUntil, currency: of }
        quote.revision += 1
        quote.hashes[quote.revision] = done.body.content_hash
        model.trail.push(['quote.sent', quote.id])
        model.events.push(`quote_sent:${quote.id}:${quote.revision}`)
        await linked(model, real, client)
      }
      await lookAtQuote(model, real, quote, done ? 'new' : 'same')
    },
  })

/** A first sending has made the link. */
export async function linked(model: Model, real: Real, client: Client): Promise<void> {
  if (client.link !== 'none') return
  client.link = 'alive'
  await readLink(model, real, client)
}

/** Cancelling, closing and recording an acceptance: acts without a body of their own. */
const ends = (coverage: Coverage, act: 'cancel' | 'close' | 'accept', action: string) =>
  command({
    name: `${act} quote`,
    args: fc.record({ at: which, seen }),
    ready: some,
    async run(model, real, { at, seen: was }) {
      const quote = picked(model.quotes, at)
      const situation = quoteSituation(quote, model.now)
      const trying = { model, real, quote, act, seen: was }
      const done = await tried(coverage, trying, { method: 'POST', path: `/quotes/${quote.id}/${act}` })
      if (done && situation !== 'gone') {
        const step = quoteStep(act, situation) as { to: Quote['stands'] }
        quote.stands = step.to
        if (act === 'accept')
          quote.decisions[quote.revision] = { kind: 'accepted', by: 'business', name: null }
        model.trail.push([action, quote.id])
      }
      await lookAtQuote(model, real, quote, done ? 'new' : 'same')
    },
  })

/** By weight: what opens and moves a quote has to happen more often than what ends it. */
export const quoteCommands = (coverage: Coverage): [weight: number, fc.Arbitrary<Command>][] => [
  [4, create],
  [7, edit(coverage)],
  [5, remove(coverage)],
  [16, send(coverage)],
  [6, ends(coverage, 'cancel', 'quote.cancelled')],
  [5, ends(coverage, 'close', 'quote.closed')],
  [5, ends(coverage, 'accept', 'quote.accepted')],
]
