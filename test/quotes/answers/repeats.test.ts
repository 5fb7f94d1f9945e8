// The same answer again, from a double click, a second tab, a reload: the same receipt, and nothing a second time.
import { expect, test } from 'vitest'
import {
  accept,
  asked,
  changingNothing,
  decline,
  ledTo,
  oneAcceptance,
  oneRejection,
  recorded,
} from '../../support/answers.ts'
import { rotated } from '../../support/portal.ts'
import { request, succeeded, textOf } from '../../support/world.ts'

const sameNames: [what: string, name: string][] = [
  ['the same', 'Zoë Whitfield'],
  ['other capitals', 'zOË WHITFIELD'],
  ['spaces around', '  Zoë Whitfield\t'],
  ['more spaces inside', 'Zoë   Whitfield'],
  ['a space that does not break', 'Zoë\u00a0Whitfield'],
  ['accents decomposed', 'Zoe\u0308 Whitfield'],
  ['letters of full width', 'Ｚoë Ｗhitfield'],
]

test('POST /portal/:token/quotes/:id/acceptance again leads to the same receipt and writes nothing', async () => {
  const one = await asked()
  expect((await accept(one, { signature: 'Zoë Whitfield', po_number: 'PO-1' })).status).toBe(303)
  const file = await (await request(`${one.at}/receipt.json`)).text()
  for (const [what, signature] of sameNames) {
    const again = await changingNothing(() => accept(one, { signature, po_number: 'PO-1' }), what)
    expect(ledTo(again), what).toBe(`303 ${one.at}/receipt`)
  }
  expect(await recorded()).toEqual({ ...oneAcceptance, signatures: ['Zoë Whitfield'] })
  expect(await (await request(`${one.at}/receipt.json`)).text()).toBe(file)
})

test('and with the box not ticked, or a mistyped PO number: it is accepted already', async () => {
  const one = await asked()
  await accept(one)
  for (const more of [{ consent: '' }, { po_number: '\0' }, { consent_text: 'en-0' }])
    expect(ledTo(await changingNothing(() => accept(one, more)))).toBe(`303 ${one.at}/receipt`)
})

test('names that are others are others', async () => {
  const one = await asked()
  await accept(one, { signature: 'Zoë Whitfield' })
  for (const signature of ['Zoe Whitfield', 'Zoë', 'Zoë Whitfield.', 'ZoëWhitfield', 'Whitfield Zoë', '']) {
    const response = await changingNothing(() => accept(one, { signature }), signature)
    expect(response.status, signature).toBe(409)
  }
})

test('20 at once: one acceptance, and the same receipt for all', async () => {
  const one = await asked()
  const answers = await Promise.all(Array.from({ length: 20 }, () => accept(one)))
  expect(answers.map(ledTo)).toEqual(Array(20).fill(`303 ${one.at}/receipt`))
  expect(await recorded()).toEqual(oneAcceptance)
})

test('20 at once under 20 names: one of them is the signer, the others hear who it was', async () => {
  const one = await asked()
  const names = Array.from({ length: 20 }, (_, index) => `Signer ${'ABCDEFGHIJKLMNOPQRST'[index]}`)
  const answers = await Promise.all(names.map(signature => accept(one, { signature })))
  const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
  for (const [index, answer] of answers.entries()) {
    expect(answer.status).toBe(names[index] === decision.name ? 303 : 409)
    if (answer.status === 409) expect(await answer.text()).toContain(`<bdi>${decision.name}</bdi>`)
  }
  expect(await recorded()).toEqual({ ...oneAcceptance, signatures: [decision.name] })
})

test('accepted in one tab and declined in the other, at once: one of them, told to both', async () => {
  for (const first of ['accept', 'decline']) {
    const one = await asked()
    const before = await recorded()
    const tabs = first === 'accept' ? [accept(one), decline(one)] : [decline(one), accept(one)]
    const answers = (await Promise.all(tabs)).map(({ status }) => status)
    expect(answers.toSorted()).toEqual([303, 409])
    const { decisions, entries } = await recorded()
    expect(decisions.length - before.decisions.length).toBe(1)
    expect(entries.length - before.entries.length).toBe(1)
  }
})

test('declined twice, and 20 times at once: one decision, with the reason that came first', async () => {
  const one = await asked()
  expect(ledTo(await decline(one, { reason: 'price' }))).toBe(`303 ${one.at}`)
  for (const more of [{ reason: 'price' }, {}, { reason: 'timing', note: 'Again' }, { reason: 'x' }])
    expect(ledTo(await changingNothing(() => decline(one, more)))).toBe(`303 ${one.at}`)
  expect(await recorded()).toEqual(oneRejection)
  const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
  expect(decision).toMatchObject({ reason: 'price', note: null })
  const other = await asked()
  const answers = await Promise.all(Array.from({ length: 20 }, () => decline(other)))
  expect(answers.map(ledTo)).toEqual(Array(20).fill(`303 ${other.at}`))
  expect((await recorded()).decisions).toEqual([...oneRejection.decisions, ...oneRejection.decisions])
})

test('a repetition through the client’s next link gets the receipt, through the dead one nothing', async () => {
  const one = await asked()
  await accept(one)
  const home = await rotated(one)
  const at = `${home}/quotes/${one.quote}`
  expect(ledTo(await changingNothing(() => accept({ ...one, at })))).toBe(`303 ${at}/receipt`)
  expect((await changingNothing(() => accept(one))).status).toBe(404)
})

test('after the business recorded an acceptance, the client’s is none of its repetitions', async () => {
  const one = await asked()
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/accept`, {}))
  for (const signature of ['Dana Whitfield', 'Harbor Roofing', ''])
    expect((await changingNothing(() => accept(one, { signature }))).status).toBe(409)
})

test('a decline of an earlier revision, again: it stands as it was given, and the newer one is shown', async () => {
  const one = await asked()
  await decline(one, { reason: 'price' })
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/cancel`))
  expect(ledTo(await changingNothing(() => decline(one)))).toBe(`303 ${one.at}`)
  succeeded(await one.business.api('POST', `/quotes/${one.quote}/send`))
  const again = await changingNothing(() => decline(one))
  expect(again.status).toBe(409)
  expect(await textOf(again)).toContain('This quote has changed')
  expect((await changingNothing(() => accept(one))).status).toBe(409)
  const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
  expect(body).toMatchObject({ status: 'sent', revision: 2, decision: null })
})
