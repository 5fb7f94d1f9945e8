// What a page is on paper: how many sheets, and on which of them something stands. A link that is printed is kept in the PDF
// with its address, in the clear, on its own sheet: so what is to be found gets one.
import type { Page } from 'playwright-core'

/** Wraps what stands in the last elements of these selectors into links to marks of that name. */
export const marked = (page: Page, marks: Record<string, string>): Promise<void> =>
  page.evaluate(given => {
    for (const [name, selector] of Object.entries(given))
      for (const element of document.querySelectorAll(selector)) {
        const link = document.createElement('a')
        link.href = `https://mark.example/${name}`
        link.append(...element.childNodes)
        element.append(link)
      }
  }, marks)

/** For each sheet the marks on it, in order. */
export async function sheetsOf(page: Page, format: string): Promise<string[][]> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  const objects = new Map(
    [...pdf.matchAll(/(?:^|\s)(\d+) 0 obj\b(.*?)endobj/gs)].map(([, id = '', text = '']) => [id, text]),
  )
  const sheets = [...objects.values()].filter(text => /\/Type\s*\/Page\b/.test(text))
  return sheets.map(text => {
    const [, list = ''] = /\/Annots\s*\[([^\]]*)\]/.exec(text) ?? []
    return [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, id = '']) => {
      const [, mark] = /https:\/\/mark\.example\/(\w+)/.exec(objects.get(id) ?? '') ?? []
      return mark ? [mark] : []
    })
  })
}
