/**
 * Calendar days and instants. A date is `YYYY-MM-DD` in some time zone, an instant UTC milliseconds. Which day
 * an instant falls on, and when a day is over, is asked of the platform's time zone database through Intl,
 * so that daylight saving, skipped midnights and skipped days need no rules of our own.
 */
const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Whether Intl knows a text as a time zone's name: "Europe/Berlin", "UTC". Offsets such as "+05:00" are
 * refused: they have no daylight saving, so a business that gave one would be an hour off half the year.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, from 1900 to 2200. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21|22)\d\d-\d\d-\d\d$/.test(text) || text > '2200-12-31') return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && dateOf(ms) === text
}

/** The date that the calendar in a zone shows at an instant. Throws RangeError on an unknown zone. */
export function dateIn(zone: string, instantMs: number): string {
  return calendarOf(zone).format(instantMs)
}

/**
 * When a date is over in a zone: the first instant at which the calendar there shows a later day. Also right
 * where midnight doesn't exist, happens twice, or the whole day is skipped. Throws TypeError on what is no
 * date, RangeError on an unknown zone.
 */
export function endOfDay(date: string, zone: string): number {
  const end = firstAround(midnightUtc(date) + DAY, instant => dateIn(zone, instant) > date)
  return firstShowing(date, zone, end)
}

/** The hour that the clocks in a zone show at an instant, 0 to 23. Throws RangeError on an unknown zone. */
export const hourIn = (zone: string, instantMs: number): number =>
  Number(timeIn(zone, instantMs).slice('2026-01-31 '.length))

/**
 * When the clocks in a zone first show an hour (0 to 23) of a date, or a later one where that hour is skipped there. Throws
 * as endOfDay does.
 */
export function startOfHour(date: string, hour: number, zone: string): number {
  const shown = `${date} ${String(hour).padStart(2, '0')}`
  return firstAround(midnightUtc(date) + hour * HOUR, instant => timeIn(zone, instant) >= shown)
}

/** The first instant for which something holds from then on: a time of some local clock, given as if it were UTC's. */
function firstAround(local: number, holds: (instant: number) => boolean): number {
  // Local clocks have never been more than 16 hours from UTC, so it lies inside this window.
  let before = local - 16 * HOUR
  let after = local + 16 * HOUR
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (holds(middle)) after = middle
    else before = middle
  }
  return after
}

/** Newfoundland set its clocks back from 0:01 to 23:01 until 2011: the later day came twice, the first time counts. */
function firstShowing(date: string, zone: string, end: number): number {
  const earlier = [3 * HOUR, 2 * HOUR, HOUR, HOUR / 2].map(back => end - back)
  return earlier.find(instant => dateIn(zone, instant) > date) ?? end
}

/** Days from one date to another, negative when `to` is earlier. Throws TypeError on what is no date. */
export function daysBetween(from: string, to: string): number {
  return (midnightUtc(to) - midnightUtc(from)) / DAY
}

/** The date `days` later, or earlier when negative. Throws TypeError on what is no date. */
export function addDays(date: string, days: number): string {
  return dateOf(midnightUtc(date) + days * DAY)
}

/** An instant as RFC 3339 in UTC, always with milliseconds: "2026-11-27T09:05:00.000Z". Throws RangeError. */
export function rfc3339(ms: number): string {
  return new Date(ms).toISOString()
}

/** An instant as RFC 3339 on the clocks of a zone, to the second: "2026-11-27T04:05:00-05:00". RangeError on an unknown zone. */
export function rfc3339In(zone: string, ms: number): string {
  const parts = Object.fromEntries(
    secondsOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  const { year, month, day, hour, minute, second, timeZoneName = '' } = parts
  // "GMT", "GMT−05:00" with a minus sign of typography, or with seconds for times long past.
  const offset = timeZoneName.replace('GMT', '').replace('\u2212', '-').slice(0, 6)
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset || '+00:00'}`
}

const dateOf = (utcMs: number): string => new Date(utcMs).toISOString().slice(0, 10)

/** The instants of dates that were checked before: a page counts the days between few of them, again and again. */
const midnights = new Map<string, number>()
const MOST_MIDNIGHTS = 1000

function midnightUtc(date: string): number {
  const known = midnights.get(date)
  if (known !== undefined) return known
  if (!isDate(date)) throw new TypeError('not a date')
  if (midnights.size >= MOST_MIDNIGHTS) midnights.clear()
  const ms = Date.parse(date)
  midnights.set(date, ms)
  return ms
}

// A formatter costs fifty times what a use of it does. Bounded, because Intl takes a name in any mix of cases.
const calendarOf = keptByZone({})
const clockOf = keptByZone({ hour: '2-digit', hourCycle: 'h23' })
const toTheSecond = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
const secondsOf = keptByZone({ ...toTheSecond, timeZoneName: 'longOffset' })
const MOST_KEPT = 100

function keptByZone(more: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>()
  return zone => {
    const known = kept.get(zone)
    if (known) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', ...more } as const
    // Sweden writes dates as ISO 8601 does.
    const made = new Intl.DateTimeFormat('sv-SE-u-ca-gregory-nu-latn', options)
    kept.set(zone, made)
    return made
  }
}

/** Date and hour: "2026-01-31 09". */
const timeIn = (zone: string, instantMs: number): string => clockOf(zone).format(instantMs)

/** What a promise gives, or a rejection after so many milliseconds; the work itself is not stopped. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
