// Every situation of an invoice × everything that the API can do to it, as src/documents/transitions.ts has it: done, or
// refused with its code and nothing changed. (What the table itself should say: rules.test.ts.)
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type InvoiceAct, invoiceTransitions } from '../../src/documents/transitions.ts'
import { tryCell } from '../support/transitions.ts'
import { anInvoiceDraft, BEFORE, freeWays, invoiceActs, invoiceWays, type Subject } from '../support/ways.ts'
import { aBusiness, aClient } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEFORE })
})
afterEach(() => {
  vi.useRealTimers()
})

async function look({ business, id }: Subject): Promise<string> {
  const { status, body } = await business.api('GET', `/invoices/${id}`)
  return status === 404 ? 'gone' : body.status
}

test('there is a way into every situation of the table', () => {
  const reached = Object.values({ ...invoiceWays, ...freeWays }).map(([situation]) => situation)
  expect(new Set(reached)).toEqual(new Set(Object.keys(invoiceTransitions.edit)))
})

const all = [
  ...Object.entries(invoiceWays).map(([name, way]) => ({ name, way, more: {} })),
  ...Object.entries(freeWays).map(([name, way]) => ({ name, way, more: { discount: { percent: '100' } } })),
]

test.each(all)('$name', async ({ way: [situation, word, ...steps], more }) => {
  const business = await aBusiness()
  const partial = word === 'overdue' ? 'overdue' : 'partial'
  const found = { draft: 'draft', gone: 'gone', sent: 'sent', partial, paid: 'paid', void: 'void' }
  const aSubject = async () => {
    vi.setSystemTime(BEFORE)
    const subject = await anInvoiceDraft({ business, client: await aClient(business) }, more)
    for (const step of steps) await step(subject)
    return subject
  }
  // What was refused has changed nothing: the next act is tried on the same invoice.
  let standing: Subject | undefined
  for (const [act, row] of Object.entries(invoiceTransitions)) {
    const subject = standing ?? (await aSubject())
    expect(await look(subject)).toBe(word)
    const trying = { act: () => invoiceActs[act as InvoiceAct](subject), look: () => look(subject) }
    standing = (await tryCell(`${act}: ${row[situation]}`, trying, found)) ? subject : undefined
  }
})
