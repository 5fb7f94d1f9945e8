// Mail, in French: what every email shares, and the email about one that did not arrive.
import type { Dictionary } from '../dictionary.ts'

export const mail: Dictionary['mail'] = {
  greeting: name => `Bonjour ${name},`,
  onlyYours: 'Ce lien vous est personnel : merci de ne pas transférer cet e-mail.',
  inTheOpen: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  stopReminders: {
    text: 'Vous ne souhaitez plus de rappels ? Vous pouvez les arrêter. Vous recevrez toujours les nouveaux documents et nos réponses par e-mail.',
    button: 'Arrêter les rappels',
  },
}

export const bounces: Dictionary['bounces'] = {
  messages: {
    quote_sent: 'votre devis',
    invoice_sent: 'votre facture',
    new_link: 'le nouveau lien',
    link_again: 'le lien',
    receipt: 'le justificatif de la signature',
    payment_receipt: 'le reçu d’un paiement',
    quote_expiring: 'le rappel pour un devis',
    invoice_due_soon: 'le rappel pour une facture',
    invoice_overdue: 'le rappel pour une facture',
    quote_viewed: 'des nouvelles d’un devis',
    quote_accepted: 'des nouvelles d’un devis',
    quote_rejected: 'des nouvelles d’un devis',
    chain_head: 'le sceau de vos signatures',
    bounce_notice: 'l’avis concernant un message',
  },
  message: (message, number) => `${message} (${number})`,
  reasons: {
    HardBounce: 'Cette boîte de réception n’existe pas, ou elle n’accepte aucun e-mail.',
    DnsError: 'Ce qui suit l’arobase (@) est introuvable.',
    SpamNotification: 'Le serveur de cette adresse l’a pris pour un message indésirable.',
    SoftBounce: 'La boîte de réception était pleine, ou fermée pour un temps.',
    VirusNotification: 'Le serveur de cette adresse l’a pris pour un message dangereux.',
    BadEmailAddress: 'Cette adresse n’est pas valide.',
    SpamComplaint: 'Il a été signalé comme indésirable.',
    ManuallyDeactivated: 'L’adresse a été désactivée auprès du service de messagerie.',
    Blocked: 'Le serveur de cette adresse n’accepte rien du service de messagerie.',
    DMARCPolicy: 'Le serveur de cette adresse n’a pas accepté l’expéditeur.',
  },
  returned: 'Le serveur de cette adresse ne l’a pas accepté.',
  address: 'Adresse',
  happened: 'Ce qui s’est passé',
  phone: 'Téléphone du client',
  bounced: {
    subject: (what, client) => `Message non remis à ${client} : ${what}`,
    preview: address => `Impossible de joindre ${address}`,
    intro: (what, client) =>
      `Un e-mail destiné à ${client} n’est pas parvenu à l’adresse ci-dessous : ${what}.`,
    happened: 'L’adresse n’accepte pas d’e-mails',
    todo: client =>
      `Demandez la bonne adresse à ${client}, corrigez-la dans vos fiches clients, puis renvoyez le lien ou le document.`,
  },
  complained: {
    subject: (what, client) => `Message signalé comme indésirable par ${client} : ${what}`,
    preview: address => `${address} ne reçoit plus d’e-mails du portail`,
    intro: (what, client) =>
      `Un e-mail destiné à ${client} a été signalé comme indésirable : ${what}. C’était peut-être une fausse manœuvre.`,
    happened: 'Signalé comme indésirable',
    todo: client =>
      `Le service de messagerie n’envoie plus rien à cette adresse. Contactez ${client} par un autre moyen : si vous notez une autre adresse dans vos fiches clients, c’est elle qui servira désormais.`,
  },
  suppressed: {
    subject: (what, client) => `Message non remis à ${client} : ${what}`,
    preview: address => `Les e-mails destinés à ${address} sont retenus`,
    intro: (what, client) =>
      `Un e-mail destiné à ${client} n’a pas été envoyé à l’adresse ci-dessous : ${what}.`,
    happened:
      'Retenu : des e-mails précédents à cette adresse ont été rejetés ou signalés comme indésirables',
    todo: client =>
      `Demandez une autre adresse à ${client}, notez-la dans vos fiches clients, puis renvoyez le lien ou le document.`,
  },
  reason:
    'Vous recevez cet e-mail car un message à l’un de vos clients n’est pas arrivé comme il l’aurait dû.',
}
