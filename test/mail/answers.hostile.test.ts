// Names, PO numbers, notes and titles that try to be more than words: in no mail about an answer do they succeed.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { composeMail } from '../../src/mails.tsx'
import { declineForm, formOf, isMistaken, signatureForm } from '../../src/quotes/form.ts'
import { expectHarmless, unseen } from '../support/harmless.ts'
import { hostileTexts } from '../support/hostile.ts'
import { declines, signs, verdictOf } from '../support/mails.ts'
import { aBusiness, aClient, aSentQuote, portalOf } from '../support/world.ts'

const texts = Object.entries(hostileTexts).map(([what, text]) => [what, text.trim()] as const)

/** What the forms take: the rest is refused there. */
const signable = (form: object) =>
  !isMistaken(signatureForm(formOf({ ...form, consent: 'on', content_hash: 'h' })).faults)
const names = texts.filter(([, signature]) => signable({ signature }))
const notes = texts.filter(
  ([, note]) => note !== '' && !isMistaken(declineForm(formOf({ note, content_hash: 'h' })).faults),
)

/** A business and a client of that name, and a quote of that title; the client has answered it in such words. */
async function anAnswer(text: string, answer: typeof signs, form: object) {
  const business = await aBusiness({ name: text })
  const client = await aClient(business, { name: text })
  const quote = await aSentQuote(business, client, { title: text, number: 'H-1' })
  await answer({ business, quote, home: await portalOf(business, client) }, form)
  const { results } = await env.DB.prepare(
    `select id, kind from messages where business_id = ? and kind <> 'quote_sent' order by kind`,
  )
    .bind(business.id)
    .all<{ id: string; kind: string }>()
  return Promise.all(
    results.map(async ({ id, kind }) => ({ kind, mail: await composeMail(env.DB, configOf(env), id) })),
  )
}

test('a signature’s name and PO number stand on one line of their own, and the evidence has them as typed', async () => {
  expect(names.length).toBeGreaterThan(20)
  for (const [what, name] of names) {
    const both = { signature: name, po_number: name }
    const answers = await anAnswer(name, signs, signable(both) ? both : { signature: name })
    expect(answers.map(({ kind }) => kind)).toEqual(['quote_accepted', 'receipt'])
    for (const answer of answers) {
      expectHarmless(answer.mail, `${answer.kind}, ${what}`, name)
      const line = /^Signed by: (.*)\nSigned on: /m.exec(answer.mail?.text ?? '')?.[1]
      expect(line, what).toBe(name.replace(new RegExp(`${unseen.source}+`, 'gu'), ' ').trim())
      expect(await verdictOf(answer.mail), what).toMatchObject({ record: { signature: { name } } })
    }
  }
}, 60_000)

test('a note is quoted line by line, and is in no header', async () => {
  expect(notes.length).toBeGreaterThan(30)
  for (const [what, note] of notes) {
    const marked = `canary ${note}`
    const [answer, ...others] = await anAnswer('Dana', declines, { note: marked })
    expect(others).toEqual([])
    if (!answer) throw new Error(`no message: ${what}`)
    expectHarmless(answer.mail, `${answer.kind}, ${what}`, note)
    expect(answer.mail?.subject, what).toBe('Dana declined quote H-1')
    expect(answer.mail?.text.match(/^.*canary/gm), what).toEqual(['> canary'])
  }
}, 60_000)
