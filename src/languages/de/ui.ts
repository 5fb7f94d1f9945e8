// The frame that all the client's pages share, in German, and the pages for when something is wrong.
import type { Dictionary } from '../dictionary.ts'

export const ui: Dictionary['ui'] = {
  preview: 'Ihre Angebote und Rechnungen',
  skip: 'Zum Inhalt springen',
  language: 'Sprache',
  asBrowser: 'Wie im Browser',
  changeLanguage: 'Übernehmen',
  print: 'Drucken oder als PDF sichern',
  copy: 'Kopieren',
  copied: 'Kopiert',
  call: 'Anrufen:',
  write: 'Schreiben an',
  email: 'E-Mail',
  writeThem: 'E-Mail schreiben',
  questions: 'Fragen? Wir helfen Ihnen gern.',
  onlyForYou:
    'Diese Seite ist nur für Sie. Wer ihren Link hat, kann sie öffnen. Bitte geben Sie ihn deshalb nicht weiter.',
  allDocuments: 'Alle Ihre Dokumente',
  tryAgain: 'Noch einmal versuchen',
  pleaseCheck: 'Bitte prüfen:',
  colon: ':',
  trying: 'Neuer Versuch …',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    lead: 'Sind Sie einem Link aus einer E-Mail gefolgt? Öffnen Sie die E-Mail und tippen Sie noch einmal auf den Link. Falls Sie ihn kopiert haben, achten Sie darauf, dass am Ende nichts fehlt.',
    button: 'Link per E-Mail anfordern',
  },
  notFoundInPortal: {
    title: 'Wir finden dieses Dokument nicht',
    lead: 'Vielleicht wurde es zurückgezogen oder durch ein neueres ersetzt, oder es ist noch nicht da. Alles, was für Sie bereit ist, steht in Ihrer Übersicht.',
  },
  unavailable: {
    title: 'Wir sind gleich wieder da',
    lead: 'Ihre Dokumente sind sicher, wir können sie nur gerade nicht anzeigen. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  unsure: {
    title: 'Wir sind gleich wieder da',
    lead: 'Wir wissen noch nicht, ob Ihre Antwort gespeichert wurde. Sie können es bedenkenlos noch einmal versuchen: Sie kann nicht doppelt gespeichert werden.',
  },
  notYet: {
    title: 'Bitte versuchen Sie es gleich noch einmal',
    lead: 'Ihre Antwort konnte gerade nicht gespeichert werden, weil viele gleichzeitig ankamen. Bisher wurde nichts gespeichert.',
  },
  crossSite: {
    title: 'Das kam von einer anderen Website',
    lead: 'Deshalb haben wir nichts damit gemacht, und es wurde nichts geändert. Um zu antworten oder ein Dokument zu lesen, öffnen Sie den Link in der E-Mail des Unternehmens.',
  },
  tooLarge: {
    title: 'Das ist zu groß für uns',
    lead: 'Was Sie gesendet haben, ist größer, als wir annehmen können. Deshalb wurde nichts geändert. Bitte gehen Sie zurück und senden Sie weniger.',
  },
  tooMany: {
    title: 'Bitte warten Sie eine Minute',
    lead: 'Aus Ihrem Netzwerk kamen gerade sehr viele Versuche. Deshalb haben wir diesen nicht bearbeitet. Bitte gehen Sie in einer Minute zurück und versuchen Sie es noch einmal.',
  },
  broken: {
    title: 'Bei uns ist etwas schiefgegangen',
    lead: 'Es liegt nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
}
