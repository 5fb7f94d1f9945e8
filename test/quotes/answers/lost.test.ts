// The database on a bad day while a client answers: the answer is a 303 or a calm 503 with the form to send once more,
// and whatever happened, the next try ends with one decision, one record, one message per side.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  accept,
  asked,
  type Batch,
  batches,
  changingNothing,
  decline,
  ledTo,
  nothing,
  oneAcceptance,
  oneRejection,
  recorded,
} from '../../support/answers.ts'
import { failingDbs } from '../../support/faults.ts'
import { posted } from '../../support/portal.ts'
import { expectCalm, resent } from './support/forms.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const typed = { signature: 'Dana Whitfield', po_number: '"7" & <8>' }
const lost = () => new Error('D1_ERROR: Network connection lost.')
const fail = async () => {
  throw lost()
}
const thenFail = async ({ run }: Batch) => {
  await run()
  throw lost()
}

/** What goes wrong, in which calls, and whether the answer was recorded nevertheless. */
const faults: Record<string, { on: (batch: Batch) => Promise<unknown>; lands: boolean; status: number }> = {
  'the write commits, its answer is lost': {
    on: batch => (batch.writes ? thenFail(batch) : batch.run()),
    ...{ lands: true, status: 303 },
  },
  'the write never gets there': {
    on: batch => (batch.writes ? fail() : batch.run()),
    ...{ lands: false, status: 503 },
  },
  'the write commits, and nothing is answered from then on': {
    on: batch => (batch.writes ? thenFail(batch) : batch.nth > 0 ? fail() : batch.run()),
    ...{ lands: true, status: 503 },
  },
  'nothing is answered at all': { on: fail, lands: false, status: 503 },
  'the first read fails': {
    on: batch => (batch.nth === 0 ? fail() : batch.run()),
    ...{ lands: false, status: 503 },
  },
  'every answer is lost, and everything commits': { on: thenFail, lands: false, status: 503 },
}

describe.each(Object.entries(faults))('%s', (_, { on, lands, status }) => {
  test('POST /portal/:token/quotes/:id/acceptance: a receipt in the end, and one of everything', async () => {
    const one = await asked()
    const response = await accept(one, typed, batches(on))
    expect(response.status).toBe(status)
    expect(await recorded()).toEqual(lands ? oneAcceptance : nothing)
    if (status === 303) expect(ledTo(response)).toBe(`303 ${one.at}/receipt`)
    else await expectCalm(response, one, 'acceptance', { ...typed, consent: 'on' })
    expect(ledTo(await accept(one, typed))).toBe(`303 ${one.at}/receipt`)
    expect(ledTo(await changingNothing(() => accept(one, typed)))).toBe(`303 ${one.at}/receipt`)
    expect(await recorded()).toEqual(oneAcceptance)
  })

  test('POST /portal/:token/quotes/:id/rejection: the same', async () => {
    const one = await asked()
    const fields = { reason: 'price', note: 'Two\r\nlines' }
    const response = await decline(one, fields, batches(on))
    expect(response.status).toBe(status)
    expect(await recorded()).toEqual(lands ? oneRejection : nothing)
    if (status === 503) await expectCalm(response, one, 'rejection', fields)
    expect(ledTo(await decline(one, fields))).toBe(`303 ${one.at}`)
    expect(await recorded()).toEqual(oneRejection)
  })
})

test('the first k calls of a request fail, for every k: never two of anything', async () => {
  for (const k of [1, 2, 3, 4, 5]) {
    const one = await asked()
    const before = (await recorded()).decisions.length
    for (const fault of [fail, thenFail]) {
      const bindings = batches(batch => (batch.nth < k ? fault(batch) : batch.run()))
      expect([303, 503]).toContain((await accept(one, typed, bindings)).status)
    }
    expect(ledTo(await accept(one, typed))).toBe(`303 ${one.at}/receipt`)
    const { decisions, signatures, entries, mails } = await recorded()
    expect(decisions.length, `${k}`).toBe(before + 1)
    expect([signatures.length, entries.length, mails.length]).toEqual([
      before + 1,
      before + 1,
      2 * before + 2,
    ])
  }
})

test('the form of the 503 page, sent once more, gets the receipt', async () => {
  const one = await asked()
  const html = await (await accept(one, typed, failingDbs['loses its connection']())).text()
  const { action, fields } = resent(html)
  expect(ledTo(await posted(action, fields))).toBe(`303 ${one.at}/receipt`)
  expect((await one.business.api('GET', `/quotes/${one.quote}`)).body.decision.po_number).toBe(
    typed.po_number,
  )
})
