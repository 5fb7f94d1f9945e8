// Money from all sides at once, on a database that loses answers: cash, too much of it, credit, payments taken back,
// invoices voided. After every wave the books are added up again from their entries.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { outcome, toldInTheEnd } from '../../support/told.ts'
import { aBusiness, aClient, aLine, aSentInvoice } from '../../support/world.ts'
import { entriesOf, expectBalanced } from '../support/books.ts'
import { counts, seed } from '../support/counts.ts'
import { type Random, randomOf } from '../support/random.ts'
import { shaky } from '../support/shaky.ts'

const RACES = counts(2, 50)
const WAVES = 4
const AT_ONCE = 16

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Two clients with three invoices each, of which one is in another currency. */
async function aLedger() {
  const business = await aBusiness()
  const invoices: string[] = []
  for (const client of [await aClient(business), await aClient(business)])
    for (const [unit_price, currency] of [
      ['50.00', 'USD'],
      ['123.45', 'USD'],
      ['80.00', 'EUR'],
    ] as const)
      invoices.push(await aSentInvoice(business, client, { currency, lines: [{ ...aLine, unit_price }] }))
  return { business, invoices }
}

type Move = { path: string; body: object; may: string[] }

const pays = ['201', '409 invoice_not_payable']
const amounts = ['0.01', '10.00', '49.99', '100.00', '123.45', '246.90', '400.00']

/** One thing that a business might do now, and what it may be told. */
function aMove(random: Random, invoices: string[], made: string[]): Move {
  const invoice = `/invoices/${random.of(invoices)}`
  const amount = random.of(amounts)
  const moves: (() => Move)[] = [
    () => ({ path: `${invoice}/payments`, body: { amount, method: 'cash' }, may: pays }),
    () => ({
      path: `${invoice}/payments`,
      body: { amount, method: 'credit' },
      may: [...pays, '409 not_enough_credit', '422 invalid'],
    }),
    () => ({
      path: `${invoice}/void`,
      body: {},
      may: ['200', '409 invoice_has_payments', '409 invoice_not_voidable'],
    }),
    () => ({
      path: `/payments/${random.of(made)}/reverse`,
      body: {},
      may: ['201', '409 already_reversed', '409 not_enough_credit'],
    }),
  ]
  // Voided invoices end the game, so few are.
  const chosen = made.length === 0 ? [0] : [0, 0, 0, 1, 1, 3, 3, 3, ...(random.below(3) === 0 ? [2] : [])]
  return (moves[random.of(chosen)] as () => Move)()
}

test(`${RACES} races of ${WAVES} waves, ${AT_ONCE} moves at once each: the books balance after every wave`, async () => {
  const random = randomOf(seed())
  const { bindings, lost } = shaky(random, { lostIn: 12 })
  const outcomes: Record<string, number> = {}
  for (let race = 0; race < RACES; race++) {
    const { business, invoices } = await aLedger()
    for (let wave = 0; wave < WAVES; wave++) {
      const what = `wave ${wave} of race ${race}, seed ${seed()}`
      const before = await entriesOf(business)
      const moves = Array.from({ length: AT_ONCE }, () =>
        aMove(
          random,
          invoices,
          before.map(({ id }) => id),
        ),
      )
      const answers = await Promise.all(
        moves.map((move, at) => toldInTheEnd(business, move, `${wave} ${at}`, bindings)),
      )
      answers.forEach((answer, at) => {
        const said = outcome(answer)
        expect(moves[at]?.may, what).toContain(said)
        const name = `${moves[at]?.path.split('/').at(-1)} ${said}`
        outcomes[name] = (outcomes[name] ?? 0) + 1
      })
      await expectBalanced(business, what)
      // Whoever was told 201 finds one entry, and nobody else made any.
      const told = answers
        .filter(({ status }) => status === 201)
        .map(({ body }) => JSON.parse(body).id as string)
      const after = (await entriesOf(business)).map(({ id }) => id)
      expect(after.filter(id => !before.some(entry => entry.id === id)).sort(), what).toEqual(told.sort())
    }
  }
  // Chance comes to these refusals only in many races; test/payments/ comes to each.
  const refusals = ['payments 409 not_enough_credit', 'reverse 409 already_reversed']
  for (const happened of ['payments 201', 'reverse 201', ...(RACES >= 50 ? refusals : [])])
    expect(Object.keys(outcomes)).toContain(happened)
  expect(lost.before).toBeGreaterThan(RACES)
  expect(lost.behind).toBeGreaterThan(RACES)
})
