/**
 * What can be seen of a text that a person types. What can't be seen can hide a word, turn the next one round, or make
 * two names that look alike two names; in a record that is signed nobody could tell.
 */

/** Bidi controls, tags, zero-width spaces, fillers, variation selectors, annotations, and the ends of lines. */
const unseen = String.raw`\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Zl}\p{Zp}\ufff9-\ufffb\u{13430}-\u{1343f}`

/** These, spaces, and the empty Braille cell. */
const blank = new RegExp(`^[${unseen}\\s\\p{Z}\\u2800]*$`, 'u')

/** A text without the spaces around it; `''` where there is nothing to see in it. */
export const textIn = (typed: string): string => (blank.test(typed) ? '' : typed.trim())

/** The scripts that are spelled with joiners: those that join their letters, and those of the Brahmi family. */
const joining = `Adlm Arab Mand Mong Nkoo Rohg Syrc
  Bali Beng Cakm Deva Gujr Guru Java Khmr Knda Mlym Mymr Newa Orya Sinh Taml Telu`
  .split(/\s+/)
  .map(script => `\\p{scx=${script}}`)
  .join('')

/**
 * A joiner (U+200C, U+200D) after a letter or mark of such a script, at the end of a word, too, as in older Malayalam; and
 * what chooses the shape of the letter before it, as names in Japan and Mongolia need it (the Unicode Standard, 23.2, 23.4).
 */
const spelled = [
  new RegExp(`(?<=[\\p{L}\\p{M}])(?<=[${joining}])[\\u200c\\u200d]`, 'gu'),
  /(?<=\p{sc=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/gu,
  /(?<=\p{sc=Mong})[\u180b-\u180f]/gu,
]

const anyUnseen = new RegExp(`[${unseen}]`, 'u')

/** Whether a line holds characters that nobody sees and no script needs where they stand. */
export const holdsUnseen = (line: string): boolean =>
  anyUnseen.test(spelled.reduce((text, pattern) => text.replace(pattern, ''), line))
