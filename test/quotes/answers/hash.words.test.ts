// Every word of a quote’s page stands in the content that is hashed, is a written form of something there, or is a
// fixed word of ours: with other words in the content, nothing else of the page is different.
import { afterEach, expect, test, vi } from 'vitest'
import { canonical } from '../../../src/core/canonical.ts'
import { dateIn, daysBetween } from '../../../src/core/clock.ts'
import { sha256Hex } from '../../../src/core/crypto.ts'
import type { QuoteContent } from '../../../src/documents/content.ts'
import { words as documentWords } from '../../../src/documents/words.ts'
import { formatsFor } from '../../../src/i18n/format.ts'
import { receiptWords } from '../../../src/quotes/answer-words.ts'
import { consents } from '../../../src/quotes/consents.ts'
import { words as quoteWords } from '../../../src/quotes/words.ts'
import { formWords } from '../../../src/signing/words.ts'
import { initialsOf } from '../../../src/ui/layout.tsx'
import { words as frameWords } from '../../../src/ui/words.ts'
import { accept, asked } from '../../support/answers.ts'
import { withRows } from '../../support/faults.ts'
import { withAt } from '../../support/hostile.ts'
import { open, request, succeeded, textOf } from '../../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const formats = formatsFor('en-US')

/** Every leaf of a JSON text, by its pointer. */
const leavesIn = (value: unknown, at = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, inner]) => leavesIn(inner, `${at}/${name}`))
    : [[at, value]]

const quote = {
  ...{ description: 'All of it', terms: 'Half now', note: 'Hello', valid_until: '2099-12-31' },
  discount: { percent: '10' },
  lines: [
    {
      description: 'Tear',
      category: 'labor',
      quantity: '2',
      unit: 'hours',
      unit_price: '150',
      tax_rate: '8',
    },
    { description: 'Haul', category: 'other', quantity: '1', unit_price: '99', tax_rate: '0' },
  ],
}

/** SHA-256 of the RFC 8785 text: what a client’s form carries, and what is signed. */
const hashOf = (content: unknown) => sha256Hex(canonical(content))

async function content(): Promise<QuoteContent> {
  const one = await asked({ quote, client: { company: 'W LLC' } })
  await accept(one)
  const { record } = JSON.parse(await (await request(`${one.at}/receipt.json`)).text())
  expect(record.document.content_hash).toBe(one.hash)
  expect(await hashOf(record.document.content)).toBe(one.hash)
  return record.document.content
}

test('every leaf of the frozen content, changed alone, changes the hash', async () => {
  const stood = await content()
  const hash = await hashOf(stood)
  const leaves = leavesIn(stood)
  expect(leaves.length).toBeGreaterThan(40)
  const changed = (value: unknown) =>
    typeof value === 'number' ? value + 1 : value === null ? 'x' : `${value}x`
  const hashes = await Promise.all(
    leaves.map(async ([at, value]) => hashOf(withAt(stood, at, changed(value)))),
  )
  expect(new Set([hash, ...hashes]).size).toBe(leaves.length + 1)
  const without = Object.keys(stood).map(name =>
    Object.fromEntries(Object.entries(stood).filter(([key]) => key !== name)),
  )
  for (const less of without) expect(await hashOf(less)).not.toBe(hash)
})

/** The same shape with other words: letters and digits that stand nowhere else. */
function canaried(stood: QuoteContent, mark: number): QuoteContent {
  const other = (at: string, value: unknown): unknown => {
    if (/format$|category$|currency$|time_zone$|ends_at$/.test(at) || value === null) return value
    if (typeof value === 'number') return mark + 70
    const name = at.replace(/\W/g, '')
    if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return `209${mark}-0${mark}-1${mark}`
    if (/^\d+(\.\d+)?$/.test(String(value))) return `${mark}${name.length}${at.length}7.${mark}1`
    return /email$/.test(at) ? `canary${name}${mark}@x.example` : `canary${name}${mark}`
  }
  return leavesIn(stood).reduce((all, [at, value]) => withAt(all, at, other(at, value)), stood)
}

/** In which forms a leaf may be written on a page. */
function formsOf(value: unknown, { currency }: QuoteContent): string[] {
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return [formats.longDate(text), formats.mediumDate(text)]
  if (!/^\d+(\.\d+)?$/.test(text)) return [text]
  const money = formats.money(text, currency)
  return [
    money,
    formats.money(`-${text}`, currency),
    formats.price(text, currency),
    formats.quantity(text),
    formats.rate(text),
  ]
}

/** Every fixed text of a table of words; a function’s, cut where something else goes in. */
const fixedIn = (table: unknown): string[] => {
  if (typeof table === 'string') return [table]
  if (Array.isArray(table)) return table.flatMap(fixedIn)
  if (typeof table === 'function')
    return [[table('\0', '\0', '\0')].flat(9).join('')].flatMap(text => text.split('\0'))
  return Object.values(table as object).flatMap(fixedIn)
}

const cut = (text: string, pieces: string[]) =>
  pieces
    .filter(piece => piece.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, piece) => rest.replaceAll(piece.replace(/\s+/g, ' ').trim(), ' '), text)

test('of the page and of the receipt’s copy, nothing is left but fixed words', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-06-15T12:00:00Z'), toFake: ['Date'] })
  const one = await asked({ quote, client: { company: 'W LLC', name: 'Live client name' } })
  const stood = await content()
  const words = [quoteWords, documentWords, frameWords, formWords, receiptWords].map(of => of(formats))
  const fixed = [...words, consents['en-1'], 'English Deutsch Français Español'].flatMap(fixedIn)
  const left = async (mark: number, at: string) => {
    const lied = canaried(stood, mark)
    const html = (await (await open(at, withRows({ content: JSON.stringify(lied) }))).text())
      .replace(/<script>.*?<\/script>/s, '')
      .replace(`aria-hidden="true">${initialsOf(lied.business.name)}</span>`, '></span>')
    const shown = html.slice(html.lastIndexOf(at.endsWith('receipt') ? '<article' : '<body'))
    const text = await textOf(new Response(`<body>${shown}`))
    const own = leavesIn(lied).flatMap(([, value]) => formsOf(value, lied))
    expect(text).toContain('canarytitle')
    expect(daysBetween(dateIn('UTC', Date.now()), lied.valid_until)).toBeGreaterThan(30)
    return cut(text.replaceAll(/<script>.*?<\/script>|addEventListener\(.*\)\}\)/g, ''), own).replace(
      /\s+/g,
      ' ',
    )
  }
  const rest = await left(1, one.at)
  expect(await left(2, one.at)).toBe(rest)
  expect(cut(rest, fixed)).toMatch(/^[\s×·.,:()-]*$/)
  // One that was signed would be refused here, because its record tells the lie.
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/accept`))
  const copy = await left(1, `${one.at}/receipt`)
  expect(await left(2, `${one.at}/receipt`)).toBe(copy)
  expect(cut(copy, fixed)).toMatch(/^[\s×·.,:()-]*$/)
})
