// A form that is mistaken, of a quote that changed: what the client has not seen is never put before it in silence.
import { expect, test } from 'vitest'
import { english } from '../../../src/i18n/words.ts'
import { words } from '../../../src/quotes/words.ts'
import { accept, acceptance, asked, changingNothing, decline, revised } from '../../support/answers.ts'
import { type Fields, hashOn, posted } from '../../support/portal.ts'
import { element, faultsIn } from './support/forms.ts'

test('a form that doesn’t say what was read is a mistaken one: the box is empty, to be ticked for what stands there', async () => {
  const one = await asked()
  const { content_hash: _, ...without } = acceptance(one)
  for (const fields of [without, { ...without, content_hash: '' }]) {
    const response = await changingNothing(() => posted(`${one.at}/acceptance`, fields))
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(faultsIn(html)).toEqual({ 'sign-consent': words(english).faults.consentMissing })
    expect('checked' in element(html, 'sign-consent')).toBe(false)
  }
  for (const fields of [{}, { content_hash: '' }, { content_hash: '', confirm: 'on' }] as Fields[]) {
    const response = await changingNothing(() => posted(`${one.at}/rejection`, fields))
    expect(response.status, JSON.stringify(fields)).toBe(422)
    const html = await response.text()
    expect(faultsIn(html), JSON.stringify(fields)).toEqual({
      'decline-confirm': words(english).faults.confirmMissing,
    })
    expect('checked' in element(html, 'decline-confirm')).toBe(false)
  }
})

test('a form that is mistaken, and of a quote that changed: the change is said, and the mistake waits', async () => {
  const one = await asked()
  await revised(one)
  const hash = await hashOn(one.at)
  for (const fields of [{ signature: '' }, { consent: '' }, { po_number: '\0' }]) {
    const response = await changingNothing(() => accept(one, fields))
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('This quote has changed')
    expect(html).not.toMatch(/class="fault"|aria-invalid="|type="checkbox"[^>]* checked/)
    expect(html).toContain(`value="${hash}"`)
  }
  const response = await changingNothing(() => decline(one, { reason: 'x', note: 'x'.repeat(3000) }))
  expect(response.status).toBe(409)
  expect(await response.text()).not.toMatch(/class="fault"|xxx/)
})
