/**
 * What the API takes for a quote or an invoice, and how it becomes a draft: decimal strings to integers, sums
 * by the one rule, faults with the pointer of their field. A PATCH is laid over the draft's own fields and
 * checked again whole, so that no combination slips through.
 */
import * as v from 'valibot'
import { digitsOf } from '../core/currencies.ts'
import * as field from '../core/fields.ts'
import { MAX_AMOUNT, parseDecimal, QUANTITY_SCALE, unitPriceScale } from '../core/money.ts'
import type { FieldError } from '../core/problem.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { lineCategories } from './tables.ts'
import { type Totals, totals } from './totals.ts'

/** A decimal string, not negative; its currency decides how fine it may be. */
export const decimalText = v.pipe(
  v.string('must be a decimal string such as "12.50"'),
  v.metadata({ examples: ['150.00'] }),
  v.regex(/^(0|[1-9]\d{0,14})(\.\d{1,10})?$/, 'must be a decimal such as "12.50", not negative'),
)

const lineBody = v.strictObject({
  description: field.prose(2000),
  category: v.picklist(lineCategories, `must be one of ${lineCategories.join(', ')}`),
  quantity: field.decimal(QUANTITY_SCALE, MAX_AMOUNT),
  unit: field.optional(field.line(40)),
  unit_price: decimalText,
  tax_rate: field.optional(field.percent),
})

const discountBody = v.pipe(
  v.strictObject({ percent: v.optional(field.percent), amount: v.optional(decimalText) }),
  v.check(
    given => (given.percent === undefined) !== (given.amount === undefined),
    'must be {"percent": "10"} or {"amount": "100.00"}',
  ),
  v.metadata({ minProperties: 1, maxProperties: 1 }),
)

const documentNumber = v.pipe(
  field.line(40),
  v.metadata({ pattern: '^[^\\s\\p{Cc}]+$' }),
  v.regex(/^\S+$/, 'must have no spaces'),
)

/** The fields that quotes and invoices share. */
export const documentFields = {
  client_id: field.id('cli'),
  number: field.optional(documentNumber),
  title: field.line(200),
  description: field.optional(field.prose(10_000)),
  currency: field.optional(field.currency),
  lines: v.pipe(v.optional(v.array(lineBody), []), v.maxLength(500, 'must have at most 500 lines')),
  discount: field.optional(discountBody),
  terms: field.optional(field.prose(20_000)),
  note: field.optional(field.prose(10_000)),
}

const documentBody = v.strictObject(documentFields)
type DocumentInput = v.InferOutput<typeof documentBody>

export type DraftLine = {
  description: string
  category: (typeof lineCategories)[number]
  quantity: number
  unit: string | null
  unitPrice: number
  taxRate: number
  total: number
}

/** A document as its draft is stored; amounts in minor units. */
export type Draft = {
  clientId: string
  number: string | null
  title: string
  description: string | null
  currency: string
  discountPercent: number | null
  discountAmount: number | null
  terms: string | null
  note: string | null
  subtotal: number
  discountTotal: number
  taxTotal: number
  total: number
}

/** What the business's profile gives where a document says nothing. */
export type Defaults = { currency: string; taxRate: number; terms: string | null }

/** Makes a draft of checked input, or says which fields do not fit together. */
export function draftOf(
  input: DocumentInput,
  defaults: Defaults,
): Result<{ draft: Draft; lines: DraftLine[] }, FieldError[]> {
  const currency = input.currency ?? defaults.currency
  const faults: FieldError[] = []
  const priced = input.lines.map((one, index) =>
    priceLine(one, currency, defaults, `/lines/${index}`, faults),
  )
  const discount = discountOf(input.discount ?? null, currency, faults)
  if (faults.length > 0) return refuse(faults)
  const sums = totals({ currency, lines: priced, discount })
  if (!sums.ok) return refuse([sumFault(sums)])
  const lines = priced.map((one, index) => ({ ...one, total: sums.value.lineTotals[index] ?? 0 }))
  return ok({
    draft: { ...wordsOf(input, defaults), currency, ...discountColumns(discount), ...sumsOf(sums.value) },
    lines,
  })
}

type LineInput = v.InferOutput<typeof lineBody>

function priceLine(
  one: LineInput,
  currency: string,
  defaults: Defaults,
  pointer: string,
  faults: FieldError[],
) {
  const unitPrice = parseDecimal(one.unit_price, unitPriceScale(currency))
  if (unitPrice === undefined)
    faults.push(tooFine(`${pointer}/unit_price`, unitPriceScale(currency), currency))
  const { description, category, quantity } = one
  const taxRate = one.tax_rate ?? defaults.taxRate
  return { description, category, quantity, unit: one.unit ?? null, unitPrice: unitPrice ?? 0, taxRate }
}

type Discount = { percent: number } | { amount: number } | null

function discountOf(
  input: DocumentInput['discount'] | null,
  currency: string,
  faults: FieldError[],
): Discount {
  if (!input) return null
  if (input.percent !== undefined) return { percent: input.percent }
  const amount = parseDecimal(input.amount ?? '', digitsOf(currency))
  if (amount === undefined) faults.push(tooFine('/discount/amount', digitsOf(currency), currency))
  return { amount: amount ?? 0 }
}

const tooFine = (pointer: string, digits: number, currency: string): FieldError => ({
  pointer,
  detail: `must be a decimal with at most ${digits} digits after the point in ${currency}, and not too large`,
})

const sumFault = (fault: { reason: 'too_large' | 'discount_too_large'; line?: number }): FieldError =>
  fault.reason === 'discount_too_large'
    ? { pointer: '/discount', detail: 'must not exceed the subtotal' }
    : {
        pointer: fault.line === undefined ? '/lines' : `/lines/${fault.line}`,
        detail: 'comes to more than the portal can hold',
      }

const wordsOf = (input: DocumentInput, defaults: Defaults) => ({
  clientId: input.client_id,
  number: input.number ?? null,
  title: input.title,
  description: input.description ?? null,
  terms: input.terms === undefined ? defaults.terms : input.terms,
  note: input.note ?? null,
})

const discountColumns = (discount: Discount) => ({
  discountPercent: discount && 'percent' in discount ? discount.percent : null,
  discountAmount: discount && 'amount' in discount ? discount.amount : null,
})

const sumsOf = ({ subtotal, discountTotal, taxTotal, total }: Totals) => ({
  subtotal,
  discountTotal,
  taxTotal,
  total,
})
