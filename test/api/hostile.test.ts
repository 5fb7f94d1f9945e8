// What an attacker types comes back exactly as it was typed, or is refused by the name of its field; no page breaks.

import { describe, expect, test } from 'vitest'
import { script } from '../../src/ui/script.tsx'
import { at, hostileTexts, resources, type World, withAt } from '../support/hostile.ts'
import { aPortal, type Portal, pagesOf } from '../support/portal.ts'
import { expectProblem, names } from '../support/problems.ts'
import { open, portalOf, succeeded, textOf } from '../support/world.ts'

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()
const texts = Object.entries(hostileTexts)

/**
 * Writes a resource with the value in every field, then again without those that were refused by name, until it is
 * taken; and reads back what was taken.
 */
async function written(world: World, noun: string, value: string) {
  const { fields, base, write, read } = resources[noun] as (typeof resources)[string]
  for (let left = fields; ; ) {
    const answer = await write(
      world,
      left.reduce((body, pointer) => withAt(body, pointer, value), base(world)),
    )
    if (answer.status < 300) {
      const stands = await read(world, answer)
      for (const pointer of left) expect(at(stands, pointer), `${noun}${pointer}`).toBe(value)
      return { id: answer.body.id as string, taken: left }
    }
    expectProblem(answer, noun)
    const refused = left.filter(pointer => names(answer, pointer))
    expect(refused, `${noun}: ${JSON.stringify(answer.body)}`).not.toEqual([])
    for (const { pointer } of answer.body.errors) {
      expect(
        refused.some(one => `${one}/`.startsWith(`${pointer}/`)),
        `${noun}: ${pointer} was not sent`,
      ).toBe(true)
    }
    left = left.filter(pointer => !refused.includes(pointer))
  }
}

/** The pages of a portal on which the value stands wherever it was taken. */
async function pagesWith(portal: Portal, value: string) {
  const { business } = portal
  const post = async (path: string) => succeeded(await business.api('POST', path))
  await written(portal, 'business', value)
  const client = await written(portal, 'client', value)
  const world = { ...portal, client: client.id }
  const { id: quote, taken } = await written(world, 'quote', value)
  const { id: invoice } = await written(world, 'invoice', value)
  await post(`/quotes/${quote}/send`)
  await post(`/invoices/${invoice}/send`)
  const { id: accepted } = await written(world, 'acceptance', value)
  await written({ ...world, invoice }, 'payment', value)
  const home = await portalOf(business, client.id)
  const paths = [...pagesOf({ quote, invoice }), `/quotes/${accepted}`]
  const opened = paths.map(async page => {
    const response = await open(home + page)
    expect(response.status, page).toBe(200)
    return { page, html: await response.text() }
  })
  return { taken, full: [`/quotes/${quote}`, `/invoices/${invoice}`], pages: await Promise.all(opened) }
}

const occurrences = (text: string, part: string) => text.split(part).length - 1

describe.each(texts)('%s', (_, value) => {
  test('comes back exactly or is refused by name, and breaks no page', async () => {
    const { taken, full, pages } = await pagesWith(await aPortal(), value)
    for (const { page, html: whole } of pages) {
      // The one script that is ours stands once.
      const html = whole.replace(`<script>${script}</script>`, '')
      // What stands whole between the quotes of an attribute is no markup.
      const tags = html.replace(/="[^"<>]*"/g, '=""')
      expect(/<script|<img|<b>hi|<[^>]*\s(onerror|onmouseover)=/i.test(tags), page).toBe(false)
      expect(html.match(/<style>/g), page).toHaveLength(2)
      expect(html.endsWith('</body></html>'), page).toBe(true)
      if (/[<>"'&]/.test(value)) expect(html.includes(value), page).toBe(false)
      const text = await textOf(new Response(html))
      if (value !== 'NaN') expect(text, page).not.toMatch(/\[object|undefined|NaN|Infinity/)
      if (full.includes(page) && taken.includes('/title')) {
        expect(occurrences(text, folded(value)), page).toBeGreaterThan(3)
      }
    }
  }, 30_000)
})

test('every field that the API answers with is in the table, or is no text that a caller gives', async () => {
  const portal = await aPortal()
  const notGiven =
    words(`id status revision content_hash subtotal discount_total taxes tax_total total expires_at
    sent_at viewed_at decision created_at updated_at amount_paid balance_due applied credit reverses invoice_id
    kind by at name reason currency beyond_quote reversed_by delivery undeliverable reminders
    reminders_stopped_at logo_url`)
  for (const [noun, { fields, base, write, read }] of Object.entries(resources)) {
    const answer = await write(portal, base(portal))
    expect(answer.status, noun).toBeLessThan(300)
    const answered = Object.keys((await read(portal, answer)) as object)
    const known = fields.map(pointer => pointer.split('/')[1] ?? '')
    expect(answered.length, noun).toBeGreaterThan(0)
    expect(
      answered.filter(field => !known.includes(field) && !notGiven.includes(field)),
      noun,
    ).toEqual([])
  }
})

const words = (text: string) => text.trim().split(/\s+/)
