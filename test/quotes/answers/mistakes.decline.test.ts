// A mistake in the form that declines: beside its field, with what was typed, and nothing is recorded.
import { expect, test } from 'vitest'
import { english } from '../../../src/i18n/words.ts'
import { words } from '../../../src/quotes/words.ts'
import { asked, changingNothing, decline, rejection } from '../../support/answers.ts'
import type { Fields } from '../../support/portal.ts'
import { open, request } from '../../support/world.ts'
import { element, faultsIn, openForms, within } from './support/forms.ts'

const { faults } = words(english)
const note = (fault: string) => ({ 'decline-note': fault })
const reason = { 'decline-reason': faults.reasonUnknown }

const mistakes: [what: string, form: Fields, expected: Record<string, string>][] = [
  ['an unknown reason', { reason: 'whim' }, reason],
  ['a reason in its words', { reason: 'Price' }, reason],
  ['a reason that every object has', { reason: 'constructor' }, reason],
  ['a reason that makes a prototype', { reason: '__proto__' }, reason],
  ['a note of 2,001 characters', { note: 'x'.repeat(2001) }, note(faults.noteTooLong)],
  ['a note of 1,001 emoji', { note: '👍'.repeat(1001) }, note(faults.noteTooLong)],
  ['a note with NUL', { note: 'a\0b' }, note(faults.noteUnreadable)],
  ['a note with a carriage return', { note: 'a\rb' }, note(faults.noteUnreadable)],
  ['a note with bytes that could not be read', { note: 'a\ufffdb' }, note(faults.noteUnreadable)],
  ['both wrong', { reason: 'x', note: '\x1b' }, { ...reason, ...note(faults.noteUnreadable) }],
]

test('POST /portal/:token/quotes/:id/rejection answers 422 with the mistake beside its field, and records nothing', async () => {
  const one = await asked()
  for (const [what, form, expected] of mistakes) {
    const response = await changingNothing(() => decline(one, form), what)
    expect(response.status, what).toBe(422)
    const html = await response.text()
    expect(faultsIn(html), what).toEqual(expected)
    expect(openForms(html), what).toEqual(['no'])
    expect(within(html, 'decline-note'), what).toBe(form.note ?? '')
    expect(html, what).toContain(`name="content_hash" value="${one.hash}"`)
  }
})

test('beside a wrong note, the reason that was chosen is still chosen, and the other way round', async () => {
  const one = await asked()
  const chosen = await (await decline(one, { reason: 'timing', note: '\0' })).text()
  expect(chosen).toMatch(/<input type="radio"[^>]* value="timing"[^>]* checked/)
  expect(chosen.match(/<input type="radio"[^>]* checked/g)).toHaveLength(1)
  const typed = '</textarea><script>alert(1)</script>\n\n  "kept" & so'
  const html = await (await decline(one, { reason: 'x', note: typed })).text()
  expect(within(html, 'decline-note')).toBe(typed)
  expect(element(html, 'sign-name').value).toBe('')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toMatch(/<input type="radio"[^>]* checked/)
})

const taken: [what: string, form: Fields, kept: string | null][] = [
  ['2,000 characters', { note: 'x'.repeat(2000) }, 'x'.repeat(2000)],
  ['1,000 lines, as a browser sends them', { note: 'x\r\n'.repeat(1000) }, 'x\n'.repeat(1000).trim()],
  ['lines, tabs and spaces inside', { note: ' a\r\n\r\n\tb  c ' }, 'a\n\n\tb  c'],
  ['every script', { note: 'שלום 字 👍🏿 Zoe\u0308' }, 'שלום 字 👍🏿 Zoe\u0308'],
  ['marks of direction, which end with their paragraph', { note: 'a\u202eb' }, 'a\u202eb'],
  ['markup, which is text', { note: '<b>no</b> &amp; no' }, '<b>no</b> &amp; no'],
]

test('a note is kept as it was typed, its line breaks counted as one character each', async () => {
  for (const [what, form, kept] of taken) {
    const one = await asked()
    expect((await decline(one, form)).status, what).toBe(303)
    const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
    expect(decision.note, what).toBe(kept)
  }
})

test('the page’s own form asks for a tick; who never saw the box needs none', async () => {
  const one = await asked()
  const html = await (await open(one.at)).text()
  expect(element(html, 'decline-confirm')).toMatchObject({ type: 'checkbox', name: 'confirm', value: 'on' })
  for (const confirm of ['no', 'yes', 'ON', ' ']) {
    const response = await changingNothing(() => decline(one, { confirm }), confirm)
    expect(response.status, confirm).toBe(422)
    expect(faultsIn(await response.text())).toEqual({ 'decline-confirm': faults.confirmMissing })
  }
  // A robot that gathers all fields of the form, one over the other, is left with what stands behind the box.
  const named = [...html.matchAll(/<input[^>]* name="confirm"[^>]*>/g)].map(([input]) => input)
  expect(named.at(-1)).toContain('value="no"')
  const ticked = new URLSearchParams(rejection(one, { confirm: 'on' }))
  ticked.append('confirm', 'no')
  expect((await request(`${one.at}/rejection`, { method: 'POST', body: ticked })).status).toBe(303)
})

test('a scanner that submits every form as it stands on the page decides nothing', async () => {
  const one = await asked()
  const html = await (await open(one.at)).text()
  const forms = [...html.matchAll(/<form method="post" action="([^"#]+)[^"]*">(.*?)<\/form>/gs)]
  expect(forms).toHaveLength(2)
  for (const [, action = '', inside = ''] of forms) {
    const body = new URLSearchParams()
    for (const [input] of inside.matchAll(/<(?:input|textarea)[^>]*>/g)) {
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? ''
      if (/ checked/.test(input) || !/type="(checkbox|radio)"/.test(input))
        body.append(of('name'), of('value'))
    }
    expect(body.get('content_hash')).toBe(one.hash)
    const response = await changingNothing(() => request(action, { method: 'POST', body }))
    expect(response.status, action).toBe(422)
  }
})
