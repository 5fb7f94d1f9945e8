// What a business reads when a message to its client did not arrive: which, about what, to whom, why, and what to do.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { ReportKind } from '../../src/mail/tables.ts'
import { outbox } from '../support/mails.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { bothOf, mailAt, tells } from '../support/told-of.ts'
import { succeeded } from '../support/world.ts'

const NOW = '2026-11-27T14:05:00Z'
const WRONG = 'dana@exmaple.com'

const idOf = async (kind: string) => (await outbox()).find(one => one.kind === kind)?.id ?? ''

/** Writes down what was reported of a message. */
const reported = ({ business }: Portal, id: string, kind: ReportKind, at: number, reason: string | null) =>
  env.DB.prepare(
    `insert into delivery_reports (message_id, round, recipient, kind, at, reason, business_id)
      values (?, 1, ?, ?, ?, ?, ?)`,
  )
    .bind(id, WRONG, kind, at, reason, business.id)
    .run()

/** The notice about the one message of a kind, of which one thing was reported. */
async function noticeOf(portal: Portal, kind: string, report: ReportKind, reason: string | null = null) {
  const aboutId = await idOf(kind)
  await reported(portal, aboutId, report, 1000, reason)
  return mailAt(await tells(portal, 'bounce_notice', { aboutId }), NOW)
}

describe('bounce_notice', () => {
  test('of a quote that bounced: which, for whom, to what address, why, and that it has to be corrected', async () => {
    const portal = await aPortal(undefined, { phone: '(207) 555-0177' })
    const mail = await noticeOf(portal, 'quote_sent', 'bounced', 'smtp;550 5.1.1 no such user\n<b>here</b>')
    expect(mail?.subject).toMatch(/^Not delivered to Dana Whitfield: your quote \(Q-\d{4}-0001\)$/)
    expect(mail?.text).toContain(
      `New roof\n\nAddress: ${WRONG}\nWhat happened: The address does not take e-mail\nClient’s phone: (207) 555-0177\n`,
    )
    expect(mail?.text).toContain('> smtp;550 5.1.1 no such user\n> <b>here</b>\n')
    expect(mail?.html).not.toContain('<b>here')
    for (const part of bothOf(mail)) {
      expect(part).toContain('Please ask Dana Whitfield for the right address')
      expect(part).not.toContain('/portal/')
      expect(part).not.toContain(portal.token)
    }
  })

  test.each([
    ['complained', /^Marked as spam by Dana Whitfield: your invoice \(INV-/, 'Marked as spam'],
    ['suppressed', /^Not delivered to Dana Whitfield: your invoice \(INV-/, 'Held back'],
  ] as const)(
    'of an invoice that is %s says so, and what the business can do',
    async (report, subject, happened) => {
      const mail = await noticeOf(await aPortal(), 'invoice_sent', report)
      expect(mail?.subject).toMatch(subject)
      expect(mail?.text).toContain(`Roof repair\n\nAddress: ${WRONG}\nWhat happened: ${happened}`)
      expect(mail?.text).toMatch(/Please (ask|talk to) Dana Whitfield/)
      for (const part of bothOf(mail)) expect(part).not.toContain('What the mail service was told')
    },
  )

  test('of the link itself names no document', async () => {
    const portal = await aPortal()
    succeeded(await portal.business.api('POST', `/clients/${portal.client}/link/send`))
    const mail = await noticeOf(portal, 'link_again', 'bounced')
    expect(mail?.subject).toBe('Not delivered to Dana Whitfield: the link')
    for (const part of bothOf(mail)) expect(part).not.toMatch(/New roof|Roof repair|\/portal\//)
  })

  test('tells the newest of what was reported, other than that it arrived', async () => {
    const portal = await aPortal()
    const aboutId = await idOf('quote_sent')
    await reported(portal, aboutId, 'complained', 3000, 'the newest')
    await reported(portal, aboutId, 'bounced', 1000, 'the oldest')
    await reported(portal, aboutId, 'delivered', 4000, 'it arrived')
    const mail = await mailAt(await tells(portal, 'bounce_notice', { aboutId }), NOW)
    expect(mail?.subject).toContain('Marked as spam')
    expect(mail?.text).toContain('> the newest\n')
  })

  test('reaches the business after the client’s link has died', async () => {
    const portal = await aPortal()
    succeeded(await portal.business.api('DELETE', `/clients/${portal.client}/link`))
    expect((await noticeOf(portal, 'quote_sent', 'bounced'))?.text).toContain(WRONG)
  })
})
