// The lives of quotes and invoices, as whatever order of acts makes them: a model foretells each answer and all that
// everybody then finds, and the real worker on real D1 and KV has to agree. The model: support/lives/model.ts.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invoiceTransitions, quoteTransitions } from '../../../src/documents/transitions.ts'
import { aBusiness, aClient } from '../../support/world.ts'
import { counts, seed } from '../support/counts.ts'
import { checkBooks } from '../support/lives/books.ts'
import { clientCommands } from '../support/lives/clients.ts'
import type { Coverage } from '../support/lives/command.ts'
import { invoiceCommands } from '../support/lives/invoices.ts'
import { type Model, type Zone, zones } from '../support/lives/model.ts'
import { paymentCommands } from '../support/lives/payments.ts'
import { quoteCommands } from '../support/lives/quotes.ts'
import { type Real, storedOf } from '../support/lives/real.ts'
import { visitCommands } from '../support/lives/visits.ts'

const COMMANDS = counts(150, 10_000)
/** So often each act is tried in each situation, by a run in full. */
const LEAST = counts(0, 4)
const LONGEST_LIFE = 100

/** A few days before the end of a year, so that numbers begin anew in many a life. */
const START = Date.parse('2026-12-29T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const noCredit = () => ({ USD: 0, JPY: 0, KWD: 0 })

/** A business that nobody has heard of yet, with two clients. */
async function aFreshLife(zone: Zone): Promise<{ model: Model; real: Real }> {
  vi.setSystemTime(START)
  const business = await aBusiness({ timeZone: zone.name })
  const first = await aClient(business)
  vi.setSystemTime(START + 1)
  const ids = [first, await aClient(business)]
  const etags = await Promise.all(ids.map(async id => (await business.api('GET', `/clients/${id}`)).etag))
  const clients = ids.map((id, at) => ({
    ...{ id, there: true, link: 'none' as const, linkId: '', paths: [] },
    ...{ etag: etags[at] ?? '', credit: noCredit() },
  }))
  const model: Model = {
    ...{ now: START + 1, zone, clients, quotes: [], invoices: [], payments: [], counters: {}, events: [] },
    trail: ids.map(id => ['client.created', id]),
  }
  return { model, real: { business, stored: await storedOf(business.id), done: 0 } }
}

const pairs = (noun: string, table: Record<string, Record<string, string>>): string[] =>
  Object.entries(table).flatMap(([act, row]) =>
    Object.keys(row).map(situation => `${noun} ${situation} ${act}`),
  )

const allPairs = [...pairs('quote', quoteTransitions), ...pairs('invoice', invoiceTransitions)]

test(`${COMMANDS} commands: every answer, every page and every table is as foretold`, async () => {
  const coverage: Coverage = new Map()
  let done = 0
  let failed = false
  const nouns = [quoteCommands, visitCommands, invoiceCommands, paymentCommands, clientCommands]
  const weighted = nouns.flatMap(make => make(coverage))
  const often = weighted.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary))
  const commands = fc.commands(often, { maxCommands: LONGEST_LIFE, size: 'max' })
  const life = fc.asyncProperty(fc.constantFrom(...zones), commands, async (zone, all) => {
    if (done >= COMMANDS && !failed) return
    const { model, real } = await aFreshLife(zone)
    try {
      await fc.asyncModelRun(() => ({ model, real }), all)
      await checkBooks(model, real.business.id)
    } catch (error) {
      failed = true
      throw error
    }
    done += real.done
  })
  await fc.assert(life, { seed: seed(), numRuns: COMMANDS, endOnFailure: false })
  const tried = allPairs.map(pair => `${coverage.get(pair) ?? 0} × ${pair}`)
  const rare = tried.filter(text => Number.parseInt(text, 10) < LEAST)
  console.info(
    `${done} commands; ${coverage.size} kinds of act and situation. ${LEAST > 0 ? tried.join(', ') : ''}`,
  )
  expect(done).toBeGreaterThanOrEqual(COMMANDS)
  expect(rare).toEqual([])
  expect(coverage.size).toBeGreaterThan(15)
})
