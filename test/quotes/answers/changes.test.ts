// What changesBetween says of two contents: each part by its name, before and after, as the page writes it.
import { expect, test } from 'vitest'
import type { QuoteContent } from '../../../src/documents/content.ts'
import { hostileTexts } from '../../support/hostile.ts'
import { aContent, changes as between, aContentLine as line, said, text } from './support/contents.ts'

test('nothing, where all that is shown is the same', () => {
  expect(between({}, {})).toEqual([])
  expect(between({}, { revision: 2, sent_on: '2026-02-02' })).toEqual([])
})

const fields: [string, Partial<QuoteContent>, [string, string | null, string | null]][] = [
  ['the title', { title: 'Attic' }, ['Title', 'Roof', 'Attic']],
  ['a description, new', { description: 'All of it' }, ['Description', null, 'All of it']],
  ['the total', { total: '500.00' }, ['Total', '$600.00 USD', '$500.00 USD']],
  [
    'the last day',
    { valid_until: '2027-01-01' },
    ['Valid until', 'Thursday, December 31, 2026', 'Friday, January 1, 2027'],
  ],
  ['the terms', { terms: 'Net 30' }, ['Terms', null, 'Net 30']],
  ['the note', { note: 'Hello\nthere' }, ['Note', null, 'Hello\nthere']],
  ['a discount in percent', { discount: { percent: '10' } }, ['Discount', null, '10%']],
  ['a discount in money', { discount: { amount: '10.00' } }, ['Discount', null, '$10.00']],
  ['a tax', { taxes: [{ rate: '8.25', base: '600.00', amount: '49.50' }] }, ['Tax', null, '8.25%: $49.50']],
  ['the client’s name', { client: { name: 'Sam', company: null } }, ['For', 'Dana', 'Sam']],
  ['the client’s company', { client: { name: 'Dana', company: 'W LLC' } }, ['For', 'Dana', 'Dana\nW LLC']],
]

test.each(fields)('%s', (_, after, expected) => {
  expect(said({}, after)).toEqual([expected])
  const [what, was, is] = expected
  expect(said(after, {})).toEqual([[what, is, was]])
})

test.each(['name', 'email', 'phone', 'address', 'website'])('the business’s %s', field => {
  const [change, ...others] = between({}, { business: { ...aContent.business, [field]: 'canary' } })
  expect(others).toEqual([])
  expect(change).toMatchObject({ what: 'From', after: expect.stringContaining('canary') })
})

test('another currency changes every amount, and is never the same amount in silence', () => {
  const changes = between({}, { currency: 'CAD' })
  expect(changes.map(({ what }) => what)).toEqual(['Total', 'A', 'B'])
  for (const { before, after } of changes) expect([before, after].join()).toMatch(/\$.*CA\$|CA\$.*\$/s)
})

test('hostile words are passed on as they are, and change places with nothing', () => {
  for (const [what, words] of Object.entries(hostileTexts)) {
    if (words === '') continue
    expect(said({}, { title: words }), what).toEqual([['Title', 'Roof', words]])
    expect(said({}, { lines: [line(words), line('B')] }), what).toEqual([
      ['A', text, null],
      [words, null, text],
    ])
    const [change, ...rest] = between({}, { lines: [line('A', { unit: words }), line('B')] })
    expect([change?.what, rest], what).toEqual(['A', []])
    expect(change?.after, what).toContain(words)
  }
})
