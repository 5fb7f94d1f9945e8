// Reminders, in French: the page that stops them, and their emails.
import type { Dictionary } from '../dictionary.ts'

export const reminders: Dictionary['reminders'] = {
  none: {
    title: 'Il n’y a pas de rappels',
    lead: business => [business, ' n’envoie pas de rappels pour le moment.'],
    more: 'Si cela change un jour, vous n’en recevrez aucun, à condition de le demander dès maintenant. Vos devis et factures restent tels quels, et vous recevez toujours un e-mail pour chaque nouveau document.',
    button: 'Ne recevoir aucun rappel',
    busy: 'Arrêt en cours…',
  },
  on: {
    title: 'Les rappels sont activés',
    lead: business => [
      business,
      ' vous envoie un rappel par e-mail quand un devis va expirer, et quand une facture est à payer.',
    ],
    more: 'Vous pouvez les arrêter ici. Cela ne change rien d’autre : vos devis et factures restent tels quels, et vous recevez toujours un e-mail pour chaque nouveau document. Si d’autres personnes reçoivent aussi ces e-mails, leurs rappels s’arrêtent également.',
    button: 'Arrêter les rappels',
    busy: 'Arrêt en cours…',
  },
  off: {
    title: 'Les rappels sont arrêtés',
    lead: business => [
      business,
      ' ne vous envoie plus de rappel quand un devis va expirer ou quand une facture est à payer.',
    ],
    more: 'Rien d’autre n’a changé : vos devis et factures restent tels quels, et vous recevez toujours un e-mail pour chaque nouveau document. Si d’autres personnes recevaient aussi les rappels, les leurs se sont arrêtés également.',
    button: 'Réactiver les rappels',
    busy: 'Réactivation en cours…',
  },
}

/** How long ago a day was: 1 is yesterday. */
const ago = (count: number) => (count === 1 ? 'hier' : `il y a ${count} jours`)

/** When a day comes: 0 is today. */
const soon = (count: number) => (count === 0 ? 'aujourd’hui' : count === 1 ? 'demain' : `dans ${count} jours`)

export const reminderMail: Dictionary['reminderMail'] = {
  quote: {
    subject: (business, left, number) => `${business} : votre devis expire ${soon(left)} (${number})`,
    preview: (title, total) => `${title}, ${total}`,
    intro: (business, left) =>
      `Le devis préparé par ${business} attend toujours votre réponse. Il expire ${soon(left)}, à la fin de la journée.`,
    number: 'Devis',
    total: 'Total',
    until: 'Valable jusqu’au',
    button: 'Voir le devis',
    after:
      'Vous pourrez l’accepter sur la page, ou le refuser s’il ne vous convient pas. Une question ? Répondez simplement à cet e-mail.',
    reason: business =>
      `Vous recevez ce rappel car ${business} vous a envoyé un devis qui est encore sans réponse.`,
  },
  invoice: {
    dueSubject: (business, left, number) =>
      `${business} : votre facture arrive à échéance ${soon(left)} (${number})`,
    lateSubject: (business, late, number) =>
      `${business} : votre facture est arrivée à échéance ${ago(late)} (${number})`,
    preview: (title, balance) => `${title}, ${balance} à payer`,
    dueIntro: (business, left) =>
      `Petit rappel : la facture envoyée par ${business} arrive à échéance ${soon(left)}.`,
    lateIntro: (business, late) =>
      `Petit rappel : la facture envoyée par ${business} est arrivée à échéance ${ago(late)} et, sauf erreur de notre part, elle n’est pas entièrement payée.`,
    number: 'Facture',
    total: 'Total',
    paid: 'Déjà payé',
    balance: 'Reste à payer',
    due: 'Échéance',
    wasDue: 'Échue le',
    button: 'Voir la facture',
    after:
      'Vous y verrez chaque ligne et comment payer. Si vous avez déjà payé, merci : vous n’avez rien à faire. Une question, ou besoin de plus de temps ? Répondez simplement à cet e-mail.',
    reason: business =>
      `Vous recevez ce rappel car ${business} vous a envoyé une facture qui n’est pas encore entièrement payée.`,
  },
}
