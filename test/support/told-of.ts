// Messages that nothing in the portal queues by itself: a test puts them into the outbox, about what is there.
import { env } from 'cloudflare:workers'
import { configOf } from '../../src/core/config.ts'
import { write } from '../../src/core/db.ts'
import type { Mail } from '../../src/mail/letter.ts'
import { type NewMessage, queued } from '../../src/mail/store/outbox.ts'
import type { MessageKind } from '../../src/mail/tables.ts'
import { composeMail } from '../../src/mails.tsx'
import type { Portal } from './portal.ts'

type About = Partial<Pick<NewMessage, 'quoteId' | 'invoiceId' | 'revision'>> & {
  paymentId?: string
  aboutId?: string
  event?: string
}

let count = 0

/** Queues a message to the client; gives its id. */
export async function tells({ business, client }: Portal, kind: MessageKind, about: About): Promise<string> {
  const link = 'select id from portal_links where client_id = ? and died_at is null'
  const linkId = kind === 'bounce_notice' ? null : await env.DB.prepare(link).bind(client).first<string>('id')
  const whom = { businessId: business.id, clientId: client, recipients: ['dana@example.com'] }
  const { event = `test:${count++}` } = about
  const message = { ...whom, kind, ...about, event, ...(linkId ? { linkId } : {}) }
  await write(env.DB, [queued(message as NewMessage, Date.now())])
  const id = await env.DB.prepare('select id from messages where event = ?').bind(event).first<string>('id')
  if (!id) throw new Error('no message')
  return id
}

/** The mail of a message, as it reads at an instant. */
export const mailAt = (id: string, at: string): Promise<Mail | undefined> =>
  composeMail(env.DB, configOf(env), id, Date.parse(at))

/** Both forms of a mail. */
export const bothOf = (mail: Mail | undefined): string[] => [mail?.text ?? '', mail?.html ?? '']
