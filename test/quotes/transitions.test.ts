// Every situation of a quote × everything that the API can do to it, as src/documents/transitions.ts has it: done, or
// refused with its code and nothing changed. (What the table itself should say: rules.test.ts.)
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type QuoteAct, type QuoteSituation, quoteTransitions } from '../../src/documents/transitions.ts'
import { tryCell } from '../support/transitions.ts'
import { aQuoteDraft, BEFORE, quoteActs, quoteWays, type Subject } from '../support/ways.ts'
import { aBusiness, aClient } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEFORE })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What the API says of a quote: its word, and whether it was ever sent. */
async function look({ business, id }: Subject): Promise<string> {
  const { status, body } = await business.api('GET', `/quotes/${id}`)
  return status === 404 ? 'gone' : `${body.status}${body.revision > 0 ? ', was sent' : ''}`
}

const found: Record<QuoteSituation | 'gone', string> = {
  draft: 'draft',
  redraft: 'draft, was sent',
  sent: 'sent, was sent',
  viewed: 'viewed, was sent',
  accepted: 'accepted, was sent',
  rejected: 'rejected, was sent',
  lapsed: 'expired, was sent',
  closed: 'expired, was sent',
  gone: 'gone',
}

test('there is a way into every situation of the table', () => {
  const reached = Object.values(quoteWays).map(([situation]) => situation)
  expect(new Set(reached)).toEqual(new Set(Object.keys(quoteTransitions.edit)))
})

test.each(Object.entries(quoteWays))('%s', async (_, [situation, ...steps]) => {
  const business = await aBusiness()
  const aSubject = async () => {
    vi.setSystemTime(BEFORE)
    const subject = await aQuoteDraft({ business, client: await aClient(business) })
    for (const step of steps) await step(subject)
    return subject
  }
  // What was refused has changed nothing: the next act is tried on the same quote.
  let standing: Subject | undefined
  for (const [act, row] of Object.entries(quoteTransitions)) {
    const subject = standing ?? (await aSubject())
    expect(await look(subject)).toBe(found[situation])
    const trying = { act: () => quoteActs[act as QuoteAct](subject), look: () => look(subject) }
    standing = (await tryCell(`${act}: ${row[situation]}`, trying, found)) ? subject : undefined
  }
})
