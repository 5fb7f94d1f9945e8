// Requests drawn from the OpenAPI document, right ones and wrong ones, in long sequences on living businesses: every answer
// is one that the document describes, and nothing that the document forbids is done. What is drawn: support/requests.ts.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { problems } from '../../../src/core/problem.ts'
import { aPortal } from '../../support/portal.ts'
import { counts, seed } from '../support/counts.ts'
import { type Answered, deviations, objections, operationNamed, operations } from '../support/described.ts'
import { someId } from '../support/drawn.ts'
import { Living, type Visit } from '../support/living.ts'
import { type Drawn, requestsFor } from '../support/requests.ts'

const REQUESTS = counts(400, 20_000)
const isFull = REQUESTS >= 20_000
const LONGEST = 100
const SEQUENCES_A_ROUND = 4

/** Milliseconds for a round, with the search for a shorter way to a fault: the test's own time must not end before. */
const LONGEST_ROUND = counts(30_000, 600_000)

let printed: MockInstance
beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => printed.mockRestore())

const visits: fc.Arbitrary<Visit> = fc.record({
  visits: fc.constantFrom('opens', 'accepts', 'declines'),
  quote: someId('quo'),
})

/** What ends a life comes seldom, so that there is one. */
const steps: fc.Arbitrary<Drawn | Visit> = fc.oneof(
  { weight: 4, arbitrary: visits },
  ...operations.map(one => ({ weight: one.method === 'DELETE' ? 1 : 3, arbitrary: requestsFor(one) })),
)

/** How often each operation was answered how: `204`, `409 quote_expired`. */
const tally = operations.map(({ name }) => ({ name, outcomes: new Map<string, number>() }))
let sent = 0

function note(name: string, { status, text }: Answered): void {
  const outcome = status < 400 ? `${status}` : `${status} ${JSON.parse(text).code}`
  const outcomes = tally.find(one => one.name === name)?.outcomes
  outcomes?.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  sent += 1
}

async function take(living: Living, step: Drawn | Visit): Promise<void> {
  if ('visits' in step) {
    await living.visit(step)
    return
  }
  const operation = operationNamed(step.calls)
  const { asked, answer } = await living.send(operation, step)
  const what = `${operation.method} ${operation.path} ${JSON.stringify(asked).slice(0, 2000)}: ${answer.status} ${answer.text.slice(0, 500)}`
  expect(deviations(operation, answer), what).toEqual([])
  if (answer.status < 300) expect(objections(operation, asked), what).toEqual([])
  expect(printed.mock.calls, what).toEqual([])
  note(operation.name, answer)
}

/** All outcomes, or those of one operation: how often each came. */
function sums(of = tally): [outcome: string, times: number][] {
  const all = of.flatMap(({ outcomes }) => [...outcomes])
  const times = (one: string) =>
    all.filter(([outcome]) => outcome === one).reduce((sum, [, some]) => sum + some, 0)
  return [...new Set(all.map(([outcome]) => outcome))].sort().map(one => [one, times(one)])
}

const listed = (all: [string, number][]) => all.map(([outcome, times]) => `${outcome}: ${times}`).join(', ')

test(`${REQUESTS} requests: each is answered as the document says`, async () => {
  const neighbour = await aPortal()
  const sequence = fc.array(steps, { minLength: 1, maxLength: LONGEST, size: 'max' })
  const goesWell = fc.asyncProperty(sequence, async all => {
    const living = await Living.begin(neighbour)
    for (const step of all) await take(living, step)
  })
  for (let round = 0; sent < REQUESTS; round++)
    await fc.assert(goesWell, {
      seed: seed() + round,
      numRuns: SEQUENCES_A_ROUND,
      interruptAfterTimeLimit: LONGEST_ROUND,
    })
  console.info(`${sent} requests were answered ${listed(sums())}`)
  if (isFull) for (const one of tally) console.info(`${one.name} ${listed(sums([one]))}`)
})

const came = () => new Set(sums().map(([outcome]) => outcome))

test('they were of all kinds: many succeeded, many were refused', () => {
  const statuses = new Set([...came()].map(outcome => outcome.slice(0, 3)))
  expect([...statuses]).toEqual(expect.arrayContaining(['200', '400', '404', '409', '422']))
})

/** What chance comes by never, or so seldom that it may not; test/api/problems.test.ts comes by each. */
const elsewhere = [
  ...['too_many_requests', 'internal', 'unavailable', 'idempotency_conflict'],
  ...['link_key_retired', 'last_admin_key'],
  ...['key_not_active', 'not_enough_credit', 'quote_invoiced', 'quote_was_sent'],
]

/** Chance comes to the rarest of them in many requests only. */
if (isFull)
  test('they came to every success, and to every refusal that is not rare', () => {
    const never = tally.filter(
      ({ outcomes }) => ![...outcomes.keys()].some(outcome => outcome.startsWith('2')),
    )
    expect(never.map(({ name }) => name)).toEqual([])
    const refusals = Object.entries(problems).filter(([code]) => !elsewhere.includes(code))
    const outcomes = came()
    expect(refusals.map(([code, [status]]) => `${status} ${code}`).filter(one => !outcomes.has(one))).toEqual(
      [],
    )
  })
