// A quote as its client reads it: what became of it, what it is for and how much, line by line, and how to answer.
import type { QuoteContent } from '../../documents/content.ts'
import { Head, Parties } from '../../documents/views/head.tsx'
import { Closing, Lines, sumsOf } from '../../documents/views/lines.tsx'
import { fewDaysLeft } from '../../documents/views/state.ts'
import { words as documentWords } from '../../documents/words.ts'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back, Banner, Go, Jump, Print, Totals } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { type QuoteWords, words as quoteWords } from '../words.ts'
import { Answer, type AnswerProps, CallOrWrite, hasFaults } from './answer.tsx'
import { StateBanner } from './banners.tsx'
import { Refusal, type RefusalProps } from './refusal.tsx'
import { isOpen, type QuoteDecision, type QuoteStatus } from './state.ts'

export type { QuoteDecision, QuoteStatus }

export type QuotePageProps = {
  /** The business as it is today, for the frame and for reaching it. */
  business: Brand
  /** The dashboard. */
  home: string
  content: QuoteContent
  status: QuoteStatus
  /** Whole days until the last day; 0 on that day. */
  daysLeft: number
  /** When accepted or rejected. */
  decision: QuoteDecision | null
  /** The day on which the business closed it, when it is expired for that reason. */
  closedOn: string | null
  /** The forms, shown while it is open; without them it is answered by calling or writing. */
  answer?: AnswerProps | null
  /** What came of an answer that was not recorded. */
  refusal?: RefusalProps | null
  /** Where the receipt of its acceptance is. */
  receipt?: string | null
  /** Shown to the business itself: marked so. */
  preview?: boolean
}

const ValidUntil = ({ content, status, daysLeft }: QuotePageProps) => {
  const words = useWords(quoteWords)
  const shared = useWords(documentWords)
  const few = isOpen(status) ? fewDaysLeft(daysLeft, shared) : null
  return (
    <p>
      {(isOpen(status) ? words.validUntil : words.offeredUntil)(useFormats().longDate(content.valid_until))}
      {few && <b class="urgent warn"> {few}</b>}
    </p>
  )
}

/** Whether the forms came back because of something typed in them. */
const isReturned = ({ answer, status }: QuotePageProps): boolean =>
  isOpen(status) && !!answer && hasFaults(answer)

/** A tab's title is the first thing that a screen reader says. */
function titleOf(quote: QuotePageProps, words: QuoteWords): string {
  const title = words.named(quote.content.number)
  if (quote.refusal) return words.notRecorded(title)
  return isReturned(quote) ? words.pleaseCheck(title) : title
}

/** What came too late is told beside what changed, though there is no form any more. */
const sheetOf = ({ answer, refusal }: QuotePageProps) => (answer || refusal ? 'answer' : 'document')

/** The form stands at the end of the page, and a page opens at its start. */
const Returned = () => {
  const words = useWords(quoteWords)
  return (
    <Banner tone="bad" shape="alert" title={words.notSent} alert>
      <p>{words.seeBelow}</p>
      <Go href="#answer">{words.toForm}</Go>
    </Banner>
  )
}

const Ending = ({ business, content, status, answer }: QuotePageProps) => {
  if (!isOpen(status)) return null
  if (!answer) return <CallOrWrite business={business} number={content.number} />
  return (
    <>
      {answer.open === null && <Jump to="answer">{useWords(quoteWords).toAnswer}</Jump>}
      <Answer {...answer} content={content} />
    </>
  )
}

/** A quote in any state that its client may see. */
export const QuotePage = (quote: QuotePageProps) => {
  const { business, home, content, refusal = null, receipt = null, preview = false } = quote
  const words = useWords(quoteWords)
  const formats = useFormats()
  const total = formats.money(content.total, content.currency)
  return (
    <Page title={titleOf(quote, words)} business={business} sheet={sheetOf(quote)}>
      {preview && (
        <Banner tone="warn" shape="alert" title={words.preview}>
          <p>{words.previewed}</p>
        </Banner>
      )}
      <Back href={home} />
      {refusal && <Refusal {...quote} receipt={receipt} refusal={refusal} />}
      {isReturned(quote) && <Returned />}
      {refusal?.kind !== 'decided' && <StateBanner {...quote} receipt={receipt} />}
      <article class="doc">
        <Head kind={words.kind} content={content} label={useWords(documentWords).total} figure={total}>
          <ValidUntil {...quote} />
        </Head>
        <Parties content={content} />
        <Lines content={content} />
        <Totals rows={sumsOf(content, formats)} />
        <Closing content={content} />
        <Print />
        <Ending {...quote} />
      </article>
    </Page>
  )
}
