// When a message is tried again, and what each outcome makes of it: the pure rules of sending.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  after,
  MAX_TAKINGS,
  MAX_TRIES,
  type Outcome,
  outcomeOf,
  pauseAfter,
  settled,
  type Taken,
} from '../../src/mail/rules/sending.ts'

const HOUR = 3_600_000
const chance = fc.double({ min: 0, max: 1, noNaN: true })
const attempts = fc.integer({ min: 1, max: MAX_TRIES - 1 })
const one: Taken = { id: 'm', round: 1, attempts: 1, doubt: 0, lease: 9, recipients: '["a@b.co"]' }

describe('pauses', () => {
  test('the first retry is due within 60 s, each next at most four times the last', () => {
    fc.assert(
      fc.property(attempts, chance, chance, (nth, first, second) => {
        const [pause, next] = [pauseAfter(nth, first), pauseAfter(nth + 1, second)]
        expect(next).toBeGreaterThan(pause)
        expect(next).toBeLessThanOrEqual(4 * pause)
        if (nth === 1) expect(pause).toBeLessThanOrEqual(60_000)
      }),
    )
  })

  test('all of them together outlast an outage of ten hours', () => {
    const sum = (drawn: number) =>
      Array.from({ length: MAX_TRIES - 1 }, (_, nth) => pauseAfter(nth + 1, drawn)).reduce((a, b) => a + b)
    expect(sum(1)).toBeGreaterThan(10 * HOUR)
    expect(sum(0)).toBeLessThan(14 * HOUR)
  })

  test('what failed together comes back spread over a quarter of its pause', () => {
    const drawn = new Set(Array.from({ length: 100 }, () => pauseAfter(3, Math.random())))
    expect(drawn.size).toBeGreaterThan(90)
  })
})

const lost: Outcome = { is: 'later', problem: 'not_answered', isLost: true }
const busy: Outcome = { is: 'later', problem: 'too_many', isLost: false }

/** HTTP status, ErrorCode, and what it means. */
const refusals: [number, number, Outcome][] = [
  [0, 0, lost],
  [408, 0, lost],
  [500, 500, { is: 'later', problem: 'mail_service_fault', isLost: true }],
  [503, 0, { is: 'later', problem: 'mail_service_fault', isLost: true }],
  [429, 429, busy],
  [422, 429, busy],
  [422, 406, { is: 'never', problem: 'address_inactive' }],
  [422, 300, { is: 'never', problem: 'address_invalid' }],
  [422, 411, { is: 'never', problem: 'refused' }],
  [413, 0, { is: 'never', problem: 'refused' }],
  ...(
    [
      [401, 10],
      [403, 0],
      [422, 400],
      [422, 401],
      [422, 405],
      [422, 412],
      [422, 413],
      [422, 1235],
    ] as const
  ).map(([status, code]): [number, number, Outcome] => [
    ...([status, code] as [number, number]),
    { is: 'later', problem: 'mail_service_refused_us', isLost: false },
  ]),
]

describe('what Postmark says', () => {
  test.each(refusals)('HTTP %i with ErrorCode %i', (status, code, outcome) => {
    expect(outcomeOf(status, code)).toEqual(outcome)
  })
})

/** Outcome, what stood before, and what it makes of the message. */
const made: [Outcome, Partial<Taken>, object][] = [
  [{ is: 'sent', postmarkId: 'p', inactive: [] }, { doubt: 2 }, { state: 'sent', doubt: 0, postmarkId: 'p' }],
  [
    { is: 'sent', postmarkId: 'p', inactive: ['a@b.co'] },
    {},
    { state: 'suppressed', problem: 'address_inactive', postmarkId: 'p' },
  ],
  [{ is: 'cancelled' }, {}, { state: 'cancelled', problem: null }],
  [{ is: 'never', problem: 'refused' }, {}, { state: 'failed', problem: 'refused' }],
  [{ is: 'never', problem: 'address_inactive' }, {}, { state: 'suppressed', problem: 'address_inactive' }],
  [lost, {}, { state: 'queued', doubt: 1, attempts: 1, endedAt: null }],
  [lost, { doubt: 3 }, { state: 'queued', doubt: 1 }],
  [busy, { doubt: 2 }, { state: 'queued', doubt: 0, problem: 'too_many' }],
  // Sent again because no search answered: whether it had left before is as open as it was.
  [busy, { doubt: 4 }, { state: 'queued', doubt: 4, problem: 'too_many' }],
  [busy, { doubt: 4, attempts: MAX_TRIES }, { state: 'unknown', doubt: 4, problem: 'too_many' }],
  [{ is: 'unsettled' }, { doubt: 1, attempts: 2 }, { state: 'queued', doubt: 2, attempts: 2 }],
  [{ is: 'untried' }, { doubt: 1, attempts: 2 }, { state: 'queued', doubt: 1, attempts: 1, dueAt: 1000 }],
  [lost, { attempts: MAX_TRIES }, { state: 'unknown', doubt: 1, endedAt: 1000 }],
  [{ is: 'unsettled' }, { attempts: MAX_TRIES, doubt: 1 }, { state: 'unknown', endedAt: 1000 }],
  [busy, { attempts: MAX_TRIES }, { state: 'failed', problem: 'too_many', endedAt: 1000 }],
]

describe('what it makes of a message', () => {
  test.each(made)('%o after %o', (outcome, before, expected) => {
    expect(after({ ...one, ...before }, outcome, 1000, 0)).toMatchObject({ id: 'm', lease: 9, ...expected })
  })
})

describe('what may have left', () => {
  test('was found: it has', () => {
    expect(settled({ doubt: 1, attempts: 2 }, 'p')).toEqual({ is: 'sent', postmarkId: 'p', inactive: [] })
  })
  test('is missing once: it can still turn up; missing in a later attempt too: it has not', () => {
    expect([1, 2, 3].map(doubt => settled({ doubt, attempts: 2 }, null))).toEqual([
      { is: 'unsettled' },
      'send',
      'send',
    ])
  })
  test('cannot be looked for: three times that is waited for, then it is sent again', () => {
    const said = [1, 2, 3, 4].map(doubt => settled({ doubt, attempts: 2 }, undefined))
    expect(said).toEqual([...Array(3).fill({ is: 'unsettled' }), 'send'])
  })
  test('was taken again and again by senders that were cut off: it is not sent any more', () => {
    const said = [null, undefined].map(found => settled({ doubt: 9, attempts: MAX_TAKINGS + 1 }, found))
    expect(said).toEqual([{ is: 'unsettled' }, { is: 'unsettled' }])
  })
})

test('whatever happens, a message comes to an end', () => {
  const outcome = fc.constantFrom<Outcome>(lost, busy, { is: 'unsettled' })
  fc.assert(
    fc.property(fc.array(outcome, { minLength: MAX_TAKINGS, maxLength: MAX_TAKINGS }), outcomes => {
      let taken = one
      for (const said of outcomes) {
        const { state, attempts, doubt } = after(taken, said, 1000, 0.5)
        if (state !== 'queued') {
          expect(attempts).toBe(MAX_TRIES)
          return
        }
        taken = { ...taken, attempts: attempts + 1, doubt }
      }
      throw new Error('still queued')
    }),
  )
})
