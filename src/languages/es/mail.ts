// Mail, in Spanish: what every email says, and the one about an email that did not arrive.
import type { Dictionary } from '../dictionary.ts'

export const mail: Dictionary['mail'] = {
  greeting: (name: string) => `Hola, ${name}:`,
  onlyYours: 'Este enlace es solo para usted: por favor, no reenvíe este correo.',
  inTheOpen: 'Si el botón no funciona, abra esta dirección:',
  stopReminders: {
    text: '¿No quiere recibir más recordatorios? Puede desactivarlos. Seguirá recibiendo por correo los documentos nuevos y nuestras respuestas.',
    button: 'Desactivar recordatorios',
  },
}

export const bounces: Dictionary['bounces'] = {
  messages: {
    quote_sent: 'su presupuesto',
    invoice_sent: 'su factura',
    new_link: 'el enlace nuevo',
    link_again: 'el enlace',
    receipt: 'el comprobante de la firma',
    payment_receipt: 'el comprobante de un pago',
    quote_expiring: 'el recordatorio de un presupuesto',
    invoice_due_soon: 'el recordatorio de una factura',
    invoice_overdue: 'el recordatorio de una factura',
    quote_viewed: 'el aviso sobre un presupuesto',
    quote_accepted: 'el aviso sobre un presupuesto',
    quote_rejected: 'el aviso sobre un presupuesto',
    chain_head: 'el sello de sus firmas',
    bounce_notice: 'el aviso sobre un mensaje',
  },
  message: (message: string, number: string) => `${message} (${number})`,
  reasons: {
    HardBounce: 'Ese buzón no existe o no admite correo.',
    DnsError: 'No se ha encontrado lo que va detrás de la @.',
    SpamNotification: 'El servidor de la dirección lo ha tomado por correo no deseado.',
    SoftBounce: 'El buzón estaba lleno o cerrado por un tiempo.',
    VirusNotification: 'El servidor de la dirección lo ha tomado por dañino.',
    BadEmailAddress: 'Esta dirección no es válida.',
    SpamComplaint: 'Se ha marcado como correo no deseado.',
    ManuallyDeactivated: 'La dirección se ha desactivado en el servicio de correo.',
    Blocked: 'El servidor de la dirección no admite nada que venga del servicio de correo.',
    DMARCPolicy: 'El servidor de la dirección no ha aceptado al remitente.',
  },
  returned: 'El servidor de la dirección no lo ha admitido.',
  address: 'Dirección',
  happened: 'Qué ha pasado',
  phone: 'Tel. del cliente',
  bounced: {
    subject: (what: string, client: string) => `No le ha llegado a ${client}: ${what}`,
    preview: (address: string) => `No se ha podido entregar en ${address}`,
    intro: (what: string, client: string) =>
      `Un correo para ${client} no ha llegado a la dirección que figura abajo: ${what}.`,
    happened: 'La dirección no admite correo',
    todo: (client: string) =>
      `Pida a ${client} la dirección correcta, corríjala en la ficha del cliente y después vuelva a enviar el enlace o el documento.`,
  },
  complained: {
    subject: (what: string, client: string) => `Marcado por ${client} como correo no deseado: ${what}`,
    preview: (address: string) => `${address} ya no recibirá más correos del portal`,
    intro: (what: string, client: string) =>
      `Un correo para ${client} se ha marcado como no deseado: ${what}. Quizá haya sido sin querer.`,
    happened: 'Marcado como correo no deseado',
    todo: (client: string) =>
      `El servicio de correo ya no envía nada a esta dirección. Hable con ${client} por otro medio: si pone otra dirección en la ficha del cliente, se usará a partir de entonces.`,
  },
  suppressed: {
    subject: (what: string, client: string) => `No le ha llegado a ${client}: ${what}`,
    preview: (address: string) => `El correo para ${address} está retenido`,
    intro: (what: string, client: string) =>
      `Un correo para ${client} no se ha enviado a la dirección que figura abajo: ${what}.`,
    happened: 'Retenido: un correo anterior a esta dirección fue devuelto o se marcó como no deseado',
    todo: (client: string) =>
      `Pida a ${client} otra dirección, corríjala en la ficha del cliente y después vuelva a enviar el enlace o el documento.`,
  },
  reason: 'Recibe este correo porque un correo a uno de sus clientes no ha llegado como debía.',
}
