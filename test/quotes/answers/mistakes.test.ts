// A mistake in the acceptance’s form: a sentence beside its field, what was typed is kept, and nothing is recorded.
import { describe, expect, test } from 'vitest'
import { english } from '../../../src/i18n/words.ts'
import { textIn } from '../../../src/quotes/unseen.ts'
import { words } from '../../../src/quotes/words.ts'
import { acceptance, asked, changingNothing, postedAs } from '../../support/answers.ts'
import type { Fields } from '../../support/portal.ts'
import { element, faultsIn, openForms } from './support/forms.ts'

const { faults } = words(english)
const form = 'application/x-www-form-urlencoded'

type Mistake = [what: string, change: Fields, expected: Record<string, string>]

const signature = (fault: string) => ({ 'sign-name': fault })

const names: Mistake[] = [
  ['no name', { signature: '' }, signature(faults.nameMissing)],
  ['spaces for a name', { signature: '   ' }, signature(faults.nameMissing)],
  ['all kinds of space', { signature: '\u00a0\u2003\u3000\ufeff\t\r\n' }, signature(faults.nameMissing)],
  ['punctuation', { signature: '...!?' }, signature(faults.nameUnreadable)],
  ['digits', { signature: '12345' }, signature(faults.nameUnreadable)],
  ['an emoji', { signature: '👍🏿' }, signature(faults.nameUnreadable)],
  ['zero width', { signature: '\u200b\u200d\u2060' }, signature(faults.nameMissing)],
  ['marks of direction alone', { signature: '\u200e\u2066\u2069\u061c' }, signature(faults.nameMissing)],
  ['tags alone', { signature: '\u{e0044}\u{e0061}' }, signature(faults.nameMissing)],
  ['letters without a shape', { signature: '\u3164 \uffa0\u115f\u1160' }, signature(faults.nameMissing)],
  ['empty Braille cells', { signature: '\u2800\u2800' }, signature(faults.nameMissing)],
  ['a tag', { signature: 'Dana\u{e0041}' }, signature(faults.nameUnreadable)],
  ['a space of no width', { signature: 'Dana\u200bWhitfield' }, signature(faults.nameUnreadable)],
  ['a joiner that no script needs', { signature: 'Da\u200dna' }, signature(faults.nameUnreadable)],
  ['a filler', { signature: 'Dana\u3164Whitfield' }, signature(faults.nameUnreadable)],
  ['a mark of direction', { signature: 'Dana\u200fWhitfield' }, signature(faults.nameUnreadable)],
  ['combining marks alone', { signature: '\u0301\u0302' }, signature(faults.nameUnreadable)],
  ['121 characters', { signature: 'D'.repeat(121) }, signature(faults.nameTooLong)],
  ['60,000 characters', { signature: 'D'.repeat(60_000) }, signature(faults.nameTooLong)],
  ['a line break', { signature: 'Dana\nWhitfield' }, signature(faults.nameUnreadable)],
  ['CR LF', { signature: 'Dana\r\nBcc: x@y.example' }, signature(faults.nameUnreadable)],
  ['a tab', { signature: 'Dana\tWhitfield' }, signature(faults.nameUnreadable)],
  ['NUL', { signature: 'Dana\0' }, signature(faults.nameUnreadable)],
  ['an escape', { signature: 'Dana\x1b[31m' }, signature(faults.nameUnreadable)],
  ['a C1 control', { signature: 'Dana\u0085' }, signature(faults.nameUnreadable)],
  ['an override of direction', { signature: 'Dana\u202egnp' }, signature(faults.nameUnreadable)],
  ['an embedding', { signature: '\u202bDana\u202c' }, signature(faults.nameUnreadable)],
  ['an isolate', { signature: 'Dana\u2067x\u2069' }, signature(faults.nameUnreadable)],
  ['a replacement character', { signature: 'D\ufffdna' }, signature(faults.nameUnreadable)],
]

const others: Mistake[] = [
  ['no consent', { consent: '' }, { 'sign-consent': faults.consentMissing }],
  ['consent “yes”', { consent: 'yes' }, { 'sign-consent': faults.consentMissing }],
  ['consent “ON”', { consent: 'ON' }, { 'sign-consent': faults.consentMissing }],
  ['consent “off”', { consent: 'off' }, { 'sign-consent': faults.consentMissing }],
  ['an unknown notice', { consent_text: 'en-0' }, { 'sign-consent': faults.consentMissing }],
  ['a notice named toString', { consent_text: 'toString' }, { 'sign-consent': faults.consentMissing }],
  ['a notice named __proto__', { consent_text: '__proto__' }, { 'sign-consent': faults.consentMissing }],
  ['a PO number of 61', { po_number: '7'.repeat(61) }, { 'sign-po': faults.poTooLong }],
  ['a PO number of two lines', { po_number: 'a\r\nb' }, { 'sign-po': faults.poUnreadable }],
  ['a PO number with a tag', { po_number: '7\u{e0037}' }, { 'sign-po': faults.poUnreadable }],
  ['a PO number turned round', { po_number: '1\u202e2' }, { 'sign-po': faults.poUnreadable }],
  [
    'everything wrong at once',
    { signature: ' ', consent: '', po_number: '\0' },
    {
      'sign-name': faults.nameMissing,
      'sign-po': faults.poUnreadable,
      'sign-consent': faults.consentMissing,
    },
  ],
]

test('POST /portal/:token/quotes/:id/acceptance answers 422 with the mistake beside its field, and records nothing', async () => {
  const one = await asked()
  for (const [what, change, expected] of [...names, ...others]) {
    const fields = acceptance(one, change)
    const body = new URLSearchParams(fields).toString()
    const response = await changingNothing(() => postedAs(`${one.at}/acceptance`, form, body), what)
    expect(response.status, what).toBe(422)
    const html = await response.text()
    expect(faultsIn(html), what).toEqual(expected)
    expect(openForms(html), what).toEqual(['yes'])
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1], what).toContain('Please check: Quote Q-')
    expect(html.match(/name="content_hash" value="([^"]*)"/g), what).toHaveLength(2)
    expect(html, what).toContain(`name="content_hash" value="${one.hash}"`)
    expect(element(html, 'sign-name').value?.trim(), what).toBe(textIn(fields.signature ?? ''))
    expect(element(html, 'sign-po').value, what).toBe(fields.po_number?.trim() ?? '')
    for (const id of Object.keys(expected)) expect(element(html, id)['aria-invalid'], what).toBe('true')
  }
})

test('what was typed comes back as data, whatever it was', async () => {
  const one = await asked()
  const typed = `"><script>alert(1)</script>' onfocus='x`
  const fields = acceptance(one, { signature: typed, po_number: typed, consent: '' })
  const body = new URLSearchParams(fields).toString()
  const html = await (await postedAs(`${one.at}/acceptance`, form, body)).text()
  expect(element(html, 'sign-name').value).toBe(typed)
  expect(element(html, 'sign-po').value).toBe(typed)
  expect(html).not.toContain('<script>alert')
})

describe('the box', () => {
  const isTicked = async (change: Fields) => {
    const one = await asked()
    const body = new URLSearchParams(acceptance(one, change)).toString()
    const html = await (await postedAs(`${one.at}/acceptance`, form, body)).text()
    return 'checked' in element(html, 'sign-consent')
  }

  test('that was ticked comes back ticked when another field was wrong', async () => {
    expect(await isTicked({ signature: '' })).toBe(true)
  })

  test('comes back empty beside a notice that its client has not read', async () => {
    expect(await isTicked({ consent_text: 'en-0' })).toBe(false)
  })
})

const taken: [string, Fields][] = [
  ['120 characters', { signature: 'D'.repeat(120) }],
  ['one letter', { signature: '字' }],
  ['letters of another script', { signature: 'שלום עולם' }],
  ['accents of their own', { signature: 'Zoe\u0308 Ångstro\u0308m' }],
  ['a joiner as Persian needs it', { signature: 'می\u200cخواهم' }],
  ['joiners as Sinhala needs them', { signature: 'ක්\u200dරිශාන්ත ශ්\u200dරී' }],
  ['a Japanese name with the shape of its letter', { signature: '葛\u{e0100}城' }],
  ['letters of another plane', { signature: '𠀀𠮷' }],
  ['an apostrophe and a title', { signature: 'Dr. Sean O’Brien-Smith, Jr.' }],
  ['a PO number of 60', { po_number: '7'.repeat(60) }],
  ['a PO number of spaces', { po_number: '   ' }],
  ['a PO number of nothing to see', { po_number: '\u200b\u2060 \u{e0037}\u2066\u3164\u2800' }],
  ['a form that names its notice', { consent_text: 'en-1' }],
  ['fields that nobody asked for', { nonsense: 'x', __proto__: 'x', constructor: 'x' }],
]

test('what a person may type is taken as it stands', async () => {
  for (const [what, change] of taken) {
    const one = await asked()
    const fields = acceptance(one, change)
    const body = new URLSearchParams(fields).toString()
    expect((await postedAs(`${one.at}/acceptance`, form, body)).status, what).toBe(303)
    const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
    expect(decision.name, what).toBe(fields.signature)
    expect(decision.po_number, what).toBe(/7/.exec(fields.po_number ?? '') ? fields.po_number : null)
  }
})
