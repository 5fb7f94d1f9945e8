/** What the messages of the gallery are made of: a row of the outbox, and what may stand in it. */
import type { InvoiceContent, QuoteContent } from '../documents/content.ts'
import type { MessageKind } from '../mail/tables.ts'
import type { Message } from '../messages.ts'
import { business, invoice, long, quote, rightToLeft } from './people.ts'

/** When the gallery is drawn: 9:05 in New York. */
export const NOW = Date.parse('2026-11-27T14:05:00Z')

/** `path`: its kind and a word; `name`: what it shows; `home`: the path of the client's link, null where there is none. */
export type Variant = { path: string; name: string; home: string | null; row: Message }

const HOME = '/portal/gallery0000000000000000000000000000'

const base: Message = {
  id: 'msg_gallery',
  kind: 'link_again',
  state: 'sent',
  recipients: '["dana@example.com"]',
  createdAt: NOW,
  quoteId: null,
  invoiceId: null,
  clientId: 'cli_gallery',
  clientName: 'Dana Whitfield',
  clientPhone: '(207) 555-0177',
  clientEmail: 'dana@example.com',
  clientDeletedAt: null,
  clientLocale: null,
  businessId: 'biz_gallery',
  businessName: business.name,
  businessEmail: business.email,
  businessPhone: business.phone,
  businessAddress: business.address,
  businessLocale: 'en-US',
  timeZone: 'America/New_York',
  colour: '#1d4ed8',
  linkId: null,
  sealed: null,
  quoteContent: null,
  invoiceContent: null,
  answeredAt: null,
  signedName: null,
  poNumber: null,
  reason: null,
  note: null,
  invoiceState: null,
  invoiceTotal: null,
  invoicePaid: null,
  payment: null,
  aboutKind: null,
  aboutNumber: null,
  aboutTitle: null,
  aboutReport: null,
  signature: null,
  chainSequence: null,
  head: null,
}

export type Given = Partial<Message>

export const one = (path: string, name: string, given: Given, home: string | null = HOME): Variant => ({
  ...{ path, name, home },
  row: { ...base, kind: path.split('/')[0] as MessageKind, ...given },
})

export const toBusiness = { recipients: JSON.stringify([business.email]) }

export const quoted = (until: string, more: Partial<QuoteContent> = {}): Given => ({
  quoteId: 'quo_gallery',
  quoteContent: JSON.stringify(quote(until, more)),
})

/** An invoice of which so much was paid, in minor units. */
export function invoiced(due: string, paid = 0, more: Partial<InvoiceContent> = {}): Given {
  const content = invoice(due, more)
  const total = Number(content.total.replace('.', ''))
  return {
    invoiceId: 'inv_gallery',
    invoiceContent: JSON.stringify(content),
    ...{ invoiceState: paid >= total ? 'paid' : 'sent', invoiceTotal: total, invoicePaid: paid },
  }
}

export const payment = (amount: number, more: object = {}): Given => ({
  payment: JSON.stringify({
    ...{ amount, credit: 0, method: 'check', on: '2026-11-25', reference: 'Check 1184', ...more },
  }),
})

export const signed: Given = { answeredAt: NOW, signedName: 'Dana M. Whitfield', poNumber: 'PO-77' }

export const longNames: Given = {
  ...quoted('2026-12-15', {
    ...{ title: long.title, number: long.number, total: '1234567890.00', currency: 'CHF' },
    ...{ business: { ...business, name: long.business }, client: { name: long.client, company: null } },
  }),
  ...{ businessName: long.business, clientName: long.client, clientEmail: long.email, colour: '#facc15' },
}

export const otherWay: Given = {
  ...quoted('2026-12-15', {
    ...{ title: rightToLeft.title, currency: 'ILS' },
    ...{
      business: { ...business, name: rightToLeft.business },
      client: { name: rightToLeft.client, company: null },
    },
  }),
  ...{ businessName: rightToLeft.business, clientName: rightToLeft.client },
  businessAddress: 'רחוב הנמל 18\nחיפה',
}

/** As little as a business may say of itself. */
export const bare: Given = { businessPhone: null, businessAddress: null, colour: null }

export const euros = { currency: 'EUR', time_zone: 'Europe/Berlin' }

export const report = (kind: string, reason: string | null, recipient = 'dana@exmaple.com'): Given => ({
  aboutReport: JSON.stringify({ kind, recipient, reason }),
})

export const aboutQuote: Given = {
  ...{ aboutKind: 'quote_sent', aboutNumber: 'Q-2026-0042', aboutTitle: quote('2026-12-15').title },
}
