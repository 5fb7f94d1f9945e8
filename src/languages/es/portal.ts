// The dashboard, in Spanish, and the lists behind it.
import { pluralIn } from '../../i18n/words.ts'
import type { Day } from '../../portal/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('es')
const small = ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve']

/** `one` with its article, which has the gender: "una factura". */
const counted = (count: number, one: string, other: string) =>
  plural(count, { one, other: `${small[count] ?? count} ${other}` })

/** A day as one would say it: today, tomorrow, a weekday within the week, else the date. */
const on = ({ away, weekday, date }: Day) =>
  away === 0 ? 'hoy' : away === 1 ? 'mañana' : `el ${away < 7 ? weekday : date}`

const until = (day: Day) => (day.away === 0 ? 'hasta el final del día de hoy' : `hasta ${on(day)}`)

export const portal: Dictionary['portal'] = {
  title: 'Sus presupuestos y facturas',
  hello: <T>(name: T): (T | string)[] => ['Hola, ', name],
  next: {
    quotes: (count: number, day: Day) =>
      count === 1
        ? `un presupuesto espera su respuesta ${until(day)}`
        : `${counted(count, 'un presupuesto', 'presupuestos')} esperan su respuesta, el primero ${until(day)}`,
    overdue: (count: number, days: number) =>
      count === 1
        ? `una factura venció hace ${counted(days, 'un día', 'días')}`
        : `${counted(count, 'una factura', 'facturas')} están vencidas`,
    due: (count: number, day: Day) =>
      count === 1
        ? `una factura vence ${on(day)}`
        : `${counted(count, 'una factura', 'facturas')} están pendientes; la próxima vence ${on(day)}`,
    and: ', y ',
    end: '.',
    nothing: 'Todo en orden: por ahora no tiene nada que atender.',
  },
  cards: {
    quotes: 'Presupuestos por responder',
    invoices: 'Facturas pendientes',
    due: 'Importe pendiente total',
    nothingDue: 'Nada pendiente',
    credit: (amount: string) => `Saldo a su favor: ${amount}`,
  },
  row: {
    validUntil: (date: string) => `Válido hasta el ${date}`,
    due: (date: string) => `Vence el ${date}`,
    dueIn: (days: number) => (days === 0 ? 'hoy' : 'mañana'),
    wasDue: (date: string) => `Venció el ${date}`,
    of: (total: string) => `de ${total}`,
  },
  reminders: 'Recordatorios por correo electrónico',
  history: 'Historial',
  historyEmpty: 'Aquí se guardarán los presupuestos respondidos y las facturas pagadas.',
  lists: {
    quotes: {
      title: 'Presupuestos que esperan su respuesta',
      empty: 'Ningún presupuesto espera su respuesta.',
      more: 'Ver más presupuestos',
    },
    invoices: {
      title: 'Facturas pendientes',
      empty: 'No tiene facturas pendientes.',
      more: 'Ver más facturas pendientes',
    },
    accepted: {
      title: 'Presupuestos aceptados',
      empty: 'Todavía no ha aceptado ningún presupuesto.',
      more: 'Ver presupuestos aceptados anteriores',
    },
    closed: {
      title: 'Presupuestos rechazados y caducados',
      empty: 'No hay presupuestos rechazados ni caducados.',
      more: 'Ver presupuestos rechazados y caducados anteriores',
    },
    settled: {
      title: 'Facturas pagadas y anuladas',
      empty: 'Las facturas pagadas aparecerán aquí.',
      more: 'Ver facturas pagadas y anuladas anteriores',
    },
  },
  newer: 'Volver a lo más reciente',
  older: 'Ver anteriores',
  first: 'Volver al principio',
  further: 'Ver más',
  noMore: 'No hay más.',
}
