// The gallery's receipts and what checks them: signed, recorded by the business, genuine, changed.
import type { JSX } from 'hono/jsx/jsx-runtime'
import { english } from '../../i18n/words.ts'
import { currentConsent } from '../../quotes/consents.ts'
import type { QuoteDecision } from '../../quotes/views/page.tsx'
import { ReceiptPage, type ReceiptPageProps } from '../../quotes/views/receipt.tsx'
import type { Acceptance } from '../../signing/record.ts'
import type { Fault, Verdict } from '../../signing/verify.ts'
import { VerifyPage } from '../../signing/views/verify.tsx'
import { verifyWords } from '../../signing/words.ts'
import { extremeQuote, hostile, joinery, quote } from './data.ts'

const at = Date.UTC(2026, 10, 20, 20, 4, 31, 207)
const hash = (seed: string): string => seed.repeat(64).slice(0, 64)

/** A record as it would be signed. */
export const acceptance: Acceptance = {
  format: 'semaquote/acceptance@1',
  issuer: 'https://portal.example',
  business: { id: 'biz_0hq3wz7v1s9k2m4n6p8r0t2v4x', name: joinery.name },
  chain: { sequence: 17, previous_hash: hash('4e07408562bedb8b60ce05c1decfe3ad') },
  document: {
    ...{ kind: 'quote', id: 'quo_0hq3wz7v1s9k2m4n6p8r0t2v4x' },
    ...{ content_hash: hash('9f86d081884c7d659a2feaa0c55ad015'), content: quote },
  },
  signature: {
    name: 'Marta Okafor',
    po_number: 'PO 7719',
    consent: { language: 'en', texts: currentConsent(english).texts },
  },
  signed_at: {
    ...{ utc: '2026-11-20T20:04:31.207Z', local: '2026-11-20T15:04:31.207-05:00' },
    time_zone: 'America/New_York',
  },
  request: {
    ...{ address: '203.0.113.7', country: 'US', network: { number: 64496, name: 'Example Mobile' } },
    user_agent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    locale: 'en-US',
  },
  link: {
    ...{ id: 'lnk_0hq3wz7v1s9k2m4n6p8r0t2v4x', made_at: '2026-11-16T14:00:00.000Z' },
    mailed_to: [
      {
        ...{ address: 'marta@okafor.example', times: 2 },
        ...{ first_at: '2026-11-16T14:00:05.000Z', last_at: '2026-11-19T13:00:00.000Z' },
      },
      {
        ...{ address: 'books@okafor.example', times: 1 },
        ...{ first_at: '2026-11-16T14:00:05.000Z', last_at: '2026-11-16T14:00:05.000Z' },
      },
    ],
    revealed_to_business_at: null,
  },
}

const bare: Acceptance = {
  ...acceptance,
  chain: { sequence: 1, previous_hash: null },
  signature: { ...acceptance.signature, name: hostile.turned, po_number: hostile.markup },
  request: { address: null, country: null, network: null, user_agent: hostile.markup, locale: 'en-US' },
  link: {
    ...{ id: acceptance.link.id, made_at: acceptance.link.made_at },
    ...{ mailed_to: [], revealed_to_business_at: '2026-11-17T09:00:00.000Z' },
  },
}

const sealed = { keyId: 'sig-2026-11', hash: hash('6b51d431df5d7f141cbececcf79edf3d') }

const decision: QuoteDecision = {
  ...{ by: 'client', name: 'Marta Okafor', poNumber: 'PO 7719', at, reason: null, note: null },
}

const receipt: ReceiptPageProps = {
  ...{ business: joinery, home: '/portal/token', quote: '/portal/token/quotes/quo_1' },
  ...{ content: quote, decision, proof: { ...sealed, record: acceptance } },
  ...{ download: '/portal/token/quotes/quo_1/receipt.json', verify: '/verify' },
}

const recorded: ReceiptPageProps = {
  ...receipt,
  decision: { ...decision, by: 'business', name: null, note: 'Agreed on the phone,\nNovember 20.' },
  ...{ proof: null, download: null },
}

const extreme: ReceiptPageProps = {
  ...receipt,
  content: extremeQuote('USD', '9999999999999.99'),
  decision: { ...decision, name: hostile.turned, poNumber: hostile.markup },
  proof: { ...sealed, record: bare },
}

const receipts = (): Record<string, JSX.Element> => ({
  receipt: <ReceiptPage {...receipt} />,
  'receipt recorded': <ReceiptPage {...recorded} />,
  'receipt extreme': <ReceiptPage {...extreme} />,
})

const genuine: Verdict = { valid: true, record: acceptance, keyId: sealed.keyId, hash: sealed.hash }
const head: Verdict = {
  ...{ valid: true, keyId: sealed.keyId, hash: sealed.hash },
  record: {
    ...{ format: 'semaquote/chain-head@1', issuer: acceptance.issuer, business: acceptance.business },
    ...{ chain: { sequence: 17, hash: sealed.hash }, sealed_at: '2026-11-22T06:00:00.000Z' },
  },
}

const checked = (result: Verdict) => <VerifyPage result={result} />

const invalid = (fault: Fault): Verdict => ({
  ...{ valid: false, fault, signed: fault === 'copy' || fault === 'text' ? acceptance : null },
  parts:
    fault === 'copy' ? ['document.content.total', 'document.content.lines[2].total', hostile.turned] : [],
})

const faults = Object.keys(verifyWords(english).faults) as Fault[]

const verdicts = (): Record<string, JSX.Element> => ({
  verify: <VerifyPage result={null} />,
  'verify nothing': <VerifyPage result={null} isEmpty />,
  'verify genuine': checked(genuine),
  'verify genuine, hostile': checked({ ...genuine, record: bare }),
  'verify head': checked(head),
  ...Object.fromEntries(faults.map(fault => [`verify ${fault}`, checked(invalid(fault))])),
})

/** Each receipt and each verdict by its name. */
export const proofs = (): Record<string, JSX.Element> => ({ ...receipts(), ...verdicts() })
