// Real evidence to change afterwards: key pairs, the content of quotes plain and hostile, records and signed files.
import { generateKeyPairSync } from 'node:crypto'
import { canonical } from '../../../src/core/canonical.ts'
import type { SigningKey } from '../../../src/core/config.ts'
import { sha256Hex } from '../../../src/core/crypto.ts'
import type { ContentLine, QuoteContent } from '../../../src/documents/content.ts'
import { fileOf } from '../../../src/signing/file.ts'
import type { Acceptance, ChainHead, SignedRecord } from '../../../src/signing/record.ts'
import { sign } from '../../../src/signing/sign.ts'

export const ISSUER = 'https://portal.example.com'

export function newKey(kid: string): SigningKey & { d: string } {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', kid, x, d }
}

/** A file as the portal makes it, its JWS, and the hash by which a chain names it. */
export async function evidence(key: SigningKey, record: SignedRecord) {
  const { jws, hash } = await sign([key], record)
  return { text: fileOf(jws), jws, hash, record }
}

export type Evidence = Awaited<ReturnType<typeof evidence>>

/** What a quote may say, from plain to what would break a careless reader. */
export const PLAIN = ['Tear off two layers of shingles, haul away', 'Ice and water shield', 'Crew of four']
export const HOSTILE = [
  '“Grün” – 屋根 – крыша – سقف \u202eesrever\u202c',
  'A "quote", a \\ backslash, a tab\t, a break\nand \\u0041 that is no escape',
  '{"jws":"a.b.c","record":null}',
  '</script><!-- ]]> -->\u2028\u2029\u0085',
  'é is not e\u0301, and neither is \u{1f469}\u200d\u{1f4bb} or \u{1f1fa}\u{1f1f8}',
  `${'long '.repeat(400)}line`,
  '__proto__ constructor toString \ufeff\ufffd\u0000',
]

const line = (texts: readonly string[], at: number): ContentLine => ({
  ...{ description: texts[at % texts.length] ?? '', category: 'labor', quantity: `${at + 1}.5` },
  ...{ unit: at % 3 === 0 ? null : 'hours', unit_price: '145.00', tax_rate: at % 2 === 0 ? '0' : '5.5' },
  total: '217.50',
})

/** The content of a quote with so many lines. */
export function quoteOf(texts: readonly string[], lines: number): QuoteContent {
  const [title = '', note = ''] = texts
  return {
    ...{ format: 'semaquote/quote@1', number: 'Q-2026-0007', revision: 2, title, description: null },
    business: {
      name: `Harbor ${title}`,
      email: 'office@harbor.example',
      phone: null,
      address: note,
      website: null,
    },
    client: { name: texts.at(-1) ?? '', company: null },
    ...{ currency: 'USD', time_zone: 'America/New_York', sent_on: '2026-11-02' },
    lines: Array.from({ length: lines }, (_, at) => line(texts, at)),
    ...{ subtotal: '217.50', discount: { percent: '5' }, discount_total: '10.88' },
    taxes: [{ rate: '5.5', base: '206.62', amount: '11.36' }],
    ...{ tax_total: '11.36', total: '217.98', terms: texts.join('\n'), note },
    ...{ valid_until: '2026-12-01', valid_until_ends_at: '2026-12-02T05:00:00.000Z' },
  }
}

/** The acceptance of a content, at a place of a chain. */
export async function acceptance(
  content: QuoteContent,
  chain: Acceptance['chain'] = { sequence: 1, previous_hash: null },
  business = 'biz_01hf7yat00aaaaaaaaaaaaaaaa',
): Promise<Acceptance> {
  const content_hash = await sha256Hex(canonical(content))
  return {
    ...{ format: 'semaquote/acceptance@1', issuer: ISSUER, chain },
    business: { id: business, name: content.business.name },
    document: { kind: 'quote', id: 'quo_01hf7yat00bbbbbbbbbbbbbbbb', content_hash, content },
    signature: {
      ...{ name: `${content.client.name} O’Neil`, po_number: null },
      consent: { language: 'en', texts: ['You accept this quote and its terms.', 'I agree.'] },
    },
    signed_at: {
      utc: '2026-11-22T14:05:09.123Z',
      local: '2026-11-22T09:05:09-05:00',
      time_zone: 'America/New_York',
    },
    request: {
      ...{ address: '203.0.113.7', country: 'US', network: { number: 64500, name: 'Example “Net”' } },
      ...{ user_agent: 'Mozilla/5.0 (X11; Linux x86_64) \ufffd', locale: 'en-US' },
    },
    link: {
      ...{
        id: 'lnk_01hf7yat00cccccccccccccccc',
        made_at: '2026-11-02T10:00:00.000Z',
        revealed_to_business_at: null,
      },
      mailed_to: [
        {
          address: 'dana@example.com',
          first_at: '2026-11-02T10:00:01.000Z',
          last_at: '2026-11-03T10:00:01.000Z',
          times: 2,
        },
      ],
    },
  }
}

/** The head of a chain whose newest record this is. */
export const headOf = ({ record, hash }: Evidence): ChainHead => ({
  ...{ format: 'semaquote/chain-head@1', issuer: ISSUER, business: record.business },
  chain: { sequence: record.chain.sequence, hash },
  sealed_at: '2026-11-23T06:00:00.000Z',
})

/** So many records of one business, chained. */
export async function chainOf(key: SigningKey, length: number, business?: string): Promise<Evidence[]> {
  const chain: Evidence[] = []
  for (let sequence = 1; sequence <= length; sequence++) {
    const content = { ...quoteOf(PLAIN, 1), number: `Q-2026-${String(sequence).padStart(4, '0')}` }
    const place = { sequence, previous_hash: chain.at(-1)?.hash ?? null }
    chain.push(await evidence(key, await acceptance(content, place, business)))
  }
  return chain
}
