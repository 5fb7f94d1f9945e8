// Names, PO numbers and notes that try to be more than words: on the page, on the receipt, in the list and in the mail.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { configOf } from '../../../src/core/config.ts'
import { composeMail } from '../../../src/mails.tsx'
import { type Asked, accept, asked, decline } from '../../support/answers.ts'
import { hostileTexts } from '../../support/hostile.ts'
import { open, request, textOf } from '../../support/world.ts'

/** Tags that a page has but by somebody’s typing. */
const foreign =
  /<(img|iframe|svg|object|a href="(?!\/portal|tel:|mailto:|\/verify|#))|onerror="|onmouseover="|href="javascript:/i

/** Every tag and attribute of a page, without its texts: what typed words must not change. */
const skeletonOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, '')
    .replace(/"[^"]*"/g, '""')
    .replace(/>[^<]*</g, '><')

const mailsOf = async (business: string) => {
  const { results } = await env.DB.prepare(
    `select id from messages where business_id = ? and kind in ('receipt', 'quote_accepted', 'quote_rejected')`,
  )
    .bind(business)
    .all<{ id: string }>()
  return Promise.all(results.map(({ id }) => composeMail(env.DB, configOf(env), id)))
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

function expectWords(html: string, words: string, what: string) {
  expect(html, what).not.toMatch(foreign)
  expect(html.match(/<script>/g)?.length ?? 0, what).toBeLessThanOrEqual(1)
  if (/[<>"&]/.test(words)) expect(html.includes(words), what).toBe(false)
}

test('typed words are words, wherever they are shown', async () => {
  // The second of its chain, as all that follow are.
  const first = await asked()
  const plain = await asked({ business: first.business })
  for (const one of [first, plain]) await accept(one, { signature: 'Plain', po_number: 'Plain' })
  const skeletons = {
    quote: skeletonOf(await (await open(plain.at)).text()),
    receipt: skeletonOf(await (await open(`${plain.at}/receipt`)).text()),
  }
  let [taken, refused] = [0, 0]
  // One that was refused waits for the next.
  let waiting: Asked | undefined
  for (const [what, words] of Object.entries(hostileTexts)) {
    const one = waiting ?? (await asked({ business: plain.business }))
    const response = await accept(one, { signature: words, po_number: words.slice(0, 40) })
    waiting = response.status === 303 ? undefined : one
    if (response.status !== 303) {
      expect(response.status, what).toBe(422)
      expectWords(await response.text(), words, what)
      refused += 1
      continue
    }
    taken += 1
    const [quote, receipt] = [
      await (await open(one.at)).text(),
      await (await open(`${one.at}/receipt`)).text(),
    ]
    for (const html of [quote, receipt]) {
      expectWords(html, words, what)
      expect((await textOf(new Response(html))).includes(folded(words)), what).toBe(true)
    }
    expect(skeletonOf(quote), what).toBe(skeletons.quote)
    if (words.slice(0, 40).trim() !== '') expect(skeletonOf(receipt), what).toBe(skeletons.receipt)
    const file = await request(`${one.at}/receipt.json`)
    expect(JSON.parse(await file.text()).record.signature.name, what).toBe(words.trim())
    expect(file.headers.get('content-disposition'), what).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"$/)
  }
  expect(taken).toBeGreaterThan(15)
  expect(refused).toBeGreaterThan(15)
})

test('a note is shown as it was typed, and is no markup', async () => {
  let waiting: Asked | undefined
  for (const [what, words] of Object.entries(hostileTexts)) {
    const one = waiting ?? (await asked())
    const response = await decline(one, { note: words })
    waiting = response.status === 303 ? undefined : one
    const html = await (response.status === 303 ? await open(one.at) : response).text()
    expect([303, 422], what).toContain(response.status)
    expectWords(html, words, what)
    if (response.status === 303 && words.trim() !== '')
      expect((await textOf(new Response(html))).includes(folded(words)), what).toBe(true)
  }
})

test('in the mails about it, typed words stand in the body alone, and no header has a line of its own', async () => {
  const tries = [
    'a script',
    'the end of an attribute',
    'a comment',
    'braces of a template',
    'percents',
    'an address',
  ]
  for (const what of tries) {
    const words = hostileTexts[what] ?? ''
    const [signed, declined] = [await asked(), await asked()]
    expect((await accept(signed, { signature: words, po_number: words.slice(0, 60) })).status, what).toBe(303)
    expect((await decline(declined, { note: `${words}\r\nBcc: everyone@example.com` })).status, what).toBe(
      303,
    )
    const mails = [...(await mailsOf(signed.business.id)), ...(await mailsOf(declined.business.id))]
    expect(mails).toHaveLength(3)
    for (const mail of mails) {
      for (const header of [mail?.subject, mail?.from, mail?.replyTo, ...(mail?.to ?? [])]) {
        expect(header, what).not.toMatch(/[\r\n\0]/)
        expect(header?.includes(words), what).toBe(false)
        expect(header, what).not.toContain('everyone@')
      }
      expect(mail?.html, what).not.toMatch(/<script|<img|" onmouseover=/i)
      if (/[<>"&]/.test(words)) expect(mail?.html.includes(words), what).toBe(false)
      expect(folded(mail?.text ?? '').includes(folded(words)), what).toBe(true)
    }
  }
})
