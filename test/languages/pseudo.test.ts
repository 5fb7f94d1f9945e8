// No word of ours stands in a page or a mail but through the tables of words: in a made-up language whose every word is in
// brackets, nothing is left without them but what people typed, and figures and dates.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { drawnGallery } from '../../src/dev/letters.tsx'
import { type Drawn, drawnPages } from '../../src/dev/pages/all.tsx'
import { addPseudoLanguages } from '../../src/dev/pseudo.ts'
import { formatsBy } from '../../src/i18n/choice.ts'
import { english } from '../../src/i18n/words.ts'
import type { Mail } from '../../src/mail/letter.ts'
import { currentConsent } from '../../src/quotes/consents.ts'

addPseudoLanguages()

/** What people typed stands isolated, and so do languages' own names, the proofs and what a reader agreed to. */
const isolated =
  /<bdi[^>]*>.*?<\/bdi>|<(\w+)[^>]*\sdir="auto"[^>]*>.*?<\/\1>|<(option|li) [^>]*lang="\w\w".*?<\/\2>|<code[^>]*>.*?<\/code>/gs
const unread =
  /<(style|script|title)>.*?<\/\1>|<input[^>]*type="hidden"[^>]*>|<span class="mark".*?<\/span>/gs

/** Figures and dates, as people of en-US write them. */
const figures =
  /((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d+(, \d{4})?(, \d+:\d\d\s[AP]M \w+)?|[A-Z]{2,3}\s[\d,.]+|sig-2026-11/g

/** Without what stands in brackets, whose words may have others in theirs. */
function unbracketed(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/g, ' ')
  return less === text ? text : unbracketed(less)
}

/** What a page says outside of brackets: neither what is signed, whose words are fixed, nor addresses of the web, nor a code. */
function bare(html: string): string[] {
  const body = html.replace(unread, ' ').replace(isolated, ' ')
  const spoken = [...body.matchAll(/\s(?:aria-label|alt|title|placeholder|data-busy)="([^"]*)"/g)]
  return [...body.split(/<[^>]+>/g), ...spoken.map(([, text = '']) => text)]
    .map(text =>
      unbracketed(text.replace(figures, ' ')).replaceAll(/&\w+;|&#\d+;|https:\/\/\S+|^United States$/g, ' '),
    )
    .filter(text => /\p{L}{2}/u.test(text) && !consented.includes(text.replace(/\s/g, '')))
}

const consented = currentConsent(english).texts.map(text => text.replace(/[\s&]/g, ''))

describe('pages', () => {
  let pages: Drawn[]
  beforeAll(async () => {
    const all = drawnPages({ formats: await formatsBy({ client: 'en-XA' }) })
    // The parts by themselves say what the gallery says.
    pages = all.filter(({ name }) => name !== 'components')
  })

  test('say nothing that is in no table of words', () => {
    expect(pages.length).toBeGreaterThan(60)
    const found = pages.flatMap(({ name, html }) => bare(html).map(text => `${name}: ${text.trim()}`))
    expect(found).toEqual([])
  })

  test('say what they say in brackets', () => {
    for (const { name, html } of pages) {
      expect(html, name).toContain('<html lang="en-XA"')
      expect(html.match(/\[[^\]]*~\]/g)?.length ?? 0, name).toBeGreaterThan(3)
    }
  })

  test('are turned round for who reads from right to left', async () => {
    const turned = drawnPages({ formats: await formatsBy({ client: 'ar-XB' }) })
    for (const { name, html } of turned) expect(html, name).toContain('<html lang="ar-XB" dir="rtl">')
  })
})

describe('mails', () => {
  /** What people typed, in the gallery of messages. */
  const typed = [
    ...['Harbor Roofing & Exteriors', '18 Wharf Street', 'Portland,', 'גגות הנמל', 'רחוב הנמל 18', 'חיפה'],
    'Bartholomew Featherstonehaugh & Grandsons Roofing, Carpentry and Exterior Restoration Ltd.',
    ...['New roof for the house on Elm Street', 'Gutters and downspouts', 'גג חדש לבית ברחוב האלה'],
    'Replacement of the roof, gutters, downspouts and skylights of the main house, the coach house and both barns',
    ...['QUOTE-2026-EXTERIOR-RESTORATION-000042-REV-B', 'INV-2026-0089'],
    ...['Dana M. Whitfield', 'PO-77', 'Check 1184', 'Lastschrift'],
    ...['SEPA-2026-11-25-DE89370400440532013000-000001184'],
    'Maximiliana Alexandrina Konstantinopoulou-Featherstonehaugh de la Vega y Montenegro',
    '> Thank you for the quote!',
    '> It is more than we can spend this year.',
    '> May we come back to you in spring?',
  ].map(plain)

  /** Words alone, for in HTML some signs are written otherwise. */
  function plain(text: string): string {
    return text.replaceAll(/[&\s]+/g, ' ').trim()
  }

  /** Subject, preview, HTML and text, without what is in brackets or typed. */
  const unknown = ({ subject, html, text }: Mail) =>
    [subject, ...bare(html), ...text.split('\n')]
      .map(line =>
        plain(unbracketed(line.replaceAll(figures, ' ')).replaceAll(/https:\/\/\S+|\S+@\S+/g, ' ')),
      )
      .filter(line => /\p{L}{2}/u.test(line) && !typed.includes(line))

  let letters: { path: string; mail: Mail }[]
  beforeAll(async () => {
    letters = await drawnGallery(configOf(env), 'en-XA')
  })

  test('say nothing that is in no table of words', () => {
    expect(letters.length).toBeGreaterThan(30)
    expect(letters.flatMap(({ path, mail }) => unknown(mail).map(line => `${path}: ${line}`))).toEqual([])
    for (const { path, mail } of letters)
      expect(mail.text.match(/\[[^\]]*~\]/g)?.length ?? 0, path).toBeGreaterThan(2)
  })

  test.each([
    ['a subject', (mail: Mail) => ({ ...mail, subject: 'Your quote is here' })],
    [
      'a sentence of the HTML',
      (mail: Mail) => ({ ...mail, html: mail.html.replace('<p', '<p>Questions? Just reply.</p><p') }),
    ],
    [
      'a name for those who listen',
      (mail: Mail) => ({ ...mail, html: mail.html.replace('<p', '<p title="Open"') }),
    ],
    [
      'a sentence of the text',
      (mail: Mail) => ({ ...mail, text: `${mail.text}\nYou can read it there, and accept it.` }),
    ],
  ])('%s that is in no table is found', (_, planted) => {
    for (const { path, mail } of letters) expect(unknown(planted(mail)), path).toHaveLength(1)
  })
})
