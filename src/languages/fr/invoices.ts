// Invoices, in French: their page, the email that brings one, the one about a payment.
import type { Dictionary } from '../dictionary.ts'

export const invoices: Dictionary['invoices'] = {
  kind: 'Facture',
  named: number => `Facture ${number}`,
  balance: 'Reste à payer',
  dueOn: date => `Échéance le ${date}`,
  wasDueOn: date => `Échue le ${date}`,
  allPaid: total => `Payé : ${total}`,
  paidOf: (paid, total) => `Déjà payé : ${paid} sur ${total}`,
  paid: 'Déjà payé',
  payments: 'Paiements',
  date: 'Date',
  remark: 'Remarque',
  amount: 'Montant',
  methods: {
    cash: 'Espèces',
    check: 'Chèque',
    card: 'Carte bancaire',
    bank_transfer: 'Virement',
    credit: 'Déduit de votre avoir',
    other: 'Autre',
  },
  takenBack: 'Paiement annulé',
  kept: amount => `Dont un avoir de ${amount} en votre faveur`,
  howToPay: 'Comment payer',
  paidInFull: 'Facture payée en totalité. Merci pour votre paiement !',
  overdue: 'Paiement en retard',
  overdueSince: date =>
    `Cette facture était à payer au plus tard le ${date}. Vous avez déjà payé, ou il vous faut plus de temps ? Dites-le-nous :`,
  voided: 'Cette facture a été annulée. Vous n’avez rien à payer.',
  lines: {
    percent: (rate, number) => `${rate} du devis ${number}`,
    amount: number => `Partie du devis ${number}`,
    rest: number => `Solde du devis ${number}`,
    rounding: 'Arrondi',
  },
}

export const invoiceMail: Dictionary['invoiceMail'] = {
  sent: {
    subject: (business, title, number) => `${business} : votre facture « ${title} » (${number})`,
    preview: (total, due) => `${total}, échéance le ${due}`,
    intro: business => `${business} vous a envoyé une facture.`,
    total: 'Total',
    due: 'Échéance',
    number: 'Facture',
    button: 'Voir la facture',
    after: 'Vous y verrez chaque ligne et comment payer. Une question ? Répondez simplement à cet e-mail.',
    reason: business => `Vous recevez cet e-mail car ${business} vous a envoyé une facture.`,
  },
}

export const paymentMail: Dictionary['paymentMail'] = {
  subject: (business, amount, number) => `${business} a bien reçu votre paiement de ${amount} (${number})`,
  byCredit: (amount, number) => `Facture ${number} : votre avoir a servi à payer ${amount}`,
  preview: (title, left) => `${title} : ${left}`,
  inFull: 'facture payée en totalité',
  left: balance => `il reste ${balance} à payer`,
  intro: business => `Merci ! ${business} a bien reçu votre paiement.`,
  introCredit: business => `${business} a utilisé votre avoir pour payer cette facture.`,
  amount: 'Paiement',
  credit: 'Déduit de votre avoir',
  method: 'Moyen de paiement',
  on: 'Payé le',
  reference: 'Référence',
  invoice: 'Facture',
  total: 'Total de la facture',
  balance: 'Reste à payer',
  kept: 'Conservé en avoir',
  button: 'Voir la facture',
  isPaid: 'Cette facture est payée en totalité.',
  isPart: (balance, due) => `Il reste ${balance} à payer, au plus tard le ${due}.`,
  isLate: (balance, due) => `Il reste ${balance} à payer. L’échéance était le ${due}.`,
  after: 'Conservez cet e-mail : il vous sert de reçu.',
  reason: business => `Vous recevez cet e-mail car ${business} a enregistré un paiement sur votre facture.`,
}
