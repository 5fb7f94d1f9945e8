// Reminders, in German: the page that stops them, their emails.
import type { Dictionary } from '../dictionary.ts'

export const reminders: Dictionary['reminders'] = {
  none: {
    title: 'Es gibt keine Erinnerungen',
    lead: business => [business, ' verschickt zurzeit keine Erinnerungen.'],
    more: 'Falls sich das ändert, erhalten Sie trotzdem keine, wenn Sie sie jetzt abbestellen. Ihre Angebote und Rechnungen bleiben, wie sie sind, und zu allen neuen erhalten Sie weiterhin eine E-Mail.',
    button: 'Erinnerungen abbestellen',
    busy: 'Wird abbestellt …',
  },
  on: {
    title: 'Erinnerungen sind eingeschaltet',
    lead: business => [
      business,
      ' erinnert Sie per E-Mail, wenn eines Ihrer Angebote bald abläuft und wenn eine Rechnung fällig ist.',
    ],
    more: 'Hier können Sie das abbestellen. Sonst ändert sich nichts: Ihre Angebote und Rechnungen bleiben, wie sie sind, und zu allen neuen erhalten Sie weiterhin eine E-Mail. Falls auch andere diese E-Mails erhalten, enden die Erinnerungen auch für sie.',
    button: 'Erinnerungen abbestellen',
    busy: 'Wird abbestellt …',
  },
  off: {
    title: 'Erinnerungen sind abbestellt',
    lead: business => [
      business,
      ' erinnert Sie nicht mehr, wenn ein Angebot bald abläuft oder eine Rechnung fällig ist.',
    ],
    more: 'Sonst hat sich nichts geändert: Ihre Angebote und Rechnungen bleiben, wie sie sind, und zu allen neuen erhalten Sie weiterhin eine E-Mail. Falls auch andere die Erinnerungen erhielten, sind sie auch für sie abbestellt.',
    button: 'Wieder einschalten',
    busy: 'Wird eingeschaltet …',
  },
}

/** How long ago a day was: 1 is yesterday. */
const ago = (count: number) => (count === 1 ? 'gestern' : `vor ${count} Tagen`)

/** When a day comes: 0 is today. */
const soon = (count: number) => (count === 0 ? 'heute' : count === 1 ? 'morgen' : `in ${count} Tagen`)

// A letter goes on in small letters behind its greeting.
export const reminderMail: Dictionary['reminderMail'] = {
  quote: {
    subject: (business, left, number) => `Ihr Angebot von ${business} läuft ${soon(left)} ab (${number})`,
    preview: (title, total) => `${title}, ${total}`,
    intro: (business, left) =>
      `Ihr Angebot von ${business} ist noch offen. Es läuft ${soon(left)} am Ende des Tages ab.`,
    number: 'Angebot',
    total: 'Gesamtbetrag',
    until: 'Gültig bis',
    button: 'Angebot ansehen',
    after:
      'Dort können Sie es annehmen oder, wenn es nicht für Sie passt, ablehnen. Noch Fragen? Antworten Sie einfach auf diese E-Mail.',
    reason: business =>
      `Sie erhalten diese Erinnerung, weil ${business} Ihnen ein Angebot gesendet hat, das noch nicht beantwortet ist.`,
  },
  invoice: {
    dueSubject: (business, left, number) =>
      `Ihre Rechnung von ${business} ist ${soon(left)} fällig (${number})`,
    lateSubject: (business, late, number) =>
      `Ihre Rechnung von ${business} war ${ago(late)} fällig (${number})`,
    preview: (title, balance) => `${title}, noch ${balance} offen`,
    dueIntro: (business, left) =>
      `eine freundliche Erinnerung: Ihre Rechnung von ${business} ist ${soon(left)} fällig.`,
    lateIntro: (business, late) =>
      `eine freundliche Erinnerung: Ihre Rechnung von ${business} war ${ago(late)} fällig und ist, soweit wir sehen, noch nicht vollständig bezahlt.`,
    number: 'Rechnung',
    total: 'Gesamtbetrag',
    paid: 'Bisher bezahlt',
    balance: 'Offener Betrag',
    due: 'Fällig am',
    wasDue: 'War fällig am',
    button: 'Rechnung ansehen',
    after:
      'Darin finden Sie alle Positionen und wie Sie bezahlen können. Wenn Sie schon bezahlt haben, vielen Dank: Dann müssen Sie nichts tun. Haben Sie Fragen oder brauchen Sie mehr Zeit? Antworten Sie einfach auf diese E-Mail.',
    reason: business =>
      `Sie erhalten diese Erinnerung, weil ${business} Ihnen eine Rechnung gesendet hat, die noch nicht vollständig bezahlt ist.`,
  },
}
