/**
 * What all parts of one page share, so that it needn't be handed down to each: how its reader is spoken to, and how to be
 * spoken to otherwise. A part that is drawn without it fails at once. Not hono/jsx's context: that brings along, as one
 * piece, a renderer for browsers, 6 KB that every isolate would load.
 */
import type { Child } from 'hono/jsx'
import type { Formats } from '../i18n/format.ts'
import type { Words } from '../i18n/words.ts'

/**
 * Where the form that changes the language leads, the page that it comes back to, and whether this reader has chosen one
 * before.
 */
export type LanguageForm = { action: string; page: string; isChosen: boolean }

export type Surroundings = {
  formats: Formats
  /**
   * Null where there is nothing to choose. With `keep`, the page itself is asked for in another language, by `?language=`
   * beside those, and nobody remembers it.
   */
  language: LanguageForm | { keep: Record<string, string> } | null
  /** What keeps a language that was chosen so on the way to another page: that, or nothing. */
  query: string
}

/** Those of the page that is being drawn: drawing is done at one go, without a pause in which another page could begin. */
let current: Surroundings | null = null

/** Draws something amid its surroundings, as HTML. Throws TypeError where a part of it would be drawn later. */
export function drawnIn(surroundings: Surroundings, drawn: Child): string {
  const outer = current
  current = surroundings
  try {
    const html: unknown = drawn?.toString()
    if (typeof html !== 'string')
      throw new TypeError('A page is drawn at one go: no part of it may be awaited.')
    return html
  } finally {
    current = outer
  }
}

export function useSurroundings(): Surroundings {
  if (current === null) throw new TypeError('A part of a page was drawn without its surroundings.')
  return current
}

/** How this page's reader writes. */
export const useFormats = (): Formats => useSurroundings().formats

/** The words of a part, in the language of this page's reader. */
export const useWords = <W>(words: Words<W>): W => words(useFormats())
