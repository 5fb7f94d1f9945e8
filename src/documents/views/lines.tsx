// The table of lines, the sums that follow from it, terms and note.
import type { Formats } from '../../i18n/format.ts'
import { Prose, type Total } from '../../ui/parts.tsx'
import { Table, TableRow } from '../../ui/table.tsx'
import type { Content, ContentLine } from '../content.ts'
import { words } from '../words.ts'

type Props = { content: Content; formats: Formats }

/** Whether the lines differ in their tax, so that each must say its own. */
const mixedTax = (lines: ContentLine[]): boolean => new Set(lines.map(line => Number(line.tax_rate))).size > 1

const taxOf = ({ tax_rate }: ContentLine, formats: Formats): string =>
  Number(tax_rate) === 0 ? words.untaxed : words.taxedAt(formats.rate(tax_rate))

type LineProps = { line: ContentLine; currency: string; formats: Formats; taxed: boolean }

const What = ({ line, formats, taxed }: Omit<LineProps, 'currency'>) => (
  <>
    <bdi class="text">{line.description}</bdi>
    <small>
      {words.categories[line.category]}
      {taxed && ` · ${taxOf(line, formats)}`}
    </small>
  </>
)

const HowMuch = ({ line, currency, formats }: Omit<LineProps, 'taxed'>) => (
  <>
    <bdi>
      {formats.quantity(line.quantity)} {line.unit}
    </bdi>{' '}
    <span class="by">{`× ${formats.price(line.unit_price, currency)}`}</span>
  </>
)

const Line = (line: LineProps) => (
  <TableRow
    head={<What {...line} />}
    how={<HowMuch {...line} />}
    sum={line.formats.money(line.line.total, line.currency)}
  />
)

/** What is offered or billed, line by line. */
export const Lines = ({ content: { lines, currency }, formats }: Props) => {
  const taxed = mixedTax(lines)
  return (
    <Table caption={words.lines} columns={[words.description, words.quantityAndPrice, words.lineTotal]}>
      {lines.map(line => (
        <Line line={line} currency={currency} formats={formats} taxed={taxed} />
      ))}
    </Table>
  )
}

const discountOf = ({ discount, discount_total, currency }: Content, formats: Formats): Total[] => {
  if (discount === null || Number(discount_total) === 0) return []
  const label = 'percent' in discount ? words.discountOf(formats.rate(discount.percent)) : words.discount
  return [{ label, value: formats.money(`-${discount_total}`, currency) }]
}

const taxesOf = ({ taxes, currency }: Content, formats: Formats): Total[] =>
  taxes.map(({ rate, base, amount }) => ({
    label: words.tax(formats.rate(rate), formats.money(base, currency)),
    value: formats.money(amount, currency),
  }))

/** From the lines to the total; where nothing stands between the two, the total alone. */
export function sumsOf(content: Content, formats: Formats): Total[] {
  const between = [...discountOf(content, formats), ...taxesOf(content, formats)]
  const subtotal = { label: words.subtotal, value: formats.money(content.subtotal, content.currency) }
  const total = { label: words.total, value: formats.money(content.total, content.currency) }
  return between.length === 0 ? [total] : [subtotal, ...between, total]
}

/** The terms, then the note to the client. */
export const Closing = ({ content: { terms, note } }: { content: Content }) => (
  <>
    {terms && <Prose title={words.terms} text={terms} />}
    {note && <Prose title={words.note} text={note} />}
  </>
)
