// What quotes and invoices say in the same words, in German: lines, sums, days, states.
import { pluralIn } from '../../i18n/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('de')

const days = (count: number) => `${count} ${plural(count, { one: 'Tag', other: 'Tage' })}`

export const documents: Dictionary['documents'] = {
  categories: {
    labor: 'Arbeitsleistung',
    material: 'Material',
    service: 'Dienstleistung',
    equipment: 'Geräte',
    other: 'Sonstiges',
  },
  status: {
    sent: 'Gesendet',
    viewed: 'Angesehen',
    accepted: 'Angenommen',
    rejected: 'Abgelehnt',
    expired: 'Abgelaufen',
    partial: 'Teilbezahlt',
    paid: 'Bezahlt',
    overdue: 'Überfällig',
    void: 'Storniert',
  },
  inCurrency: (label, currency) => `${label} in ${currency}`,
  from: 'Von',
  preparedFor: 'Für',
  sent: 'Gesendet am',
  version: revision => `Version ${revision}`,
  lines: 'Leistungen im Einzelnen',
  description: 'Beschreibung',
  quantityAndPrice: 'Menge × Preis',
  lineTotal: 'Betrag',
  taxedAt: rate => `${rate} Steuer`,
  untaxed: 'ohne Steuer',
  subtotal: 'Zwischensumme',
  discount: 'Rabatt',
  discountOf: percent => `Rabatt ${percent}`,
  tax: (rate, base) => `Steuer ${rate} auf ${base}`,
  total: 'Gesamtbetrag',
  terms: 'Bedingungen',
  note: 'Anmerkung für Sie',
  parts: {
    total: 'Gesamtbetrag',
    title: 'Titel',
    description: 'Beschreibung',
    validUntil: 'Gültig bis',
    from: 'Von',
    to: 'Für',
    order: 'Reihenfolge der Positionen',
    discount: 'Rabatt',
    taxes: 'Steuer',
    terms: 'Bedingungen',
    note: 'Anmerkung',
  },
  daysLeft: count => (count === 0 ? 'nur noch heute' : `noch ${days(count)}`),
  daysLate: count => `${days(count)} überfällig`,
}
