/** Where each language is to be had: modules of their own, loaded when they are first needed. */
import { addLanguage, type Language } from '../i18n/words.ts'
import type { Dictionary } from './dictionary.ts'

type Translated = Exclude<Language, 'en'>

const translations: Record<Translated, () => Promise<{ words: Dictionary }>> = {
  de: () => import('./de/words.ts'),
  fr: () => import('./fr/words.ts'),
  es: () => import('./es/words.ts'),
}

/** Makes the portal speak them. */
export function addLanguages(): void {
  for (const [language, load] of Object.entries(translations))
    addLanguage(language, async () => (await load()).words)
}
