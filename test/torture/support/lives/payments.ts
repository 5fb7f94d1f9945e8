// Money on invoices: paid in part, in full and over, from credit, taken back; and what has to come of it.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer } from '../../../support/world.ts'
import { type Command, type Coverage, command, picked, which } from './command.ts'
import { clientOf, some, tried } from './invoices.ts'
import {
  amountText,
  balanceOf,
  dayIn,
  type Invoice,
  type Model,
  type Payment,
  type Refusal,
} from './model.ts'
import { asked, lookAtInvoice } from './real.ts'

const ways = ['part', 'rest', 'over', 'credit', 'all credit'] as const

function paying(model: Model, invoice: Invoice, way: (typeof ways)[number]) {
  const balance = balanceOf(model, invoice)
  const credit = clientOf(model, invoice).credit[invoice.currency]
  const amounts = {
    part: Math.floor(balance / 3),
    rest: balance,
    over: balance + 250,
    credit: Math.min(balance, credit),
    'all credit': credit,
  }
  const amount = Math.max(amounts[way], 1)
  if (!way.endsWith('credit')) return { amount, method: 'cash', refusal: null } as const
  if (amount > credit) return { amount, method: 'credit', refusal: [409, 'not_enough_credit'] } as const
  return { amount, method: 'credit', refusal: amount > balance ? ([422, 'invalid'] as const) : null } as const
}

const pay = (coverage: Coverage) =>
  command({
    name: 'pay invoice',
    args: fc.record({ at: which, way: fc.constantFrom(...ways, 'part', 'part') }),
    ready: some,
    async run(model, real, { at, way }) {
      const invoice = picked(model.invoices, at)
      const { amount, method, refusal } = paying(model, invoice, way)
      const body = { amount: amountText(amount, invoice.currency), method }
      const trying = { model, real, invoice, act: 'pay', seen: 'any' } as const
      const what = { method: 'POST', path: `/invoices/${invoice.id}/payments`, body }
      const applied = method === 'credit' ? amount : Math.min(amount, balanceOf(model, invoice))
      const credit = method === 'credit' ? -amount : amount - applied
      const done = await tried(coverage, trying, what, () => refusal)
      if (done) {
        const figures = { amount, applied, credit }
        const life = { isReversal: false, isReversed: false }
        await entered(model, done, { invoice, method, ...figures, ...life }, 'payment.recorded')
        if (method === 'cash' && clientOf(model, invoice).link === 'alive')
          model.events.push(`payment_receipt:${done.body.id}`)
      }
      await lookAtInvoice(model, real, invoice, done ? 'new' : 'same')
    },
  })

/** An entry of the books: its figures in the answer, its credit with the client. */
async function entered(model: Model, { body }: Answer, given: Omit<Payment, 'id'>, action: string) {
  const { invoice, method, amount, applied, credit } = given
  const text = (minor: number) => amountText(minor, invoice.currency)
  expect(body).toMatchObject({
    ...{ amount: text(amount), applied: text(applied), credit: text(credit), method },
    ...{ invoice_id: invoice.id, paid_on: dayIn(model) },
  })
  model.payments.push({ ...given, id: body.id })
  clientOf(model, invoice).credit[invoice.currency] += credit
  model.trail.push([action, body.id])
}

const reverse = command({
  name: 'reverse payment',
  args: fc.record({ at: which }),
  ready: ({ payments }) => payments.length > 0,
  async run(model, real, { at }) {
    const made = picked(model.payments, at)
    const { invoice, method } = made
    const left = clientOf(model, invoice).credit[invoice.currency]
    const refusal = ((): Refusal | null => {
      if (made.isReversal || made.isReversed) return [409, 'already_reversed']
      return left < made.credit ? [409, 'not_enough_credit'] : null
    })()
    const answer = await asked(real, { method: 'POST', path: `/payments/${made.id}/reverse` }, refusal)
    if (!refusal) {
      made.isReversed = true
      // Not -0, where nothing was applied or kept.
      const back = { amount: 0 - made.amount, applied: 0 - made.applied, credit: 0 - made.credit }
      const life = { isReversal: true, isReversed: false }
      await entered(model, answer, { invoice, method, ...back, ...life }, 'payment.reversed')
    }
    await lookAtInvoice(model, real, invoice, refusal ? 'same' : 'new')
  },
})

export const paymentCommands = (coverage: Coverage): [weight: number, fc.Arbitrary<Command>][] => [
  [14, pay(coverage)],
  [5, reverse],
]
