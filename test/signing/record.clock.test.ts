// When it was signed: the server’s clock of the very try that is recorded, in UTC and in the business’s zone, right on
// both sides of daylight saving.
import { base64url } from 'jose'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accept, asked, type Batch, batches } from '../support/answers.ts'
import { aBusiness, open, request, succeeded, textOf } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const instants: [zone: string, utc: string, local: string][] = [
  ['America/New_York', '2026-03-08T06:59:59.999Z', '2026-03-08T01:59:59-05:00'],
  ['America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08T03:00:00-04:00'],
  ['America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-01T01:30:00-04:00'],
  ['America/New_York', '2026-11-01T06:30:00.000Z', '2026-11-01T01:30:00-05:00'],
  ['Europe/Berlin', '2026-10-25T00:59:00.000Z', '2026-10-25T02:59:00+02:00'],
  ['Europe/Berlin', '2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00+01:00'],
  ['Australia/Lord_Howe', '2026-04-04T14:59:00.000Z', '2026-04-05T01:59:00+11:00'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z', '2026-04-05T01:30:00+10:30'],
  ['Asia/Kathmandu', '2026-06-15T12:00:00.000Z', '2026-06-15T17:45:00+05:45'],
  ['Pacific/Kiritimati', '2026-12-31T12:00:00.000Z', '2027-01-01T02:00:00+14:00'],
  ['America/St_Johns', '2026-06-15T12:00:00.000Z', '2026-06-15T09:30:00-02:30'],
  ['UTC', '2026-06-15T00:00:00.000Z', '2026-06-15T00:00:00+00:00'],
]

test('signed_at is the same instant in UTC and on the clocks of the business’s zone', async () => {
  for (const [zone, utc, local] of instants) {
    vi.setSystemTime(Date.parse(utc) - 60_000)
    const one = await asked({ business: await aBusiness({ timeZone: zone }) })
    vi.setSystemTime(utc)
    expect((await accept(one)).status).toBe(303)
    const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
    expect(record.signed_at, `${zone} ${utc}`).toEqual({ utc, local, time_zone: zone })
    expect(Math.floor(Date.parse(local) / 1000)).toBe(Math.floor(Date.parse(utc) / 1000))
    const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
    expect(decision.at).toBe(utc)
  }
})

test('the zone is the one that was frozen with the quote, wherever the business has moved since', async () => {
  vi.setSystemTime('2026-06-15T12:00:00Z')
  const one = await asked()
  succeeded(await one.business.api('PATCH', '/business', { time_zone: 'Asia/Tokyo' }))
  await accept(one)
  const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
  expect(record.signed_at).toEqual({
    ...{ utc: '2026-06-15T12:00:00.000Z', local: '2026-06-15T08:00:00-04:00', time_zone: 'America/New_York' },
  })
  expect(await textOf(await open(`${one.at}/receipt`))).toMatch(/signed on Jun 15, 2026, 8:00.AM EDT/)
})

/** What a batch would sign, and the instant in the row beside it; undefined where it signs nothing. */
function tried({ sql, params }: Batch) {
  const row = params[sql.findIndex(text => text.startsWith('insert into "signature_records"'))]
  const jws = row?.find(value => /^eyJ[\w-]*\.eyJ/.test(String(value)))
  if (!row || !jws) return undefined
  const { signed_at, chain } = JSON.parse(
    new TextDecoder().decode(base64url.decode(String(jws).split('.')[1] ?? '')),
  )
  return { utc: signed_at.utc, sequence: chain.sequence, inRow: row.includes(Date.parse(signed_at.utc)) }
}

test('signers who meet in the chain: each try is dated by its own clock, and the one that is recorded by the last', async () => {
  const start = Date.parse('2026-06-15T12:00:00Z')
  vi.setSystemTime(start)
  const one = await asked()
  const { business } = one
  const others = [await asked({ business }), await asked({ business }), await asked({ business })]
  const tries: unknown[] = []
  const bindings = batches(async batch => {
    const attempt = tried(batch)
    if (attempt) {
      tries.push(attempt)
      const faster = others.pop()
      // A little only: the pause before the next try is measured by how long this one took.
      if (faster) await accept(faster).finally(() => vi.setSystemTime(Date.now() + 10))
    }
    return batch.run()
  })
  expect((await accept(one, {}, bindings)).status).toBe(303)
  const at = (tenths: number) => new Date(start + tenths * 10).toISOString()
  expect(tries).toEqual([0, 1, 2, 3].map(nth => ({ utc: at(nth), sequence: nth + 1, inRow: true })))
  const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
  expect(record).toMatchObject({ signed_at: { utc: at(3) }, chain: { sequence: 4 } })
  const { decision } = (await business.api('GET', `/quotes/${one.quote}`)).body
  expect(decision.at).toBe(at(3))
})
