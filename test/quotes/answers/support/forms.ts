// The forms on an answer’s page as tests look at them: fields, what stands beside them, and the form to send once more.
import { expect } from 'vitest'
import type { Asked } from '../../../support/answers.ts'

const unescaped = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name as 'amp'],
  )

/** The attributes of the first element of that id. */
export function element(html: string, id: string): Record<string, string> {
  const tag = new RegExp(`<[a-z]+ [^>]*\\bid="${id}"[^>]*>`).exec(html)?.[0]
  if (!tag) throw new Error(`no element #${id}`)
  const found = [...tag.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

/** The text inside the first element of that id; a text area's without the line break that HTML drops. */
export function within(html: string, id: string): string {
  const [, text] = new RegExp(`\\bid="${id}"[^>]*>([^<]*)<`).exec(html) ?? []
  if (text === undefined) throw new Error(`no element #${id}`)
  return unescaped(text.replace(/^\n/, ''))
}

/** The sentences that stand beside fields: each by the id of the field that names it in aria-describedby. */
export function faultsIn(html: string): Record<string, string> {
  const ids = [...html.matchAll(/ aria-describedby="([^" ]+)-fault"/g)].map(([, id = '']) => id)
  return Object.fromEntries(ids.map(id => [id, within(html, `${id}-fault`)]))
}

/** Which of the two forms stands open: `yes`, `no`. */
export const openForms = (html: string): string[] =>
  [...html.matchAll(/<details [^>]*\bopen[^>]*><summary class="btn (yes|no)"/g)].map(([, kind = '']) => kind)

/** The first form of a page as a browser would send it: where to, and every hidden field that holds something. */
export function resent(html: string): { action: string; fields: Record<string, string> } {
  const [, action = ''] = /<form method="post" action="([^"#]+)/.exec(html) ?? []
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]+)"/g)]
  const fields = hidden.map(([, name = '', value = '']) => [name, unescaped(value)])
  return { action, fields: Object.fromEntries(fields) }
}

const UNSURE = 'We don’t know yet whether your answer was recorded.'

/** The 503 page says whether something was recorded, or that nobody knows, and repeats what was typed; no more. */
export async function expectCalm(
  response: Response,
  { at, token, hash }: Asked,
  noun: string,
  fields: object,
  says = UNSURE,
): Promise<void> {
  expect(response.status).toBe(503)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  const html = await response.text()
  expect(html).toContain(says)
  expect(html).not.toMatch(/D1_|SQLITE|Error|\.ts/)
  expect([...new Set(html.match(/k\d_[0-9a-z]{40}/g))]).toEqual([token])
  const form = resent(html)
  expect(form.action).toBe(`${at}/${noun}`)
  expect(form.fields).toEqual({ content_hash: hash, ...fields })
}
