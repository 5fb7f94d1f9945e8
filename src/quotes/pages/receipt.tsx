/** The receipt of an acceptance, and its proof as a file (contract.md, Portal). */
import { type Context, Hono } from 'hono'
import { notFoundHere, portalPage, senderOf } from '../../access/frame.tsx'
import type { PortalEnv } from '../../access/guard.ts'
import { canonical } from '../../core/canonical.ts'
import { isId } from '../../core/ids.ts'
import { urls } from '../../core/urls.ts'
import type { QuoteContent } from '../../documents/content.ts'
import { fileOf } from '../../signing/file.ts'
import { evidenceName } from '../../signing/name.ts'
import type { Acceptance } from '../../signing/record.ts'
import { jwksOf } from '../../signing/sign.ts'
import { proofHere } from '../../signing/store.ts'
import { verify } from '../../signing/verify.ts'
import { download } from '../../ui/respond.ts'
import type { SentQuote } from '../actions/answer.ts'
import { sentQuote } from '../store/portal.ts'
import { ReceiptPage } from '../views/receipt.tsx'
import { decisionOf } from './shown.ts'

type C = Context<PortalEnv, '/:id/receipt' | '/:id/receipt.json'>

export const receiptPages = new Hono<PortalEnv>()
  .get('/:id/receipt', async c => {
    const { visitor, quote, proof } = await accepted(c)
    const token = c.get('token')
    const decision = quote && decisionOf(quote)
    if (!quote || !decision) return notFoundHere(c, visitor)
    const content: QuoteContent = JSON.parse(quote.content)
    const certificate = proof && (await certificateOf(proof.jws, quote, c.get('signing')))
    return portalPage(
      c,
      visitor,
      <ReceiptPage
        business={senderOf(content.business, visitor)}
        {...{ content, decision }}
        home={urls.portal(token)}
        quote={urls.quote(token, quote.id)}
        proof={certificate}
        download={proof && urls.receiptFile(token, quote.id)}
        verify={urls.verify}
      />,
    )
  })
  .get('/:id/receipt.json', async c => {
    const { visitor, quote, proof } = await accepted(c)
    if (!quote || !proof) return notFoundHere(c, visitor)
    const { number } = JSON.parse(quote.content) as QuoteContent
    return download(fileOf(proof.jws), evidenceName(number))
  })

/** The quote where it is accepted, and its proof where its client signed it. */
async function accepted(c: C) {
  const id = c.req.param('id')
  const reads = isId('quo', id) ? { quote: sentQuote({ id }), proof: proofHere({ documentId: id }) } : {}
  const { visitor, rows } = await c.get('visit').read(reads)
  const quote: SentQuote | undefined = rows.quote?.[0]
  if (quote?.state !== 'accepted') return { visitor, quote: null, proof: null }
  return { visitor, quote, proof: rows.proof?.[0] ?? null }
}

/**
 * What the record says, once it was checked like anybody's: a row of the database is believed as little as a file, and
 * a record of something else than what stands beside it is none of this quote.
 */
async function certificateOf(jws: string, quote: SentQuote, signing: PortalEnv['Variables']['signing']) {
  const verdict = await verify(fileOf(jws), jwksOf(signing))
  if (!verdict.valid) throw new Error(`A stored signature record does not hold: ${verdict.fault}.`)
  const { record, keyId, hash } = verdict
  if (record.format === 'semaquote/acceptance@1' && isOf(record, quote)) return { record, keyId, hash }
  throw new Error('A stored signature record is not of the quote that it stands beside.')
}

const isOf = ({ document, signature, signed_at }: Acceptance, quote: SentQuote): boolean =>
  document.id === quote.id &&
  canonical(document.content) === quote.content &&
  signature.name === quote.signedName &&
  signature.po_number === quote.poNumber &&
  Date.parse(signed_at.utc) === quote.decidedAt
