// Signing, in French: the form, what the portal holds of a signature, the email with the seal.
import type { Dictionary } from '../dictionary.ts'

export const signing: Dictionary['signing'] = {
  name: 'Votre nom complet (signature électronique)',
  poNumber: 'N° de bon de commande de votre entreprise (facultatif)',
  brief: { signature: 'votre nom', poNumber: 'le n° de bon de commande', consent: 'la case à cocher' },
  button: 'Signer et accepter',
  busy: 'Traitement en cours…',
  after: 'Votre justificatif s’affichera aussitôt, et vous le recevrez aussi par e-mail.',
}

export const certificate: Dictionary['certificate'] = {
  signature: 'Signature électronique',
  typedOn: when => `Saisi et signé le ${when}`,
  signedAt: (when, utc) => (utc === when ? when : `${when} (${utc})`),
  agreed: 'Accepté lors de la signature',
  record: 'Comment la signature a été enregistrée',
  address: 'Adresse IP',
  country: 'Pays',
  network: 'Réseau',
  networkOf: (number, name) => (name ? `${name} (AS ${number})` : `AS ${number}`),
  browser: 'Navigateur',
  link: 'Lien utilisé',
  linkOf: (id, made) => `${id}, créé le ${made}`,
  mailed: 'Lien envoyé par e-mail à',
  notMailed: 'À notre connaissance, aucun e-mail avec ce lien n’est parti de ce portail.',
  mailedTo: (address, first) => [address, `, le ${first}`],
  mailedAgain: (address, times, first, last) => [
    address,
    `, ${times} fois : la première le ${first}, la dernière le ${last}`,
  ],
  revealed: 'Lien affiché pour la dernière fois à l’entreprise',
  notRevealed: 'Jamais par ce portail',
  content: 'Empreinte du contenu',
  number: 'Numéro d’enregistrement',
  numberOf: sequence => `${sequence} dans la chaîne des enregistrements de cette entreprise`,
  hash: 'Empreinte de cet enregistrement',
  previous: 'Empreinte du précédent',
  first: 'Aucune : c’est le premier',
  key: 'Clé de signature',
  honest:
    'Ce portail a enregistré la signature telle qu’elle a été donnée et a scellé l’enregistrement avec sa propre clé : toute modification ultérieure de celui-ci est donc détectée. Il s’agit d’une signature électronique simple au sens du règlement européen eIDAS (aux États-Unis, au sens des lois ESIGN et UETA). Ce n’est pas une vérification d’identité : cela ne montre pas qui utilisait l’appareil.',
}

export const signingMail: Dictionary['signingMail'] = {
  subject: (count, one) =>
    one
      ? 'À conserver : le sceau de votre première acceptation signée'
      : `À conserver : le sceau de vos ${count} acceptations signées`,
  preview: 'Il vous permet de montrer plus tard qu’aucune n’a été supprimée',
  intro: (count, one) =>
    one
      ? '1 acceptation signée par un client est enregistrée.'
      : `${count} acceptations signées par vos clients sont enregistrées (1 à ${count}).`,
  what: 'Le fichier joint scelle vos enregistrements tels qu’ils sont à présent. Conservez cet e-mail : il vous permet de montrer plus tard qu’aucun de ces enregistrements n’a été modifié ni supprimé.',
  newest: 'Dernier enregistrement',
  sealedOn: 'Scellé le',
  check: 'Vous n’avez rien à faire. Tout le monde peut vérifier le fichier ici :',
  reason: 'Vous recevez cet e-mail une fois par jour au plus, après la signature d’un client.',
}
