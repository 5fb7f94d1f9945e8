/**
 * What is signed: the record of an acceptance, and the head of a business's chain (product.md §3, "The signature
 * record"). A record is RFC 8785 JSON; instants are RFC 3339, hashes SHA-256 in lower-case hex, absent things `null`.
 * Nothing here has heard of quotes: what is signed is a document with a hash.
 */

/** The longest that a signer may type: of a name, and of a PO number. */
export const LONGEST_NAME = 120
export const LONGEST_PO_NUMBER = 60

/** What every document that can be signed says of itself; the rest of it is kept and hashed as it is. */
export type SignedContent = {
  number: string
  revision: number
  title: string
  currency: string
  time_zone: string
  /** Decimal string in major units. */
  total: string
  business: { name: string }
  client: { name: string; company: string | null }
}

/** The texts that a signer saw and agreed to; `id` tells the portal which they were. */
export type Consent = { id: string; language: string; texts: string[] }

/**
 * One address that the link was mailed to: of mails that had left for sure, whether or not they arrived. Which mails are
 * waiting, or may have left, it doesn't say.
 */
export type Mailing = { address: string; first_at: string; last_at: string; times: number }

export type Acceptance = {
  format: 'semaquote/acceptance@1'
  /** The portal's origin, where its public keys stand under `/.well-known/jwks.json`. */
  issuer: string
  business: { id: string; name: string }
  /** The place in the business's chain. `previous_hash`: of the record before, as its compact JWS; null for the first. */
  chain: { sequence: number; previous_hash: string | null }
  /** `content_hash`: SHA-256 of the content's canonical JSON, which is all that the client was shown. */
  document: { kind: string; id: string; content_hash: string; content: SignedContent }
  signature: { name: string; po_number: string | null; consent: Omit<Consent, 'id'> }
  /** The server's clock, in UTC and in the business's zone. */
  signed_at: { utc: string; local: string; time_zone: string }
  /** As the edge saw the request; null where it did not tell. All but `locale`. */
  request: {
    address: string | null
    country: string | null
    network: { number: number; name: string } | null
    user_agent: string | null
    /**
     * By which the page wrote amounts and dates for this reader: the client's own, else what the browser asked for, else the
     * business's. Its words were in the language of the consent.
     */
    locale: string
  }
  /**
   * The link that was used, where it had been mailed to, and when the business itself was last shown it by the portal: it
   * looked it up, or made it anew.
   */
  link: { id: string; made_at: string; mailed_to: Mailing[]; revealed_to_business_at: string | null }
}

/**
 * How far a business's chain went at an instant: who holds it finds whether one of these records was cut off later. Of
 * those that came after it, it says nothing: the next head does.
 */
export type ChainHead = {
  format: 'semaquote/chain-head@1'
  issuer: string
  business: { id: string; name: string }
  /** The newest record: its place, and the hash of its compact JWS. */
  chain: { sequence: number; hash: string }
  sealed_at: string
}

export type SignedRecord = Acceptance | ChainHead
