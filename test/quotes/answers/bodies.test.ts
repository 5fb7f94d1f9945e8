// What is no form at all, or a strange one: nothing of it is recorded, and nothing breaks.
import { expect, test } from 'vitest'
import { english } from '../../../src/i18n/words.ts'
import { words } from '../../../src/quotes/words.ts'
import {
  acceptance,
  asked,
  changingNothing,
  ledTo,
  nothing,
  oneAcceptance,
  postedAs,
  recorded,
} from '../../support/answers.ts'
import { faultsIn } from './support/forms.ts'

const form = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=b'

test('a body that is no form records nothing, and is answered with the page', async () => {
  const one = await asked()
  const fields = acceptance(one)
  const good = new URLSearchParams(fields).toString()
  const bodies: [string, string | null, BodyInit | null][] = [
    ['JSON', 'application/json', JSON.stringify(fields)],
    ['plain text', 'text/plain', good],
    ['a form without its type', null, new TextEncoder().encode(good)],
    ['an unknown type', 'x/y', good],
    ['multipart that is none', multipart, 'garbage'],
    ['multipart without a boundary', 'multipart/form-data', good],
    ['multipart cut off', multipart, '--b\r\ncontent-disposition: form-data; name="signature"\r\n\r\nDa'],
    ['an empty form', form, ''],
    ['no body', form, null],
    ['no body and no type', null, null],
    ['signs', form, '&&==&=%&%zz%&;;'],
    ['bytes', form, new Uint8Array([0, 255, 254, 38, 61, 128])],
    ['a thousand fields', form, 'signature=D&'.repeat(1000)],
    ['lists', form, `signature[]=Dana&consent[]=on&content_hash[]=${one.hash}`],
    ['names in capitals', form, `SIGNATURE=Dana&CONSENT=on&CONTENT_HASH=${one.hash}`],
  ]
  for (const noun of ['acceptance', 'rejection']) {
    for (const [what, type, body] of bodies) {
      const response = await changingNothing(() => postedAs(`${one.at}/${noun}`, type, body), what)
      expect([409, 422], `${noun}: ${what}`).toContain(response.status)
      const html = await response.text()
      expect(html, what).toContain(`name="content_hash" value="${one.hash}"`)
      expect(html, what).toMatch(/<\/html>$/)
    }
  }
  expect(await recorded()).toEqual(nothing)
})

test('a name in bytes that are no UTF-8 is refused, and so is one sent as a file', async () => {
  const one = await asked()
  const rest = new URLSearchParams({ consent: 'on', content_hash: one.hash })
  for (const bytes of ['D%FFna', '%E9ric', '%C0%AF Dana', 'Dana%ED%A0%BD', 'Dana%00', 'D%F0%9Fna']) {
    const body = `signature=${bytes}&${rest}`
    const response = await changingNothing(() => postedAs(`${one.at}/acceptance`, form, body), bytes)
    expect(response.status, bytes).toBe(422)
    expect(faultsIn(await response.text()), bytes).toEqual({
      'sign-name': words(english).faults.nameUnreadable,
    })
  }
  for (const field of ['signature', 'consent', 'content_hash']) {
    const upload = new FormData()
    for (const [name, value] of Object.entries(acceptance(one)))
      upload.set(name, name === field ? new File([value], 'x.txt') : value)
    const response = await changingNothing(() => postedAs(`${one.at}/acceptance`, null, upload), field)
    expect(response.status, field).toBe(422)
  }
})

test('a field that comes twice says one thing at most, which is what is recorded', async () => {
  const one = await asked()
  const twice = `signature=Mallory&${new URLSearchParams(acceptance(one))}`
  expect((await postedAs(`${one.at}/acceptance`, form, twice)).status).toBe(303)
  const { decision } = (await one.business.api('GET', `/quotes/${one.quote}`)).body
  expect(['Mallory', 'Dana Whitfield']).toContain(decision.name)
  const two = await asked({ quote: { title: 'Gutters' } })
  const old = `content_hash=${one.hash}&${new URLSearchParams(acceptance(two))}&content_hash=${one.hash}`
  const response = await changingNothing(() => postedAs(`${two.at}/acceptance`, form, old))
  expect(response.status).toBe(409)
})

test('a multipart form, and one in chunks of unknown length, are taken like any other', async () => {
  const one = await asked()
  const upload = new FormData()
  for (const [name, value] of Object.entries(acceptance(one))) upload.set(name, value)
  expect(ledTo(await postedAs(`${one.at}/acceptance`, null, upload))).toBe(`303 ${one.at}/receipt`)
  expect(await recorded()).toEqual(oneAcceptance)
  const two = await asked({ quote: { title: 'Gutters' } })
  const bytes = new TextEncoder().encode(new URLSearchParams(acceptance(two)).toString())
  const chunks = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7))
      controller.close()
    },
  })
  expect(ledTo(await postedAs(`${two.at}/acceptance`, form, chunks))).toBe(`303 ${two.at}/receipt`)
})
