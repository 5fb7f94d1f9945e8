/**
 * The frame of a client's answer (design.md §3): read what stands, let the rules decide, write one batch. Where the
 * batch is refused somebody was faster, so what stands is read again: a decision there answers, else the next try. A
 * write whose answer was lost is looked for before anybody is told to try again.
 */
import { NoAnswer, type PortalRead, type ReadRow, type Visit, type Visitor } from '../../access/visit.ts'
import { decide, type Statement } from '../../core/db.ts'
import { type Answer, type AnswerRefusal, isSameAnswer, whyNotAnswer } from '../rules.ts'
import { sentQuote, shownRevision } from '../store/portal.ts'

export type SentQuote = ReadRow<ReturnType<typeof sentQuote>>

/** What stood when it was decided. `shown`: the content that the client had read, as its frozen JSON. */
export type Found = { visitor: Visitor; quote: SentQuote | null; shown: string | null }

/** How an answer ended: recorded, now or before; not recorded, because the form has mistakes or the quote moved on. */
export type Outcome =
  | { kind: 'recorded' }
  | { kind: 'mistaken'; visitor: Visitor; quote: SentQuote }
  | ({ kind: 'refused'; why: AnswerRefusal } & Found)

type Reads = Record<string, PortalRead<unknown>>
type RowsOf<R extends Reads> = { [Name in keyof R]: ReadRow<R[Name]>[] }

/** What a plan is made from: who answers, the quote as it stands, and what was read beside it. */
export type Open<R extends Reads> = { visitor: Visitor; quote: SentQuote; rows: RowsOf<R> }

/** Signers of different quotes meet in the chain of their business: many at once need many tries. */
const TRIES = 30

/**
 * Records a client's answer to a quote. `reads` ride in the same batch as the quote; `plan` makes of them the
 * statements of the one write; it is null where the form has mistakes. Throws DeadLink, NoAnswer, or Unanswered
 * after the last try, with nothing recorded.
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
    const quote = found.quote[0] ?? null
    const shown = found.shown[0]?.content ?? null
    if (quote && isSameAnswer(quote, answer)) return { kind: 'recorded' }
    const why = whyNotAnswer(quote, answer, shown !== null, visit.now)
    if (why || !quote) return { kind: 'refused', why: why ?? 'missing', visitor, quote, shown }
    if (!plan) return { kind: 'mistaken', visitor, quote }
    await writeOrFind(visit, id, answer, await plan({ visitor, quote, rows: rows as RowsOf<R> }))
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
    if (!rows.quote[0] || !isSameAnswer(rows.quote[0], answer)) throw error
  }
}
