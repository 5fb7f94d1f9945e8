// Whom the portal speaks which language to: the client's setting, then the browser's wishes, then the business's, then English.
import { describe, expect, test } from 'vitest'
import { formatsBy, localeIn, type Wishes } from '../../src/i18n/choice.ts'
import { addLanguages } from '../../src/languages/all.ts'

addLanguages()

const chosen = async (wishes: Wishes) => {
  const { language, locale } = await formatsBy(wishes)
  return `${language} ${locale}`
}

describe('of client, browser and business', () => {
  test.each<[string, Wishes, string]>([
    ['nobody says anything', {}, 'en en-US'],
    ['the client’s setting', { client: 'fr-CA', browser: 'de-DE', business: 'en-US' }, 'fr fr-CA'],
    ['else the browser’s', { browser: 'de-AT,de;q=0.9,en;q=0.8', business: 'en-US' }, 'de de-AT'],
    ['the most wanted that is spoken', { browser: 'it-IT,pt;q=0.9,es-MX;q=0.8,en;q=0.1' }, 'es es-MX'],
    ['by weight, not by place', { browser: 'en;q=0.2,fr;q=0.9' }, 'fr fr'],
    ['not what is refused', { browser: 'de;q=0,es' }, 'es es'],
    ['of a tag, language and region', { browser: 'de-Latn-CH-1996-u-nu-thai' }, 'de de-CH'],
    ['else the business’s', { browser: 'it-IT', business: 'de-CH' }, 'de de-CH'],
    ['else English, figures as the business writes them', { browser: 'it', business: 'ja-JP' }, 'en ja-JP'],
    ['a setting that is not spoken decides how figures are written', { client: 'it-IT' }, 'en it-IT'],
    ['and the browser then how one speaks', { client: 'it-IT', browser: 'fr-FR' }, 'fr it-IT'],
    ['a star says nothing', { browser: '*', business: 'es-ES' }, 'es es-ES'],
  ])('%s', async (_, wishes, expected) => {
    expect(await chosen(wishes)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    ',',
    ';q=1',
    'de;;;q',
    '☃',
    'x-klingon',
    'i-default',
    'en-x',
    '-de',
    'd',
    'deutsch',
    'de_DE',
    '../../de',
    '<script>',
    'de\u0000',
    `${'a'.repeat(400)}-de`,
    `de,${'en,'.repeat(400)}`,
    'de;q=Infinity;q=NaN',
    '"de, fr"',
  ])('what no browser sends breaks nothing: %j', async browser => {
    expect((await formatsBy({ browser, business: 'fr-FR' })).language).toMatch(/^(de|en|fr)$/)
  })
})

test.each([
  ['de', 'en-US', 'en-US,en;q=0.9', 'de-US'],
  ['de', 'en-US', 'en-US,de-AT;q=0.5', 'de-AT'],
  ['en', 'de-CH', 'de-CH,en;q=0.9', 'en-CH'],
  ['es', 'fr', null, 'es'],
  ['fr', 'zh-Hant-TW-u-nu-hanidec', '', 'fr-TW'],
])('%s, chosen by who wrote by %s in a browser of %s, is %s', (language, locale, browser, expected) => {
  expect(localeIn(language, locale, browser)).toBe(expected)
})
