// Data for the gallery: believable documents, and ones made to break a layout or a browser.
import type { Content, ContentLine, InvoiceContent, QuoteContent } from '../../documents/content.ts'
import type { Brand } from '../../ui/layout.tsx'

export const today = '2026-11-22'

export const joinery: Brand = {
  name: 'Alder & Finch Joinery',
  phone: '(207) 555-0188',
  email: 'hello@alderfinch.example',
  address: '18 Mill Lane\nRockport, ME 04856\nUnited States',
  website: 'https://www.alderfinch.example/',
  colour: '#1d5c8a',
  logo: null,
}

/** Dark on nothing, as many are, and wider than high. */
const lettering = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><path d="M40 8 8 72h64z" fill="#1d5c8a"/><text x="88" y="54" font-family="serif" font-size="40">Alder &amp; Finch</text></svg>`

export const withLogo: Brand = {
  ...joinery,
  logo: { url: `data:image/svg+xml,${encodeURIComponent(lettering)}`, width: 900, height: 240 },
}

/** Everything that a page must escape or contain. */
export const hostile = {
  markup: `<script>alert(1)</script>"'&amp;<img src=x onerror=alert(2)>`,
  turned: 'invoice\u202Efdp.exe',
  unbroken: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter',
  rightToLeft: 'נגריית האלון (1987) בע״מ',
}

type Given = [
  description: string,
  category: ContentLine['category'],
  quantity: number,
  unit: string | null,
  price: string,
]

/** A line as it would be frozen, at one tax rate or none. */
const line = ([description, category, quantity, unit, price]: Given, tax_rate = '8.25'): ContentLine => ({
  description,
  category,
  quantity: String(quantity),
  unit,
  unit_price: price,
  tax_rate,
  total: (quantity * Number(price)).toFixed(2),
})

const kitchen: Given[] = [
  ['Take out the old cabinets and dispose of them', 'labor', 16, 'hours', '85.00'],
  ['Maple cabinets, soft close, fitted', 'material', 14, null, '1120.00'],
  ['Quartz countertop, honed', 'material', 42.5, 'sq ft', '118.00'],
  ['Electrical wire, 12 gauge', 'material', 260, 'ft', '0.455'],
  ['Reconnect water and dishwasher', 'service', 1, null, '895.00'],
]

const taxed = (at: number): string => (at === 0 || at === 4 ? '0' : '8.25')

const content: Content = {
  number: 'Q-2026-0042',
  revision: 1,
  title: 'Kitchen renovation',
  description: 'Cabinets, countertop and connections, as discussed on November 12.',
  business: {
    name: joinery.name,
    email: 'hello@alderfinch.example',
    phone: '(207) 555-0188',
    address: '18 Mill Lane\nRockport, ME 04856\nUnited States',
    website: 'https://alderfinch.example',
  },
  client: { name: 'Marta Okafor', company: 'Okafor Catering LLC' },
  currency: 'USD',
  time_zone: 'America/New_York',
  sent_on: '2026-11-16',
  lines: kitchen.map((given, at) => line(given, taxed(at))),
  subtotal: '23068.30',
  discount: { percent: '5' },
  discount_total: '1153.42',
  taxes: [{ rate: '8.25', base: '19772.70', amount: '1631.25' }],
  tax_total: '1631.25',
  total: '23546.13',
  terms:
    'Half on acceptance, the rest on completion.\n\nWork starts within three weeks of your answer. Our labor is under warranty for five years.',
  note: 'Thank you for showing us your beautiful kitchen. Call me any time. Ines',
}

export const quote: QuoteContent = {
  ...content,
  format: 'semaquote/quote@1',
  valid_until: '2026-11-27',
  valid_until_ends_at: '2026-11-28T05:00:00Z',
}

/** The document by which size is measured, beside the dashboard of 26 rows. */
export const tenLines: QuoteContent = {
  ...quote,
  title: 'Kitchen renovation, with the pantry',
  lines: [
    ...quote.lines,
    line(['Shelves for the pantry, oak', 'material', 6, null, '145.00']),
    line(['Plaster and paint the north wall', 'labor', 7.5, 'hours', '72.00']),
    line(['Rent of the dust extractor', 'equipment', 3, 'days', '48.50']),
    line(['Under-cabinet lights, fitted', 'service', 5, null, '118.00']),
    line(['Take the old range to the depot', 'other', 1, null, '60.00'], '0'),
  ],
}

/** No discount, no tax, no words besides the lines. */
export const plainQuote: QuoteContent = {
  ...quote,
  ...{
    title: 'Gutters, north side',
    description: null,
    terms: null,
    note: null,
    total: '1940.00',
    subtotal: '1940.00',
  },
  lines: [line(['Replace the gutters', 'service', 1, null, '1940.00'], '0')],
  ...{ discount: null, discount_total: '0.00', taxes: [], tax_total: '0.00' },
}

export const invoice: InvoiceContent = {
  ...content,
  format: 'semaquote/invoice@1',
  number: 'INV-2026-0093',
  title: 'Kitchen renovation, first half',
  description: null,
  lines: [line(['Deposit for quote Q-2026-0042', 'service', 1, null, '11773.06'], '0')],
  ...{ subtotal: '11773.06', total: '11773.06', note: null },
  ...{ discount: null, discount_total: '0.00', taxes: [], tax_total: '0.00' },
  due_on: '2026-12-01',
  due_on_ends_at: '2026-12-02T05:00:00Z',
  payment_instructions:
    'By check to Alder & Finch Joinery, or by bank transfer:\nFirst Coast Bank, routing 011000138, account 4417 0092 118\nPlease name the invoice number.',
}

const unit = 'pallet-equivalents-per-working-day-including-transport-and-tolls'

/** The most that a document may be: long words, forty lines, amounts of thirteen digits, terms of 10,000 characters. */
export const extremeQuote = (currency: string, amount: string): QuoteContent => ({
  ...quote,
  number: 'Q-2026-0042-SUPPLEMENT-NORTHEAST-7',
  title: hostile.unbroken,
  description: `${hostile.markup}\n${hostile.turned}`,
  business: { ...quote.business, name: hostile.rightToLeft, address: hostile.unbroken },
  client: { name: hostile.unbroken, company: hostile.markup },
  currency,
  revision: 12,
  lines: Array.from({ length: 40 }, (_, at) => ({
    ...line([
      at % 3 ? `Position ${at + 1}, ${hostile.turned}` : hostile.unbroken,
      'equipment',
      1234.5,
      unit,
      '0.125',
    ]),
    total: amount,
    unit_price: amount,
  })),
  subtotal: amount,
  discount: { amount },
  discount_total: amount,
  taxes: [
    { rate: '19', base: amount, amount },
    { rate: '7', base: amount, amount },
  ],
  total: amount,
  terms: 'All of this is agreed upon by both sides, in full and without exception. '
    .repeat(136)
    .slice(0, 10_000),
  note: `${hostile.rightToLeft}\n${hostile.markup}`,
})
