// Signatures, in German: the form, the certificate, the email with their seal.
import type { Dictionary } from '../dictionary.ts'

export const signing: Dictionary['signing'] = {
  name: 'Ihr vollständiger Name (elektronische Unterschrift)',
  poNumber: 'Bestellnummer Ihrer Firma (falls vorhanden)',
  brief: { signature: 'Ihren Namen', poNumber: 'die Bestellnummer', consent: 'das Kästchen' },
  button: 'Unterschreiben und annehmen',
  busy: 'Wird verarbeitet …',
  after: 'Ihre Bestätigung sehen Sie sofort, und Sie erhalten sie auch per E-Mail.',
}

export const certificate: Dictionary['certificate'] = {
  signature: 'Elektronische Unterschrift',
  typedOn: when => `Eingegeben und unterschrieben am ${when}`,
  signedAt: (when, utc) => (utc === when ? when : `${when} (${utc})`),
  agreed: 'Beim Unterschreiben zugestimmt',
  record: 'Wie die Unterschrift aufgezeichnet wurde',
  address: 'IP-Adresse',
  country: 'Land',
  network: 'Netzwerk',
  networkOf: (number, name) => (name ? `${name} (AS ${number})` : `AS ${number}`),
  browser: 'Browser',
  link: 'Verwendeter Link',
  linkOf: (id, made) => `${id}, erstellt am ${made}`,
  mailed: 'Link per E-Mail gesendet an',
  notMailed: 'Es ist keine E-Mail mit diesem Link bekannt, die dieses Portal verlassen hat.',
  mailedTo: (address, first) => [address, ` am ${first}`],
  mailedAgain: (address, times, first, last) => [
    address,
    `, ${times}-mal: zuerst am ${first}, zuletzt am ${last}`,
  ],
  revealed: 'Link dem Unternehmen zuletzt angezeigt',
  notRevealed: 'Nie von diesem Portal',
  content: 'Prüfsumme (Hash) des Inhalts',
  number: 'Nummer des Eintrags',
  numberOf: sequence => `${sequence} in der Kette der Einträge dieses Unternehmens`,
  hash: 'Prüfsumme (Hash) dieses Eintrags',
  previous: 'Prüfsumme (Hash) des vorigen Eintrags',
  first: 'Keine: Dies ist der erste Eintrag',
  key: 'Signaturschlüssel',
  honest:
    'Dieses Portal hat die Unterschrift so aufgezeichnet, wie sie geleistet wurde, und den Eintrag mit seinem eigenen Schlüssel versiegelt, sodass jede spätere Änderung daran entdeckt wird. Die Unterschrift ist eine einfache elektronische Signatur nach der EU-Verordnung eIDAS (in den USA nach ESIGN und UETA). Sie ist keine Identitätsprüfung: Sie zeigt nicht, wer das Gerät benutzt hat.',
}

export const signingMail: Dictionary['signingMail'] = {
  subject: (count, one) =>
    one
      ? 'Bitte aufbewahren: das Siegel Ihrer ersten unterschriebenen Annahme'
      : `Bitte aufbewahren: das Siegel Ihrer ${count} unterschriebenen Annahmen`,
  preview: 'Damit können Sie später zeigen, dass keine davon entfernt wurde',
  intro: (count, one) =>
    one
      ? 'Vermerkt ist 1 Annahme, die ein Kunde unterschrieben hat.'
      : `Vermerkt sind ${count} Annahmen, die Ihre Kunden unterschrieben haben (1 bis ${count}).`,
  what: 'Die angehängte Datei versiegelt Ihre Einträge, wie sie jetzt sind. Bitte bewahren Sie diese E-Mail auf: Damit können Sie später zeigen, dass keiner dieser Einträge verändert oder entfernt wurde.',
  newest: 'Neuester Eintrag',
  sealedOn: 'Versiegelt am',
  check: 'Sie müssen nichts tun. Jeder kann die Datei hier prüfen:',
  reason: 'Sie erhalten diese E-Mail höchstens einmal am Tag, nachdem ein Kunde unterschrieben hat.',
}
