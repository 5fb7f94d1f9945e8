// The steps of type and of space: what is set or spaced, is so by one of these.

/** Sizes of letters. None is below the body's: 16 px at least. */
export const text = {
  body: '1rem',
  lead: '1.1rem',
  heading: '1.2rem',
  sum: '1.25rem',
  title: 'clamp(1.6rem, 1.3rem + 1.4vw, 2.1rem)',
  /** Figures that stand out: on a card, and at the top of a document; long ones are set smaller, to stay in one line. */
  figure: 'min(1.75rem, 9vw)',
  total: 'min(clamp(2.1rem, 1.7rem + 2vw, 2.7rem), 11vw)',
} as const

/** Distances, from between two words to between two sections. */
export const space = {
  xs: '.15rem',
  s: '.4rem',
  m: '.75rem',
  l: '1rem',
  xl: '1.5rem',
  xxl: '2.25rem',
} as const

/** The least that a thumb hits surely: 44 px (WCAG 2.2, 2.5.5, of level AAA). */
export const TARGET = '2.75rem'

/** From here on there is room for columns: of cards, and of a table. */
export const wide = '(min-width: 36rem)'
export const narrow = 'screen and (max-width: 43.99rem)'
