/**
 * The receipt of an acceptance: what was accepted, by whom and when, the proof of it, and then, on paper from a new
 * sheet on, the quote word for word. An acceptance that the business recorded is said to be that, and bears no
 * signature.
 */
import type { QuoteContent } from '../../documents/content.ts'
import { badgeOf } from '../../documents/views/state.ts'
import { words as documentWords } from '../../documents/words.ts'
import type { Formats } from '../../i18n/format.ts'
import { Certificate, type CertificateProps, Signature } from '../../signing/views/certificate.tsx'
import { type FactRow, Facts } from '../../signing/views/facts.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back, Badge, Figure, Print } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { receiptWords } from '../answer-words.ts'
import { AcceptedContent } from './accepted-content.tsx'
import type { QuoteDecision } from './state.ts'

export type ReceiptPageProps = {
  business: Brand
  /** The dashboard, and the quote. */
  home: string
  quote: string
  content: QuoteContent
  decision: QuoteDecision
  /** Null where the business recorded it: then there is no signature. */
  proof: CertificateProps | null
  /** The evidence file, and the page that checks one. */
  download: string | null
  verify: string
}

function rowsOf({ content, decision }: ReceiptPageProps, formats: Formats): FactRow[] {
  const words = receiptWords(formats)
  const { client, business } = content
  const when = formats.instant(decision.at, content.time_zone)
  const byClient = decision.by === 'client'
  return [
    { label: words.quote, values: [<bdi>{content.title}</bdi>] },
    { label: words.from, values: [<bdi>{business.name}</bdi>] },
    {
      label: words.for,
      values: [<bdi>{client.name}</bdi>, client.company && <bdi>{client.company}</bdi>],
    },
    { label: words.recordedOn, values: [byClient ? null : when] },
    { label: words.poNumber, values: [decision.poNumber && <bdi>{decision.poNumber}</bdi>] },
  ]
}

const Top = (receipt: ReceiptPageProps) => {
  const { content, proof } = receipt
  const words = useWords(receiptWords)
  const shared = useWords(documentWords)
  const business = <bdi>{content.business.name}</bdi>
  return (
    <header class="top">
      <p class="kicker">
        <span>
          {words.quote} <bdi>{content.number}</bdi>
          {` · ${shared.version(content.revision)}`}
        </span>
        <Badge {...badgeOf('accepted', shared)} />
      </p>
      <h1>{proof ? words.title : words.recordedTitle(business)}</h1>
      <p class="lead">{(proof ? words.lead : words.recordedLead)(business)}</p>
      <div class="sums">
        <div>
          <p>{shared.inCurrency(shared.total, content.currency)}</p>
          <Figure text={useFormats().money(content.total, content.currency)} />
        </div>
      </div>
    </header>
  )
}

const Buttons = ({ download, quote }: Pick<ReceiptPageProps, 'download' | 'quote'>) => {
  const words = useWords(receiptWords)
  return (
    <p class="buttons">
      {download && (
        <a class="btn" href={download}>
          {words.download}
        </a>
      )}
      <a class="btn" href={quote}>
        {words.openQuote}
      </a>
    </p>
  )
}

/** On paper only the address is left of a link, so it is what the link reads. */
const Keep = ({ issuer, verify }: { issuer: string; verify: string }) => (
  <p class="proof">{useWords(receiptWords).check(<a href={verify}>{new URL(verify, issuer).href}</a>)}</p>
)

/** The receipt, then what it is about. */
export const ReceiptPage = (receipt: ReceiptPageProps) => {
  const { business, home, content, proof, verify } = receipt
  const words = useWords(receiptWords)
  return (
    <Page
      title={proof ? words.title : words.recordedPlain(content.business.name)}
      business={business}
      sheet="receipt"
    >
      <Back href={home} />
      <article class={proof ? 'doc receipt' : 'doc'}>
        <Top {...receipt} />
        <Facts rows={rowsOf(receipt, useFormats())} />
        {proof && <Signature {...proof} />}
        <Buttons {...receipt} />
        <Print />
        {proof && <Keep issuer={proof.record.issuer} verify={verify} />}
        {proof && <Certificate {...proof} />}
      </article>
      <AcceptedContent content={content} />
    </Page>
  )
}
