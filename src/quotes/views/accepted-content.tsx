// The quote as it was accepted, word for word, beneath its receipt: there it is no page of its own and has no buttons.
import type { QuoteContent } from '../../documents/content.ts'
import { Parties } from '../../documents/views/head.tsx'
import { Closing, Lines, sumsOf } from '../../documents/views/lines.tsx'
import { words as documentWords } from '../../documents/words.ts'
import { Figure, Text, Totals } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { words as uiWords } from '../../ui/words.ts'
import { receiptWords } from '../answer-words.ts'
import { words as quoteWords } from '../words.ts'

const Top = ({ content }: { content: QuoteContent }) => {
  const words = useWords(quoteWords)
  const shared = useWords(documentWords)
  const formats = useFormats()
  return (
    <header class="top">
      <p class="kicker">
        <span>
          {useWords(receiptWords).content}
          {useWords(uiWords).colon} {words.kind} <bdi>{content.number}</bdi>
        </span>
      </p>
      <h2>
        <bdi>{content.title}</bdi>
      </h2>
      {content.description && <Text>{content.description}</Text>}
      <div class="sums">
        <div>
          <p>{shared.inCurrency(shared.total, content.currency)}</p>
          <Figure text={formats.money(content.total, content.currency)} />
        </div>
        <p>{words.offeredUntil(formats.longDate(content.valid_until))}</p>
      </div>
    </header>
  )
}

/** Every word that the client saw. */
export const AcceptedContent = ({ content }: { content: QuoteContent }) => (
  <article class="doc accepted">
    <Top content={content} />
    <Parties content={content} />
    <Lines content={content} />
    <Totals rows={sumsOf(content, useFormats())} />
    <Closing content={content} />
  </article>
)
