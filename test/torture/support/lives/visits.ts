// What a client does with a quote, by any link: opening it, signing it, declining it; and what has to come of it.
import fc from 'fast-check'
import { expect } from 'vitest'
import { posted } from '../../../support/portal.ts'
import { open, request } from '../../../support/world.ts'
import { type Command, type Coverage, command, picked, which } from './command.ts'
import { type Client, isShown, type Model, type Quote, quoteSituation } from './model.ts'
import { count, some } from './quotes.ts'
import { changed, lookAtQuote, unchanged } from './real.ts'

/** Of any client, by any link that there ever was; most often its own newest. */
const visitor = fc.record({
  at: which,
  client: fc.oneof({ arbitrary: fc.constant(null), weight: 9 }, { arbitrary: which, weight: 1 }),
  link: fc.oneof({ arbitrary: fc.constant(null), weight: 9 }, { arbitrary: which, weight: 1 }),
})

type Visiting = { at: number; client: number | null; link: number | null }

/** Whose portal is entered, through which link, and whether that lives. */
function doorOf(model: Model, quote: Quote, { client: other, link }: Visiting) {
  const client = other === null ? quote.client : other % model.clients.length
  const { paths, link: state } = model.clients[client] as Client
  const at = link === null ? paths.length - 1 : link % Math.max(paths.length, 1)
  const alive = state === 'alive' && at === paths.length - 1
  return { path: paths[at] ?? '/portal/none', alive, own: client === quote.client }
}

const view = command({
  name: 'client views quote',
  args: fc.record({ visit: visitor, person: fc.constantFrom(true, true, true, false) }),
  ready: some,
  async run(model, real, { visit, person }) {
    // What was opened already is opened less often: most things happen to a quote that was opened once.
    const unopened = model.quotes.filter(one => quoteSituation(one, model.now) === 'sent')
    const quote = picked(unopened.length > 0 && visit.at % 3 > 0 ? unopened : model.quotes, visit.at)
    const door = doorOf(model, quote, visit)
    const path = `${door.path}/quotes/${quote.id}`
    const { status } = await (person ? open(path) : request(path))
    const shown = door.alive && door.own && isShown(quote)
    expect(status).toBe(shown ? 200 : 404)
    if (shown && person && quoteSituation(quote, model.now) === 'sent') {
      quote.stands = 'viewed'
      model.trail.push(['quote.viewed', quote.id])
      model.events.push(`quote_viewed:${quote.id}:${quote.revision}`)
      await changed(real)
    } else await unchanged(real)
    await lookAtQuote(model, real, quote, 'same')
  },
})

const NAMES = ['Dana Whitfield', 'Sam Field']

type Answering = { kind: 'accepted' | 'rejected'; hash: string; name: string }

/** Repeating what was decided gets what the first time got; a decline, while no newer revision is shown. */
function isRepeat(quote: Quote, { kind, hash, name }: Answering): boolean {
  const decision = quote.decisions[quote.hashes.indexOf(hash)]
  if (decision?.by !== 'client' || decision.kind !== kind) return false
  if (kind === 'accepted') return decision.name === name
  return !isShown(quote) || quote.hashes[quote.revision] === hash
}

/** 303, and whether it is recorded; 404 where there is nothing to answer; 409 where it is too late for that. */
function foretold(model: Model, quote: Quote, answering: Answering): { status: number; recorded: boolean } {
  const { hash } = answering
  if (isRepeat(quote, answering)) return { status: 303, recorded: false }
  if (!isShown(quote)) return { status: quote.hashes.includes(hash) ? 409 : 404, recorded: false }
  const situation = quoteSituation(quote, model.now)
  const isOpen = situation === 'sent' || situation === 'viewed'
  const recorded = isOpen && quote.hashes[quote.revision] === hash
  return { status: recorded ? 303 : 409, recorded }
}

const answers = (coverage: Coverage, kind: 'accepted' | 'rejected') =>
  command({
    name: `client ${kind === 'accepted' ? 'accepts' : 'declines'} quote`,
    args: fc.record({
      visit: visitor,
      name: fc.constantFrom(...NAMES),
      read: fc.oneof(
        { arbitrary: fc.constant('current' as const), weight: 8 },
        { arbitrary: fc.constantFrom('older' as const, 'wrong' as const), weight: 1 },
      ),
    }),
    ready: some,
    async run(model, real, { visit, name, read }) {
      const quote = picked(model.quotes, visit.at)
      const door = doorOf(model, quote, visit)
      const revision = read === 'older' ? Math.max(quote.revision - 1, 1) : quote.revision
      const hash = (read === 'wrong' ? undefined : quote.hashes[revision]) ?? 'f'.repeat(64)
      const situation = quoteSituation(quote, model.now)
      const of = kind === 'accepted' ? 'acceptance' : 'rejection'
      const fields = kind === 'accepted' ? { signature: name, consent: 'on' } : { reason: 'price' }
      const { status, recorded } =
        door.alive && door.own
          ? foretold(model, quote, { kind, hash, name })
          : { status: 404, recorded: false }
      if (door.alive && door.own) count(coverage, `quote ${situation} client ${of}`)
      const response = await posted(`${door.path}/quotes/${quote.id}/${of}`, {
        content_hash: hash,
        ...fields,
      })
      expect(response.status).toBe(status)
      if (recorded) {
        quote.stands = kind
        quote.decisions[quote.revision] = { kind, by: 'client', name: kind === 'accepted' ? name : null }
        model.trail.push([`quote.${kind}`, quote.id])
        model.events.push(`quote_${kind}:${quote.id}:${quote.revision}`)
        if (kind === 'accepted') model.events.push(`receipt:${quote.id}`)
        await changed(real)
      } else await unchanged(real)
      await lookAtQuote(model, real, quote, recorded ? 'new' : 'same')
    },
  })

export const visitCommands = (coverage: Coverage): [weight: number, fc.Arbitrary<Command>][] => [
  [16, view],
  [5, answers(coverage, 'accepted')],
  [6, answers(coverage, 'rejected')],
]
