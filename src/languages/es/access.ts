// Links, in Spanish: the pages for who has lost one, the emails that bring one.
import type { Dictionary } from '../dictionary.ts'

export const access: Dictionary['access'] = {
  ask: {
    title: 'Reciba su enlace por correo electrónico',
    lead: 'Sus presupuestos y facturas se abren con un enlace que le envió la empresa. Si no lo encuentra, se lo mandamos de nuevo por correo.',
  },
  label: 'Su dirección de correo electrónico',
  hint: 'La misma en la que recibe los correos de la empresa.',
  button: 'Enviarme mi enlace',
  busy: 'Solicitando…',
  faults: {
    missing: 'Escriba su dirección de correo electrónico.',
    tooLong: 'Es demasiado larga para una dirección de correo electrónico. Revísela, por favor.',
    unreadable: 'No podemos leerla entera. Escriba la dirección otra vez, por favor.',
    several: 'Escriba las direcciones de una en una, por ejemplo dana@example.com.',
    noAddress:
      'Una dirección de correo electrónico es del tipo dana@example.com. Revise que esté bien escrita.',
  },
  unanswered: {
    title: 'Inténtelo de nuevo en un momento',
    lead: 'Ahora mismo no hemos podido recibir su solicitud. Puede intentarlo otra vez con tranquilidad.',
  },
  asked: {
    title: 'Revise su correo electrónico',
    lead: 'Si alguna empresa tiene aquí un enlace para la dirección que ha indicado, el correo con el enlace ya está en camino. Puede tardar un par de minutos.',
    what: 'Si no le llega nada',
    steps: [
      'Mire en la carpeta de spam o correo no deseado.',
      'Pruebe con otra dirección: puede que la empresa tenga una distinta.',
      'Si ya lo ha intentado varias veces, espere una hora: a cada dirección solo enviamos unos pocos correos.',
      'Si no, llame o escriba a la empresa: puede enviarle un enlace nuevo.',
    ],
    again: 'Probar otra dirección',
  },
  dead: {
    title: 'Este enlace ya no está activo',
    lead: 'Puede que se haya sustituido por otro más reciente o que le falte una parte.',
    what: 'Qué puede hacer',
    steps: [
      'Busque el correo más reciente de la empresa y abra el enlace que contiene.',
      'Si ha copiado o escrito el enlace, compruebe que esté completo, hasta el final.',
    ],
    ask: 'O reciba su enlace por correo electrónico',
    otherwise: 'Si nada de esto funciona, pida un enlace nuevo a la empresa que se lo envió.',
  },
}

export const accessMail: Dictionary['accessMail'] = {
  newLink: {
    subject: (business: string) => `Su nuevo enlace de ${business}`,
    preview: 'Su enlace anterior ya no funciona',
    intro: (business: string) =>
      `Este es su nuevo enlace a sus presupuestos y facturas de ${business}. El que tenía antes ya no funciona.`,
    reason: (business: string) => `Recibe este correo porque ${business} ha sustituido su enlace.`,
  },
  again: {
    subject: (business: string) => `Su enlace de ${business}`,
    preview: 'Todos sus presupuestos y facturas en un solo lugar',
    intro: (business: string) => `Este es su enlace a todos sus presupuestos y facturas de ${business}.`,
    reason: (business: string) =>
      `Recibe este correo porque alguien ha vuelto a pedir su enlace: usted o ${business}. Si no ha sido usted, no tiene que hacer nada.`,
  },
  button: 'Abrir sus documentos',
  after: 'Conserve este correo: con este enlace puede volver cuando quiera.',
}
