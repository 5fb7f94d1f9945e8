/**
 * What all parts of one page share, so that it needn't be handed down to each: how its reader is spoken to, and how to be
 * spoken to otherwise. `page` (respond.tsx) provides it; a part that is drawn without it fails at once.
 */
import { createContext, useContext } from 'hono/jsx'
import type { Formats } from '../i18n/format.ts'
import type { Words } from '../i18n/words.ts'

/** Where the form that changes the language leads, and the page that it comes back to. */
export type LanguageForm = { action: string; page: string }

export type Surroundings = {
  formats: Formats
  /**
   * Null where there is nothing to choose; `query`: the page itself is asked for in another language, by `?language=`, and
   * nobody remembers it.
   */
  language: LanguageForm | 'query' | null
  /** What keeps a language that was chosen so on the way to another page: that, or nothing. */
  query: string
}

export const SurroundingsContext = createContext<Surroundings | null>(null)

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)
  if (surroundings === null) throw new TypeError('A page was drawn without its surroundings.')
  return surroundings
}

/** How this page's reader writes. */
export const useFormats = (): Formats => useSurroundings().formats

/** The words of a part, in the language of this page's reader. */
export const useWords = <W>(words: Words<W>): W => words(useFormats())
