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
  recorded: (business, when) => [business, ` hat Ihre Annahme am ${when} vermerkt. `],
  declinedOn: when => `Es wurde am ${when} abgelehnt. `,
  recordedDecline: (business, when) => [business, ` hat am ${when} vermerkt, dass Sie es abgelehnt haben. `],
  nothingNew: 'Es wurde nichts zusätzlich gespeichert.',
  notDeclined:
    'Ihre Ablehnung wurde daher nicht gespeichert. Wenn Sie etwas ändern möchten, rufen Sie uns an oder schreiben Sie uns.',
  notAccepted:
    'Ihre Unterschrift wurde daher nicht gespeichert. Wenn Sie es sich anders überlegt haben, rufen Sie uns an oder schreiben Sie uns.',
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
    ' angekommen, und eine Kopie geht per E-Mail an Sie und an das Unternehmen.',
  ],
  recordedTitle: business => ['Annahme vermerkt von ', business],
  recordedPlain: business => `Annahme vermerkt von ${business}`,
  recordedLead: business => [
    business,
    ' hat vermerkt, dass Sie dieses Angebot außerhalb des Portals angenommen haben. Es gibt keine elektronische Unterschrift.',
  ],
  quote: 'Angebot',
  from: 'Von',
  for: 'Für',
  recordedOn: 'Vermerkt am',
  poNumber: 'Bestellnummer',
  download: 'Prüfdatei herunterladen',
  check: link => [
    'Bewahren Sie die Prüfdatei auf: Sie zeigt, dass nichts verändert wurde, auch wenn es diese Seite nicht mehr gibt. Jeder kann sie hier prüfen: ',
    link,
  ],
  openQuote: 'Angebot öffnen',
  content: 'Was angenommen wurde',
}
