/**
 * What a client sees of a sent quote or invoice, word for word. Sending freezes it as RFC 8785 JSON and
 * hashes that text (product.md §3), so that a later change of profile, lines or terms changes nothing sent.
 *
 * Amounts, quantities and rates are decimal strings in major units, as on the wire of the API; dates are
 * `YYYY-MM-DD` in the business's zone; instants RFC 3339 UTC. Absent things are `null`, never missing.
 */
import { canonical } from '../core/canonical.ts'
import { sha256Hex } from '../core/crypto.ts'
import type { LineCategory } from './tables.ts'

export type { LineCategory }

/** The business as it introduced itself when it sent the document. */
export type Sender = {
  name: string
  email: string
  phone: string | null
  address: string | null
  website: string | null
}

export type Addressee = { name: string; company: string | null }

export type ContentLine = {
  description: string
  category: LineCategory
  quantity: string
  unit: string | null
  unit_price: string
  tax_rate: string
  total: string
}

export type Discount = { percent: string } | { amount: string }

/** Tax of one rate: `amount` is `rate` percent of `base`, rounded once. */
export type TaxOfRate = { rate: string; base: string; amount: string }

export type Content = {
  number: string
  revision: number
  title: string
  description: string | null
  business: Sender
  client: Addressee
  currency: string
  time_zone: string
  sent_on: string
  lines: ContentLine[]
  subtotal: string
  discount: Discount | null
  discount_total: string
  taxes: TaxOfRate[]
  tax_total: string
  total: string
  terms: string | null
  note: string | null
}

export type QuoteContent = Content & {
  format: 'semaquote/quote@1'
  /** Last day on which it can be accepted, and the instant at which that day ends in `time_zone`. */
  valid_until: string
  valid_until_ends_at: string
}

export type InvoiceContent = Content & {
  format: 'semaquote/invoice@1'
  due_on: string
  due_on_ends_at: string
  payment_instructions: string | null
}

/** The text that is stored and hashed, and its SHA-256 in hex. */
export async function freeze(
  content: QuoteContent | InvoiceContent,
): Promise<{ text: string; hash: string }> {
  const text = canonical(content)
  return { text, hash: await sha256Hex(text) }
}

/**
 * Throws where a frozen text is not the one that was hashed: somebody has been at the database, and nothing may be
 * agreed to until it is known what was sent. The message goes to the log, so it repeats nothing of the content.
 */
export async function requireFrozen(content: string, contentHash: string): Promise<void> {
  const hashed = (await sha256Hex(content)) === contentHash
  // A record holds the data rather than the text, and is checked by its canonical form.
  if (!hashed || canonical(JSON.parse(content)) !== content)
    throw new Error('A frozen content no longer has its hash.')
}
