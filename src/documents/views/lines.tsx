// The table of lines, the sums that follow from it, terms and note.
import type { Formats } from '../../i18n/format.ts'
import type { WordsIn } from '../../i18n/words.ts'
import { Prose, type Total } from '../../ui/parts.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { Table, TableRow } from '../../ui/table.tsx'
import type { Content, ContentLine } from '../content.ts'
import { words as documentWords } from '../words.ts'

/** Whether the lines differ in their tax, so that each must say its own. */
const mixedTax = (lines: ContentLine[]): boolean => new Set(lines.map(line => Number(line.tax_rate))).size > 1

const taxOf = ({ tax_rate }: ContentLine, words: WordsIn<typeof documentWords>, formats: Formats) =>
  Number(tax_rate) === 0 ? words.untaxed : words.taxedAt(formats.rate(tax_rate))

type LineProps = { line: ContentLine; currency: string; taxed: boolean }

const What = ({ line, taxed }: Omit<LineProps, 'currency'>) => {
  const words = useWords(documentWords)
  const formats = useFormats()
  return (
    <>
      <bdi class="text" lang="">
        {line.description}
      </bdi>
      <small>
        {words.categories[line.category]}
        {taxed && ` · ${taxOf(line, words, formats)}`}
      </small>
    </>
  )
}

const HowMuch = ({ line, currency }: Omit<LineProps, 'taxed'>) => {
  const formats = useFormats()
  return (
    <>
      <bdi>
        {formats.quantity(line.quantity)} {line.unit}
      </bdi>
      {` ×\u00a0${formats.price(line.unit_price, currency)}`}
    </>
  )
}

const Line = (line: LineProps) => (
  <TableRow
    head={<What {...line} />}
    how={<HowMuch {...line} />}
    sum={useFormats().money(line.line.total, line.currency)}
  />
)

/** What is offered or billed, line by line. */
export const Lines = ({ content: { lines, currency } }: { content: Content }) => {
  const words = useWords(documentWords)
  const taxed = mixedTax(lines)
  return (
    <Table caption={words.lines} columns={[words.description, words.quantityAndPrice, words.lineTotal]}>
      {lines.map(line => (
        <Line line={line} currency={currency} taxed={taxed} />
      ))}
    </Table>
  )
}

function discountOf({ discount, discount_total, currency }: Content, formats: Formats): Total[] {
  const words = documentWords(formats)
  if (discount === null || Number(discount_total) === 0) return []
  const label = 'percent' in discount ? words.discountOf(formats.rate(discount.percent)) : words.discount
  return [{ label, value: formats.money(`-${discount_total}`, currency) }]
}

const taxesOf = ({ taxes, currency }: Content, formats: Formats): Total[] =>
  taxes.map(({ rate, base, amount }) => ({
    label: documentWords(formats).tax(formats.rate(rate), formats.money(base, currency)),
    value: formats.money(amount, currency),
  }))

/** From the lines to the total; where nothing stands between the two, the total alone. */
export function sumsOf(content: Content, formats: Formats): Total[] {
  const words = documentWords(formats)
  const between = [...discountOf(content, formats), ...taxesOf(content, formats)]
  const subtotal = { label: words.subtotal, value: formats.money(content.subtotal, content.currency) }
  const total = { label: words.total, value: formats.money(content.total, content.currency) }
  return between.length === 0 ? [total] : [subtotal, ...between, total]
}

/** The terms, then the note to the client. */
export const Closing = ({ content: { terms, note } }: { content: Content }) => {
  const words = useWords(documentWords)
  return (
    <>
      {terms && <Prose title={words.terms} text={terms} />}
      {note && <Prose title={words.note} text={note} />}
    </>
  )
}
