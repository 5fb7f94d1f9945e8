/** A document as the API shows and takes it: decimal strings beside a currency (contract.md). */
import { amountText, quantityText, rateText, unitPriceText } from '../core/money.ts'
import type { Content, Discount, TaxOfRate } from './content.ts'
import type { Draft, DraftLine } from './input.ts'
import { totals } from './totals.ts'

/** The fields of a draft as a body would give them: what a PATCH is laid over. */
export function inputOf(draft: Draft, lines: readonly DraftLine[]) {
  return {
    client_id: draft.clientId,
    number: draft.number,
    title: draft.title,
    description: draft.description,
    currency: draft.currency,
    lines: lines.map(line => inputLine(line, draft.currency)),
    discount: discountText(draft),
    terms: draft.terms,
    note: draft.note,
  }
}

const inputLine = (line: DraftLine, currency: string) => ({
  description: line.description,
  category: line.category,
  quantity: quantityText(line.quantity),
  unit: line.unit,
  unit_price: unitPriceText(line.unitPrice, currency),
  tax_rate: rateText(line.taxRate),
})

/** A line with its total, as the API shows it and as it is frozen. */
export const lineText = (line: DraftLine, currency: string) => ({
  ...inputLine(line, currency),
  total: amountText(line.total, currency),
})

/** The discount as it was given. */
export function discountText(draft: Draft): Discount | null {
  if (draft.discountPercent !== null) return { percent: rateText(draft.discountPercent) }
  if (draft.discountAmount !== null) return { amount: amountText(draft.discountAmount, draft.currency) }
  return null
}

/** The sums of a draft, and the tax of each rate. */
export function sumTexts(draft: Draft, lines: readonly DraftLine[]) {
  const text = (minor: number) => amountText(minor, draft.currency)
  return {
    subtotal: text(draft.subtotal),
    discount_total: text(draft.discountTotal),
    taxes: taxTexts(draft, lines),
    tax_total: text(draft.taxTotal),
    total: text(draft.total),
  }
}

function taxTexts(draft: Draft, lines: readonly DraftLine[]): TaxOfRate[] {
  const { discountPercent: percent, discountAmount: amount, currency } = draft
  const discount = percent !== null ? { percent } : amount !== null ? { amount } : null
  const sums = totals({ currency, lines, discount })
  const taxes = sums.ok ? sums.value.taxes : []
  return taxes.map(tax => ({
    rate: rateText(tax.rate),
    base: amountText(tax.base, currency),
    amount: amountText(tax.amount, currency),
  }))
}

type Shown = Draft & { id: string; state: string; content: string | null; lines: readonly DraftLine[] }

/** What quotes and invoices show alike: a draft as it stands, anything sent as it was frozen. */
export function documentText(row: Shown) {
  const { id, clientId: client_id } = row
  if (row.state !== 'draft' && row.content !== null)
    return { id, client_id, ...frozenText(JSON.parse(row.content)) }
  return {
    id,
    ...inputOf(row, row.lines),
    lines: row.lines.map(line => lineText(line, row.currency)),
    ...sumTexts(row, row.lines),
  }
}

function frozenText(content: Content) {
  const { number, title, description, currency, lines, discount, terms, note } = content
  const { subtotal, discount_total, taxes, tax_total, total } = content
  const words = { number, title, description, currency, lines, discount, terms, note }
  return { ...words, subtotal, discount_total, taxes, tax_total, total }
}
