// How the states of quotes and invoices look, the same wherever they are shown, and when a deadline is near.
import type { WordsIn } from '../../i18n/words.ts'
import type { BadgeProps, Look } from '../../ui/parts.tsx'
import type { words } from '../words.ts'

type Words = WordsIn<typeof words>

export type Status = keyof Words['status']

const looks: Record<Status, Look> = {
  sent: { tone: 'info', shape: 'dot' },
  viewed: { tone: 'info', shape: 'ring' },
  partial: { tone: 'warn', shape: 'half' },
  overdue: { tone: 'bad', shape: 'alert' },
  paid: { tone: 'good', shape: 'check' },
  accepted: { tone: 'good', shape: 'check' },
  rejected: { tone: 'calm', shape: 'cross' },
  expired: { tone: 'calm', shape: 'clock' },
  void: { tone: 'calm', shape: 'bar' },
}

/** A state's word, colour and shape. */
export const badgeOf = (status: Status, words: Words): BadgeProps => ({
  ...looks[status],
  word: words.status[status],
})

/** From this many days on, a deadline is only a date. */
const SOON = 7

/** The days until a last day, in words, when they are few; 0 on that day itself. */
export const fewDaysLeft = (days: number, words: Words): string | null =>
  days >= 0 && days <= SOON ? words.daysLeft(days) : null
