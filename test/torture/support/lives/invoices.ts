// Everything that a business does to an invoice, and what has to come of it. Money: payments.ts.
import fc from 'fast-check'
import type { Answer } from '../../../support/world.ts'
import {
  type Command,
  type Coverage,
  command,
  currency,
  percent,
  picked,
  priced,
  seen,
  which,
} from './command.ts'
import {
  amountText,
  type Client,
  dayIn,
  endOf,
  type Invoice,
  type InvoiceAct,
  invoicedOf,
  invoiceSituation,
  invoiceStep,
  type Model,
  nextNumber,
  type Priced,
  type Quote,
  quoteSituation,
  quoteStep,
  type Refusal,
  shareOf,
  sumsOf,
} from './model.ts'
import { count, linked, pricedBody, whyNotSent } from './quotes.ts'
import { asked, guarded, lookAtInvoice, lookAtQuote, type Real, type Seen } from './real.ts'

const MOST = 3

const standing = ({ invoices }: Model) => invoices.filter(({ state }) => state !== 'gone')
/** There is an invoice to do something to. */
export const some = ({ invoices }: Model) => invoices.length > 0
const room = (model: Model) => standing(model).length < MOST
export const clientOf = (model: Model, { client }: { client: number }) => model.clients[client] as Client

type Trying = { model: Model; real: Real; invoice: Invoice; act: InvoiceAct; seen: Seen }

/** Tries an act: refused by the guard, by the table, or by `also`. Null where it was refused. */
export async function tried(
  coverage: Coverage,
  { model, real, invoice, act, seen: was }: Trying,
  request: { method: string; path: string; body?: object },
  also: () => Refusal | null = () => null,
): Promise<Answer | null> {
  const situation = invoiceSituation(model, invoice)
  const guard = guarded(was, situation === 'gone')
  const step = situation === 'gone' ? null : invoiceStep(act, situation)
  const refusal = guard ?? (step && 'to' in step ? also() : (step as Refusal))
  if (!guard) count(coverage, `invoice ${situation} ${act}`)
  const answer = await asked(real, { ...request, seen: was, etag: invoice.etag }, refusal)
  return refusal === null ? answer : null
}

type Draft = Pick<Invoice, 'client' | 'currency' | 'total' | 'beyond' | 'quote'>

/** An invoice of a quote: of one that the same client has accepted, in its currency, within it unless told to go beyond. */
function whyNotOfQuote(model: Model, draft: Draft, but?: Invoice): Refusal | null {
  const { quote } = draft
  if (!clientOf(model, draft).there) return [422, 'invalid']
  if (quote === null) return null
  if (quote.stands !== 'accepted' || quote.client !== draft.client) return [422, 'invalid']
  if (quote.currency !== draft.currency) return [422, 'invalid']
  const isBeyond = invoicedOf(model, quote, but) + draft.total > quote.total
  return isBeyond && !draft.beyond ? [409, 'quote_invoiced'] : null
}

const create = command({
  name: 'create invoice',
  args: fc.record({
    ...{ client: which, priced, currency, days: fc.integer({ min: -2, max: 3 }) },
    // Few quotes are accepted: of any other, none is made.
    quote: fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary: which, weight: 1 }),
    beyond: fc.boolean(),
  }),
  ready: room,
  async run(model, real, { client: at, priced: given, currency: of, days, quote: quoteAt, beyond }) {
    const client = at % model.clients.length
    const quote = quoteAt === null || model.quotes.length === 0 ? null : picked(model.quotes, quoteAt)
    const dueOn = dayIn(model, days)
    const { id: client_id } = model.clients[client] as Client
    const body = {
      ...{ client_id, title: 'New', due_on: dueOn, currency: of, beyond_quote: beyond },
      ...pricedBody(given, of),
      ...(quote && { quote_id: quote.id }),
    }
    const draft = { client, currency: of, total: sumsOf(given).total, beyond, quote }
    const refusal = whyNotOfQuote(model, draft)
    const answer = await asked(real, { method: 'POST', path: '/invoices', body }, refusal)
    if (refusal) return
    const more = { title: 'New', priced: given, dueOn, part: false }
    await drafted(model, real, { id: answer.body.id, ...draft, ...more })
  },
})

type NewInvoice = Omit<Invoice, 'number' | 'etag' | 'state' | 'endsAt'>

async function drafted(model: Model, real: Real, given: NewInvoice): Promise<void> {
  const life = { number: null, etag: '', state: 'draft', endsAt: Number.POSITIVE_INFINITY } as const
  const invoice: Invoice = { ...given, ...life }
  model.invoices.push(invoice)
  model.trail.push(['invoice.created', invoice.id])
  await lookAtInvoice(model, real, invoice, 'new')
}

const parts = fc.oneof(
  fc.constant({ of: 'rest' as const, share: 0 }),
  fc.record({ of: fc.constantFrom('percent' as const, 'amount' as const), share: percent }),
)

/** How much is to be invoiced, or why that can't be. */
function targetOf(
  quote: Quote,
  left: number,
  { of, share }: { of: string; share: number },
): number | Refusal {
  if (of === 'rest') return left > 0 ? left : [409, 'quote_invoiced']
  const target = shareOf(quote.total, share)
  return target > 0 ? target : [422, 'invalid']
}

const convert = (coverage: Coverage) =>
  command({
    name: 'convert quote',
    args: fc.record({ at: which, part: parts, beyond: fc.boolean() }),
    ready: model => model.quotes.length > 0 && room(model),
    async run(model, real, { at, part, beyond }) {
      const quote = picked(model.quotes, at)
      const situation = quoteSituation(quote, model.now)
      const left = quote.total - invoicedOf(model, quote)
      const target = targetOf(quote, left, part)
      const share = shareOf(quote.total, part.share)
      const body = {
        ...(part.of === 'percent' && { percent: String(part.share) }),
        ...(part.of === 'amount' && { amount: amountText(share, quote.currency) }),
        beyond_quote: beyond,
      }
      const refusal = ((): Refusal | null => {
        if (situation === 'gone') return [404, 'not_found']
        const step = quoteStep('invoice', situation)
        if (!('to' in step)) return step
        if (!clientOf(model, quote).there) return [409, 'client_deleted']
        if (typeof target !== 'number') return target
        return target > left && !beyond ? [409, 'quote_invoiced'] : null
      })()
      if (situation !== 'gone') count(coverage, `quote ${situation} invoice`)
      const path = `/quotes/${quote.id}/invoices`
      const answer = await asked(real, { method: 'POST', path, body }, refusal)
      if (refusal === null && typeof target === 'number') {
        const { id, client, currency: of, title, priced: whole } = { ...quote, id: answer.body.id }
        const isPart = target !== quote.total
        await drafted(model, real, {
          ...{ id, client, currency: of, title, priced: whole, total: target, beyond, quote },
          ...{ dueOn: dayIn(model, 30), part: isPart },
        })
      }
      await lookAtQuote(model, real, quote, 'same')
    },
  })

const edits = fc.oneof(
  fc.record({ title: fc.constantFrom('Changed', 'Changed again') }),
  fc.record({ priced }),
  fc.record({ days: fc.integer({ min: -2, max: 3 }) }),
)
type Edit = { title?: string; priced?: Priced; days?: number }

const edit = (coverage: Coverage) =>
  command({
    name: 'edit invoice',
    args: fc.record({ at: which, seen, change: edits as fc.Arbitrary<Edit> }),
    ready: some,
    async run(model, real, { at, seen: was, change: { title, priced: given, days } }) {
      const invoice = picked(model.invoices, at)
      const body = {
        ...(title && { title }),
        ...(given && pricedBody(given, invoice.currency)),
        ...(days !== undefined && { due_on: dayIn(model, days) }),
      }
      const total = given ? sumsOf(given).total : invoice.total
      const also = () => whyNotOfQuote(model, { ...invoice, total }, invoice)
      const trying = { model, real, invoice, act: 'edit', seen: was } as const
      const path = `/invoices/${invoice.id}`
      const done = await tried(coverage, trying, { method: 'PATCH', path, body }, also)
      if (done) {
        if (title) invoice.title = title
        if (given) Object.assign(invoice, { priced: given, total, part: false })
        if (days !== undefined) invoice.dueOn = dayIn(model, days)
        model.trail.push(['invoice.updated', invoice.id])
      }
      await lookAtInvoice(model, real, invoice, done ? 'new' : 'same')
    },
  })

/** Deleting, sending and voiding: acts without a body. */
const ends = (
  coverage: Coverage,
  act: 'delete' | 'send' | 'void',
  done: (model: Model, real: Real, invoice: Invoice) => Promise<unknown> | unknown,
  also: (model: Model, invoice: Invoice) => Refusal | null = () => null,
) =>
  command({
    name: `${act} invoice`,
    args: fc.record({ at: which, seen }),
    ready: some,
    async run(model, real, { at, seen: was }) {
      const invoice = picked(model.invoices, at)
      const trying = { model, real, invoice, act, seen: was }
      const path = `/invoices/${invoice.id}`
      const what = act === 'delete' ? { method: 'DELETE', path } : { method: 'POST', path: `${path}/${act}` }
      const isDone = await tried(coverage, trying, what, () => also(model, invoice))
      if (isDone) await done(model, real, invoice)
      await lookAtInvoice(model, real, invoice, isDone ? 'new' : 'same')
    },
  })

function deleted(model: Model, _: Real, invoice: Invoice) {
  invoice.state = 'gone'
  model.trail.push(['invoice.deleted', invoice.id])
}

async function sent(model: Model, real: Real, invoice: Invoice) {
  invoice.number = nextNumber(model, 'INV')
  Object.assign(invoice, { state: 'sent', endsAt: endOf(model, invoice.dueOn) })
  model.trail.push(['invoice.sent', invoice.id])
  model.events.push(`invoice_sent:${invoice.id}:1`)
  await linked(model, real, clientOf(model, invoice))
}

const whyNotSentInvoice = (model: Model, invoice: Invoice): Refusal | null =>
  invoice.priced.lines.length === 0 && !invoice.part
    ? [409, 'invoice_empty']
    : whyNotSent(clientOf(model, invoice))

function voided(model: Model, _: Real, invoice: Invoice) {
  invoice.state = 'void'
  model.trail.push(['invoice.voided', invoice.id])
}

export const invoiceCommands = (coverage: Coverage): [weight: number, fc.Arbitrary<Command>][] => [
  [3, create],
  [7, convert(coverage)],
  [5, edit(coverage)],
  [4, ends(coverage, 'delete', deleted)],
  [12, ends(coverage, 'send', sent, whyNotSentInvoice)],
  [5, ends(coverage, 'void', voided)],
]
