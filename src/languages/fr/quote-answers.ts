// What came of the answer to a quote, in French: why it was not recorded, or the receipt of it.
import type { Dictionary } from '../dictionary.ts'

export const refusals: Dictionary['refusals'] = {
  changed: 'Ce devis a changé',
  changedLead:
    'Il a été modifié après que vous l’avez ouvert : rien n’a donc été enregistré. Veuillez le relire. S’il vous convient, répondez à la fin de cette page.',
  changes: 'Ce qui a changé',
  was: 'Avant',
  now: 'Maintenant',
  added: 'N’y figurait pas',
  removed: 'N’y figure plus',
  nothing: 'Rien n’a été enregistré',
  expired: 'Le dernier jour pour répondre à ce devis était passé quand votre réponse nous est parvenue.',
  closed: business => [business, ' a clôturé ce devis avant l’arrivée de votre réponse.'],
  accepted: 'Ce devis est déjà accepté',
  declined: 'Ce devis est déjà refusé',
  signedBy: (name, when) => ['Il a été signé par ', name, ` le ${when}. `],
  acceptedOn: when => `Il a été accepté le ${when}. `,
  recorded: (business, when) => [business, ` a enregistré votre acceptation le ${when}. `],
  declinedOn: when => `Il a été refusé le ${when}. `,
  recordedDecline: (business, when) => [business, ` a enregistré votre refus le ${when}. `],
  nothingNew: 'Rien de nouveau n’a été enregistré.',
  notDeclined:
    'Votre refus n’a donc pas été enregistré. Si vous devez changer quelque chose, appelez-nous ou écrivez-nous.',
  notAccepted:
    'Votre signature n’a donc pas été enregistrée. Si vous avez changé d’avis, appelez-nous ou écrivez-nous.',
  withdrawn: 'Ce devis a été retiré',
  withdrawnLead: (business, number) => [
    business,
    ' a retiré le devis ',
    number,
    ' après que vous l’avez ouvert : rien n’a donc été enregistré. Une nouvelle version vous parviendra peut-être par e-mail. Une question ? N’hésitez pas à nous la poser.',
  ],
}

export const receipts: Dictionary['receipts'] = {
  title: 'Justificatif de votre acceptation',
  lead: business => [
    'Merci. ',
    business,
    ' a bien reçu votre signature, et une copie vous est envoyée par e-mail, ainsi qu’à l’entreprise.',
  ],
  recordedTitle: business => ['Acceptation enregistrée par ', business],
  recordedPlain: business => `Acceptation enregistrée par ${business}`,
  recordedLead: business => [
    business,
    ' a noté que vous avez accepté ce devis en dehors du portail. Il n’y a pas de signature électronique.',
  ],
  quote: 'Devis',
  from: 'De',
  for: 'Pour',
  recordedOn: 'Enregistré le',
  poNumber: 'N° de bon de commande',
  download: 'Télécharger le fichier de preuve',
  check: link => [
    'Conservez le fichier de preuve : il montre que rien n’a été modifié, même quand cette page n’existera plus. Tout le monde peut le vérifier à l’adresse ',
    link,
  ],
  openQuote: 'Ouvrir le devis',
  content: 'Ce qui a été accepté',
}
