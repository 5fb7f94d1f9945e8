/** What differs between the quote that a client read and the one that stands now, in words, as each of them shows it. */
import type { ContentLine, QuoteContent } from '../documents/content.ts'
import { words as documentWords } from '../documents/words.ts'
import type { Formats } from '../i18n/format.ts'
import { words as uiWords } from '../ui/words.ts'

/** One difference; `null` where there was nothing before, or is nothing now. */
export type Change = { what: string; before: string | null; after: string | null }

/** The differences, in the order in which the page shows them. What is alike in both is not named. */
export function changesBetween(before: QuoteContent, after: QuoteContent, formats: Formats): Change[] {
  const [was, is] = [before, after].map(content => fieldsOf(content, formats)) as [Fields, Fields]
  const fields = Object.keys(was).map(what => ({ what, before: was[what] ?? null, after: is[what] ?? null }))
  const [first, rest] = [fields.slice(0, FIELDS_ABOVE), fields.slice(FIELDS_ABOVE)]
  const changed = (all: Change[]) => all.filter(one => one.before !== one.after)
  return [...changed(first), ...lineChanges(before, after, formats), ...changed(rest)]
}

type Fields = Record<string, string | null>

/** So many of the fields stand above the lines. */
const FIELDS_ABOVE = 6

function fieldsOf(content: QuoteContent, formats: Formats): Fields {
  const { business, client, currency, discount } = content
  const { colon } = uiWords(formats)
  const named = documentWords(formats).parts
  const money = (amount: string) => formats.money(amount, currency)
  return {
    [named.total]: `${money(content.total)} ${currency}`,
    [named.title]: content.title,
    [named.description]: content.description,
    [named.validUntil]: formats.longDate(content.valid_until),
    [named.from]: joined([business.name, business.address, business.phone, business.email, business.website]),
    [named.to]: joined([client.name, client.company]),
    [named.discount]:
      discount && ('percent' in discount ? formats.rate(discount.percent) : money(discount.amount)),
    [named.taxes]: joined(content.taxes.map(tax => `${formats.rate(tax.rate)}${colon} ${money(tax.amount)}`)),
    [named.terms]: content.terms,
    [named.note]: content.note,
  }
}

const joined = (texts: (string | null)[]): string | null => texts.filter(Boolean).join('\n') || null

/** Lines of one description are one line that changed; the others came or went. */
function lineChanges(before: QuoteContent, after: QuoteContent, formats: Formats): Change[] {
  const [was, is] = [before, after].map(content =>
    content.lines.map(line => lineText(line, content, formats)),
  )
  const gone = without(was ?? [], is ?? [])
  const come = without(is ?? [], was ?? [])
  const added = [...come]
  const partners = gone.map(line => {
    const at = added.findIndex(one => one.description === line.description)
    return at < 0 ? null : added.splice(at, 1)[0]
  })
  const changes = [
    ...gone.map((line, index) => ({
      what: line.description,
      before: line.text,
      after: partners[index]?.text ?? null,
    })),
    ...added.map(line => ({ what: line.description, before: null, after: line.text })),
  ]
  const reordered =
    changes.length === 0 && was?.some((line, index) => whole(line) !== whole(is?.[index] ?? line))
  return reordered ? [{ what: documentWords(formats).parts.order, before: null, after: null }] : changes
}

type LineText = { description: string; text: string }

const whole = ({ description, text }: LineText) => `${description}\n${text}`

/** The lines of one list that are not in the other, each of several equal ones counted. */
function without(lines: readonly LineText[], others: readonly LineText[]): LineText[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(whole(line), (left.get(whole(line)) ?? 0) + 1)
  return lines.filter(line => {
    const count = left.get(whole(line)) ?? 0
    left.set(whole(line), count - 1)
    return count <= 0
  })
}

function lineText(line: ContentLine, { currency }: QuoteContent, formats: Formats): LineText {
  const words = documentWords(formats)
  const quantity = [formats.quantity(line.quantity), line.unit].filter(Boolean).join(' ')
  const sum = formats.money(line.total, currency)
  const facts = [
    words.categories[line.category],
    Number(line.tax_rate) === 0 ? words.untaxed : words.taxedAt(formats.rate(line.tax_rate)),
    `${quantity} × ${formats.price(line.unit_price, currency)} = ${sum}`,
  ]
  return { description: line.description, text: facts.join(' · ') }
}
