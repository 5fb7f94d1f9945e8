/**
 * Which languages the portal speaks. The English words stand beside what says them, in each folder's words; another language
 * is one module (src/languages), loaded when somebody first reads it, so that nobody's first page pays for all of them.
 */

/** The first is the one that everybody is spoken to whose own is none of these. */
export const languages = ['en', 'de', 'fr', 'es'] as const

export type Language = (typeof languages)[number]

/** Whom words are for: `language`, one of `languages`, or one that only a developer's machine has. */
export type Spoken = { readonly language: string }

export const english: Spoken = { language: 'en' }

/** The words of one part of the portal, in a reader's language; TypeError where that was not loaded before. */
export type Words<W> = (reader: Spoken) => W

/** What `Words` give. */
export type WordsIn<Of> = Of extends Words<infer W> ? W : never

/** All words of one language, part by part. */
export type Translation = Record<string, unknown>

const parts: Translation = {}
const loaders = new Map<string, () => Promise<Translation>>()
const loaded = new Map<string, Translation>()

/** Makes the words of a part. `part`: its name in every translation. */
export function wordsOf<W extends object>(part: string, inEnglish: W): Words<W> {
  parts[part] = inEnglish
  return ({ language }) => {
    if (language === english.language) return inEnglish
    const words = loaded.get(language)?.[part]
    if (words === undefined) throw new TypeError(`No words for ${part} in ${language}.`)
    return words as W
  }
}

/** The English words of every part that was loaded so far: what a translation has to match. */
export const englishParts = (): Readonly<Translation> => parts

/** Says where a language is to be had; it is loaded when somebody first needs it. */
export function addLanguage(language: string, load: () => Promise<Translation>): void {
  loaders.set(language, load)
}

/** Whether the portal has words in a language. */
export const speaks = (language: string): boolean => language === english.language || loaders.has(language)

/** Loads a language, once. */
export async function loadLanguage(language: string): Promise<void> {
  const load = loaders.get(language)
  if (load && !loaded.has(language)) loaded.set(language, await load())
}

/** The forms that a counted word has, by Intl's plural rules; a form that a language lacks is the other one. */
export type Forms<T> = { [Form in Intl.LDMLPluralRule]?: T } & { other: T }

/** Chooses the form for a count, in one language: `n(2, { one: 'day', other: 'days' })`. */
export function pluralIn(language: string): <T>(count: number, forms: Forms<T>) => T {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}
