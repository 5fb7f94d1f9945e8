// What every email shares, in German, and the email about one that did not arrive.
import type { Dictionary } from '../dictionary.ts'

export const mail: Dictionary['mail'] = {
  greeting: name => `Guten Tag ${name},`,
  onlyYours: 'Dieser Link ist nur für Sie: Bitte leiten Sie diese E-Mail nicht weiter.',
  inTheOpen: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
  stopReminders: {
    text: 'Sie möchten keine Erinnerungen mehr? Sie können sie abbestellen. Neue Dokumente und unsere Antworten erhalten Sie weiterhin per E-Mail.',
    button: 'Erinnerungen abbestellen',
  },
}

export const bounces: Dictionary['bounces'] = {
  messages: {
    quote_sent: 'Ihr Angebot',
    invoice_sent: 'Ihre Rechnung',
    new_link: 'der neue Link',
    link_again: 'der Link',
    receipt: 'die Bestätigung der Unterschrift',
    payment_receipt: 'die Bestätigung einer Zahlung',
    quote_expiring: 'die Erinnerung an ein Angebot',
    invoice_due_soon: 'die Erinnerung an eine Rechnung',
    invoice_overdue: 'die Erinnerung an eine Rechnung',
    quote_viewed: 'die Nachricht zu einem Angebot',
    quote_accepted: 'die Nachricht zu einem Angebot',
    quote_rejected: 'die Nachricht zu einem Angebot',
    chain_head: 'das Siegel der Unterschriften',
    bounce_notice: 'der Hinweis zu einer Nachricht',
  },
  message: (message, number) => `${message} (${number})`,
  reasons: {
    HardBounce: 'Dieses Postfach gibt es nicht, oder es nimmt keine E-Mails an.',
    DnsError: 'Was hinter dem @ steht, wurde nicht gefunden.',
    SpamNotification: 'Der Server der Adresse hielt die E-Mail für Spam.',
    SoftBounce: 'Das Postfach war voll oder zeitweise geschlossen.',
    VirusNotification: 'Der Server der Adresse hielt die E-Mail für schädlich.',
    BadEmailAddress: 'Das ist keine gültige Adresse.',
    SpamComplaint: 'Die E-Mail wurde als Spam gemeldet.',
    ManuallyDeactivated: 'Die Adresse wurde beim E-Mail-Dienst abgeschaltet.',
    Blocked: 'Der Server der Adresse nimmt vom E-Mail-Dienst nichts an.',
    DMARCPolicy: 'Der Server der Adresse hat den Absender nicht akzeptiert.',
  },
  returned: 'Der Server der Adresse hat die E-Mail nicht angenommen.',
  address: 'Adresse',
  happened: 'Was passiert ist',
  phone: 'Telefon des Kunden',
  bounced: {
    subject: (what, client) => `Nicht zugestellt an ${client}: ${what}`,
    preview: address => `${address} war nicht erreichbar`,
    intro: (what, client) =>
      `Eine E-Mail an ${client} hat die unten genannte Adresse nicht erreicht: ${what}.`,
    happened: 'Die Adresse nimmt keine E-Mails an',
    todo: client =>
      `Bitte fragen Sie ${client} nach der richtigen Adresse, korrigieren Sie sie in Ihren Daten und senden Sie den Link oder das Dokument dann noch einmal.`,
  },
  complained: {
    subject: (what, client) => `Als Spam markiert von ${client}: ${what}`,
    preview: address => `${address} erhält vom Portal keine E-Mails mehr`,
    intro: (what, client) =>
      `Eine E-Mail an ${client} wurde als Spam markiert: ${what}. Vielleicht war es ein Versehen.`,
    happened: 'Als Spam markiert',
    todo: client =>
      `Der E-Mail-Dienst sendet nichts mehr an diese Adresse. Bitte wenden Sie sich auf anderem Weg an ${client}: Sobald in Ihren Daten eine andere Adresse steht, wird diese verwendet.`,
  },
  suppressed: {
    subject: (what, client) => `Nicht zugestellt an ${client}: ${what}`,
    preview: address => `E-Mails an ${address} werden zurückgehalten`,
    intro: (what, client) =>
      `Eine E-Mail an ${client} wurde nicht an die unten genannte Adresse gesendet: ${what}.`,
    happened: 'Zurückgehalten: Eine frühere E-Mail an diese Adresse kam zurück oder wurde als Spam markiert',
    todo: client =>
      `Bitte fragen Sie ${client} nach einer anderen Adresse, korrigieren Sie sie in Ihren Daten und senden Sie den Link oder das Dokument dann noch einmal.`,
  },
  reason:
    'Sie erhalten diese E-Mail, weil eine E-Mail an einen Ihrer Kunden nicht wie vorgesehen angekommen ist.',
}
