// What the business gets by mail when a quote is declined: the facts, the reason and the note, and nothing to attach.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Mail } from '../../src/mail/letter.ts'
import { declines, mailOf, statesByKind } from '../support/mails.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { succeeded } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T14:05:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The mail about a quote that was declined. */
async function theMail(form: object): Promise<{ portal: Portal; mail: Mail | undefined }> {
  const portal = await aPortal()
  await declines(portal, form)
  return { portal, mail: await mailOf('quote_rejected') }
}

test('quote_rejected says to the business who declined what, when by its clocks, for how much, and why', async () => {
  const { portal, mail } = await theMail({ reason: 'chose_someone_else', note: 'Sorry!\r\nMaybe next year.' })
  expect(mail?.to).toEqual(['office@harbor.example'])
  expect(mail?.subject).toBe('Dana Whitfield declined quote Q-2026-0001')
  const facts = [
    'New roof',
    '$300.00',
    'Nov 27, 2026, 9:05 AM EST',
    'Chose someone else',
    'A note from Dana Whitfield:',
    'dana@example.com',
  ]
  for (const part of [mail?.text, mail?.html]) {
    for (const fact of [...facts, 'Sorry!', 'Maybe next year.']) expect(part).toContain(fact)
    expect(part).not.toContain(portal.token)
    expect(part).not.toContain('/portal/')
  }
  expect(mail?.attachments).toEqual([])
})

test('without reason and note it says so, and quotes nobody', async () => {
  const { mail } = await theMail({})
  expect(mail?.text).toContain('Reason: None given')
  for (const part of [mail?.text, mail?.html]) expect(part).not.toContain('A note from')
})

test('a note stands apart from our words: marked line by line in the text, in a quotation in HTML', async () => {
  const note =
    'No.\n\nTotal: $1.00\n\u2028Sign in at https://evil.example/\u2029<a href="https://evil.example">here</a>'
  const { mail } = await theMail({ note })
  const said = /A note from Dana Whitfield:\n((?:> .*\n)*)/.exec(mail?.text ?? '')?.[1]
  expect(said).toBe(
    '> No.\n> \n> Total: $1.00\n> \n> Sign in at https://evil.example/\n> <a href="https://evil.example">here</a>\n',
  )
  expect(mail?.html).not.toMatch(/<a [^>]*evil/)
  expect(/<td dir="auto" style="[^"]*border-left[^>]*>(.*?)<\/td>/s.exec(mail?.html ?? '')?.[1]).toContain(
    'Total: $1.00<br/>',
  )
  expect(mail?.subject).not.toContain('No.')
})

test('the client gets no mail about its own decline, and what waits for the business outlives the link', async () => {
  const { portal } = await theMail({ reason: 'price' })
  succeeded(await portal.business.api('DELETE', `/clients/${portal.client}/link`))
  expect(await statesByKind()).toEqual({
    quote_sent: 'cancelled',
    invoice_sent: 'cancelled',
    quote_rejected: 'queued',
  })
})

test('each revision that is declined is told of, in the words of that revision', async () => {
  const portal = await aPortal()
  const { api } = portal.business
  await declines(portal, { reason: 'price' })
  succeeded(await api('POST', `/quotes/${portal.quote}/cancel`))
  succeeded(await api('PATCH', `/quotes/${portal.quote}`, { title: 'Smaller roof' }))
  expect((await mailOf('quote_rejected'))?.text).toContain('New roof')
  succeeded(await api('POST', `/quotes/${portal.quote}/send`))
  await declines(portal)
  await expect(mailOf('quote_rejected')).rejects.toThrow('2 messages')
})
