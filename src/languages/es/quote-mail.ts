// Quotes, in Spanish: the emails about them.
import type { Dictionary } from '../dictionary.ts'

export const quoteMail: Dictionary['quoteMail'] = {
  reach: 'Correo electrónico del cliente',
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Su presupuesto de ${business}: ${title} (${number})`,
    preview: (total: string, until: string) => `${total}, válido hasta el ${until}`,
    intro: (business: string) => `${business} ha preparado un presupuesto para usted.`,
    updated: (business: string, title: string, number: string) =>
      `Su presupuesto actualizado de ${business}: ${title} (${number})`,
    updatedIntro: (business: string, revision: number) =>
      `${business} ha modificado su presupuesto. Esta es la versión ${revision}; sustituye a la que recibió antes.`,
    total: 'Total',
    validUntil: 'Válido hasta',
    number: 'Presupuesto',
    button: 'Ver el presupuesto',
    after:
      'Ahí puede ver todos los conceptos y aceptarlo o rechazarlo. ¿Alguna pregunta? Responda a este correo.',
    reason: (business: string) => `Recibe este correo porque ${business} le ha enviado un presupuesto.`,
  },
  viewed: {
    subject: (client: string, number: string) => `${client} ha abierto el presupuesto ${number}`,
    preview: (title: string) => title,
    intro: (client: string, number: string) => `${client} ha abierto su presupuesto ${number}.`,
    total: 'Total',
    validUntil: 'Válido hasta',
    after: 'No tiene que hacer nada. Le avisaremos en cuanto haya una respuesta.',
    reason: 'Recibe este correo porque usted envió este presupuesto.',
  },
  receipt: {
    subject: (title: string, number: string) => `Ha aceptado el presupuesto ${number}: ${title}`,
    preview: (total: string, when: string) => `${total}, firmado el ${when}`,
    intro: (business: string) =>
      `Gracias. ${business} ha recibido su firma. Usted ha aceptado este presupuesto:`,
    number: 'Presupuesto',
    signedBy: 'Firmado por',
    signedOn: 'Firmado el',
    total: 'Total',
    poNumber: 'N.º de pedido',
    button: 'Abrir su comprobante',
    attached:
      'Conserve los archivos adjuntos: con ellos cualquiera puede ver que no se ha cambiado nada de esto, aunque su enlace deje de funcionar algún día. El archivo de prueba, cuyo nombre termina en «-signed.json», se puede verificar aquí:',
    after: (business: string) =>
      `¿No ha sido usted? Avise a ${business} enseguida: basta con responder a este correo.`,
    reason: (business: string) =>
      `Recibe este correo porque se ha aceptado en su nombre un presupuesto de ${business}.`,
  },
  accepted: {
    subject: (client: string, number: string) => `${client} ha aceptado el presupuesto ${number}`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (client: string, number: string) =>
      `Buenas noticias: ${client} ha aceptado su presupuesto ${number}.`,
    signedBy: 'Firmado por',
    signedOn: 'Firmado el',
    total: 'Total',
    poNumber: 'N.º de pedido',
    attached:
      'Conserve los archivos adjuntos: con ellos cualquiera puede ver que no se ha cambiado nada de esto. El archivo de prueba, cuyo nombre termina en «-signed.json», se puede verificar aquí:',
    reason: 'Recibe este correo porque usted envió este presupuesto.',
  },
  declined: {
    subject: (client: string, number: string) => `${client} ha rechazado el presupuesto ${number}`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (client: string, number: string) => `${client} ha rechazado su presupuesto ${number}.`,
    declinedOn: 'Rechazado el',
    total: 'Total',
    why: 'Motivo',
    noReason: 'No indicado',
    note: (client: string) => `Nota de ${client}:`,
    after: 'Si llegan a un acuerdo, puede devolver el presupuesto a borrador, cambiarlo y enviarlo de nuevo.',
    reason: 'Recibe este correo porque usted envió este presupuesto.',
  },
}
