// Invoices, in German: their page, the emails about them and about their payments.
import type { Dictionary } from '../dictionary.ts'

export const invoices: Dictionary['invoices'] = {
  kind: 'Rechnung',
  named: number => `Rechnung ${number}`,
  balance: 'Offener Betrag',
  dueOn: date => `Fällig am ${date}`,
  wasDueOn: date => `War fällig am ${date}`,
  allPaid: total => `${total} bezahlt`,
  paidOf: (paid, total) => `Bisher ${paid} von ${total} bezahlt`,
  paid: 'Bezahlt',
  payments: 'Zahlungen',
  date: 'Datum',
  remark: 'Anmerkung',
  amount: 'Betrag',
  methods: {
    cash: 'Bar',
    check: 'Scheck',
    card: 'Karte',
    bank_transfer: 'Überweisung',
    credit: 'Aus Ihrem Guthaben',
    other: 'Sonstige',
  },
  takenBack: 'Rückbuchung',
  kept: amount => `Davon als Guthaben für Sie: ${amount}`,
  howToPay: 'So können Sie bezahlen',
  paidInFull: 'Vollständig bezahlt. Vielen Dank für Ihre Zahlung!',
  overdue: 'Zahlung überfällig',
  overdueSince: date =>
    `Diese Rechnung war am ${date} fällig. Schon bezahlt, oder brauchen Sie mehr Zeit? Sagen Sie uns bitte Bescheid:`,
  voided: 'Diese Rechnung wurde storniert. Sie müssen nichts bezahlen.',
  lines: {
    percent: (rate, number) => `${rate} von Angebot ${number}`,
    amount: number => `Teilbetrag von Angebot ${number}`,
    rest: number => `Restbetrag von Angebot ${number}`,
    rounding: 'Rundung',
  },
}

export const invoiceMail: Dictionary['invoiceMail'] = {
  sent: {
    subject: (business, title, number) => `Ihre Rechnung von ${business}: ${title} (${number})`,
    preview: (total, due) => `${total}, fällig am ${due}`,
    intro: business => `${business} hat Ihnen eine Rechnung gesendet.`,
    total: 'Gesamtbetrag',
    due: 'Fällig am',
    number: 'Rechnung',
    button: 'Rechnung ansehen',
    after:
      'Darin finden Sie alle Positionen und wie Sie bezahlen können. Noch Fragen? Antworten Sie einfach auf diese E-Mail.',
    reason: business => `Sie erhalten diese E-Mail, weil ${business} Ihnen eine Rechnung gesendet hat.`,
  },
}

// A letter goes on in small letters behind its greeting.
export const paymentMail: Dictionary['paymentMail'] = {
  subject: (business, amount, number) => `${business} hat Ihre Zahlung von ${amount} erhalten (${number})`,
  byCredit: (amount, number) => `${amount} Ihres Guthabens mit ${number} verrechnet`,
  preview: (title, left) => `${title}: ${left}`,
  inFull: 'vollständig bezahlt',
  left: balance => `noch ${balance} offen`,
  intro: business => `vielen Dank! ${business} hat Ihre Zahlung erhalten.`,
  introCredit: business => `${business} hat Ihr Guthaben mit dieser Rechnung verrechnet.`,
  amount: 'Zahlung',
  credit: 'Aus Ihrem Guthaben',
  method: 'Zahlungsart',
  on: 'Bezahlt am',
  reference: 'Referenz',
  invoice: 'Rechnung',
  total: 'Rechnungsbetrag',
  balance: 'Offener Betrag',
  kept: 'Als Guthaben für Sie',
  button: 'Rechnung ansehen',
  isPaid: 'Diese Rechnung ist vollständig bezahlt.',
  isPart: (balance, due) => `Noch offen: ${balance}, fällig am ${due}.`,
  isLate: (balance, due) => `Noch offen: ${balance}. Fällig war der Betrag am ${due}.`,
  after: 'Bitte bewahren Sie diese E-Mail als Zahlungsbeleg auf.',
  reason: business =>
    `Sie erhalten diese E-Mail, weil ${business} eine Zahlung zu Ihrer Rechnung verbucht hat.`,
}
