// What of a typed name or number can't be seen: a table of characters, and of names that are spelled with some of them.
import { describe, expect, test } from 'vitest'
import { holdsUnseen, textIn } from '../../src/quotes/unseen.ts'

const character = (point: number) => String.fromCodePoint(point)
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => character(from + index))

/** Characters by what they do, each invisible wherever it stands in a name of Latin letters. */
const unseen: [what: string, characters: string[]][] = [
  ['marks of direction', ['\u200e', '\u200f', '\u061c']],
  ['embeddings and overrides of direction', range(0x202a, 0x202e)],
  ['isolates', range(0x2066, 0x2069)],
  ['tags', [character(0xe0001), ...range(0xe0020, 0xe007f)]],
  ['spaces and joiners of no width', ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']],
  ['invisible operators', range(0x2061, 0x2064)],
  ['deprecated format characters', range(0x206a, 0x206f)],
  ['the soft hyphen and the grapheme joiner', ['\u00ad', '\u034f']],
  ['fillers', ['\u115f', '\u1160', '\u3164', '\uffa0', '\u17b4', '\u17b5']],
  ['variation selectors', [...range(0xfe00, 0xfe0f), ...range(0xe0100, 0xe01ef)]],
  ['Mongolian selectors', range(0x180b, 0x180f)],
  ['annotations', range(0xfff9, 0xfffb)],
  ['the ends of a line and a paragraph', ['\u2028', '\u2029']],
  ['musical and shorthand format', [...range(0x1d173, 0x1d17a), ...range(0x1bca0, 0x1bca3)]],
  ['hieroglyphic joiners', range(0x13430, 0x1343f)],
  ['what is reserved for more of these', ['\u2065', '\ufff0', character(0xe0fff)]],
]

test.each(unseen)('%s are found in the middle of a name, before it, after it and twice', (_, characters) => {
  for (const one of characters) {
    const code = one.codePointAt(0)?.toString(16)
    for (const name of [`Da${one}na`, `${one}Dana`, `Dana${one}`, `Dana ${one}${one} Whitfield`])
      expect(holdsUnseen(name), `U+${code}`).toBe(true)
  }
})

const spelled: [what: string, name: string][] = [
  ['Persian', 'نیک\u200cپور'],
  ['Persian, a joiner at the end', 'ه\u200d'],
  ['Urdu', 'گل\u200cزار خان'],
  ['Kurdish', 'کورده\u200cیی'],
  ['Hindi', 'क्\u200dषमा'],
  ['Marathi', 'दऱ्\u200dया'],
  ['Nepali', 'राज्\u200cयलक्ष्मी'],
  ['Bengali', 'র\u200d্যাব'],
  ['Sinhala', 'ක්\u200dරිශාන්ත ශ්\u200dරී'],
  ['Malayalam, as it was spelled before it had letters of its own', 'അനില്\u200d മോഹന്\u200d'],
  ['Kannada', 'ರ್\u200cಕ'],
  ['Telugu', 'రాజ్\u200cకుమార్'],
  ['Tamil', 'க்\u200cஷ'],
  ['Khmer', 'ស្រី\u200cសុខ'],
  ['Mongolian', 'ᠮᠣᠩ\u180bᠭᠣᠯ\u180e'],
  ['a Japanese name with the shape of its letter', '葛\u{e0100}城 辻\u{e0101}'],
  ['a Japanese name, standardised shape', '神\ufe00谷'],
  ['Hebrew with points', 'שָׁלוֹם'],
  ['Arabic with marks', 'مُحَمَّد'],
  ['Vietnamese, decomposed', 'Nguye\u0302\u0303n'],
  ['Irish', 'Seán Ó’Brien-Smith, Jr.'],
  ['a middle dot', 'Gal·la'],
  ['Korean, Chinese, another plane', '김민준 王小明 𠮷田'],
  ['Hawaiian', 'Kamakawiwoʻole'],
]

test.each(spelled)('%s is spelled as it is, and nothing is found in it', (_, name) => {
  expect(holdsUnseen(name)).toBe(false)
  expect(textIn(` ${name} `)).toBe(name)
})

const misspelled: [what: string, name: string][] = [
  ['a joiner between Latin letters', 'Da\u200dna'],
  ['a joiner between Cyrillic letters', 'Да\u200cна'],
  ['a joiner between Hebrew letters', 'של\u200dום'],
  ['a joiner between Chinese letters', '王\u200d明'],
  ['two joiners in a row', 'نیک\u200c\u200cپور'],
  ['a joiner before the word', '\u200cپور'],
  ['a joiner after a space', 'نیک \u200cپور'],
  ['a joiner after a digit', 'نیک۴\u200cپور'],
  ['two selectors in a row', '葛\u{e0100}\u{e0101}城'],
  ['a selector after a Latin letter', 'A\u{e0100}'],
  ['a mark of direction in Arabic', 'محمد\u200f علي'],
  ['an override in Persian', 'نیک\u202eپور'],
]

test.each(misspelled)('%s is found', (_, name) => {
  expect(holdsUnseen(name)).toBe(true)
})

describe('a text with nothing to see in it is empty', () => {
  const blank = [
    '',
    ' ',
    '\u00a0\u2003\u3000',
    '\t\r\n',
    '\u200b',
    '\u200d\u200c',
    '\ufeff\u2060 \u00ad',
    '\u2800',
    '\u3164 \uffa0',
  ]
  test.each([...blank, ...unseen.map(([, characters]) => ` ${characters.join(' ')} `)])('%j', typed => {
    expect(textIn(typed)).toBe('')
  })

  test.each(['.', '0', '字', '\u0301', '👍', '\ufffd', '\0', 'a\u200b', '\u0600'])('%j is not', typed => {
    expect(textIn(typed)).toBe(typed)
  })
})
