// The frame of all pages, in French, and the pages for when something is wrong.
import type { Dictionary } from '../dictionary.ts'

export const ui: Dictionary['ui'] = {
  preview: 'Vos devis et factures',
  skip: 'Aller au contenu',
  language: 'Langue',
  asBrowser: 'Comme le navigateur',
  changeLanguage: 'Appliquer',
  print: 'Imprimer ou enregistrer en PDF',
  copy: 'Copier',
  copied: 'Copié',
  call: 'Appeler',
  write: 'Écrire à',
  email: 'E-mail',
  writeThem: 'Écrire un e-mail',
  questions: 'Des questions ? Nous sommes là pour vous aider.',
  onlyForYou:
    'Cette page vous est réservée : toute personne qui a son lien peut l’ouvrir. Merci de ne pas le transmettre.',
  allDocuments: 'Tous vos documents',
  tryAgain: 'Réessayer',
  pleaseCheck: 'À vérifier :',
  colon: ' :',
  trying: 'Nouvel essai en cours…',
  notFound: {
    title: 'Il n’y a pas de page ici',
    lead: 'Vous avez suivi un lien reçu par e-mail ? Rouvrez cet e-mail et appuyez de nouveau sur le lien. Si vous l’avez copié, vérifiez qu’il ne manque rien à la fin.',
    button: 'Recevoir mon lien par e-mail',
  },
  notFoundInPortal: {
    title: 'Nous ne trouvons pas ce document',
    lead: 'Il a peut-être été retiré ou remplacé par un plus récent, ou il n’est pas encore disponible. Tout ce qui est prêt pour vous se trouve dans votre liste.',
  },
  unavailable: {
    title: 'Nous revenons tout de suite',
    lead: 'Vos documents sont en sécurité, mais nous ne pouvons pas les afficher pour l’instant. Veuillez réessayer dans une minute.',
  },
  unsure: {
    title: 'Nous revenons tout de suite',
    lead: 'Nous ne savons pas encore si votre réponse a été enregistrée. Vous pouvez réessayer sans risque : elle ne peut pas être enregistrée deux fois.',
  },
  notYet: {
    title: 'Veuillez réessayer dans un instant',
    lead: 'Votre réponse n’a pas pu être enregistrée, car beaucoup arrivaient en même temps. Rien n’a encore été enregistré.',
  },
  crossSite: {
    title: 'Cet envoi vient d’un autre site',
    lead: 'Nous ne l’avons donc pas pris en compte, et rien n’a été modifié. Pour lire un document ou y répondre, ouvrez le lien dans l’e-mail de l’entreprise.',
  },
  tooLarge: {
    title: 'C’est trop volumineux pour nous',
    lead: 'Ce que vous avez envoyé dépasse ce que nous pouvons recevoir : rien n’a été modifié. Veuillez revenir en arrière et envoyer moins.',
  },
  tooMany: {
    title: 'Veuillez patienter une minute',
    lead: 'Nous venons de recevoir de très nombreux essais depuis votre réseau : celui-ci n’a donc pas été pris en compte. Veuillez revenir en arrière dans une minute et réessayer.',
  },
  broken: {
    title: 'Un problème est survenu de notre côté',
    lead: 'Vous n’y êtes pour rien. Veuillez réessayer dans une minute.',
  },
}
