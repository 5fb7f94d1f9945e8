// Answers to a quote, in German: why one was not recorded, or the receipt of it.
import type { Dictionary } from '../dictionary.ts'

export const refusals: Dictionary['refusals'] = {
  changed: 'Dieses Angebot wurde geändert',
  changedLead:
    'Es wurde geändert, nachdem Sie es geöffnet hatten. Deshalb wurde nichts gespeichert. Bitte lesen Sie es noch einmal. Wenn es für Sie passt, antworten Sie am Ende dieser Seite.',
  changes: 'Was sich geändert hat',
  was: 'Vorher',
  now: 'Jetzt',
  added: 'Nicht enthalten',
  removed: 'Entfernt',
  nothing: 'Es wurde nichts gespeichert',
  expired: 'Der letzte Tag für eine Antwort war schon vorbei, als Ihre Antwort bei uns ankam.',
  closed: business => [business, ' hat dieses Angebot beendet, bevor Ihre Antwort ankam.'],
  accepted: 'Dieses Angebot ist schon angenommen',
  declined: 'Dieses Angebot ist schon abgelehnt',
  signedBy: (name, when) => ['Es wurde von ', name, ` am ${when} unterschrieben. `],
  acceptedOn: when => `Es wurde am ${when} angenommen. `,
  recorded: (business, when) => [business, ` hat Ihre Annahme am ${when} eingetragen. `],
  declinedOn: when => `Es wurde am ${when} abgelehnt. `,
  recordedDecline: (business, when) => [
    business,
    ` hat am ${when} eingetragen, dass Sie es abgelehnt haben. `,
  ],
  nothingNew: 'Es wurde nichts Neues gespeichert.',
  notDeclined:
    'Es wurde jetzt also nicht abgelehnt. Wenn Sie etwas ändern möchten, rufen Sie uns an oder schreiben Sie uns.',
  notAccepted:
    'Ihre Unterschrift wurde also nicht gespeichert. Wenn Sie es sich anders überlegt haben, rufen Sie uns an oder schreiben Sie uns.',
  withdrawn: 'Dieses Angebot wurde zurückgezogen',
  withdrawnLead: (business, number) => [
    business,
    ' hat das Angebot ',
    number,
    ' zurückgezogen, nachdem Sie es geöffnet hatten. Deshalb wurde nichts gespeichert. Vielleicht folgt eine neue Version per E-Mail. Noch Fragen? Melden Sie sich einfach.',
  ],
}

export const receipts: Dictionary['receipts'] = {
  title: 'Bestätigung Ihrer Annahme',
  lead: business => [
    'Vielen Dank. Ihre Unterschrift ist bei ',
    business,
    ' angekommen, und Sie beide erhalten eine Kopie per E-Mail.',
  ],
  recordedTitle: business => ['Annahme eingetragen von ', business],
  recordedPlain: business => `Annahme eingetragen von ${business}`,
  recordedLead: business => [
    business,
    ' hat eingetragen, dass Sie dieses Angebot außerhalb des Portals angenommen haben. Es gibt keine elektronische Unterschrift.',
  ],
  quote: 'Angebot',
  from: 'Von',
  for: 'Für',
  recordedOn: 'Eingetragen am',
  poNumber: 'Bestellnummer',
  download: 'Nachweis herunterladen',
  check: link => [
    'Bewahren Sie die Datei mit dem Nachweis auf: Sie zeigt, dass nichts verändert wurde, auch wenn es diese Seite nicht mehr gibt. Jeder kann sie hier prüfen: ',
    link,
  ],
  openQuote: 'Angebot öffnen',
  content: 'Was angenommen wurde',
}
