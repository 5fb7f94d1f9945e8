// Links, in German: the pages for who has lost one, the emails that bring one.
import type { Dictionary } from '../dictionary.ts'

export const access: Dictionary['access'] = {
  ask: {
    title: 'Link per E-Mail anfordern',
    lead: 'Ihre Angebote und Rechnungen öffnen Sie mit einem Link, den Ihnen das Unternehmen gesendet hat. Wenn Sie ihn nicht finden, senden wir ihn Ihnen noch einmal per E-Mail.',
  },
  label: 'Ihre E-Mail-Adresse',
  hint: 'Die Adresse, an die Ihnen das Unternehmen E-Mails sendet.',
  button: 'Link anfordern',
  busy: 'Wird angefordert …',
  faults: {
    missing: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
    tooLong: 'Das ist zu lang für eine E-Mail-Adresse. Bitte prüfen Sie Ihre Eingabe.',
    unreadable: 'Einige Zeichen sind nicht lesbar. Bitte geben Sie die Adresse noch einmal ein.',
    several: 'Bitte geben Sie nur eine Adresse ein, zum Beispiel dana@example.com.',
    noAddress: 'Eine E-Mail-Adresse sieht so aus: dana@example.com. Bitte prüfen Sie die Schreibweise.',
  },
  unanswered: {
    title: 'Bitte versuchen Sie es gleich noch einmal',
    lead: 'Wir konnten Ihre Anfrage gerade nicht annehmen. Sie können es bedenkenlos noch einmal versuchen.',
  },
  asked: {
    title: 'Bitte sehen Sie in Ihrem E-Mail-Postfach nach',
    lead: 'Wenn ein Unternehmen hier einen Link für die eingegebene Adresse hat, ist eine E-Mail mit dem Link unterwegs. Das kann ein, zwei Minuten dauern.',
    what: 'Wenn nichts ankommt',
    steps: [
      'Sehen Sie im Spam-Ordner nach.',
      'Versuchen Sie es mit einer anderen Adresse: Vielleicht hat das Unternehmen eine andere von Ihnen.',
      'Warten Sie nach mehreren Versuchen eine Stunde: Wir senden an jede Adresse nur wenige E-Mails.',
      'Sonst rufen Sie das Unternehmen an oder schreiben Sie ihm: Es kann Ihnen einen neuen Link senden.',
    ],
    again: 'Andere Adresse versuchen',
  },
  dead: {
    title: 'Dieser Link ist nicht mehr gültig',
    lead: 'Vielleicht wurde er durch einen neueren ersetzt, oder ein Teil davon fehlt.',
    what: 'Was Sie tun können',
    steps: [
      'Suchen Sie die neueste E-Mail des Unternehmens und öffnen Sie den Link darin.',
      'Wenn Sie den Link kopiert oder abgetippt haben, prüfen Sie, ob er bis zum letzten Zeichen vollständig ist.',
    ],
    ask: 'Oder den Link per E-Mail anfordern',
    otherwise:
      'Wenn das alles nicht hilft, bitten Sie das Unternehmen, das Ihnen den Link gesendet hat, um einen neuen.',
  },
}

// A letter goes on in small letters behind its greeting.
export const accessMail: Dictionary['accessMail'] = {
  newLink: {
    subject: business => `Ihr neuer Link von ${business}`,
    preview: 'Ihr bisheriger Link funktioniert nicht mehr',
    intro: business =>
      `hier ist Ihr neuer Link zu Ihren Angeboten und Rechnungen von ${business}. Ihr bisheriger Link funktioniert nicht mehr.`,
    reason: business => `Sie erhalten diese E-Mail, weil ${business} Ihren Link ersetzt hat.`,
  },
  again: {
    subject: business => `Ihr Link von ${business}`,
    preview: 'Alle Ihre Angebote und Rechnungen an einem Ort',
    intro: business => `hier ist Ihr Link zu allen Ihren Angeboten und Rechnungen von ${business}.`,
    reason: business =>
      `Sie erhalten diese E-Mail, weil Ihr Link noch einmal angefordert wurde: von Ihnen oder von ${business}. Wenn Sie es nicht waren, müssen Sie nichts tun.`,
  },
  button: 'Dokumente öffnen',
  after: 'Bitte bewahren Sie diese E-Mail auf: Mit diesem Link können Sie jederzeit zurückkommen.',
}
