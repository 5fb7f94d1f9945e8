// What quotes and invoices say in the same words, in French: lines, sums, days, states.
import { pluralIn } from '../../i18n/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('fr')

const days = (count: number) => `${count} ${plural(count, { one: 'jour', other: 'jours' })}`

export const documents: Dictionary['documents'] = {
  categories: {
    labor: 'Main-d’œuvre',
    material: 'Fournitures',
    service: 'Prestation',
    equipment: 'Équipement',
    other: 'Autre',
  },
  /** Of a quote (masculine): viewed, accepted, declined, expired; the others are of an invoice (feminine). */
  status: {
    sent: 'Envoyée',
    viewed: 'Consulté',
    accepted: 'Accepté',
    rejected: 'Refusé',
    expired: 'Expiré',
    partial: 'Partielle',
    paid: 'Payée',
    overdue: 'En retard',
    void: 'Annulée',
  },
  inCurrency: (label, currency) => `${label} en ${currency}`,
  from: 'De',
  preparedFor: 'Pour',
  sent: 'Date d’envoi',
  version: revision => `Version ${revision}`,
  lines: 'Détail des prestations',
  description: 'Désignation',
  quantityAndPrice: 'Quantité × prix',
  lineTotal: 'Montant',
  taxedAt: rate => `taxe ${rate}`,
  untaxed: 'sans taxe',
  subtotal: 'Sous-total',
  discount: 'Remise',
  discountOf: percent => `Remise ${percent}`,
  tax: (rate, base) => `Taxe ${rate} sur ${base}`,
  total: 'Total',
  terms: 'Conditions',
  note: 'Un message pour vous',
  parts: {
    total: 'Total',
    title: 'Objet',
    description: 'Description',
    validUntil: 'Valable jusqu’au',
    from: 'De',
    to: 'Pour',
    order: 'L’ordre des lignes',
    discount: 'Remise',
    taxes: 'Taxes',
    terms: 'Conditions',
    note: 'Message',
  },
  daysLeft: count => (count === 0 ? 'expire aujourd’hui' : `encore ${days(count)}`),
  daysLate: count => `${days(count)} de retard`,
}
