// Requests drawn from the OpenAPI document, right ones and wrong ones, in long sequences on living businesses: every answer
// is one that the document describes, and nothing that the document forbids is done. What is drawn: support/requests.ts.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aPortal } from '../../support/portal.ts'
import { counts, seed } from '../support/counts.ts'
import { deviations, objections, operationNamed, operations } from '../support/described.ts'
import { someId } from '../support/drawn.ts'
import { Living, type Visit } from '../support/living.ts'
import { type Drawn, requestsFor } from '../support/requests.ts'

const REQUESTS = counts(400, 20_000)
const LONGEST = 100
const RUNS_AT_ONCE = 4

let printed: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => printed.mockRestore())

const visits: fc.Arbitrary<Visit> = fc.record({
  visits: fc.constantFrom('opens', 'accepts', 'declines'),
  quote: someId('quo'),
})

const steps: fc.Arbitrary<Drawn | Visit> = fc.oneof(
  { weight: 1, arbitrary: visits },
  ...operations.map(one => ({ weight: 1, arbitrary: requestsFor(one) })),
)

/** How often each operation was answered how. */
const tally = new Map<string, Map<number, number>>()
let sent = 0

function note(name: string, status: number): void {
  const own = tally.get(name) ?? new Map<number, number>()
  tally.set(name, own.set(status, (own.get(status) ?? 0) + 1))
  sent += 1
}

async function take(living: Living, step: Drawn | Visit): Promise<void> {
  if ('visits' in step) {
    await living.visit(step)
    return
  }
  const operation = operationNamed(step.calls)
  const { sent: asked, answer } = await living.send(operation, step)
  note(operation.name, answer.status)
  const what = `${operation.method} ${operation.path} ${JSON.stringify(asked).slice(0, 2000)}: ${answer.status} ${answer.text.slice(0, 500)}`
  expect(deviations(operation, answer), what).toEqual([])
  if (answer.status < 300) expect(objections(operation, asked), what).toEqual([])
  expect(printed.mock.calls, what).toEqual([])
}

test(`${REQUESTS} requests: each is answered as the document says`, async () => {
  const neighbour = await aPortal()
  const sequences = fc.asyncProperty(
    fc.array(steps, { minLength: 1, maxLength: LONGEST, size: 'max' }),
    async all => {
      const living = await Living.begin(neighbour)
      for (const step of all) await take(living, step)
    },
  )
  for (let round = 0; sent < REQUESTS; round++) {
    await fc.assert(sequences, { seed: seed() + round, numRuns: RUNS_AT_ONCE })
  }
  for (const [name, own] of tally)
    console.info(
      name,
      [...own]
        .sort()
        .map(([status, times]) => `${status}: ${times}`)
        .join(', '),
    )
  console.info(`${sent} requests`)
})
