// Reminders, in Spanish: the page that stops them, and the reminders themselves.
import type { Dictionary } from '../dictionary.ts'

export const reminders: Dictionary['reminders'] = {
  none: {
    title: 'No hay recordatorios',
    lead: <T>(business: T): (T | string)[] => [business, ' no envía recordatorios por ahora.'],
    more: 'Si lo indica ahora, tampoco recibirá ninguno en caso de que eso cambie. Sus presupuestos y facturas siguen como están, y seguirá recibiendo un correo por cada documento nuevo.',
    button: 'No enviarme recordatorios',
    busy: 'Desactivando…',
  },
  on: {
    title: 'Los recordatorios están activados',
    lead: <T>(business: T): (T | string)[] => [
      business,
      ' le avisa por correo cuando un presupuesto suyo está a punto de caducar y cuando vence una factura.',
    ],
    more: 'Aquí puede desactivarlos. No cambia nada más: sus presupuestos y facturas siguen como están, y seguirá recibiendo un correo por cada documento nuevo. Si estos correos también llegan a otras personas, ellas también dejarán de recibir recordatorios.',
    button: 'Desactivar recordatorios',
    busy: 'Desactivando…',
  },
  off: {
    title: 'Los recordatorios están desactivados',
    lead: <T>(business: T): (T | string)[] => [
      business,
      ' ya no le avisa cuando un presupuesto está a punto de caducar o vence una factura.',
    ],
    more: 'No ha cambiado nada más: sus presupuestos y facturas siguen como están, y seguirá recibiendo un correo por cada documento nuevo. Si los recordatorios también llegaban a otras personas, ellas también han dejado de recibirlos.',
    button: 'Reactivar recordatorios',
    busy: 'Activando…',
  },
}

/** How long ago a day was: 1 is yesterday. */
const ago = (count: number) => (count === 1 ? 'ayer' : `hace ${count} días`)

/** When a day comes: 0 is today. */
const soon = (count: number) => (count === 0 ? 'hoy' : count === 1 ? 'mañana' : `dentro de ${count} días`)

export const reminderMail: Dictionary['reminderMail'] = {
  quote: {
    subject: (business: string, left: number, number: string) =>
      `Su presupuesto de ${business} caduca ${soon(left)} (${number})`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (business: string, left: number) =>
      `Su presupuesto de ${business} sigue abierto. Caduca ${soon(left)}, al final del día.`,
    number: 'Presupuesto',
    total: 'Total',
    until: 'Válido hasta',
    button: 'Ver el presupuesto',
    after: 'Ahí puede aceptarlo, o rechazarlo si no le conviene. ¿Alguna pregunta? Responda a este correo.',
    reason: (business: string) =>
      `Recibe este recordatorio porque ${business} le ha enviado un presupuesto que aún no tiene respuesta.`,
  },
  invoice: {
    dueSubject: (business: string, left: number, number: string) =>
      `Su factura de ${business} vence ${soon(left)} (${number})`,
    lateSubject: (business: string, late: number, number: string) =>
      `Su factura de ${business} venció ${ago(late)} (${number})`,
    preview: (title: string, balance: string) => `${title}, ${balance} por pagar`,
    dueIntro: (business: string, left: number) =>
      `Le recordamos que su factura de ${business} vence ${soon(left)}.`,
    lateIntro: (business: string, late: number) =>
      `Le recordamos que su factura de ${business} venció ${ago(late)} y, por lo que vemos, aún no está pagada por completo.`,
    number: 'Factura',
    total: 'Total',
    paid: 'Pagado hasta ahora',
    balance: 'Importe pendiente',
    due: 'Vencimiento',
    wasDue: 'Venció el',
    button: 'Ver la factura',
    after:
      'Ahí verá todos los conceptos y cómo pagar. Si ya ha pagado, gracias: no tiene que hacer nada. ¿Tiene alguna pregunta o necesita más tiempo? Responda a este correo.',
    reason: (business: string) =>
      `Recibe este recordatorio porque ${business} le ha enviado una factura que aún no está pagada por completo.`,
  },
}
