// The keyboard as the only way through a page: where it leads, and whether one sees where one is.
import type { Page } from 'playwright-core'

type Stop = { name: string; faults: string[] }

/** What has the focus: as it is called, and what keeps a reader from seeing that it has. */
const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    if (!at || at === document.body) return null
    const labels = [...((at as HTMLInputElement).labels ?? [])].map(label => label.innerText)
    const name = (labels.join(' ') || at.innerText || at.getAttribute('aria-label') || at.id).trim()
    const box = at.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2)
    const faults = [
      ...(outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? ['has no ring'] : []),
      ...(box.bottom < 0 || box.top > innerHeight ? ['is out of sight'] : []),
      ...(middle && (at.contains(middle) || middle.contains(at)) ? [] : ['is covered']),
    ]
    return { name: name.replace(/\s+/g, ' '), faults: faults.map(fault => `${name} ${fault}`) }
  })

/** Goes on by the Tab key to what is called so, and answers what was passed on the way, it included. */
export async function tabTo(page: Page, name: string): Promise<string[]> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const here = await stop(page)
    if (!here) throw new Error(`the end of the page, and no "${name}" among ${passed.join(' | ')}`)
    if (here.faults.length > 0) throw new Error(here.faults.join(', '))
    passed.push(here.name)
    if (here.name === name) return passed
  }
  throw new Error(`no "${name}" among ${passed.join(' | ')}`)
}
