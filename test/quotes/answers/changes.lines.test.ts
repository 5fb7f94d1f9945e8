// What changesBetween says of lines: those of one description are one line that changed, the others came or went.
import { expect, test } from 'vitest'
import type { ContentLine } from '../../../src/documents/content.ts'
import { aContentLine as line, said, text } from './support/contents.ts'

const lineFields: [keyof ContentLine, string, string][] = [
  ['category', 'material', 'Material · no tax · 2 hours × $150.00 = $300.00'],
  ['quantity', '2.5', 'Labor · no tax · 2.5 hours × $150.00 = $300.00'],
  ['unit', 'days', 'Labor · no tax · 2 days × $150.00 = $300.00'],
  ['unit_price', '150.455', 'Labor · no tax · 2 hours × $150.455 = $300.00'],
  ['tax_rate', '5', 'Labor · 5% tax · 2 hours × $150.00 = $300.00'],
  ['total', '301.00', 'Labor · no tax · 2 hours × $150.00 = $301.00'],
]

test.each(lineFields)('a line’s %s: the line before and after', (field, value, after) => {
  expect(said({}, { lines: [line('A', { [field]: value }), line('B')] })).toEqual([['A', text, after]])
  expect(said({}, { lines: [line('A'), line('B', { [field]: value })] })).toEqual([['B', text, after]])
})

test('every field of a line is among them', () => {
  const { description: _, ...others } = line('A')
  expect(lineFields.map(([field]) => field).sort()).toEqual(Object.keys(others).sort())
})

test('lines that came, went, or were renamed', () => {
  const [a, b, c] = [line('A'), line('B'), line('C')]
  expect(said({}, { lines: [a, b, c] })).toEqual([['C', null, text]])
  expect(said({}, { lines: [c, a, b] })).toEqual([['C', null, text]])
  expect(said({}, { lines: [b] })).toEqual([['A', text, null]])
  expect(said({}, { lines: [] })).toEqual([
    ['A', text, null],
    ['B', text, null],
  ])
  expect(said({}, { lines: [c, b] })).toEqual([
    ['A', text, null],
    ['C', null, text],
  ])
})

test('another order alone', () => {
  expect(said({}, { lines: [line('B'), line('A')] })).toEqual([['The order of the lines', null, null]])
  expect(said({ lines: [line('A'), line('A')] }, { lines: [line('A'), line('A')] })).toEqual([])
})

const ofHours = (...all: number[]) => ({ lines: all.map(one => line('A', { quantity: String(one) })) })
const hours = (count: number) => `Labor · no tax · ${count} hours × $150.00 = $300.00`

const alike: [before: number[], after: number[], [number | null, number | null][]][] = [
  [[2, 2], [2], [[2, null]]],
  [[2], [2, 2], [[null, 2]]],
  [[2, 2], [2, 3], [[2, 3]]],
  [
    [3, 4],
    [5],
    [
      [3, 5],
      [4, null],
    ],
  ],
  [
    [3],
    [5, 6],
    [
      [3, 5],
      [null, 6],
    ],
  ],
  [
    [3, 4],
    [5, 6],
    [
      [3, 5],
      [4, 6],
    ],
  ],
  [
    [3, 4, 4],
    [4, 5],
    [
      [3, 5],
      [4, null],
    ],
  ],
]

test('of lines in the same words each is one line: what was changed, removed and added adds up', () => {
  const of = (count: number | null) => (count === null ? null : hours(count))
  for (const [before, after, expected] of alike) {
    expect(said(ofHours(...before), ofHours(...after)), `${before} to ${after}`).toEqual(
      expected.map(([was, is]) => ['A', of(was), of(is)]),
    )
  }
})
