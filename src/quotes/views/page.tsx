// A quote as its client reads it: what became of it, what it is for and how much, line by line, and how to answer.
import type { QuoteContent } from '../../documents/content.ts'
import { Head, Parties } from '../../documents/views/head.tsx'
import { Closing, Lines, sumsOf } from '../../documents/views/lines.tsx'
import { fewDaysLeft } from '../../documents/views/state.ts'
import { words as shared } from '../../documents/words.ts'
import type { Formats } from '../../i18n/format.ts'
import { Busy } from '../../ui/busy.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back, Banner, Go, Totals } from '../../ui/parts.tsx'
import { words } from '../words.ts'
import { Answer, type AnswerProps, CallOrWrite, hasFaults } from './answer.tsx'
import { StateBanner } from './banners.tsx'
import { Refusal, type RefusalProps } from './refusal.tsx'
import { isOpen, type QuoteDecision, type QuoteStatus } from './state.ts'

export type { QuoteDecision, QuoteStatus }

export type QuotePageProps = {
  /** The business as it is today, for the frame and for reaching it. */
  business: Brand
  formats: Formats
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

const ValidUntil = ({ content, formats, status, daysLeft }: QuotePageProps) => {
  const few = isOpen(status) ? fewDaysLeft(daysLeft) : null
  return (
    <p>
      {(isOpen(status) ? words.validUntil : words.offeredUntil)(formats.longDate(content.valid_until))}
      {few && <b class="urgent warn"> {few}</b>}
    </p>
  )
}

/** Whether the forms came back because of something typed in them. */
const isReturned = ({ answer, status }: QuotePageProps): boolean =>
  isOpen(status) && !!answer && hasFaults(answer)

/** A tab's title is the first thing that a screen reader says. */
function titleOf(quote: QuotePageProps): string {
  const title = words.named(quote.content.number)
  if (quote.refusal) return words.notRecorded(title)
  return isReturned(quote) ? words.pleaseCheck(title) : title
}

/** The form stands at the end of the page, and a page opens at its start. */
const Returned = () => (
  <Banner tone="bad" shape="alert" title={words.notSent} alert>
    <p>{words.seeBelow}</p>
    <Go href="#answer">{words.toForm}</Go>
  </Banner>
)

const Ending = ({ business, content, status, answer, preview }: QuotePageProps) => {
  if (!isOpen(status)) return null
  if (!answer) return <CallOrWrite business={business} number={content.number} />
  return (
    <>
      <Answer {...answer} />
      {!preview && <Busy />}
    </>
  )
}

/** A quote in any state that its client may see. */
export const QuotePage = (quote: QuotePageProps) => {
  const { business, formats, home, content, refusal = null, receipt = null, preview = false } = quote
  const total = formats.money(content.total, content.currency)
  return (
    <Page title={titleOf(quote)} business={business}>
      {preview && (
        <Banner tone="warn" shape="alert" title={words.preview}>
          <p>{words.previewed}</p>
        </Banner>
      )}
      <Back href={home} />
      {refusal && <Refusal {...quote} refusal={refusal} />}
      {isReturned(quote) && <Returned />}
      <StateBanner {...quote} receipt={receipt} told={refusal?.kind === 'decided'} />
      <article class="doc">
        <Head kind={words.kind} content={content} label={shared.total} figure={total}>
          <ValidUntil {...quote} />
        </Head>
        <Parties content={content} formats={formats} />
        <Lines content={content} formats={formats} />
        <Totals rows={sumsOf(content, formats)} />
        <Closing content={content} />
        <Ending {...quote} />
      </article>
    </Page>
  )
}
