/**
 * Of what, when and in which order a client is reminded (product.md §5): over days alone, pure. `offset`: how many days a
 * day lies behind the date that a document is about (a quote's last day, an invoice's due date), negative before it.
 */
import type { ReminderSettings } from '../businesses/schema.ts'
import { addDays, dateIn, daysBetween, endOfDay, hourIn, startOfHour } from '../core/clock.ts'

/** The kinds of reminders, the most urgent first. */
export const reminderKinds = ['invoice_overdue', 'quote_expiring', 'invoice_due_soon'] as const

export type ReminderKind = (typeof reminderKinds)[number]

/** A step, and the offsets through which it is open. */
export type Window = { kind: ReminderKind; step: number; from: number; to: number }

/** The last step is caught up for a week. */
const LAST_OPEN_FOR = 7

/**
 * The steps of a business. A step is open from its day until the day of the next one; those before the date at the latest
 * through the date itself, the last one behind it for seven days. Windows of one document never overlap: the newest step
 * that was reached is the one that counts.
 */
export function windowsOf(settings: ReminderSettings): Window[] {
  const { enabled, quote_days_before, invoice_days_before, invoice_days_after } = settings
  if (!enabled) return []
  return [
    ...opened('invoice_overdue', invoice_days_after, last => last + LAST_OPEN_FOR),
    ...opened('quote_expiring', quote_days_before.map(negative), () => 1),
    ...opened('invoice_due_soon', invoice_days_before.map(negative), () => 1),
  ]
}

const negative = (days: number): number => -days

/** `end`: the first offset at which the last step is closed. */
function opened(kind: ReminderKind, steps: readonly number[], end: (last: number) => number): Window[] {
  const inOrder = [...new Set(steps)].sort((a, b) => a - b)
  return inOrder.map((step, at) => ({ kind, step, from: step, to: (inOrder[at + 1] ?? end(step)) - 1 }))
}

/** What a reminder may be due of. `sentOn`: the day on which it was sent, as it stands in the document. */
export type Dated = { kind: 'quote' | 'invoice'; date: string; sentOn: string }

/**
 * The step that is open of a document on a day. None whose day is the one on which it was sent, or lies before: its
 * sending told the client the same.
 */
export function openStep(windows: readonly Window[], document: Dated, today: string): Window | null {
  const offset = daysBetween(document.date, today)
  const open = windows.find(
    ({ kind, from, to }) => kind.startsWith(document.kind) && from <= offset && offset <= to,
  )
  return open && addDays(document.date, open.step) > document.sentOn ? open : null
}

/** Of several that are open for a client: the lower comes first, and the others on the next days. */
export const rankOf = (kind: ReminderKind): number => reminderKinds.indexOf(kind)

/** The dates of the documents whose window is open on a day. */
export const datesIn = ({ from, to }: Window, today: string): { first: string; last: string } => ({
  first: addDays(today, -to),
  last: addDays(today, -from),
})

/** The decent hours of a business's zone: at or after nine, before six in the evening. */
const FIRST_HOUR = 9
const END_HOUR = 18

/** Whether clients may be written to at an instant (UTC milliseconds). */
export function isDecentHour(zone: string, now: number): boolean {
  const hour = hourIn(zone, now)
  return hour >= FIRST_HOUR && hour < END_HOUR
}

/** The next nine o'clock after an instant at which it is not yet, or no longer, or already nine or later. */
export function nextMorning(zone: string, now: number): number {
  const today = dateIn(zone, now)
  const morning = startOfHour(today, FIRST_HOUR, zone)
  return now < morning ? morning : startOfHour(addDays(today, 1), FIRST_HOUR, zone)
}

/** For a business that reminds nobody: a change of its settings says when again. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** Two reminders of a client lie at least so far apart, in milliseconds, even where its business has moved to another zone. */
const APART = 12 * 3_600_000

/** Whoever was reminded since this instant is not reminded now: a day has one reminder, whatever zone names it. */
export function notSince(zone: string, now: number): number {
  const startOfToday = endOfDay(addDays(dateIn(zone, now), -1), zone)
  return Math.min(startOfToday, now - APART)
}
