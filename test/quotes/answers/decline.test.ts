// A client declines a quote: what is recorded and shown; and that a declined quote, revised, is accepted as any other.
import { expect, test } from 'vitest'
import {
  accept,
  asked,
  decline,
  ledTo,
  oneAcceptance,
  oneRejection,
  recorded,
  revised,
} from '../../support/answers.ts'
import { hashOn } from '../../support/portal.ts'
import { open, request, textOf } from '../../support/world.ts'

const said = [
  { what: 'a reason and a note', form: { reason: 'price', note: 'Too much\r\nfor us.' } },
  { what: 'a reason alone', form: { reason: 'chose_someone_else' } },
  { what: 'a note alone', form: { note: 'Sorry!' } },
  { what: 'nothing more', form: {} },
  { what: 'empty fields', form: { reason: '', note: ' \r\n ' } },
  { what: 'a note with nothing to see', form: { note: '\u200b\r\n\u2066\u2069\u3164' } },
]

test.each(said)(
  'POST /portal/:token/quotes/:id/rejection with $what leads back to the quote, and is recorded once',
  async ({ form }) => {
    const one = await asked()
    const given: { reason?: string; note?: string } = form
    const response = await decline(one, form)
    expect(ledTo(response)).toBe(`303 ${one.at}`)
    expect(await recorded()).toEqual(oneRejection)
    const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
    const note = /[a-z]/.test(given.note ?? '') ? given.note?.replace(/\r\n/g, '\n') : null
    const decision = { kind: 'rejected', by: 'client', reason: given.reason || null, note, name: null }
    expect(body).toMatchObject({ status: 'rejected', decision })
    const html = await (await open(one.at)).text()
    const banner = /<div class="banner bad cross" role="status">.*?<\/div>/s.exec(html)?.[0]
    expect(banner).toContain('You declined this quote on')
    expect(banner?.includes('Reason: ')).toBe(Boolean(given.reason))
    if (note) expect(banner).toContain(note)
    expect(html).not.toMatch(/<form method|<details|content_hash/)
    for (const path of ['/receipt', '/receipt.json'])
      expect((await request(one.at + path)).status, path).toBe(404)
  },
)

test('the dashboard has it in the history, and waits for it no more', async () => {
  const one = await asked()
  await decline(one)
  const text = await textOf(await open(one.home))
  expect(text).toContain('No quotes are waiting for you.')
  expect(text).toMatch(/New roof \$300\.00 Q-\d{4}-0001 [^.]*Declined/)
})

test('declined, cancelled, revised, sent again and accepted is an ordinary way: a decision per revision, one receipt', async () => {
  const one = await asked()
  await decline(one, { reason: 'price', note: 'canary-of-the-first-revision' })
  await revised(one, { title: 'Smaller roof' })
  const second = await hashOn(one.at)
  expect(second).not.toBe(one.hash)
  expect(await (await open(one.at)).text()).not.toContain('canary-of-the-first-revision')
  expect(ledTo(await accept({ ...one, hash: second }))).toBe(`303 ${one.at}/receipt`)
  expect(await recorded()).toEqual({
    decisions: ['accepted by client', 'rejected by client'],
    signatures: oneAcceptance.signatures,
    mails: [...oneAcceptance.mails, ...oneRejection.mails].sort(),
    entries: ['quote.accepted', 'quote.rejected'],
  })
  const receipt = await textOf(await open(`${one.at}/receipt`))
  expect(receipt).toContain('Smaller roof')
  expect(receipt).toContain('Version 2')
  expect(receipt).not.toContain('canary-of-the-first-revision')
  expect((await one.business.api('GET', `/quotes/${one.quote}`)).body).toMatchObject({
    ...{ status: 'accepted', revision: 2, content_hash: second },
  })
})

test('declined twice in two revisions: the second answer is the second revision’s own', async () => {
  const one = await asked()
  await decline(one, { reason: 'price' })
  await revised(one)
  const hash = await hashOn(one.at)
  expect(ledTo(await decline({ ...one, hash }, { reason: 'timing' }))).toBe(`303 ${one.at}`)
  const { body } = await one.business.api('GET', `/quotes/${one.quote}`)
  expect(body).toMatchObject({ status: 'rejected', revision: 2, decision: { reason: 'timing' } })
  expect((await recorded()).mails).toEqual([...oneRejection.mails, ...oneRejection.mails])
})
