// The dashboard, in French, and the lists behind it.
import { pluralIn } from '../../i18n/words.ts'
import type { Day } from '../../portal/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('fr')

/** As they are before a masculine noun; one invoice is written out where it is spoken of. */
const small = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf']

const counted = (count: number, nouns: string) => `${small[count] ?? count} ${nouns}`

/** A day as one would say it: `near` goes before tomorrow and a weekday, `far` before a date. */
const spoken = ({ away, weekday, date }: Day, near: string, far: string) =>
  away === 1 ? `${near} demain` : away < 7 ? `${near} ${weekday}` : `${far} ${date}`

const by = (day: Day) => (day.away === 0 ? 'aujourd’hui' : spoken(day, 'au plus tard', 'au plus tard le'))
const until = (day: Day) =>
  day.away === 0 ? 'jusqu’à la fin de la journée' : spoken(day, 'jusqu’à', 'jusqu’au')

export const portal: Dictionary['portal'] = {
  title: 'Vos devis et factures',
  hello: name => ['Bonjour ', name],
  next: {
    quotes: (count, day) =>
      count === 1
        ? `un devis attend votre réponse ${until(day)}`
        : `${counted(count, 'devis')} attendent votre réponse, le premier ${until(day)}`,
    overdue: (count, days) =>
      count === 1
        ? `une facture a ${counted(days, plural(days, { one: 'jour', other: 'jours' }))} de retard`
        : `${counted(count, 'factures')} sont en retard`,
    due: (count, day) =>
      count === 1
        ? `une facture est à payer ${by(day)}`
        : `${counted(count, 'factures')} sont à payer, la première ${by(day)}`,
    and: ', et ',
    end: '.',
    nothing: 'Tout est en ordre : vous n’avez rien à faire pour le moment.',
  },
  cards: {
    quotes: 'Devis en attente',
    invoices: 'Factures à payer',
    due: 'Total restant à payer',
    nothingDue: 'Rien à payer',
    credit: amount => `Avoir de ${amount} en votre faveur`,
  },
  row: {
    validUntil: date => `Valable jusqu’au ${date}`,
    due: date => `Échéance le ${date}`,
    dueIn: days => (days === 0 ? 'aujourd’hui' : 'demain'),
    wasDue: date => `Échue le ${date}`,
    of: total => `sur ${total}`,
  },
  reminders: 'Rappels par e-mail',
  history: 'Historique',
  historyEmpty: 'Vous retrouverez ici les devis auxquels vous avez répondu et les factures payées.',
  lists: {
    quotes: {
      title: 'Devis en attente de votre réponse',
      empty: 'Aucun devis n’attend votre réponse.',
      more: 'Voir plus de devis',
    },
    invoices: {
      title: 'Factures à payer',
      empty: 'Vous n’avez aucune facture à payer.',
      more: 'Voir plus de factures à payer',
    },
    accepted: {
      title: 'Devis acceptés',
      empty: 'Vous n’avez pas encore accepté de devis.',
      more: 'Voir les devis acceptés plus anciens',
    },
    closed: {
      title: 'Devis refusés et expirés',
      empty: 'Aucun devis refusé ou expiré.',
      more: 'Voir les devis refusés et expirés plus anciens',
    },
    settled: {
      title: 'Factures payées et annulées',
      empty: 'Vos factures payées apparaîtront ici.',
      more: 'Voir les factures payées et annulées plus anciennes',
    },
  },
  newer: 'Retour aux documents les plus récents',
  older: 'Voir les documents plus anciens',
  first: 'Retour au début',
  further: 'Voir la suite',
  noMore: 'Il n’y en a pas d’autres.',
}
