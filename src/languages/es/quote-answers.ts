// Answers to quotes, in Spanish: why one was not recorded, or the receipt of it.
import type { Dictionary } from '../dictionary.ts'

export const refusals: Dictionary['refusals'] = {
  changed: 'Este presupuesto ha cambiado',
  changedLead:
    'Se modificó después de que usted lo abriera, así que no se ha registrado nada. Por favor, léalo de nuevo. Si le parece bien, responda al final de esta página.',
  changes: 'Qué ha cambiado',
  was: 'Antes',
  now: 'Ahora',
  added: 'No figuraba',
  removed: 'Se ha quitado',
  nothing: 'No se ha registrado nada',
  expired: 'El último día para responder a este presupuesto terminó antes de que nos llegara su respuesta.',
  closed: <T>(business: T): (T | string)[] => [
    business,
    ' cerró este presupuesto antes de que llegara su respuesta.',
  ],
  accepted: 'Este presupuesto ya está aceptado',
  declined: 'Este presupuesto ya está rechazado',
  signedBy: <T>(name: T, when: string): (T | string)[] => ['Lo firmó ', name, ` el ${when}. `],
  acceptedOn: (when: string) => `Se aceptó el ${when}. `,
  recorded: <T>(business: T, when: string): (T | string)[] => [
    business,
    ` registró su aceptación el ${when}. `,
  ],
  declinedOn: (when: string) => `Se rechazó el ${when}. `,
  recordedDecline: <T>(business: T, when: string): (T | string)[] => [
    business,
    ` registró el ${when} que usted lo había rechazado. `,
  ],
  nothingNew: 'No se ha registrado nada nuevo.',
  notDeclined: 'Por eso no se ha rechazado ahora. Si necesita cambiar algo, llámenos o escríbanos.',
  notAccepted: 'Por eso no se ha registrado su firma. Si ha cambiado de opinión, llámenos o escríbanos.',
  withdrawn: 'Este presupuesto se ha retirado',
  withdrawnLead: <T>(business: T, number: T): (T | string)[] => [
    business,
    ' retiró el presupuesto ',
    number,
    ' después de que usted lo abriera, así que no se ha registrado nada. Puede que le llegue una nueva versión por correo. ¿Alguna pregunta? No dude en preguntarnos.',
  ],
}

export const receipts: Dictionary['receipts'] = {
  title: 'Comprobante de su aceptación',
  lead: <T>(business: T): (T | string)[] => [
    'Gracias. ',
    business,
    ' ha recibido su firma, y ambas partes reciben una copia por correo.',
  ],
  recordedTitle: <T>(business: T): (T | string)[] => ['Aceptación registrada por ', business],
  recordedPlain: (business: string) => `Aceptación registrada por ${business}`,
  recordedLead: <T>(business: T): (T | string)[] => [
    business,
    ' anotó que usted aceptó este presupuesto fuera del portal. No hay firma electrónica.',
  ],
  quote: 'Presupuesto',
  from: 'De',
  for: 'Para',
  recordedOn: 'Registrado el',
  poNumber: 'N.º de pedido',
  download: 'Descargar el archivo de prueba',
  check: <T>(link: T): (T | string)[] => [
    'Guarde el archivo de prueba: demuestra que no se ha cambiado nada, aunque esta página ya no exista. Cualquiera puede verificarlo en ',
    link,
  ],
  openQuote: 'Abrir el presupuesto',
  content: 'Lo que se aceptó',
}
