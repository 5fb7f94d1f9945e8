// The quote as it was accepted, word for word, beneath its receipt: there it is no page of its own and has no buttons.
import type { QuoteContent } from '../../documents/content.ts'
import { Parties } from '../../documents/views/head.tsx'
import { Closing, Lines, sumsOf } from '../../documents/views/lines.tsx'
import { words as shared } from '../../documents/words.ts'
import type { Formats } from '../../i18n/format.ts'
import { Figure, Text, Totals } from '../../ui/parts.tsx'
import { words } from '../words.ts'
import { receiptWords } from './words.ts'

type Props = { content: QuoteContent; formats: Formats }

const Top = ({ content, formats }: Props) => (
  <header class="top">
    <p class="kicker">
      <span>
        {receiptWords.content}: {words.kind} <bdi>{content.number}</bdi>
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

/** Every word that the client saw. */
export const AcceptedContent = ({ content, formats }: Props) => (
  <article class="doc accepted">
    <Top content={content} formats={formats} />
    <Parties content={content} formats={formats} />
    <Lines content={content} formats={formats} />
    <Totals rows={sumsOf(content, formats)} />
    <Closing content={content} />
  </article>
)
