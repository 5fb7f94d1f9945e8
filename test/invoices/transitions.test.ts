// Every situation of an invoice × everything that the API can do to it, as src/documents/transitions.ts has it: done, or
// refused with its code and nothing changed. (What the table itself should say: rules.test.ts.)
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type InvoiceAct,
  type InvoiceSituation,
  invoiceTransitions,
} from '../../src/documents/transitions.ts'
import { tryCell } from '../support/transitions.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  type Business,
  created,
  succeeded,
} from '../support/world.ts'

const BEFORE = Date.parse('2026-06-15T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEFORE })
})
afterEach(() => {
  vi.useRealTimers()
})

/** `payments`: ids of those that were made, by the order in which they were. */
type World = { business: Business; client: string; id: string; payments: string[] }

async function aDraft(more: object): Promise<World> {
  const business = await aBusiness()
  const client = await aClient(business)
  const body = anInvoice(client, { due_on: '2026-06-30', ...more })
  return { business, client, id: created(await business.api('POST', '/invoices', body)), payments: [] }
}

type Step = (world: World) => Promise<unknown> | unknown

const sent: Step = async ({ business, id }) => succeeded(await business.api('POST', `/invoices/${id}/send`))
const voided: Step = async ({ business, id }) => succeeded(await business.api('POST', `/invoices/${id}/void`))
const late: Step = () => vi.setSystemTime('2026-07-02T12:00:00Z')
const withoutClient: Step = async ({ business, client }) =>
  succeeded(await business.api('DELETE', `/clients/${client}`))

const paid =
  (amount: string): Step =>
  async ({ business, id, payments }) => {
    const body = { amount, method: 'cash' }
    payments.push(created(await business.api('POST', `/invoices/${id}/payments`, body)))
  }

const takenBack =
  (nth: number): Step =>
  async ({ business, payments }) =>
    succeeded(await business.api('POST', `/payments/${payments[nth]}/reverse`))

/** The ways into a situation, of an invoice of $300.00: the word that the API then has for it, and the steps. */
const ways: Record<string, [InvoiceSituation, word: string, ...Step[]]> = {
  draft: ['draft', 'draft'],
  sent: ['sent', 'sent', sent],
  'sent, its client deleted': ['sent', 'sent', sent, withoutClient],
  overdue: ['sent', 'overdue', sent, late],
  'paid, and taken back': ['sent', 'sent', sent, paid('300.00'), takenBack(0)],
  'partly paid': ['partial', 'partial', sent, paid('299.98')],
  'partly paid, overdue': ['partial', 'overdue', sent, paid('0.01'), late],
  'with a payment of which all is credit': [
    ...(['partial', 'sent'] as const),
    ...[sent, paid('300.00'), paid('50.00'), takenBack(0)],
  ],
  paid: ['paid', 'paid', sent, paid('300.00')],
  'paid, past its day': ['paid', 'paid', sent, paid('300.00'), late],
  overpaid: ['paid', 'paid', sent, paid('400.00')],
  void: ['void', 'void', sent, voided],
  'void, once paid': ['void', 'void', sent, paid('400.00'), takenBack(0), voided],
}

const free: typeof ways = {
  'of nothing': ['free', 'paid', sent],
  'of nothing, with money on it': ['paid', 'paid', sent, paid('5.00')],
  'of nothing, its money taken back': ['free', 'paid', sent, paid('5.00'), takenBack(0)],
  'of nothing, void': ['void', 'void', sent, voided],
}

const acts: Record<InvoiceAct, (world: World) => Promise<Answer>> = {
  edit: ({ business, id }) => business.api('PATCH', `/invoices/${id}`, { title: 'Changed' }),
  delete: ({ business, id }) => business.api('DELETE', `/invoices/${id}`),
  send: ({ business, id }) => business.api('POST', `/invoices/${id}/send`),
  pay: ({ business, id }) =>
    business.api('POST', `/invoices/${id}/payments`, { amount: '0.01', method: 'cash' }),
  void: ({ business, id }) => business.api('POST', `/invoices/${id}/void`),
}

async function look({ business, id }: World): Promise<string> {
  const { status, body } = await business.api('GET', `/invoices/${id}`)
  return status === 404 ? 'gone' : body.status
}

test('there is a way into every situation of the table', () => {
  const reached = Object.values({ ...ways, ...free }).map(([situation]) => situation)
  expect(new Set(reached)).toEqual(new Set(Object.keys(invoiceTransitions.edit)))
})

const all = [
  ...Object.entries(ways).map(([name, way]) => ({ name, way, more: {} })),
  ...Object.entries(free).map(([name, way]) => ({ name, way, more: { discount: { percent: '100' } } })),
]

test.each(all)('$name', async ({ way: [situation, word, ...steps], more }) => {
  for (const [act, row] of Object.entries(invoiceTransitions)) {
    vi.setSystemTime(BEFORE)
    const world = await aDraft(more)
    for (const step of steps) await step(world)
    expect(await look(world)).toBe(word)
    const partial = word === 'overdue' ? 'overdue' : 'partial'
    const found = { draft: 'draft', gone: 'gone', sent: 'sent', partial, paid: 'paid', void: 'void' }
    const trying = { act: () => acts[act as InvoiceAct](world), look: () => look(world) }
    await tryCell(`${act}: ${row[situation]}`, trying, found)
  }
})
