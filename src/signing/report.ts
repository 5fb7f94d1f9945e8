/**
 * What a check of a receipt file found, in words: for the page at `/verify` and for the command that checks offline.
 * The command runs this file as it stands, with its types stripped: no JSX, and nothing that is not erased.
 */
import type { Formats } from '../i18n/format.ts'
import type { WordsIn } from '../i18n/words.ts'
import { words as uiWords } from '../ui/words.ts'
import type { Acceptance, ChainHead } from './record.ts'
import type { Verdict } from './verify.ts'
import { certificateWords, verifyWords } from './words.ts'

/** `code`: a value to compare character by character. */
export type Fact<T> = { label: string; value: (T | string)[]; code?: boolean }

/**
 * Of a file that doesn't hold, nothing that it claims is repeated: the facts are of what was signed, where that holds.
 * `wrong`: it is no receipt at all, which says nothing about any receipt.
 */
export type Report<T> = {
  valid: boolean
  wrong: boolean
  title: string
  lead: (T | string)[]
  facts: Fact<T>[]
  parts: string[]
  limits: string | null
}

/** `typed` marks what a person typed: the page isolates it, a terminal gets it without control characters. */
export type Typed<T> = (text: string) => T

/** The moment in the business's zone and, where that says something else, in UTC. */
export const momentOf = (formats: Formats, at: number, zone: string): string =>
  certificateWords(formats).signedAt(formats.instant(at, zone), formats.instant(at, 'UTC'))

/** The verdict on a file; its words, and its facts in the order in which they matter. */
export function reportOf<T>(verdict: Verdict, formats: Formats, typed: Typed<T>): Report<T> {
  const [words, certificate] = [verifyWords(formats), certificateWords(formats)]
  if (!verdict.valid) {
    const { fault, signed } = verdict
    const wrong = ['unreadable', 'keys', 'format'].includes(fault)
    const title = wrong ? words.noReceipt : words.invalid
    const parts = verdict.parts.map(path => partOf(path, words))
    const facts = signed?.format === 'semaquote/acceptance@1' ? factsOf(signed, formats, typed) : []
    return { ...{ valid: false, wrong, title, parts, facts, limits: null }, lead: [words.faults[fault]] }
  }
  const { record, keyId, hash } = verdict
  const key = { label: certificate.key, value: [keyId], code: true }
  const valid = { valid: true, wrong: false, title: words.valid, parts: [] }
  if (record.format === 'semaquote/chain-head@1')
    return {
      ...valid,
      lead: headOf(record, formats, typed),
      facts: [...newestOf(record, words), key],
      limits: null,
    }
  return {
    ...{ ...valid, lead: [words.validLead], limits: words.limits },
    facts: [...factsOf(record, formats, typed), { label: certificate.hash, value: [hash], code: true }, key],
  }
}

type VerifyWords = WordsIn<typeof verifyWords>

/** A path as a person names it, and as it stands in the file: "line 1, unit price (document.content.lines[0].unit_price)". */
function partOf(path: string, words: VerifyWords): string {
  const last = path.replace(/^.*[.\]]\.?/, '')
  const name = Object.hasOwn(words.partNames, last) && words.partNames[last as keyof VerifyWords['partNames']]
  const line = /\.lines\[(\d+)\]/.exec(path)?.[1]
  const named = [line && words.line(Number(line) + 1), name].filter(Boolean).join(', ')
  return named ? `${named} (${path})` : path || words.whole
}

function headOf<T>({ business, chain, sealed_at }: ChainHead, formats: Formats, typed: Typed<T>) {
  const when = formats.instant(Date.parse(sealed_at), 'UTC')
  return verifyWords(formats).head(typed(business.name), chain.sequence, when)
}

const newestOf = ({ chain, issuer }: ChainHead, words: VerifyWords): Fact<never>[] => [
  { label: words.newest, value: [chain.hash], code: true },
  { label: words.issuer, value: [issuer] },
]

function factsOf<T>(record: Acceptance, formats: Formats, typed: Typed<T>): Fact<T>[] {
  const [words, certificate] = [verifyWords(formats), certificateWords(formats)]
  const { document, signature, signed_at, chain } = record
  const { content } = document
  const { name, company } = content.client
  return [
    {
      label: words.document,
      value: words.documentOf(kindOf(document.kind, words), typed(content.number), typed(content.title)),
    },
    { label: words.version, value: [String(content.revision)] },
    { label: words.total, value: [formats.money(content.total, content.currency)] },
    { label: words.signer, value: [typed(signature.name)] },
    {
      label: words.signed,
      value: [momentOf(formats, Date.parse(signed_at.utc), signed_at.time_zone)],
    },
    { label: words.business, value: [typed(content.business.name)] },
    {
      label: words.client,
      value: company ? words.clientOf(typed(name), typed(company)) : [typed(name)],
    },
    ...(signature.po_number ? [{ label: words.poNumber, value: [typed(signature.po_number)] }] : []),
    { label: words.issuer, value: [record.issuer] },
    { label: certificate.number, value: [certificate.numberOf(chain.sequence)] },
    { label: certificate.content, value: [document.content_hash], code: true },
  ]
}

const kindOf = (kind: string, { kinds }: VerifyWords): string =>
  Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind

/** A terminal obeys control characters, and direction marks turn a line round: neither gets there. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu, ' ')

/** The same as lines of plain text, for a program without pages. */
export function verdictLines(verdict: Verdict, formats: Formats): string[] {
  const words = verifyWords(formats)
  const { colon } = uiWords(formats)
  const { valid, title, lead, facts, parts, limits } = reportOf(verdict, formats, text => text)
  return [
    `${title}. ${lead.join('')}`,
    ...(parts.length > 0 ? [`${words.parts}${colon} ${parts.join(', ')}`] : []),
    ...(!valid && facts.length > 0 ? [words.signedPart + colon] : []),
    ...facts.map(({ label, value }) => `${label}${colon} ${value.join('')}`),
    ...(limits ? [limits] : []),
  ].map(plain)
}
