// Every page in every state, in every language, as a reader meets it: measured in a real browser for every element of it. The
// full run takes each page in all languages; the short one each page in one of them, by turns.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faintIn, type Variables } from '../../browser/support/contrast.ts'
import { axeFaults, type Look, spacingFaults, windowFaults } from '../../browser/support/measures.ts'
import { aGallery } from '../../browser/support/pages.ts'
import { PHONE } from '../../browser/support/portal.ts'
import { counts, seed } from '../support/counts.ts'
import { randomOf } from '../support/random.ts'

/** Those that people speak, and two that are made up: a third longer, and from right to left. */
const LOCALES = ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'en-XA', 'ar-XB']

const gallery = aGallery()

/** Does something with pages of a browser, two at a time: one waits while the other draws. */
async function withEach<Case>(
  cases: Case[],
  use: (page: Page, one: Case) => Promise<string[]>,
): Promise<string[]> {
  const faults = [0, 1].map(async half => {
    const context = await gallery.browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const found: string[] = []
    for (const one of cases.filter((_, at) => at % 2 === half)) found.push(...(await use(page, one)))
    await context.close()
    return found
  })
  return (await Promise.all(faults)).flat()
}

type Case = { name: string; locale: string }

/**
 * The looks that axe is asked about: the full run asks about all of each page, the short one about one, by turns, and about
 * colours alone in the dark and in forced ones.
 */
const LOOKS: readonly Look[] = ['light', 'dark', 'forced']

/** Turned by one more for every round of languages, so that each language meets each look. */
function looksOf(name: string): readonly Look[] {
  const at = gallery.names.indexOf(name)
  const turn = (at + Math.floor(at / LOCALES.length)) % LOOKS.length
  return counts(0, 1) === 1 ? LOOKS : LOOKS.slice(turn, turn + 1)
}

/** Each page in so many languages, another one first for each. */
const inLanguages = (many: number): Case[] =>
  gallery.names.flatMap((name, at) =>
    Array.from({ length: many }, (_, turn) => ({
      name,
      locale: LOCALES[(at + turn) % LOCALES.length] ?? '',
    })),
  )

test('what is wider than a window is found in the windows that it is wider than', async () => {
  const found = await withEach([800], async (page, width) => {
    await page.setContent(`<title>x</title><body style="margin:0"><div style="width:${width}px">x</div>`)
    return windowFaults(page)
  })
  expect(found.map(fault => fault.replace('800 px wide at ', ''))).toEqual([
    '320 x 256 px',
    '320 x 640 px',
    '360 x 780 px',
    '768 x 1024 px',
  ])
})

describe('every page', () => {
  test('has nothing that axe finds, in light, dark and forced colours; scrolls sideways nowhere; cuts nothing; has text of 16 px and targets of 44', async () => {
    const cases = inLanguages(counts(1, LOCALES.length))
    expect(cases.length).toBeGreaterThanOrEqual(counts(65, 390))
    const faults = await withEach(cases, async (page, { name, locale }) => {
      await page.goto(gallery.at(name, locale))
      const found = [
        ...(await windowFaults(page)),
        ...(await spacingFaults(page)),
        ...(await axeFaults(page, looksOf(name))),
      ]
      return found.map(fault => `${name}, ${locale}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  test('moves nothing after it was drawn', async () => {
    const faults = await withEach(
      inLanguages(counts(1, 2)).slice(0, counts(12, 1000)),
      async (page, { name, locale }) => {
        await page.goto(gallery.at(name, locale))
        const shift = await page.evaluate(
          () =>
            new Promise<number>(resolve => {
              let sum = 0
              new PerformanceObserver(list => {
                for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
              }).observe({ type: 'layout-shift', buffered: true })
              setTimeout(() => resolve(sum), 100)
            }),
        )
        return shift === 0 ? [] : [`${name}, ${locale}: ${shift}`]
      },
    )
    expect(faults).toEqual([])
  })
})

/** Colours of all kinds, and those that are hardest to be read beside. */
function colours(): string[] {
  const random = randomOf(seed())
  const drawn = Array.from({ length: counts(20, 1000) }, () => random.below(0x1000000))
  const hardest = ['#ffffff', '#000000', '#808080', '#ffff00', '#0000ff', '#00ff00', '#ff0000', '#7f7f00']
  return [...hardest, ...drawn.map(value => `#${value.toString(16).padStart(6, '0')}`)]
}

test('whatever colour a business has, every text on every page meets AA, in light and in dark', async () => {
  const accents = colours().map(gallery.accentOf)
  const sets: Record<'light' | 'dark', Variables[]> = {
    light: accents.map(({ light, fill, onFill }) => ({
      ...{ '--accent': light, '--fill': fill, '--on-fill': onFill, '--owed': fill, '--on-owed': onFill },
    })),
    dark: accents.map(({ dark, fill, onFill, deep }) => ({
      ...{ '--accent': dark, '--fill': fill, '--on-fill': onFill, '--owed': deep, '--on-owed': '#f1eee9' },
    })),
  }
  const cases = gallery.names.filter((_, at) => at % counts(6, 1) === 0)
  const faults = await withEach(cases, async (page, name) => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(gallery.at(name))
      found.push(...(await faintIn(page, sets[colorScheme])))
    }
    return found.map(fault => `${name}: ${fault}`)
  })
  expect(faults).toEqual([])
})

test('a text that is too faint for its ground is found', async () => {
  const [found = []] = await Promise.all([
    withEach(['dashboard'], async (page, name) => {
      await page.goto(gallery.at(name))
      return faintIn(page, [{ '--accent': '#aaaaaa' }])
    }),
  ])
  expect(found.length).toBeGreaterThan(0)
})
