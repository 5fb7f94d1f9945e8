/** A client accepts a quote with an electronic signature: the record is made, signed, chained and written at once. */
import { linkMailings, linkOrigin } from '../../access/provenance.ts'
import type { Visit } from '../../access/visit.ts'
import { clientStands } from '../../clients/store.ts'
import { rfc3339, rfc3339In } from '../../core/clock.ts'
import type { Config } from '../../core/config.ts'
import type { Statement } from '../../core/db.ts'
import type { Origin } from '../../core/http.ts'
import type { QuoteContent } from '../../documents/content.ts'
import type { Acceptance, Consent } from '../../signing/record.ts'
import { sign } from '../../signing/sign.ts'
import { chainHere, insertSignature } from '../../signing/store.ts'
import { currentConsent } from '../consents.ts'
import { addressesHere } from '../store/portal.ts'
import { answering, type Open, type Outcome } from './answer.ts'
import { told } from './told.ts'

/** What the form and the request say; `name` and `poNumber` are checked. */
export type Signing = {
  contentHash: string
  name: string
  poNumber: string | null
  /** Null where the form doesn't say what it showed: then it was what the page shows in the reader's language. */
  consent: Consent | null
  origin: Origin
}

/** Records the acceptance; `mistaken`: the form can't be taken as it is, so only what stands is looked at. */
export function signQuote(
  visit: Visit,
  keys: Config['signing'],
  id: string,
  signing: Signing,
  mistaken: boolean,
): Promise<Outcome> {
  const answer = { kind: 'accepted', contentHash: signing.contentHash, name: signing.name } as const
  const plan = (open: Open<typeof reads>) => signed(keys, signing, open)
  return answering(visit, id, answer, reads, mistaken ? null : plan)
}

/** What the record says beside the quote: the chain's newest record, and where the link had been. */
const reads = {
  chain: chainHere({}),
  mailed: linkMailings({}),
  origin: linkOrigin({}),
  addresses: addressesHere({}),
}

async function signed(
  keys: Config['signing'],
  signing: Signing,
  open: Open<typeof reads>,
): Promise<Statement[]> {
  const { visitor, quote, rows, now } = open
  const record = recordOf(keys.issuer, signing, open)
  const { jws, hash } = await sign(keys.keys, record)
  const { sequence, previous_hash: previousHash } = record.chain
  const row = {
    ...{ businessId: visitor.businessId, documentId: quote.id, revision: quote.revision },
    ...{ contentHash: quote.contentHash, linkId: visitor.linkId, signedName: signing.name },
    ...{ poNumber: signing.poNumber, signedAt: now, sequence, previousHash, hash, jws },
  }
  const details = { revision: quote.revision, content_hash: quote.contentHash, by: 'client', sequence, hash }
  const client = rows.addresses[0]
  return [
    insertSignature(row),
    // The receipt goes where the client reads its mail now.
    ...(client ? [clientStands(client)] : []),
    ...told({ ...open, kind: 'accepted', address: signing.origin.address, details, receiptTo: client }),
  ]
}

function recordOf(
  issuer: string,
  signing: Signing,
  { visitor, quote, rows, now }: Open<typeof reads>,
): Acceptance {
  const content: QuoteContent = JSON.parse(quote.content)
  const [before, origin] = [rows.chain[0], rows.origin[0]]
  const { language, texts } = signing.consent ?? currentConsent(visitor.formats)
  const { address, country, network, userAgent } = signing.origin
  return {
    format: 'semaquote/acceptance@1',
    issuer,
    business: { id: visitor.businessId, name: content.business.name },
    chain: { sequence: (before?.sequence ?? 0) + 1, previous_hash: before?.hash ?? null },
    document: { kind: 'quote', id: quote.id, content_hash: quote.contentHash, content },
    signature: { name: signing.name, po_number: signing.poNumber, consent: { language, texts } },
    signed_at: { utc: rfc3339(now), local: rfc3339In(content.time_zone, now), time_zone: content.time_zone },
    request: { address, country, network, user_agent: userAgent, locale: visitor.formats.locale },
    link: {
      id: visitor.linkId,
      made_at: rfc3339(origin?.madeAt ?? now),
      mailed_to: rows.mailed.map(mailingOf),
      revealed_to_business_at: origin?.revealedAt ? rfc3339(origin.revealedAt) : null,
    },
  }
}

const mailingOf = (mailing: { address: string; first: number; last: number; times: number }) => ({
  address: mailing.address,
  first_at: rfc3339(mailing.first),
  last_at: rfc3339(mailing.last),
  times: mailing.times,
})
