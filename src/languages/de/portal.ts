// The dashboard, in German, and the lists behind it.
import { pluralIn } from '../../i18n/words.ts'
import type { Day } from '../../portal/words.ts'
import type { Dictionary } from '../dictionary.ts'

const plural = pluralIn('de')
const small = ['keine', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']

/** `one` with its article, which depends on the noun and its case. */
const counted = (count: number, one: string, other: string) =>
  plural(count, { one, other: `${small[count] ?? count} ${other}` })

const on = ({ away, weekday, date }: Day) =>
  away === 0 ? 'heute' : away === 1 ? 'morgen' : `am ${away < 7 ? weekday : date}`

const until = ({ away, weekday, date }: Day) =>
  away === 0
    ? 'nur noch heute'
    : away === 1
      ? 'noch bis morgen'
      : away < 7
        ? `noch bis ${weekday}`
        : `bis zum ${date}`

export const portal: Dictionary['portal'] = {
  title: 'Ihre Angebote und Rechnungen',
  hello: name => ['Guten Tag ', name],
  next: {
    quotes: (count, day) =>
      count === 1
        ? `ein Angebot wartet ${until(day)} auf Ihre Antwort`
        : `${counted(count, 'ein Angebot', 'Angebote')} warten auf Ihre Antwort, das erste läuft ${on(day)} ab`,
    overdue: (count, days) =>
      count === 1
        ? `eine Rechnung ist seit ${counted(days, 'einem Tag', 'Tagen')} überfällig`
        : `${counted(count, 'eine Rechnung', 'Rechnungen')} sind überfällig`,
    due: (count, day) =>
      count === 1
        ? `eine Rechnung ist ${on(day)} fällig`
        : `${counted(count, 'eine Rechnung', 'Rechnungen')} sind offen, die nächste ist ${on(day)} fällig`,
    and: ', und ',
    end: '.',
    nothing: 'Alles erledigt: Im Moment gibt es für Sie nichts zu tun.',
  },
  cards: {
    quotes: 'Offene Angebote',
    invoices: 'Offene Rechnungen',
    due: 'Offener Gesamtbetrag',
    nothingDue: 'Nichts offen',
    credit: amount => `Ihr Guthaben: ${amount}`,
  },
  row: {
    validUntil: date => `Gültig bis ${date}`,
    due: date => `Fällig am ${date}`,
    dueIn: days => (days === 0 ? 'heute' : 'morgen'),
    wasDue: date => `War fällig am ${date}`,
    of: total => `von ${total}`,
  },
  reminders: 'Erinnerungen per E-Mail',
  history: 'Verlauf',
  historyEmpty: 'Beantwortete Angebote und bezahlte Rechnungen finden Sie künftig hier.',
  lists: {
    quotes: {
      title: 'Offene Angebote',
      empty: 'Kein Angebot wartet auf Ihre Antwort.',
      more: 'Weitere offene Angebote anzeigen',
    },
    invoices: {
      title: 'Offene Rechnungen',
      empty: 'Sie haben keine offenen Rechnungen.',
      more: 'Weitere offene Rechnungen anzeigen',
    },
    accepted: {
      title: 'Angenommene Angebote',
      empty: 'Sie haben noch kein Angebot angenommen.',
      more: 'Ältere angenommene Angebote anzeigen',
    },
    closed: {
      title: 'Abgelehnte und abgelaufene Angebote',
      empty: 'Kein Angebot wurde abgelehnt oder ist abgelaufen.',
      more: 'Ältere abgelehnte und abgelaufene Angebote anzeigen',
    },
    settled: {
      title: 'Bezahlte und stornierte Rechnungen',
      empty: 'Bezahlte Rechnungen erscheinen hier.',
      more: 'Ältere bezahlte und stornierte Rechnungen anzeigen',
    },
  },
  newer: 'Zurück zu den neuesten',
  older: 'Ältere anzeigen',
  first: 'Zurück zum Anfang',
  further: 'Mehr anzeigen',
  noMore: 'Weitere gibt es nicht.',
}
