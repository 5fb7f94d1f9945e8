// Every part has its words in every language, of the shape of the English ones, and none was left in English.
import { expect, test } from 'vitest'
import '../../src/app.ts'
import '../../src/cron.ts'
import { english, englishParts, languages, type Translation } from '../../src/i18n/words.ts'
import { words as de } from '../../src/languages/de/words.ts'
import { words as es } from '../../src/languages/es/words.ts'
import { words as fr } from '../../src/languages/fr/words.ts'

const translations: Record<string, Translation> = { de, fr, es }

/** Every word of a part by its path; what a function makes of numbers that are one, few and many. */
function flat(words: unknown, path: string): [string, unknown][] {
  if (typeof words === 'function')
    return [1, 2, 12].map(
      count => [`${path}(${count})`, said(words as Say, count, path)] as [string, unknown],
    )
  if (typeof words !== 'object' || words === null) return [[path, words]]
  return Object.entries(words).flatMap(([name, word]) => flat(word, `${path}.${name}`))
}

/** Any of the parameters may be a count; a clause of the dashboard's sentence has a day behind it. */
type Say = (...given: unknown[]) => unknown

function said(make: Say, count: number, path: string): unknown {
  const day = { away: count, weekday: 'WEEKDAY', date: 'DATE' }
  const given = /^\.portal\.next\.(quotes|due)$/.test(path) ? [count, day] : [count, count, count, count]
  return [make(...given)].flat().join('')
}

test('the languages are those that the portal speaks', () => {
  expect([english.language, ...Object.keys(translations)]).toEqual([...languages])
})

test.each(Object.entries(translations))('%s has every part that was loaded, and no other', (_, words) => {
  expect(Object.keys(englishParts()).length).toBeGreaterThan(15)
  expect(Object.keys(words).sort()).toEqual(Object.keys(englishParts()).sort())
})

/** Words that are the same in more languages. */
const alike =
  /^(Version|Version \d+|Total|Subtotal|Date|Service|Note|Material|Description|Document|Browser|Client)$/i

test.each(Object.entries(translations))('%s says everything in its own words', (_, words) => {
  const own = new Map(flat(words, ''))
  const inEnglish = flat(englishParts(), '')
  expect(inEnglish.length).toBeGreaterThan(400)
  expect(inEnglish.filter(([path]) => !own.has(path)).map(([path]) => path)).toEqual([])
  const same = inEnglish.filter(
    ([path, word]) => own.get(path) === word && /\p{L}{3}/u.test(String(word)) && !alike.test(String(word)),
  )
  expect(same).toEqual([])
})

test.each(Object.entries(translations))('%s is written in its own letters and marks', (language, words) => {
  const texts = flat(words, '')
  for (const [path, word] of texts) {
    expect(String(word), path).not.toMatch(/undefined|NaN|\[object| {2}|^ |'/)
    // French sets a space that doesn't break before these.
    if (language === 'fr') expect(String(word), path).not.toMatch(/[^\u00a0\u202f][;!?»](?!\S)|« /)
  }
})
