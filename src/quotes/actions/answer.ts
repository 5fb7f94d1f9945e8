/**
 * The frame of a client's answer (design.md §3): read what stands, let the rules decide, write one batch. Where the
 * batch is refused somebody was faster, so what stands is read again: a decision there answers, else the next try. A
 * write whose answer was lost is looked for before anybody is told to try again.
 */
import { NoAnswer, type PortalRead, type ReadRow, type Visit, type Visitor } from '../../access/visit.ts'
import { decide, type Statement } from '../../core/db.ts'
import { requireFrozen } from '../../documents/content.ts'
import { type Answer, type AnswerRefusal, isRevised, isSameAnswer, whyNotAnswer } from '../rules.ts'
import { sentQuote, shownRevision } from '../store/portal.ts'

export type SentQuote = ReadRow<ReturnType<typeof sentQuote>>

/**
 * What stood when it was decided. `shown`: the content that the client had read, as its frozen JSON; `now`: when that
 * was, in UTC milliseconds.
 */
export type Found = { visitor: Visitor; quote: SentQuote | null; shown: string | null; now: number }

/** How an answer ended: recorded, now or before; not recorded, because the form has mistakes or the quote moved on. */
export type Outcome =
  | { kind: 'recorded' }
  | { kind: 'mistaken'; visitor: Visitor; quote: SentQuote; now: number }
  | ({ kind: 'refused'; why: AnswerRefusal } & Found)

type Reads = Record<string, PortalRead<unknown>>
type RowsOf<R extends Reads> = { [Name in keyof R]: ReadRow<R[Name]>[] }

/** What a plan is made from: who answers, the quote as it stands, and what was read beside it. */
export type Open<R extends Reads> = { visitor: Visitor; quote: SentQuote; rows: RowsOf<R>; now: number }

/** Signers of different quotes meet in the chain of their business: many at once need many tries. */
const TRIES = 30

/**
 * Records a client's answer to a quote. `reads` ride in the same batch as the quote; `plan` makes of them the
 * statements of the one write; it is null where the form has mistakes. Throws DeadLink, NoAnswer, or Unanswered
 * after the last try, with nothing recorded; and an error where what is stored is not what was sent.
 */
export function answering<R extends Reads>(
  visit: Visit,
  id: string,
  answer: Answer,
  reads: R,
  plan: ((open: Open<R>) => Promise<Statement[]>) | null,
): Promise<Outcome> {
  return decide(async () => {
    const { visitor, rows } = await visit.read({ ...standing(id, answer), ...reads })
    const found = rows as RowsOf<ReturnType<typeof standing>>
    const [quote = null] = found.quote
    const [shown = null] = found.shown
    if (shown && !isRevised(quote, answer) && isSameAnswer(shown, answer)) return { kind: 'recorded' }
    // The clock of this very try: a form can take hours to arrive, and a try waits for its turn.
    const now = Date.now()
    const why = whyNotAnswer(quote, answer, shown !== null, now)
    const context = { visitor, now }
    if (why || !quote)
      return { kind: 'refused', why: why ?? 'missing', ...context, quote, shown: shown?.content ?? null }
    if (!plan) return { kind: 'mistaken', ...context, quote }
    await requireFrozen(quote.content, quote.contentHash)
    await writeOrFind(visit, id, answer, await plan({ ...context, quote, rows: rows as RowsOf<R> }))
    return { kind: 'recorded' }
  }, TRIES)
}

const standing = (id: string, { contentHash }: Answer) => ({
  quote: sentQuote({ id }),
  shown: shownRevision({ id, contentHash }),
})

/** An error can follow a commit: whether the answer stands after all, a fresh read tells. */
async function writeOrFind(
  visit: Visit,
  id: string,
  answer: Answer,
  statements: readonly Statement[],
): Promise<void> {
  try {
    await visit.write(statements)
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const { rows } = await visit.read(standing(id, answer))
    if (!rows.shown[0] || !isSameAnswer(rows.shown[0], answer)) throw error
  }
}
