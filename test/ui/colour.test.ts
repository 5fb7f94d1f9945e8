// The business's colour stays readable, whatever was chosen.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentOf, accentStyle, contrast, DARK_INK, grounds } from '../../src/ui/colour.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s and %s is %d, as WCAG counts it', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBeCloseTo(ratio, 2)
  })
})

describe('accentOf', () => {
  it.each([
    [
      'a colour that is readable already',
      '#1d5c8a',
      { light: '#1d5c8a', fill: '#1d5c8a', onFill: '#ffffff' },
    ],
    ['a bright one: kept as a surface, darkened as text', '#ffe600', { fill: '#ffe600', onFill: '#000000' }],
    ['a middling one: deepened a little for white ink', '#3b82f6', { onFill: '#ffffff' }],
    ['black', '#000000', { light: '#000000', fill: '#000000', onFill: '#ffffff' }],
    ['white', '#ffffff', { dark: '#ffffff', fill: '#ffffff', onFill: '#000000' }],
    ['capitals', '#1D5C8A', { light: '#1d5c8a' }],
  ])('takes %s', (_, colour, expected) => {
    expect(accentOf(colour)).toMatchObject(expected)
  })

  it.each([null, '', 'red', '#fff', '#12345g', '#1234567', '#000000}body{display:none'])(
    'takes our own colour for %j',
    colour => {
      expect(accentOf(colour)).toEqual(accentOf('#14594b'))
    },
  )

  it('is readable on every ground, light and dark, for any colour', () => {
    fc.assert(
      fc.property(hex, colour => {
        const { light, dark, fill, onFill, deep } = accentOf(colour)
        for (const ground of Object.values(grounds.light))
          expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5)
        for (const ground of Object.values(grounds.dark))
          expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(deep, DARK_INK)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('accentStyle', () => {
  it('is nothing but custom properties of six-digit colours', () => {
    const rule =
      /^:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}@media screen and \(prefers-color-scheme:dark\)\{:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}\}$/
    fc.assert(fc.property(fc.oneof(hex, fc.string()), colour => rule.test(accentStyle(colour))))
  })
})
