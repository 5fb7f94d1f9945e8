// The frame of all pages, in Spanish, and the pages for when something is wrong.
import type { Dictionary } from '../dictionary.ts'

export const ui: Dictionary['ui'] = {
  preview: 'Sus presupuestos y facturas',
  skip: 'Ir al contenido',
  language: 'Idioma',
  asBrowser: 'Como el navegador',
  changeLanguage: 'Aplicar',
  print: 'Imprimir o guardar en PDF',
  copy: 'Copiar',
  copied: 'Copiado',
  call: 'Llamar al',
  write: 'Escribir a',
  email: 'Correo',
  writeThem: 'Escribir un correo',
  questions: '¿Tiene alguna pregunta? Le ayudamos con mucho gusto.',
  onlyForYou:
    'Esta página es solo para usted. Cualquiera que tenga el enlace puede abrirla, así que, por favor, no lo comparta.',
  allDocuments: 'Todos sus documentos',
  tryAgain: 'Intentar de nuevo',
  pleaseCheck: 'Por favor, revise:',
  colon: ':',
  trying: 'Intentando de nuevo…',
  notFound: {
    title: 'Aquí no hay ninguna página',
    lead: '¿Ha llegado desde un enlace de un correo? Abra ese correo y pulse de nuevo el enlace. Si lo ha copiado, compruebe que no le falte nada al final.',
    button: 'Recibir mi enlace',
  },
  notFoundInPortal: {
    title: 'No encontramos este documento',
    lead: 'Puede que se haya retirado o sustituido por otro más reciente, o que todavía no esté. Todo lo que está listo para usted aparece en su lista.',
  },
  unavailable: {
    title: 'Volvemos enseguida',
    lead: 'Sus documentos están a salvo, pero en este momento no podemos mostrarlos. Inténtelo de nuevo en un minuto.',
  },
  unsure: {
    title: 'Volvemos enseguida',
    lead: 'Todavía no sabemos si su respuesta se ha registrado. Puede intentarlo otra vez con tranquilidad: no se puede registrar dos veces.',
  },
  notYet: {
    title: 'Inténtelo de nuevo en un momento',
    lead: 'Su respuesta no se ha podido registrar ahora mismo porque estaban llegando muchas a la vez. Aún no se ha registrado nada.',
  },
  crossSite: {
    title: 'Esto ha llegado desde otro sitio web',
    lead: 'Por eso no hemos hecho nada con ello y no se ha cambiado nada. Para leer o responder un documento, abra el enlace del correo de la empresa.',
  },
  tooLarge: {
    title: 'Es demasiado grande para nosotros',
    lead: 'Lo que ha enviado es más de lo que podemos recibir, así que no se ha cambiado nada. Vuelva atrás y envíe menos.',
  },
  tooMany: {
    title: 'Espere un minuto, por favor',
    lead: 'Acabamos de recibir muchísimos intentos desde su red, así que no hemos hecho nada con este. Vuelva atrás dentro de un minuto e inténtelo de nuevo.',
  },
  broken: {
    title: 'Algo ha fallado por nuestra parte',
    lead: 'No es culpa suya. Inténtelo de nuevo en un minuto.',
  },
}
