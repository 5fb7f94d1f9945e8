// The dashboard's one sentence: what to do next, the pressing part of it strong.
import { useWords } from '../../ui/surroundings.ts'
import { type Day, words as portalWords } from '../words.ts'
import type { OpenInvoice, Reader, WaitingQuote } from './rows.ts'

/** How many documents there are in all; the lists may hold only the first of them. */
export type Counts = { quotes: number; invoices: number; overdue: number }

export type NextProps = {
  counts: Counts
  quotes: WaitingQuote[]
  invoices: OpenInvoice[]
  reader: Reader
}

type Clause = { text: string; pressing: boolean }

/** A deadline of today, tomorrow or the day after presses. */
const PRESSING = 2

/** A date that ends with a point, as some languages write it, would end the sentence: then with its year. */
function dayOf(day: string, away: number, { formats, today }: Reader): Day {
  const short = formats.shortDate(day, today)
  const date = short.endsWith('.') ? formats.mediumDate(day) : short
  return { away, weekday: formats.weekday(day), date }
}

function ofQuotes({ counts, quotes: [first], reader }: NextProps): Clause[] {
  if (!first) return []
  const until = dayOf(first.validUntil, first.daysLeft, reader)
  const words = portalWords(reader.formats)
  return [{ text: words.next.quotes(counts.quotes, until), pressing: first.daysLeft <= PRESSING }]
}

function ofInvoices({ counts, invoices: [first], reader }: NextProps): Clause[] {
  if (!first) return []
  const words = portalWords(reader.formats)
  if (counts.overdue > 0)
    return [{ text: words.next.overdue(counts.overdue, first.daysLate), pressing: true }]
  const due = dayOf(first.dueOn, -first.daysLate, reader)
  return [{ text: words.next.due(counts.invoices, due), pressing: -first.daysLate <= PRESSING }]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Drawn from the first of each list, which is the most urgent one. */
export const Next = (waiting: NextProps) => {
  const words = useWords(portalWords)
  const clauses = [...ofQuotes(waiting), ...ofInvoices(waiting)]
  if (clauses.length === 0) return <p class="lead">{words.next.nothing}</p>
  return (
    <p class="lead">
      {clauses.map(({ text, pressing }, at) => {
        const said = at === 0 ? capital(text) : text
        return [at > 0 && words.next.and, pressing ? <strong>{said}</strong> : said]
      })}
      {words.next.end}
    </p>
  )
}
