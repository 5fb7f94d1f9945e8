// Pages on paper, as Chromium prints them: how many sheets they take, and that sums never stand on one without a line.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { aGallery } from '../../browser/support/pages.ts'
import { marked, sheetsOf } from '../../browser/support/paper.ts'
import { counts } from '../support/counts.ts'

const FORMATS = ['A4', 'Letter']

const gallery = aGallery()
let page: Page
beforeAll(async () => {
  page = await gallery.browser.newPage()
})

test.each([
  ['an ordinary quote', 'quote sent', 1],
  ['a quote of ten lines with terms and a note', 'answer of ten lines', 2],
  ['an invoice with payments', 'invoice partial', 1],
  ['a receipt, and on a sheet of its own what was accepted', 'receipt', 2],
  ['the record of an acceptance elsewhere, and what was accepted', 'receipt recorded', 2],
])('%s takes so few sheets, on A4 and on Letter, in every language', async (_, name, sheets) => {
  for (const locale of ['en-US', 'de-DE', 'fr-FR', 'es-ES'].slice(0, counts(2, 4))) {
    await page.goto(gallery.at(name, locale))
    for (const format of FORMATS)
      expect(await sheetsOf(page, format), `${locale}, ${format}`).toHaveLength(sheets)
  }
})

/** Lines until a third sheet is begun, and where they come near the end of the first and of the second. */
const LINES =
  counts(0, 1) === 1 ? Array.from({ length: 70 }, (_, at) => at + 1) : [1, 26, 29, 30, 31, 32, 33, 53, 54]

test.each(['quote plain', 'quote sent', 'invoice partial'])(
  'the sums of “%s” never stand on a sheet without a line',
  async name => {
    await page.goto(gallery.at(name))
    await marked(page, { line: '.lines:not(.noted) td.sum', sum: '.totals dd' })
    const alone: string[] = []
    for (const lines of LINES) {
      await page.evaluate(count => {
        const [body] = document.querySelector<HTMLTableElement>('.lines')?.tBodies ?? []
        const [row] = body?.rows ?? []
        while (row && body && body.rows.length < count) body.append(row.cloneNode(true))
        while (body && body.rows.length > count) body.deleteRow(-1)
      }, lines)
      for (const format of FORMATS) {
        const sheets = await sheetsOf(page, format)
        expect(sheets.flat().filter(mark => mark === 'line')).toHaveLength(lines)
        const withSums = sheets.filter(marks => marks.includes('sum'))
        if (withSums.length !== 1 || !withSums[0]?.includes('line')) alone.push(`${lines} lines, ${format}`)
      }
    }
    expect(alone).toEqual([])
  },
)

test('on paper there are no buttons, no forms and no way back, but how to reach the business', async () => {
  await page.emulateMedia({ media: 'print' })
  for (const name of ['answer accepting', 'invoice partial', 'receipt']) {
    await page.goto(gallery.at(name))
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, form, input, select, summary')]
        .filter(element => element.checkVisibility())
        .map(element => element.textContent),
    )
    expect(
      shown.filter(text => !/verify$/.test(text ?? '')),
      name,
    ).toEqual([])
    const text = await page.locator('main').innerText()
    for (const way of ['(207) 555-0188', 'hello@alderfinch.example', '18 Mill Lane'])
      expect(text, name).toContain(way)
  }
  await page.emulateMedia({ media: null })
})
