/** Made-up people and papers of the gallery. */
import type { InvoiceContent, QuoteContent } from '../documents/content.ts'

export const business = {
  name: 'Harbor Roofing & Exteriors',
  email: 'office@harbor-roofing.example',
  phone: '(207) 555-0142',
  address: '18 Wharf Street\nPortland, ME 04101',
  website: null,
}

const common = {
  revision: 1,
  description: null,
  business,
  client: { name: 'Dana Whitfield', company: null },
  currency: 'USD',
  time_zone: 'America/New_York',
  sent_on: '2026-11-13',
  lines: [],
  subtotal: '14850.00',
  discount: null,
  discount_total: '0.00',
  taxes: [],
  tax_total: '0.00',
  total: '14850.00',
  terms: null,
  note: null,
}

/** A quote that can be accepted until the last instant of `until` in New York. */
export const quote = (until: string, more: Partial<QuoteContent> = {}): QuoteContent => ({
  ...common,
  format: 'semaquote/quote@1',
  number: 'Q-2026-0042',
  title: 'New roof for the house on Elm Street',
  valid_until: until,
  valid_until_ends_at: `${nextDay(until)}T05:00:00.000Z`,
  ...more,
})

/** An invoice that is due on `due` in New York. */
export const invoice = (due: string, more: Partial<InvoiceContent> = {}): InvoiceContent => ({
  ...common,
  format: 'semaquote/invoice@1',
  number: 'INV-2026-0089',
  title: 'Gutters and downspouts',
  subtotal: '1840.00',
  total: '1840.00',
  due_on: due,
  due_on_ends_at: `${nextDay(due)}T05:00:00.000Z`,
  payment_instructions: 'By check to Harbor Roofing & Exteriors, or by bank transfer.',
  ...more,
})

const nextDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)

/** Names and titles as long as they may reasonably be, and of another script. */
export const long = {
  business: 'Bartholomew Featherstonehaugh & Grandsons Roofing, Carpentry and Exterior Restoration Ltd.',
  client: 'Maximiliana Alexandrina Konstantinopoulou-Featherstonehaugh de la Vega y Montenegro',
  title:
    'Replacement of the roof, gutters, downspouts and skylights of the main house, the coach house and both barns',
  number: 'QUOTE-2026-EXTERIOR-RESTORATION-000042-REV-B',
  email: 'maximiliana.konstantinopoulou-featherstonehaugh@a-very-long-domain-name-indeed.example',
}

export const rightToLeft = {
  business: 'גגות הנמל',
  client: 'עומר בן־דוד',
  title: 'גג חדש לבית ברחוב האלה',
}
