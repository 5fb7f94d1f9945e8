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

/** Content as it is before its number is known. */
export type Unnumbered<Whole extends Content> = Omit<Whole, 'number'>

/**
 * Frozen content that waits for its number: the text before and after it, and for each number that it may get, how that
 * is written there and the SHA-256 of the whole text, in hex.
 */
export type Frozen = {
  before: string
  after: string
  candidates: [number: string, written: string, hash: string][]
}

/** So much text is hashed for one sending, in characters: a very long document tries fewer numbers. */
const MOST_HASHED = 4_000_000

/** Freezes content for each of the numbers that it may get, of which the batch of the sending takes one. */
export async function freeze(
  content: Unnumbered<QuoteContent> | Unnumbered<InvoiceContent>,
  numbers: readonly string[],
): Promise<Frozen> {
  // Nobody can have written it, so it stands once.
  const blank = crypto.randomUUID()
  const [before = '', after = ''] = canonical({ ...content, number: blank }).split(JSON.stringify(blank))
  const tried = numbers.slice(0, Math.max(1, Math.floor(MOST_HASHED / (before.length + after.length))))
  const candidates = tried.map(async (number): Promise<Frozen['candidates'][number]> => {
    const written = canonical(number)
    return [number, written, await sha256Hex(before + written + after)]
  })
  return { before, after, candidates: await Promise.all(candidates) }
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
