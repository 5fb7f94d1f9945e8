// The page, and the command, that check a receipt file, in French.
import { pluralIn } from '../../i18n/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('fr')

export const verify: Dictionary['verify'] = {
  title: 'Vérifier un justificatif',
  lead: 'Un justificatif est-il authentique, et toujours exactement tel qu’il a été créé ? Choisissez le fichier de preuve, celui dont le nom se termine par « -signed.json ». Il est vérifié ici, et rien n’en est conservé.',
  file: 'Fichier de preuve',
  pasted: 'Ou collez son texte',
  button: 'Vérifier',
  busy: 'Vérification en cours…',
  again: 'Vérifier un autre fichier de preuve',
  nothing: 'Veuillez choisir un fichier de preuve, ou coller son texte.',
  found: title => `${title} · Vérifier un justificatif`,
  valid: 'Valide',
  validLead: 'Ce justificatif est authentique et inchangé.',
  invalid: 'Non valide',
  noReceipt: 'Ce n’est pas un fichier de preuve valide',
  line: number => `ligne ${number}`,
  partNames: {
    title: 'l’objet',
    description: 'la description',
    quantity: 'quantité',
    unit: 'unité',
    unit_price: 'prix unitaire',
    tax_rate: 'taux de taxe',
    total: 'total',
    subtotal: 'sous-total',
    valid_until: 'le dernier jour',
    terms: 'les conditions',
    note: 'le message',
    name: 'un nom',
    po_number: 'le n° de bon de commande',
    utc: 'l’heure de la signature',
    local: 'l’heure de la signature',
  },
  faults: {
    unreadable:
      'Rien n’a pu être vérifié, cela ne dit donc rien de votre justificatif. Veuillez choisir le fichier de preuve, dont le nom se termine par « -signed.json », entier et non modifié : il est joint à l’e-mail.',
    keys: 'Ce sont des clés publiques, rien n’a donc été vérifié. Veuillez choisir le fichier de preuve, c’est-à-dire l’autre fichier joint, dont le nom se termine par « -signed.json ».',
    format:
      'Rien n’a pu être vérifié, cela ne dit donc rien de votre justificatif. Veuillez choisir le fichier de preuve, dont le nom se termine par « -signed.json » : il est joint à l’e-mail.',
    jws: 'La partie signée du fichier de preuve est endommagée.',
    key: 'Le fichier de preuve a été signé avec une clé que ce portail ne connaît pas.',
    signature:
      'La signature ne correspond pas : la partie signée a été modifiée, ou créée par quelqu’un d’autre.',
    content_hash: 'Le contenu n’est pas celui dont l’empreinte a été signée.',
    copy: 'Le fichier de preuve a été modifié après la signature : ce qu’on peut y lire diffère de ce qui a été signé.',
    text: 'Ce qui a été signé est inchangé, mais le fichier de preuve n’est pas celui que ce portail a créé : des caractères ont été ajoutés, supprimés ou déplacés autour.',
  },
  parts: 'Ce qui ne correspond pas',
  whole: 'l’enregistrement dans son ensemble',
  says: 'Ce que dit le justificatif',
  signedPart: 'Ce qui a été signé',
  sealSays: 'Ce que dit le sceau',
  document: 'Document',
  kinds: { quote: 'Devis' },
  documentOf: (kind, number, title) => [`${kind} `, number, ', ', title],
  version: 'Version',
  total: 'Total',
  signer: 'Signé par',
  signed: 'Signé le',
  business: 'Entreprise',
  client: 'Client',
  clientOf: (name, company) => [name, ', ', company],
  poNumber: 'N° de bon de commande',
  issuer: 'Enregistré sur',
  newest: 'Empreinte du dernier enregistrement',
  limits:
    'Le justificatif ne dit pas qui utilisait l’appareil : le portail a enregistré le nom saisi, le lien utilisé et le moment, mais n’a vérifié l’identité de personne.',
  head: (business, records, when) => [
    business,
    ` avait ${records} ${plural(records, { one: 'enregistrement signé', other: 'enregistrements signés' })} le ${when}.`,
  ],
}
