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
const reported = (
  { business }: Portal,
  ...[id, kind, at, reason, recipient = WRONG]: [string, ReportKind, number, string | null, string?]
) =>
  env.DB.prepare(
    `insert into delivery_reports (message_id, round, recipient, kind, at, reason, business_id)
      values (?, 1, ?, ?, ?, ?, ?)`,
  )
    .bind(id, recipient, kind, at, reason, business.id)
    .run()

/** Which message a notice is about, and which of its addresses. */
const about = (aboutId: string, recipient = WRONG) => ({
  aboutId,
  event: `bounce_notice:${aboutId}:1:${recipient}`,
})

/** The notice about the one message of a kind, of which one thing was reported. */
async function noticeOf(portal: Portal, kind: string, report: ReportKind, reason: string | null = null) {
  const aboutId = await idOf(kind)
  await reported(portal, aboutId, report, 1000, reason)
  return mailAt(await tells(portal, 'bounce_notice', about(aboutId)), NOW)
}

describe('bounce_notice', () => {
  test('of a quote that bounced: which, for whom, to what address, why, and that it has to be corrected', async () => {
    const portal = await aPortal(undefined, { phone: '(207) 555-0177' })
    const mail = await noticeOf(portal, 'quote_sent', 'bounced', 'HardBounce')
    expect(mail?.subject).toMatch(/^Not delivered to Dana Whitfield: your quote \(Q-\d{4}-0001\)$/)
    expect(mail?.text).toContain(
      `New roof\n\nAddress: ${WRONG}\nWhat happened: There is no such mailbox, or it takes no mail.\nClient’s phone: (207) 555-0177\n`,
    )
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
    await reported(portal, aboutId, 'complained', 3000, 'SpamComplaint')
    await reported(portal, aboutId, 'bounced', 1000, 'HardBounce')
    await reported(portal, aboutId, 'delivered', 4000, null)
    const mail = await mailAt(await tells(portal, 'bounce_notice', about(aboutId)), NOW)
    expect(mail?.subject).toContain('Marked as spam')
    expect(mail?.text).toContain('What happened: It was called spam.\n')
  })

  test('of two addresses that failed, each notice names its own', async () => {
    const portal = await aPortal()
    const aboutId = await idOf('quote_sent')
    await reported(portal, aboutId, 'bounced', 1000, 'HardBounce')
    await reported(portal, aboutId, 'complained', 3000, 'SpamComplaint', 'sam@example.com')
    const texts: (string | undefined)[] = []
    for (const address of [WRONG, 'sam@example.com']) {
      const mail = await mailAt(await tells(portal, 'bounce_notice', about(aboutId, address)), NOW)
      texts.push(/Address: (.*)/.exec(mail?.text ?? '')?.[1])
    }
    expect(texts).toEqual([WRONG, 'sam@example.com'])
  })

  test('reaches the business after the client’s link has died', async () => {
    const portal = await aPortal()
    succeeded(await portal.business.api('DELETE', `/clients/${portal.client}/link`))
    expect((await noticeOf(portal, 'quote_sent', 'bounced'))?.text).toContain(WRONG)
  })
})
