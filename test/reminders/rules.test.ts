// Which step of a document is open on which day: a table, and what holds for all settings and days.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateIn, hourIn } from '../../src/core/clock.ts'
import {
  datesIn,
  isDecentHour,
  nextMorning,
  notSince,
  openStep,
  rankOf,
  reminderKinds,
  type Window,
  windowsOf,
} from '../../src/reminders/rules.ts'

const settings = {
  enabled: true,
  quote_days_before: [3],
  invoice_days_before: [3],
  invoice_days_after: [1, 7, 14],
}

const DATE = '2026-06-10'
const LONG_AGO = '2026-01-01'

const stepsOn = (kind: 'quote' | 'invoice', from: number, to: number, given = settings, sentOn = LONG_AGO) =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const today = addDays(DATE, from + at)
    return openStep(windowsOf(given), { kind, date: DATE, sentOn }, today)?.step ?? '.'
  }).join(' ')

describe('by default', () => {
  test('a quote is reminded of from three days before it expires, through its last day', () => {
    expect(stepsOn('quote', -5, 2)).toBe('. . -3 -3 -3 -3 . .')
  })

  test('an invoice: three days before it is due, and 1, 7 and 14 days after; the last for a week', () => {
    expect(stepsOn('invoice', -4, 2)).toBe('. -3 -3 -3 -3 1 1')
    expect(stepsOn('invoice', 5, 8)).toBe('1 1 7 7')
    expect(stepsOn('invoice', 12, 22)).toBe('7 7 14 14 14 14 14 14 14 . .')
  })
})

const cases: [
  what: string,
  kind: 'quote' | 'invoice',
  given: object,
  days: [number, number],
  open: string,
][] = [
  [
    'the newest step counts',
    'quote',
    { quote_days_before: [7, 1, 3] },
    [-8, 1],
    '. -7 -7 -7 -7 -3 -3 -1 -1 .',
  ],
  ['one day before', 'quote', { quote_days_before: [1] }, [-2, 1], '. -1 -1 .'],
  ['no step', 'quote', { quote_days_before: [] }, [-9, 9], Array(19).fill('.').join(' ')],
  ['no step before', 'invoice', { invoice_days_before: [] }, [-4, 2], '. . . . . 1 1'],
  ['no step after', 'invoice', { invoice_days_after: [] }, [-4, 2], '. -3 -3 -3 -3 . .'],
  ['steps far apart stay open', 'invoice', { invoice_days_after: [1, 60] }, [57, 61], '1 1 1 60 60'],
  ['switched off', 'invoice', { enabled: false }, [-3, 9], Array(13).fill('.').join(' ')],
]

test.each(cases)('%s', (_, kind, given, [from, to], open) => {
  expect(stepsOn(kind, from, to, { ...settings, ...given })).toBe(open)
})

const sendings: [
  what: string,
  kind: 'quote' | 'invoice',
  sentOn: string,
  days: [number, number],
  open: string,
][] = [
  ['sent before the step’s day', 'quote', '2026-06-06', [-4, 0], '. -3 -3 -3 -3'],
  ['sent on the step’s day: its sending told the same', 'quote', '2026-06-07', [-3, 0], '. . . .'],
  ['sent behind it', 'quote', '2026-06-09', [-1, 0], '. .'],
  ['an invoice sent on its due day', 'invoice', DATE, [-1, 2], '. . 1 1'],
  ['an invoice sent three days late', 'invoice', '2026-06-13', [1, 8], '. . . . . . 7 7'],
  ['an invoice sent months late', 'invoice', '2026-09-13', [95, 99], '. . . . .'],
]

test.each(sendings)('%s', (_, kind, sentOn, [from, to], open) => {
  expect(stepsOn(kind, from, to, settings, sentOn)).toBe(open)
})

const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 })
const anySettings = fc.record({
  enabled: fc.constant(true),
  quote_days_before: days,
  invoice_days_before: days,
  invoice_days_after: days,
})
const ofKind = (windows: Window[], kind: string) => windows.filter(window => window.kind.startsWith(kind))
const inside = (offset: number) => (window: Window) => window.from <= offset && offset <= window.to

test('whatever the settings: a day has at most one step, each step its days, and the order of the list plays no part', () => {
  fc.assert(
    fc.property(anySettings, fc.integer({ min: -70, max: 80 }), (given, offset) => {
      const windows = windowsOf(given)
      for (const kind of ['quote', 'invoice']) {
        const open = ofKind(windows, kind).filter(inside(offset))
        expect(open.length).toBeLessThanOrEqual(1)
        const reached = ofKind(windows, kind).filter(({ step }) => step <= offset)
        const newest = reached.toSorted((a, b) => b.step - a.step)[0]
        if (open[0]) expect(open[0]).toEqual(newest)
        else if (newest) expect(newest.step < 0 ? offset > 0 : offset >= newest.step + 7).toBe(true)
      }
      const backwards = Object.fromEntries(
        Object.entries(given).map(([name, list]) => [name, Array.isArray(list) ? list.toReversed() : list]),
      )
      expect(windowsOf(backwards as typeof given)).toEqual(windows)
      expect(windows.every(({ from, to, step }) => from === step && from <= to)).toBe(true)
      expect(windows).toHaveLength(Object.values(given).flat().length - 1)
    }),
  )
})

test('whatever the day: the dates that a window is open for are those of which it is the open step', () => {
  fc.assert(
    fc.property(anySettings, fc.integer({ min: -80, max: 80 }), (given, offset) => {
      const windows = windowsOf(given)
      const today = addDays(DATE, offset)
      for (const window of windows) {
        const { first, last } = datesIn(window, today)
        const kind = window.kind.startsWith('quote') ? 'quote' : 'invoice'
        const open = openStep(windows, { kind, date: DATE, sentOn: LONG_AGO }, today)
        expect(first <= DATE && DATE <= last).toBe(open?.kind === window.kind && open.step === window.step)
      }
    }),
  )
})

test('what is overdue is the most urgent, then quotes, then what is due soon', () => {
  expect(reminderKinds.toSorted((a, b) => rankOf(a) - rankOf(b))).toEqual([
    'invoice_overdue',
    'quote_expiring',
    'invoice_due_soon',
  ])
})

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
  'UTC',
]

test('in any zone, at any instant: the next morning is nine o’clock, at most a day and an hour away', () => {
  const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, now) => {
      const morning = nextMorning(zone, now)
      expect(hourIn(zone, morning)).toBe(9)
      expect(hourIn(zone, morning - 1)).toBe(8)
      expect(morning - now).toBeGreaterThan(0)
      expect(morning - now).toBeLessThanOrEqual(25 * 3_600_000)
      const isDecent = isDecentHour(zone, now)
      const hour = Number(
        new Date(now).toLocaleString('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }),
      )
      expect(isDecent).toBe(hour >= 9 && hour < 18)
      // Looked through at a decent hour, the next time is on the next day.
      if (isDecent) expect(dateIn(zone, morning)).toBe(addDays(dateIn(zone, now), 1))
      const since = notSince(zone, now)
      expect(now - since).toBeGreaterThanOrEqual(12 * 3_600_000)
      expect(dateIn(zone, since - 1) < dateIn(zone, now)).toBe(true)
    }),
    { numRuns: 400 },
  )
})
