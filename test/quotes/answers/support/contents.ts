// A quote as it is frozen, to compare with others.
import type { ContentLine, QuoteContent } from '../../../../src/documents/content.ts'
import { formatsFor } from '../../../../src/i18n/format.ts'
import { changesBetween } from '../../../../src/quotes/changes.ts'

export const aContentLine = (description: string, more: Partial<ContentLine> = {}): ContentLine => ({
  ...{ description, category: 'labor', quantity: '2', unit: 'hours', unit_price: '150.00' },
  ...{ tax_rate: '0', total: '300.00', ...more },
})

export const aContent: QuoteContent = {
  ...{ format: 'semaquote/quote@1', number: 'Q-1', revision: 1, title: 'Roof', description: null },
  business: { name: 'Harbor', email: 'a@b.example', phone: null, address: null, website: null },
  client: { name: 'Dana', company: null },
  ...{
    currency: 'USD',
    time_zone: 'UTC',
    sent_on: '2026-01-01',
    lines: [aContentLine('A'), aContentLine('B')],
  },
  ...{ subtotal: '600.00', discount: null, discount_total: '0.00', taxes: [], tax_total: '0.00' },
  ...{ total: '600.00', terms: null, note: null, valid_until: '2026-12-31' },
  valid_until_ends_at: '2027-01-01T00:00:00.000Z',
}

const formats = formatsFor('en-US')

/** What is said of the change from one content to another. */
export const changes = (before: Partial<QuoteContent>, after: Partial<QuoteContent>) =>
  changesBetween({ ...aContent, ...before }, { ...aContent, ...after }, formats)

/** The same as lists of three: what, before, after. */
export const said = (before: Partial<QuoteContent>, after: Partial<QuoteContent>) =>
  changes(before, after).map(({ what, before: was, after: is }) => [what, was, is])

/** What is said of each of the two lines. */
export const text = 'Labor · no tax · 2 hours × $150.00 = $300.00'
