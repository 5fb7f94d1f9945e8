/**
 * Which language a reader is spoken to in, and by which locale figures and dates are written: the client's own setting
 * comes first, then what the browser asks for, then the business's, then English (product.md §7).
 */
import { parseAccept } from 'hono/utils/accept'
import { logRunFault } from '../core/log.ts'
import { type Formats, formatsFor } from './format.ts'
import { english, loadLanguage, speaks } from './words.ts'

export type Wishes = {
  /** BCP 47 tags; null where there is none. */
  client?: string | null
  business?: string | null
  /** The header `Accept-Language` (RFC 9110, 12.5.4). */
  browser?: string | null
}

/** How such a reader is written to; the language is loaded, and its words may be taken. */
export async function formatsBy({
  client = null,
  business = null,
  browser = null,
}: Wishes): Promise<Formats> {
  const tags = [client, ...tagsIn(browser), business].filter(tag => tag !== null)
  const spoken = tags.find(tag => languageOf(tag) !== undefined)
  const language = (spoken && languageOf(spoken)) ?? english.language
  const locale = client ?? spoken ?? business ?? 'en-US'
  try {
    await loadLanguage(language)
    return formatsFor(locale, language)
  } catch (error) {
    // Better in English than not at all; the next reader's page tries again.
    logRunFault('language', error)
    return formatsFor(locale)
  }
}

/** The language of a BCP 47 tag, where the portal speaks it. */
export function languageOf(tag: string): string | undefined {
  if (speaks(tag)) return tag
  const { language } = new Intl.Locale(tag)
  return speaks(language) ? language : undefined
}

/** Longer than what any browser sends by itself. */
const LONGEST_HEADER = 500
const MOST_TAGS = 12

/** Language and region of what a browser asks for, the most wanted first; no more of a tag than decides here. */
function tagsIn(header: string | null): string[] {
  if (header === null || header.length > LONGEST_HEADER) return []
  const first = parseAccept(header).slice(0, MOST_TAGS)
  return first.flatMap(({ type, q }) => {
    const [, language, region] = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?(?:-|$)/i.exec(type) ?? []
    if (q === 0 || language === undefined || !speaks(language.toLowerCase())) return []
    return [new Intl.Locale(language, region ? { region } : {}).toString()]
  })
}

/**
 * The tag for a language that somebody chose: in the region that the browser names beside it, else in the one by which this
 * reader's figures were written before.
 */
export function localeIn(language: string, locale: string, browser: string | null): string {
  const named = tagsIn(browser).find(tag => tag.startsWith(`${language}-`))
  if (named) return named
  const { region } = new Intl.Locale(locale)
  return region ? `${language}-${region}` : language
}
