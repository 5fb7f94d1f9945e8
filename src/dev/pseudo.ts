/**
 * Two languages that only a developer's machine speaks, made of the English words: one with accents, brackets and a third
 * more length, in which a word that was forgotten stands out (en-XA), and one that is written from right to left (ar-XB).
 */
import { addLanguage, englishParts, type Translation } from '../i18n/words.ts'

const accents: Record<string, string> = {
  ...{
    a: 'á',
    c: 'ç',
    d: 'ð',
    e: 'é',
    g: 'ĝ',
    i: 'î',
    l: 'ľ',
    n: 'ñ',
    o: 'ö',
    r: 'ř',
    s: 'š',
    t: 'ţ',
    u: 'û',
  },
  ...{
    y: 'ý',
    z: 'ž',
    A: 'Å',
    C: 'Ç',
    D: 'Ð',
    E: 'É',
    G: 'Ĝ',
    I: 'Î',
    L: 'Ĺ',
    N: 'Ñ',
    O: 'Ö',
    P: 'Þ',
    R: 'Ř',
  },
  ...{ S: 'Š', T: 'Ţ', U: 'Û', W: 'Ŵ', Y: 'Ý' },
}

/** German is about a third longer than English. */
const padded = (text: string): string => text + ' ~'.repeat(Math.ceil(text.length / 6))

const accented = (text: string): string =>
  text.trim() === '' ? text : `[${padded([...text].map(letter => accents[letter] ?? letter).join(''))}]`

/** Marks that turn a text round (UAX 9): what has letters of its own for it would be read by nobody here. */
const turned = (text: string): string => (text.trim() === '' ? text : `\u202e${text}\u202c`)

type Said = (text: string) => string

/** The same words, and what functions make of theirs, each text as `say` says it; what is handed in comes out as it was. */
function told(words: unknown, say: Said): unknown {
  if (typeof words === 'string') return say(words)
  if (typeof words === 'function') return (...given: unknown[]) => made(words(...given), given, say)
  if (Array.isArray(words)) return words.map(word => told(word, say))
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, told(word, say)]))
}

const made = (result: unknown, given: unknown[], say: Said): unknown => {
  if (Array.isArray(result)) return result.map(part => (given.includes(part) ? part : told(part, say)))
  return given.includes(result) ? result : told(result, say)
}

const pseudo = (say: Said) => async (): Promise<Translation> => told(englishParts(), say) as Translation

/** Makes the portal speak them, too. */
export function addPseudoLanguages(): void {
  addLanguage('en-XA', pseudo(accented))
  addLanguage('ar-XB', pseudo(turned))
}
