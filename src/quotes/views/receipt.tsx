/**
 * The receipt of an acceptance: what was accepted, by whom and when, the proof of it, and then, on paper from a new
 * sheet on, the quote word for word. An acceptance that the business recorded is said to be that, and bears no
 * signature.
 */
import type { QuoteContent } from '../../documents/content.ts'
import { badgeOf } from '../../documents/views/state.ts'
import { words as shared } from '../../documents/words.ts'
import type { Formats } from '../../i18n/format.ts'
import { Certificate, type CertificateProps, Signature } from '../../signing/views/certificate.tsx'
import { type FactRow, Facts } from '../../signing/views/facts.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back, Badge, Figure } from '../../ui/parts.tsx'
import { AcceptedContent } from './accepted-content.tsx'
import type { QuoteDecision } from './state.ts'
import { receiptWords as words } from './words.ts'

export type ReceiptPageProps = {
  business: Brand
  formats: Formats
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

function rowsOf({ content, formats, decision }: ReceiptPageProps): FactRow[] {
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
  const { content, formats, proof } = receipt
  const business = <bdi>{content.business.name}</bdi>
  return (
    <header class="top">
      <p class="kicker">
        <span>
          {words.quote} <bdi>{content.number}</bdi>
          {` · ${shared.version(content.revision)}`}
        </span>
        <Badge {...badgeOf('accepted')} />
      </p>
      <h1>{proof ? words.title : words.recordedTitle(business)}</h1>
      <p class="lead">{(proof ? words.lead : words.recordedLead)(business)}</p>
      <div class="sums">
        <div>
          <p>{shared.inCurrency(shared.total, content.currency)}</p>
          <Figure text={formats.money(content.total, content.currency)} />
        </div>
      </div>
    </header>
  )
}

const Buttons = ({ download, quote }: Pick<ReceiptPageProps, 'download' | 'quote'>) => (
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

/** On paper only the address is left of a link, so it is what the link reads. */
const Keep = ({ issuer, verify }: { issuer: string; verify: string }) => (
  <p class="proof">{words.check(<a href={verify}>{new URL(verify, issuer).href}</a>)}</p>
)

const titleOf = ({ proof, content }: ReceiptPageProps): string =>
  proof ? words.title : words.recordedPlain(content.business.name)

/** The receipt, then what it is about. */
export const ReceiptPage = (receipt: ReceiptPageProps) => {
  const { business, home, content, formats, proof, verify } = receipt
  return (
    <Page title={titleOf(receipt)} business={business}>
      <Back href={home} />
      <article class={proof ? 'doc receipt' : 'doc'}>
        <Top {...receipt} />
        <Facts rows={rowsOf(receipt)} />
        {proof && <Signature {...proof} />}
        <Buttons {...receipt} />
        {proof && <Keep issuer={proof.record.issuer} verify={verify} />}
        {proof && <Certificate {...proof} />}
      </article>
      <AcceptedContent content={content} formats={formats} />
    </Page>
  )
}
