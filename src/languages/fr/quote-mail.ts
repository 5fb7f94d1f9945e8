// The emails about a quote, in French.
import type { Dictionary } from '../dictionary.ts'

export const quoteMail: Dictionary['quoteMail'] = {
  reach: 'E-mail du client',
  sent: {
    subject: (business, title, number) => `${business} : votre devis « ${title} » (${number})`,
    preview: (total, until) => `${total}, valable jusqu’au ${until}`,
    intro: business => `${business} a préparé un devis pour vous.`,
    updated: (business, title, number) => `${business} : votre devis modifié « ${title} » (${number})`,
    updatedIntro: (business, revision) =>
      `${business} a modifié votre devis. Voici la version ${revision} ; elle remplace celle que vous aviez reçue.`,
    total: 'Total',
    validUntil: 'Valable jusqu’au',
    number: 'Devis',
    button: 'Voir le devis',
    after:
      'Vous pourrez le lire ligne par ligne, puis l’accepter ou le refuser sur la même page. Une question ? Répondez simplement à cet e-mail.',
    reason: business => `Vous recevez cet e-mail car ${business} vous a envoyé un devis.`,
  },
  viewed: {
    subject: (client, number) => `${client} a ouvert le devis ${number}`,
    preview: title => title,
    intro: (client, number) => `${client} a ouvert votre devis ${number}.`,
    total: 'Total',
    validUntil: 'Valable jusqu’au',
    after: 'Vous n’avez rien à faire. Nous vous préviendrons dès qu’il y aura une réponse.',
    reason: 'Vous recevez cet e-mail car vous avez envoyé ce devis.',
  },
  receipt: {
    subject: (title, number) => `Vous avez accepté « ${title} » (${number})`,
    preview: (total, when) => `${total}, signé le ${when}`,
    intro: business => `Merci. ${business} a bien reçu votre signature. Vous avez accepté ce devis :`,
    number: 'Devis',
    signedBy: 'Signé par',
    signedOn: 'Signé le',
    total: 'Total',
    poNumber: 'N° de bon de commande',
    button: 'Voir votre justificatif',
    attached:
      'Conservez les fichiers joints : ils permettent à chacun de voir que rien de tout cela n’a été modifié, même si votre lien cesse un jour de fonctionner. Le fichier de preuve, dont le nom se termine par « -signed.json », peut être vérifié ici :',
    after: business =>
      `Ce n’était pas vous ? Prévenez ${business} tout de suite : répondez simplement à cet e-mail.`,
    reason: business =>
      `Vous recevez cet e-mail car un devis établi par ${business} a été accepté en votre nom.`,
  },
  accepted: {
    subject: (client, number) => `${client} a accepté le devis ${number}`,
    preview: (title, total) => `${title}, ${total}`,
    intro: (client, number) => `Bonne nouvelle : ${client} a accepté votre devis ${number}.`,
    signedBy: 'Signé par',
    signedOn: 'Signé le',
    total: 'Total',
    poNumber: 'N° de bon de commande',
    attached:
      'Conservez les fichiers joints : ils permettent à chacun de voir que rien de tout cela n’a été modifié. Le fichier de preuve, dont le nom se termine par « -signed.json », peut être vérifié ici :',
    reason: 'Vous recevez cet e-mail car vous avez envoyé ce devis.',
  },
  declined: {
    subject: (client, number) => `${client} a refusé le devis ${number}`,
    preview: (title, total) => `${title}, ${total}`,
    intro: (client, number) => `${client} a refusé votre devis ${number}.`,
    declinedOn: 'Refusé le',
    total: 'Total',
    why: 'Motif',
    noReason: 'Non précisé',
    note: client => `${client} vous a laissé un message :`,
    after:
      'Si vous trouvez un accord, vous pouvez remettre le devis en brouillon, le modifier et le renvoyer.',
    reason: 'Vous recevez cet e-mail car vous avez envoyé ce devis.',
  },
}
