/** Reading quotes for the business, and the frame of every change: read, check the version, decide, write. */
import { type Act, checkVersion, commit, perform, type Seen } from '../../core/api.ts'
import { decide, first, type Statement } from '../../core/db.ts'
import { isId } from '../../core/ids.ts'
import { notFound, Problem, type ProblemCode } from '../../core/problem.ts'
import type { DraftLine } from '../../documents/input.ts'
import { linesIn } from '../../documents/lines.ts'
import { type QuoteRow, quote, quoteStands } from '../store/business.ts'

export type Quote = Omit<QuoteRow, 'lines'> & { lines: DraftLine[] }

/** A row with its lines read. */
export const whole = (row: QuoteRow): Quote => ({ ...row, lines: linesIn(row.lines) })

/** A quote of the business as it is stored, or 404. */
export async function loadQuote(act: Act, id: string): Promise<QuoteRow> {
  const row = isId('quo', id) ? await first(act.db, quote({ businessId: act.businessId, id })) : undefined
  if (!row) throw notFound()
  return row
}

/** `null`: nothing is to be changed, and no version moves. `now`: the clock of this try; `count`: which one it is, from 1. */
type Plan = (quote: Quote, now: number, count: number) => Promise<Statement[] | null> | Statement[] | null

/**
 * Changes a quote and gives it as it then stands: `plan` refuses by throwing a Problem, or gives the statements of one
 * batch. Where the batch is refused, someone else was first: what stands now is read and decided upon again.
 */
export const changing = (act: Act, id: string, seen: Seen, plan: Plan): Promise<QuoteRow> =>
  decide(async count => {
    const before = await loadQuote(act, id)
    checkVersion(seen, before.version)
    const statements = await plan(whole(before), Date.now(), count)
    if (statements === null) return before
    return perform(act, [quoteStands(before), ...statements], quote({ businessId: act.businessId, id }))
  })

/** Deletes a quote: `plan` as in `changing`. */
export const removing = (
  act: Act,
  id: string,
  seen: Seen,
  plan: (quote: Quote) => Statement[],
): Promise<void> =>
  decide(async () => {
    const before = await loadQuote(act, id)
    checkVersion(seen, before.version)
    await commit(act, [quoteStands(before), ...plan(whole(before))])
  })

const words: Partial<Record<ProblemCode, string>> = {
  quote_accepted: 'An accepted quote never changes.',
  quote_not_draft: 'A sent quote can’t be edited or sent again: cancel it back to draft first.',
  quote_not_open: 'Only a quote that was sent can be answered or cancelled.',
  quote_empty: 'Give it at least one line before you send it.',
  quote_past_validity: 'Its last day has passed: set a later valid_until before you send it.',
  quote_was_sent: 'A draft that was once sent can’t be deleted; close it instead.',
  quote_not_closable: 'Only an open quote, or a draft that was once sent, can be closed.',
  quote_expired:
    'It is past its validity, or was closed: cancel it, set a later valid_until where it has passed, and send it again.',
  already_decided: 'This revision was already answered.',
  quote_not_accepted: 'Invoices are made of a quote once it is accepted.',
}

/** Throws the problem of a rule that says no. */
export function refuseIf(code: ProblemCode | null): void {
  if (code) throw new Problem(code, words[code] ?? '')
}
