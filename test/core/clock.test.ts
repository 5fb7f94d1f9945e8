// Days begin and end as the calendar on the wall says, also where a midnight or a whole day is missing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dateIn,
  daysBetween,
  endOfDay,
  hourIn,
  isDate,
  isTimeZone,
  rfc3339,
  startOfHour,
} from '../../src/core/clock.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

const ZONES = words(`
  UTC America/New_York America/Sao_Paulo America/St_Johns America/Havana Europe/Berlin Africa/Cairo Asia/Beirut
  Asia/Kolkata Asia/Kathmandu Australia/Lord_Howe Pacific/Apia Pacific/Kwajalein Pacific/Kiritimati
  Pacific/Pago_Pago`)

test.each([...ZONES, 'America/Argentina/Buenos_Aires', 'EST5EDT', 'Etc/GMT+5'])('%s is a time zone', name => {
  expect(isTimeZone(name)).toBe(true)
})

const NO_ZONES = [
  '',
  ...words('+05:00 -08 05:00 Z local Europe/Atlantis ../etc UTC+1 undefined'),
  'Europe/Berlin ',
]

test.each(NO_ZONES)('%j is no time zone', name => {
  expect(isTimeZone(name)).toBe(false)
})

test.each(words('2026-11-27 2024-02-29 2000-02-29 1900-01-01 2200-12-31'))('%s is a date', text => {
  expect(isDate(text)).toBe(true)
})

const NO_DATES = words(`
  2026-02-29 1900-02-29 2026-04-31 2026-13-01 2026-00-10 2026-01-00 1899-12-31 2201-01-01 0000-01-01 2026-1-1
  20261127 2026-11-27T00:00:00Z +002026-11-27 27.11.2026 today`)

test.each([...NO_DATES, '', ' 2026-11-27', '2026-11-27\n'])('%j is no date', text => {
  expect(isDate(text)).toBe(false)
})

describe('dateIn', () => {
  test.each([
    ['America/New_York', '2026-11-28T04:59:59.999Z', '2026-11-27'],
    ['America/New_York', '2026-11-28T05:00:00.000Z', '2026-11-28'],
    ['Asia/Kolkata', '2026-11-27T18:29:59.999Z', '2026-11-27'],
    ['Asia/Kolkata', '2026-11-27T18:30:00.000Z', '2026-11-28'],
    ['Pacific/Kiritimati', '2026-11-27T10:00:00.000Z', '2026-11-28'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31'],
  ])('in %s at %s it is %s', (zone, instant, date) => {
    expect(dateIn(zone, Date.parse(instant))).toBe(date)
  })

  test('an unknown zone is a fault', () => expect(() => dateIn('Europe/Atlantis', 0)).toThrow(RangeError))

  test('hundreds of zones don’t disturb each other', () => {
    const days = () => Intl.supportedValuesOf('timeZone').map(zone => dateIn(zone, 1_795_773_600_000))
    expect(days()).toEqual(days())
    expect(new Set(days())).toEqual(new Set(['2026-11-26', '2026-11-27', '2026-11-28']))
  })
})

describe('endOfDay', () => {
  test.each([
    ['UTC', '2026-11-27', '2026-11-28T00:00:00.000Z', 'no daylight saving'],
    ['America/New_York', '2026-03-07', '2026-03-08T05:00:00.000Z', 'the night before it begins'],
    ['America/New_York', '2026-03-08', '2026-03-09T04:00:00.000Z', 'a day of 23 hours'],
    ['America/New_York', '2026-11-01', '2026-11-02T05:00:00.000Z', 'a day of 25 hours'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00.000Z', 'a day of 23 hours'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00.000Z', 'a day of 25 hours'],
    ['Asia/Kolkata', '2026-11-27', '2026-11-27T18:30:00.000Z', 'half an hour'],
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-04T13:00:00.000Z', 'daylight saving of half an hour'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-05T13:30:00.000Z', 'the day after'],
    ['Pacific/Kiritimati', '2026-11-27', '2026-11-27T10:00:00.000Z', '14 hours ahead'],
    ['Pacific/Pago_Pago', '2026-11-27', '2026-11-28T11:00:00.000Z', '11 hours behind'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00.000Z', 'the midnight that was skipped'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-05T02:00:00.000Z', 'the next one'],
    ['Africa/Cairo', '2024-04-25', '2024-04-25T22:00:00.000Z', 'the midnight that was skipped'],
    ['Asia/Beirut', '2024-03-30', '2024-03-30T22:00:00.000Z', 'the midnight that was skipped'],
    ['America/Havana', '2024-11-02', '2024-11-03T04:00:00.000Z', 'midnight twice: the first'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T03:00:00.000Z', 'the last hour twice'],
    ['America/St_Johns', '2010-11-06', '2010-11-07T02:30:00.000Z', 'the later day for one minute'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00.000Z', 'the day before the skipped one'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 'the day that never was'],
    ['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00.000Z', 'the day that never was'],
  ])('in %s %s ends at %s: %s', (zone, date, instant) => {
    expect(rfc3339(endOfDay(date, zone))).toBe(instant)
  })

  test('the instant before it still shows the day or an earlier one, the instant itself a later one', () => {
    const days = fc.integer({ min: 0, max: daysBetween('1970-01-01', '2060-12-31') })
    const holds = (zone: string, day: number) => {
      const date = addDays('1970-01-01', day)
      const end = endOfDay(date, zone)
      expect(dateIn(zone, end - 1) <= date && date < dateIn(zone, end)).toBe(true)
    }
    fc.assert(fc.property(fc.constantFrom(...ZONES), days, holds), { numRuns: 2000 })
  })

  test('no instant before it shows a later day, to the minute', () => {
    for (const [zone, date] of [
      ['America/St_Johns', '2010-11-06'],
      ['Antarctica/Casey', '2010-03-04'],
      ['America/Havana', '2024-11-02'],
    ] as const) {
      const end = endOfDay(date, zone)
      for (let minute = 1; minute <= 26 * 60; minute++) {
        expect(dateIn(zone, end - minute * 60_000) <= date).toBe(true)
      }
    }
  })

  test('what is no date or no zone is a fault', () => {
    expect(() => endOfDay('2026-02-30', 'UTC')).toThrow(TypeError)
    expect(() => endOfDay('2026-02-28', 'Nowhere')).toThrow(RangeError)
  })
})

describe('days', () => {
  test.each<[string, string, number]>([
    ['2026-11-22', '2026-11-27', 5],
    ['2026-11-27', '2026-11-22', -5],
    ['2026-11-27', '2026-11-27', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    // Across both changes of the clock, which days don't know of.
    ['2026-01-01', '2027-01-01', 365],
  ])('from %s to %s it is %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })

  test('adding and counting are each other’s inverse', () => {
    const day = fc.integer({ min: 0, max: 109_000 }).map(days => addDays('1900-01-01', days))
    fc.assert(fc.property(day, day, (from, to) => addDays(from, daysBetween(from, to)) === to))
  })

  test('what is no date is a fault', () => {
    expect(() => daysBetween('2026-11-27', 'tomorrow')).toThrow(TypeError)
    expect(() => addDays('27.11.2026', 1)).toThrow(TypeError)
  })
})

test('instants are written in UTC with milliseconds', () => {
  expect(rfc3339(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(rfc3339(1_795_770_300_042)).toBe('2026-11-27T09:05:00.042Z')
  expect(() => rfc3339(Number.NaN)).toThrow(RangeError)
})

describe('startOfHour', () => {
  test.each([
    ['America/New_York', '2026-03-08', 9, '2026-03-08T13:00:00.000Z', 'an hour earlier than the day before'],
    [
      'America/New_York',
      '2026-03-08',
      2,
      '2026-03-08T07:00:00.000Z',
      'an hour that is skipped: the one behind it',
    ],
    ['Europe/Berlin', '2026-10-25', 9, '2026-10-25T08:00:00.000Z', 'after a night of an hour more'],
    ['Asia/Kolkata', '2026-06-30', 9, '2026-06-30T03:30:00.000Z', 'half an hour from the others'],
    ['Asia/Kathmandu', '2026-06-30', 18, '2026-06-30T12:15:00.000Z', 'a quarter of an hour from the others'],
    ['Pacific/Kiritimati', '2026-06-30', 9, '2026-06-29T19:00:00.000Z', 'on the day before in UTC'],
    ['Australia/Lord_Howe', '2026-04-05', 9, '2026-04-04T22:30:00.000Z', 'clocks set back by half an hour'],
    [
      'Pacific/Apia',
      '2011-12-30',
      9,
      '2011-12-30T10:00:00.000Z',
      'a day that is skipped: the start of the next',
    ],
  ])('in %s on %s at %i it is %s: %s', (zone, date, hour, instant) => {
    const start = startOfHour(date, hour, zone)
    expect(rfc3339(start)).toBe(instant)
    expect(hourIn(zone, start - 1)).not.toBe(hourIn(zone, start))
  })
})
