// The form that changes a page's language: a list and a button. Sent as it stands it changes nothing, so a scanner can't.
import { languages } from '../i18n/words.ts'
import { Hidden } from './fields.tsx'
import { useSurroundings, useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

/** Each in its own words: who looks for it may not know any other. */
const names: Record<(typeof languages)[number], string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
}

/** Nothing where there is no choice. */
export const LanguageChoice = () => {
  const { formats, language } = useSurroundings()
  const words = useWords(uiWords)
  if (language === null) return null
  const post = language !== 'query'
  return (
    <form class="language" method={post ? 'post' : 'get'} action={post ? language.action : undefined}>
      {post && <Hidden fields={{ page: language.page }} />}
      <label for="language">{words.language}</label>
      <select id="language" name="language" autocomplete="off">
        {languages.map(one => (
          <option value={one} lang={one} selected={one === formats.language}>
            {names[one]}
          </option>
        ))}
      </select>
      <button type="submit" class="btn small">
        {words.changeLanguage}
      </button>
    </form>
  )
}
