// The form that changes a page's language: a list and a button. It says what it showed, so that sent as it stands it changes
// nothing, whoever sends it: a scanner, or a tab that was left open.
import { languages } from '../i18n/words.ts'
import { Hidden } from './fields.tsx'
import { type LanguageForm, useSurroundings, useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

/** Each in its own words: who looks for it may not know any other. */
const names: Record<(typeof languages)[number], string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
}

/** `chosen`: what stands in the list; empty where nobody has chosen yet. */
const List = ({ chosen }: { chosen: string }) => {
  const words = useWords(uiWords)
  return (
    <>
      <label for="language">{words.language}</label>
      <select id="language" name="language" autocomplete="off">
        {chosen === '' && (
          <option value="" selected>
            {words.asBrowser}
          </option>
        )}
        {languages.map(one => (
          <option value={one} lang={one} selected={one === chosen}>
            {names[one]}
          </option>
        ))}
      </select>
      <button type="submit" class="btn small">
        {words.changeLanguage}
      </button>
    </>
  )
}

/** A client's choice, which is kept. */
const Kept = ({ action, page, isChosen }: LanguageForm) => {
  const shown = isChosen ? useSurroundings().formats.language : ''
  return (
    <form class="language" method="post" action={action}>
      <Hidden fields={{ page, shown }} />
      <List chosen={shown} />
    </form>
  )
}

/** The same page, asked for in another language. `keep`: what else its address says. */
const Asked = ({ keep }: { keep: Record<string, string> }) => (
  <form class="language" method="get">
    <Hidden fields={keep} />
    <List chosen={useSurroundings().formats.language} />
  </form>
)

/** Nothing where there is no choice. */
export const LanguageChoice = () => {
  const { language } = useSurroundings()
  if (language === null) return null
  return 'keep' in language ? <Asked {...language} /> : <Kept {...language} />
}
