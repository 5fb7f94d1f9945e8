/**
 * The minute's reminders: whose morning it is, what of theirs is open, and one batch that writes all of it. A run does a
 * bounded amount, and the rest a minute later. Two runs at once do no harm: the batch passes over what the other has
 * written, and the database's keys forbid the same twice.
 */
import { addressesOf } from '../../access/actions/links.ts'
import type { ReminderSettings } from '../../businesses/schema.ts'
import { dateIn } from '../../core/clock.ts'
import { batch, Refused, write } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { logRunFault } from '../../core/log.ts'
import { queuedReminders } from '../../mail/store/overtaken.ts'
import { datesIn, isDecentHour, NEVER, nextMorning, notSince, rankOf, windowsOf } from '../rules.ts'
import { dueRounds, type OpenStep, type Remindable, type Round, remindable } from '../store/due.ts'
import { insertReminders, moveRounds, type NextRound, type Planned, stillPlanned } from '../store/written.ts'

type Run = { db: D1Database; now: number }

const MOST_BUSINESSES = 20
const MOST_REMINDERS = 200

/** A business that can't be served must not stand in the way of the others. */
const LATER = 3_600_000

/** Writes the reminders that are due by the job’s clock: five statements, whatever there is to do. */
export async function remindDue({ db, now }: Run): Promise<void> {
  const { rounds } = await batch(db, { rounds: dueRounds({ now, limit: MOST_BUSINESSES }) })
  if (rounds.length === 0) return
  const looks = rounds.map((round, place) => lookOrNot(round, place, now))
  const steps = looks.flatMap(look => look.steps)
  const { rows } =
    steps.length === 0 ? { rows: [] } : await batch(db, { rows: remindable(steps, now, MOST_REMINDERS + 1) })
  const shares = looks.map(look => shareOf(look, rows, now)).filter(share => share !== null)
  await writeAll({ db, now }, shares)
}

/** What is open of a business on a day; `after`: when it is looked through next, once all of that is written. */
type Look = { place: number; round: Round; day: string; since: number; after: number; steps: OpenStep[] }

function lookOf(round: Round, place: number, now: number): Look {
  const { businessId, timeZone } = round
  const settings: ReminderSettings = JSON.parse(round.reminders)
  const day = dateIn(timeZone, now)
  const since = notSince(timeZone, now)
  const windows = isDecentHour(timeZone, now) ? windowsOf(settings) : []
  const steps = windows.map(window => {
    const { kind, step } = window
    return { place, businessId, day, since, kind, rank: rankOf(kind), step, ...datesIn(window, day) }
  })
  return { place, round, day, since, steps, after: settings.enabled ? nextMorning(timeZone, now) : NEVER }
}

/** The same; settings or a zone that can't be read are a fault of theirs alone. */
function lookOrNot(round: Round, place: number, now: number): Look {
  try {
    return lookOf(round, place, now)
  } catch (error) {
    logRunFault('remind', error)
    return { place, round, day: '', since: now, after: now + LATER, steps: [] }
  }
}

/** What one business gets of a run. */
type Share = { next: NextRound; reminders: Planned[] }

/** Null where the run had no room to look at this business at all: it comes first in the next. */
function shareOf(look: Look, rows: readonly Remindable[], now: number): Share | null {
  const { businessId, version } = look.round
  const room = rows.slice(0, MOST_REMINDERS)
  const own = room.filter(({ place }) => place === look.place)
  // The rows are in the order of the businesses: from where they were cut off, nothing is known.
  const cutAt = rows.length > MOST_REMINDERS ? (rows.at(-1)?.place ?? 0) : Infinity
  if (look.place > cutAt) return null
  // Who has many goes on in a minute, behind those who have waited as long.
  const dueAt = look.place === cutAt ? now : look.after
  return { next: { businessId, version, dueAt }, reminders: own.map(row => planOf(look, row, now)) }
}

function planOf({ round, day, since }: Look, row: Remindable, now: number): Planned {
  const { businessId, clientId, clientVersion, kind, step, documentId, revision, linkId } = row
  const isQuote = kind === 'quote_expiring'
  return {
    ...{ id: newId('msg', now), businessId, clientId, kind, linkId, revision },
    event: `reminder:${documentId}:${revision}:${step}`,
    recipients: addressesOf(row),
    ...{ quoteId: isQuote ? documentId : null, invoiceId: isQuote ? null : documentId },
    ...{ businessVersion: round.version, clientVersion, documentId, day, since, step },
  }
}

/** All in one batch. Where that is refused somebody among them is the reason, so each by itself, and that one later. */
async function writeAll(run: Run, shares: readonly Share[]): Promise<void> {
  if (shares.length === 0) return
  try {
    await write(run.db, statementsOf(shares, run.now))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const [only] = shares
    if (shares.length > 1) for (const share of shares) await writeAll(run, [share])
    else if (only) {
      logRunFault('remind', error)
      await write(run.db, [moveRounds([{ ...only.next, dueAt: run.now + LATER }])])
    }
  }
}

function statementsOf(shares: readonly Share[], now: number) {
  const reminders = shares.flatMap(share => share.reminders)
  const written = [queuedReminders(reminders, stillPlanned, now), insertReminders(reminders)]
  return [...(reminders.length > 0 ? written : []), moveRounds(shares.map(({ next }) => next))]
}
