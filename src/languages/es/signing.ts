// Signatures, in Spanish: the form, the certificate, the email with their seal.
import type { Dictionary } from '../dictionary.ts'

export const signing: Dictionary['signing'] = {
  name: 'Su nombre completo (firma electrónica)',
  poNumber: 'N.º de pedido de su empresa (opcional)',
  brief: {
    signature: 'su nombre',
    poNumber: 'el n.º de pedido',
    consent: 'la casilla que hay que marcar',
  },
  button: 'Firmar y aceptar',
  busy: 'Procesando…',
  after: 'Verá su comprobante enseguida y también lo recibirá por correo.',
}

export const certificate: Dictionary['certificate'] = {
  signature: 'Firma electrónica',
  typedOn: (when: string) => `Nombre escrito y firmado el ${when}`,
  signedAt: (when: string, utc: string) => (utc === when ? when : `${when} (${utc})`),
  agreed: 'Lo que se aceptó al firmar',
  record: 'Cómo se registró',
  address: 'Dirección IP',
  country: 'País',
  network: 'Red',
  networkOf: (number: number, name: string) => (name ? `${name} (AS ${number})` : `AS ${number}`),
  browser: 'Navegador',
  link: 'Enlace utilizado',
  linkOf: (id: string, made: string) => `${id}, creado el ${made}`,
  mailed: 'Enlace enviado a',
  notMailed: 'No consta que haya salido de este portal ningún correo con el enlace.',
  mailedTo: <T>(address: T, first: string): (T | string)[] => [address, ` el ${first}`],
  mailedAgain: <T>(address: T, times: number, first: string, last: string): (T | string)[] => [
    address,
    `, ${times} veces: la primera el ${first}, la última el ${last}`,
  ],
  revealed: 'Última vez que se mostró el enlace a la empresa',
  notRevealed: 'Nunca por este portal',
  content: 'Huella (hash) del contenido',
  number: 'Número de registro',
  numberOf: (sequence: number) => `${sequence} en la cadena de registros de esta empresa`,
  hash: 'Huella (hash) de este registro',
  previous: 'Huella (hash) del anterior',
  first: 'Ninguna: este es el primero',
  key: 'Clave de firma',
  honest:
    'Este portal registró la firma tal como se hizo y selló el registro con su propia clave, de modo que se detecta cualquier cambio posterior. Es una firma electrónica simple según el reglamento europeo eIDAS (en Estados Unidos, según ESIGN y UETA). No es una verificación de identidad: no muestra quién usaba el dispositivo.',
}

export const signingMail: Dictionary['signingMail'] = {
  subject: (count: string, one: boolean) =>
    one
      ? 'Para conservar: el sello de su primera aceptación firmada'
      : `Para conservar: el sello de sus ${count} aceptaciones firmadas`,
  preview: 'Con él podrá demostrar más adelante que no se ha eliminado ninguna',
  intro: (count: string, one: boolean) =>
    one
      ? 'Consta registrada 1 aceptación firmada por un cliente.'
      : `Constan registradas ${count} aceptaciones firmadas por sus clientes (de la 1 a la ${count}).`,
  what: 'El archivo adjunto sella sus registros tal como están ahora. Conserve este correo: con él podrá demostrar más adelante que ninguno de estos registros se ha cambiado ni eliminado.',
  newest: 'Último registro',
  sealedOn: 'Sellado el',
  check: 'No tiene que hacer nada. Cualquiera puede verificar el archivo aquí:',
  reason: 'Recibe este correo como máximo una vez al día, después de que haya firmado algún cliente.',
}
