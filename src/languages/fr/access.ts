// Links, in French: the pages for who has lost one, and the emails that bring one.
import type { Dictionary } from '../dictionary.ts'

export const access: Dictionary['access'] = {
  ask: {
    title: 'Recevez votre lien par e-mail',
    lead: 'Vos devis et factures s’ouvrent avec un lien que l’entreprise vous a envoyé. Si vous ne le retrouvez pas, nous vous l’enverrons à nouveau par e-mail.',
  },
  label: 'Votre adresse e-mail',
  hint: 'Celle où vous recevez les e-mails de l’entreprise.',
  button: 'Recevoir mon lien',
  busy: 'Demande en cours…',
  faults: {
    missing: 'Veuillez saisir votre adresse e-mail.',
    tooLong: 'C’est trop long pour une adresse e-mail. Veuillez la vérifier.',
    unreadable: 'Certains caractères sont illisibles. Veuillez saisir l’adresse à nouveau.',
    several: 'Veuillez saisir une seule adresse à la fois, par exemple dana@example.com.',
    noAddress: 'Une adresse e-mail ressemble à dana@example.com. Veuillez vérifier la vôtre.',
  },
  unanswered: {
    title: 'Veuillez réessayer dans un instant',
    lead: 'Nous n’avons pas pu prendre votre demande en compte. Vous pouvez réessayer sans risque.',
  },
  asked: {
    title: 'Consultez vos e-mails',
    lead: 'Si une entreprise a ici un lien pour l’adresse que vous avez saisie, un e-mail avec ce lien est en route. Cela peut prendre une minute ou deux.',
    what: 'Si vous ne recevez rien',
    steps: [
      'Regardez dans vos courriers indésirables (spams).',
      'Essayez une autre adresse : l’entreprise en connaît peut-être une autre.',
      'Après plusieurs essais, attendez une heure : nous n’envoyons que quelques e-mails à chaque adresse.',
      'Sinon, appelez l’entreprise ou écrivez-lui : elle peut vous envoyer un nouveau lien.',
    ],
    again: 'Essayer une autre adresse',
  },
  dead: {
    title: 'Ce lien n’est plus actif',
    lead: 'Il a peut-être été remplacé par un lien plus récent, ou il en manque peut-être une partie.',
    what: 'Ce que vous pouvez faire',
    steps: [
      'Cherchez le dernier e-mail de l’entreprise et ouvrez le lien qu’il contient.',
      'Si vous avez copié ou saisi le lien, vérifiez qu’il est complet, jusqu’au dernier caractère.',
    ],
    ask: 'Ou recevez votre lien par e-mail',
    otherwise:
      'Si rien de tout cela ne vous aide, demandez un nouveau lien à l’entreprise qui vous a envoyé celui-ci.',
  },
}

export const accessMail: Dictionary['accessMail'] = {
  newLink: {
    subject: business => `${business} : votre nouveau lien`,
    preview: 'Votre ancien lien ne fonctionne plus',
    intro: business =>
      `Voici votre nouveau lien vers vos devis et factures établis par ${business}. Le lien que vous aviez auparavant ne fonctionne plus.`,
    reason: business => `Vous recevez cet e-mail car ${business} a remplacé votre lien.`,
  },
  again: {
    subject: business => `${business} : votre lien`,
    preview: 'Tous vos devis et factures au même endroit',
    intro: business => `Voici votre lien vers tous vos devis et factures établis par ${business}.`,
    reason: business =>
      `Vous recevez cet e-mail car votre lien a été redemandé, par vous ou par ${business}. Si ce n’est pas vous, vous n’avez rien à faire.`,
  },
  button: 'Ouvrir vos documents',
  after: 'Conservez cet e-mail : avec ce lien, vous pouvez revenir à tout moment.',
}
