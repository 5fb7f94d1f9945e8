// Two requests at once, of any two kinds, in a world in any situation: what they are told and what they leave behind has
// to be what one after the other makes, in one of the two orders. The orders are tried in worlds of their own.
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { posted } from '../../support/portal.ts'
import {
  anInvoiceDraft,
  aQuoteDraft,
  BEFORE,
  invoiceActs,
  invoiceWays,
  late,
  quoteActs,
  quoteWays,
  type Step,
  type Subject,
} from '../../support/ways.ts'
import { type Answer, aBusiness, aClient, type Business, created, portalOf } from '../../support/world.ts'
import type { Random } from './random.ts'

/** What both have read before either acts: the client's link, the content last sent, the versions. */
type Read = { home: string; hash: string; etags: { quote: string; invoice: string; client: string } }

type World = { business: Business; client: string; quote: Subject; invoice: Subject; read: Read }

/** An act, and what it is answered with: the status, and a refusal's code. */
type Act = (world: World, seen: 'any' | 'current') => Promise<string>

const told = ({ status, body }: Pick<Answer, 'status' | 'body'>) => `${status} ${body?.code ?? ''}`.trim()

type Noun = keyof Read['etags']

const seeing = ({ read }: World, noun: Noun, seen: 'any' | 'current'): Record<string, string> =>
  seen === 'any' ? {} : { 'if-match': read.etags[noun] }

const ofQuotes = Object.entries(quoteActs).map(([name, act]): [string, Act] => [
  `quote ${name}`,
  async (world, seen) => told(await act(world.quote, seeing(world, 'quote', seen))),
])

const ofInvoices = Object.entries(invoiceActs).map(([name, act]): [string, Act] => [
  `invoice ${name}`,
  async (world, seen) => told(await act(world.invoice, seeing(world, 'invoice', seen))),
])

const answering =
  (of: 'acceptance' | 'rejection', fields: Record<string, string>): Act =>
  async ({ quote, read: { home, hash } }) =>
    `${(await posted(`${home}/quotes/${quote.id}/${of}`, { content_hash: hash, ...fields })).status}`

const paying =
  (amount: string, method: string): Act =>
  async ({ business, invoice }) =>
    told(await business.api('POST', `/invoices/${invoice.id}/payments`, { amount, method }))

const toClient =
  (method: string, path: string, body?: object): Act =>
  async (world, seen) => {
    const { business, client } = world
    return told(await business.api(method, `/clients/${client}${path}`, body, seeing(world, 'client', seen)))
  }

const acts = new Map<string, Act>([
  ...ofQuotes,
  ...ofInvoices,
  ['client signs', answering('acceptance', { signature: 'Dana Whitfield', consent: 'on' })],
  ['client declines', answering('rejection', {})],
  ['pay all', paying('300.00', 'cash')],
  ['pay too much', paying('400.00', 'cash')],
  ['use credit', paying('100.00', 'credit')],
  [
    'take the first payment back',
    async ({ business, invoice: { payments } }) =>
      told(await business.api('POST', `/payments/${payments[0] ?? 'pay_0'}/reverse`)),
  ],
  ['link rotate', toClient('POST', '/link/rotate')],
  ['link revoke', toClient('DELETE', '/link')],
  ['client edit', toClient('PATCH', '', { name: 'Sam Field' })],
  ['client delete', toClient('DELETE', '')],
])

const staying = <Way>(ways: Record<string, Way>) =>
  Object.entries(ways).filter(
    ([name]) => !name.includes('client deleted') && !name.includes('with its client'),
  )

type Race = { quote: string; invoice: string; pair: [string, string]; seen: 'any' | 'current' }

/** What an act is about; `client`: about everything that the client has. */
const subjectOf = (name: string) =>
  /^(quote|client (signs|declines))/.test(name) ? 'quote' : /^(link|client)/.test(name) ? 'client' : 'invoice'

/** Any two acts that may meet, the same twice too, in any two situations. */
export function aRace(random: Random): Race {
  const names = [...acts.keys()]
  const one = random.of(names)
  const others = names.filter(name => new Set([subjectOf(name), subjectOf(one), 'client']).size < 3)
  return {
    quote: random.of(staying(quoteWays))[0],
    invoice: random.of(staying(invoiceWays))[0],
    pair: [one, random.of(others)],
    seen: random.of(['any', 'any', 'current']),
  }
}

async function aWorld({ quote: quoteWay, invoice: invoiceWay }: Race): Promise<World> {
  vi.setSystemTime(BEFORE)
  const business = await aBusiness()
  const client = await aClient(business)
  // A link to come by and credit to use, whatever the rest is.
  const other = await anInvoiceDraft({ business, client })
  await invoiceActs.send(other)
  created(await business.api('POST', `/invoices/${other.id}/payments`, { amount: '450.00', method: 'cash' }))
  const [quote, invoice] = [
    await aQuoteDraft({ business, client }),
    await anInvoiceDraft({ business, client }),
  ]
  const [, ...quoteSteps] = quoteWays[quoteWay] as [string, ...Step[]]
  const [, , ...invoiceSteps] = invoiceWays[invoiceWay] as [string, string, ...Step[]]
  for (const step of quoteSteps) if (step !== late) await step(quote)
  for (const step of invoiceSteps) if (step !== late) await step(invoice)
  if ([...quoteSteps, ...invoiceSteps].includes(late)) await late(quote)
  return { business, client, quote, invoice, read: await readAll(business, client, quote.id, invoice.id) }
}

async function readAll(business: Business, client: string, quote: string, invoice: string): Promise<Read> {
  const etag = async (path: string) => (await business.api('GET', path)).etag
  const sql = 'select content_hash from quote_revisions where quote_id = ? order by revision desc'
  const hash = await env.DB.prepare(sql).bind(quote).first<string>('content_hash')
  const etags = {
    quote: await etag(`/quotes/${quote}`),
    invoice: await etag(`/invoices/${invoice}`),
    client: await etag(`/clients/${client}`),
  }
  return { home: await portalOf(business, client), hash: hash ?? 'f'.repeat(64), etags }
}

const rows = {
  quotes: `select state || ' ' || revision || ' ' || coalesce(number, '-') || ' ' || title || ' ' || version as said from quotes`,
  decisions: `select kind || ' ' || revision || ' by ' || decided_by as said from quote_decisions`,
  signatures: `select sequence || ' ' || signed_name as said from signature_records`,
  invoices: `select state || ' ' || total || ' ' || paid || ' ' || coalesce(number, '-') || ' ' || title || ' ' || version as said from invoices`,
  payments: `select amount || ' ' || applied || ' ' || credit as said from payments`,
  credits: 'select amount as said from client_credits',
  clients: `select name || ' ' || (deleted_at is null) as said from clients`,
  links: `select origin || ' ' || coalesce(death, 'alive') as said from portal_links`,
  messages: `select kind || ' ' || state as said from messages`,
  trail: 'select action as said from audit_entries',
}

/** All that a world has become, without ids and times, so that two of them can be compared. */
async function leftIn({ business }: World): Promise<string> {
  const texts = Object.values(rows).map(sql => env.DB.prepare(`${sql} where business_id = ? order by 1`))
  const found = await env.DB.batch<{ said: string }>(texts.map(text => text.bind(business.id)))
  const lines = Object.keys(rows).map(
    (name, at) => `${name}: ${(found[at]?.results ?? []).map(({ said }) => said).join(', ')}`,
  )
  return lines.join('\n')
}

/**
 * A draft goes with its client: who has read the draft before finds the client gone, or the draft; one that was sent before is
 * closed, and no draft any more.
 */
const goneAlike = (answer: string) =>
  /^(404 not_found|409 client_deleted|409 quote_not_draft|422 invalid)$/.test(answer)
    ? 'refused: gone'
    : answer

type Run = (first: () => Promise<string>, second: () => Promise<string>) => Promise<[string, string]>

async function outcomeOf(race: Race, run: Run): Promise<string> {
  const world = await aWorld(race)
  const [one, other] = race.pair.map(name => () => (acts.get(name) as Act)(world, race.seen)) as [
    () => Promise<string>,
    () => Promise<string>,
  ]
  const answers = await run(one, other)
  const said = race.pair.includes('client delete') ? answers.map(goneAlike) : answers
  return `${said.join(' | ')}\n${await leftIn(world)}`
}

/** Runs a race; gives what both were told, and, where neither order explains what came of it, that. */
export async function race(one: Race): Promise<{ said: string; fault: string | null }> {
  const atOnce = await outcomeOf(one, (first, second) => Promise.all([first(), second()]))
  const said = `${one.pair.join(' × ')}: ${atOnce.slice(0, atOnce.indexOf('\n'))}`
  const inOrder = await outcomeOf(one, async (first, second) => [await first(), await second()])
  if (atOnce === inOrder) return { said, fault: null }
  const turned = await outcomeOf(one, async (first, second) => {
    const answer = await second()
    return [await first(), answer]
  })
  if (atOnce === turned) return { said, fault: null }
  return { said, fault: [JSON.stringify(one), atOnce, 'NOT', inOrder, 'NOR', turned].join('\n') }
}
