// Documents, in Spanish: what quotes and invoices say in the same words.
import { pluralIn } from '../../i18n/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('es')

const days = (count: number) => `${count} ${plural(count, { one: 'día', other: 'días' })}`

export const documents: Dictionary['documents'] = {
  categories: {
    labor: 'Mano de obra',
    material: 'Material',
    service: 'Servicio',
    equipment: 'Equipo',
    other: 'Otros',
  },
  /** The first and the last four are of invoices, which are feminine; the others of quotes. */
  status: {
    sent: 'Enviada',
    viewed: 'Visto',
    accepted: 'Aceptado',
    rejected: 'Rechazado',
    expired: 'Caducado',
    partial: 'Pago parcial',
    paid: 'Pagada',
    overdue: 'Vencida',
    void: 'Anulada',
  },
  inCurrency: (label: string, currency: string) => `${label} en ${currency}`,
  from: 'De',
  preparedFor: 'Para',
  sent: 'Fecha de envío',
  version: (revision: number) => `Versión ${revision}`,
  lines: 'Qué incluye',
  description: 'Descripción',
  quantityAndPrice: 'Cantidad × precio',
  lineTotal: 'Importe',
  taxedAt: (rate: string) => `impuesto ${rate}`,
  untaxed: 'sin impuesto',
  subtotal: 'Subtotal',
  discount: 'Descuento',
  discountOf: (percent: string) => `Descuento del ${percent}`,
  tax: (rate: string, base: string) => `Impuesto ${rate} sobre ${base}`,
  total: 'Total',
  terms: 'Condiciones',
  note: 'Nota para usted',
  parts: {
    total: 'Total',
    title: 'Título',
    description: 'Descripción',
    validUntil: 'Válido hasta',
    from: 'De',
    to: 'Para',
    order: 'El orden de los conceptos',
    discount: 'Descuento',
    taxes: 'Impuesto',
    terms: 'Condiciones',
    note: 'Nota',
  },
  daysLeft: (count: number) =>
    count === 0 ? 'caduca hoy' : `${plural(count, { one: 'queda', other: 'quedan' })} ${days(count)}`,
  daysLate: (count: number) => `${days(count)} de retraso`,
}
