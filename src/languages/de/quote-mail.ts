// The emails about a quote, in German.
import type { Dictionary } from '../dictionary.ts'

// A letter goes on in small letters behind its greeting; those to a business have none.
export const quoteMail: Dictionary['quoteMail'] = {
  reach: 'E-Mail des Kunden',
  sent: {
    subject: (business, title, number) => `Ihr Angebot von ${business}: ${title} (${number})`,
    preview: (total, until) => `${total}, gültig bis ${until}`,
    intro: business => `${business} hat ein Angebot für Sie erstellt.`,
    updated: (business, title, number) => `Ihr geändertes Angebot von ${business}: ${title} (${number})`,
    updatedIntro: (business, revision) =>
      `${business} hat Ihr Angebot geändert. Dies ist Version ${revision}; sie ersetzt das Angebot, das Sie vorher erhalten haben.`,
    total: 'Gesamtbetrag',
    validUntil: 'Gültig bis',
    number: 'Angebot',
    button: 'Angebot ansehen',
    after:
      'Dort sehen Sie alle Positionen und können das Angebot annehmen oder ablehnen. Noch Fragen? Antworten Sie einfach auf diese E-Mail.',
    reason: business => `Sie erhalten diese E-Mail, weil ${business} Ihnen ein Angebot gesendet hat.`,
  },
  viewed: {
    subject: (client, number) => `${client} hat Angebot ${number} geöffnet`,
    preview: title => title,
    intro: (client, number) => `${client} hat Ihr Angebot ${number} geöffnet.`,
    total: 'Gesamtbetrag',
    validUntil: 'Gültig bis',
    after: 'Sie müssen nichts tun. Sobald es eine Antwort gibt, hören Sie von uns.',
    reason: 'Sie erhalten diese E-Mail, weil Sie dieses Angebot gesendet haben.',
  },
  receipt: {
    subject: (title, number) => `Sie haben angenommen: ${title} (${number})`,
    preview: (total, when) => `${total}, unterschrieben am ${when}`,
    intro: business =>
      `vielen Dank. ${business} hat Ihre Unterschrift erhalten. Sie haben dieses Angebot angenommen:`,
    number: 'Angebot',
    signedBy: 'Unterschrieben von',
    signedOn: 'Unterschrieben am',
    total: 'Gesamtbetrag',
    poNumber: 'Bestellnummer',
    button: 'Bestätigung öffnen',
    attached:
      'Bitte bewahren Sie die angehängten Dateien auf: Damit kann jeder sehen, dass nichts davon verändert wurde, auch wenn Ihr Link eines Tages nicht mehr funktioniert. Die Prüfdatei, deren Name auf „-signed.json“ endet, lässt sich hier prüfen:',
    after: business =>
      `Waren Sie das nicht? Bitte sagen Sie ${business} sofort Bescheid: Antworten Sie einfach auf diese E-Mail.`,
    reason: business =>
      `Sie erhalten diese E-Mail, weil in Ihrem Namen ein Angebot von ${business} angenommen wurde.`,
  },
  accepted: {
    subject: (client, number) => `${client} hat Angebot ${number} angenommen`,
    preview: (title, total) => `${title}, ${total}`,
    intro: (client, number) => `Gute Nachricht: ${client} hat Ihr Angebot ${number} angenommen.`,
    signedBy: 'Unterschrieben von',
    signedOn: 'Unterschrieben am',
    total: 'Gesamtbetrag',
    poNumber: 'Bestellnummer',
    attached:
      'Bitte bewahren Sie die angehängten Dateien auf: Damit kann jeder sehen, dass nichts davon verändert wurde. Die Prüfdatei, deren Name auf „-signed.json“ endet, lässt sich hier prüfen:',
    reason: 'Sie erhalten diese E-Mail, weil Sie dieses Angebot gesendet haben.',
  },
  declined: {
    subject: (client, number) => `${client} hat Angebot ${number} abgelehnt`,
    preview: (title, total) => `${title}, ${total}`,
    intro: (client, number) => `${client} hat Ihr Angebot ${number} abgelehnt.`,
    declinedOn: 'Abgelehnt am',
    total: 'Gesamtbetrag',
    why: 'Grund',
    noReason: 'Keine Angabe',
    note: client => `Anmerkung von ${client}:`,
    after:
      'Wenn Sie sich einigen, können Sie das Angebot wieder zum Entwurf machen, ändern und noch einmal senden.',
    reason: 'Sie erhalten diese E-Mail, weil Sie dieses Angebot gesendet haben.',
  },
}
