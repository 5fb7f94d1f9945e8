/**
 * The mailbox of development: every message of this machine, as its reader would see it, with its working link.
 */
import { Hono } from 'hono'
import { answerRequests } from '../access/actions/recover.ts'
import { configOf } from '../core/config.ts'
import { utf8 } from '../core/crypto.ts'
import { batch } from '../core/db.ts'
import type { Env } from '../core/env.ts'
import { deliverDue } from '../delivery.ts'
import type { Mail } from '../mail/letter.ts'
import { composeMail } from '../mails.tsx'
import { type Message, newestMessages } from '../messages.ts'
import { Frame } from './frame.tsx'
import { letters } from './letters.tsx'

export const mailbox = new Hono<{ Bindings: Env }>()
  .route('/mailbox/gallery', letters)
  .get('/mailbox', async c => {
    const run = { db: c.env.DB, config: configOf(c.env), now: Date.now() }
    await answerRequests(run)
    await deliverDue(run)
    const { rows } = await batch(c.env.DB, { rows: newestMessages(200) })
    const mails = await Promise.all(
      rows.map(async row => ({ row, mail: await composeMail(c.env.DB, configOf(c.env), row.id) })),
    )
    return c.html(
      <Frame title="Mailbox">
        <p>Every message of this machine, newest first. Nothing leaves it.</p>
        <p>
          <a href="/mailbox/gallery">Every kind of message, with made-up people</a>
        </p>
        {mails.length === 0 && <p>No message yet: send a quote or an invoice.</p>}
        <ul>
          {mails.map(({ row, mail }) => (
            <Entry row={row} subject={mail?.subject} />
          ))}
        </ul>
      </Frame>,
    )
  })
  .get('/mailbox/:id', async c => {
    const mail = await composeMail(c.env.DB, configOf(c.env), c.req.param('id'))
    if (!mail) return c.html(<Gone />, 404)
    return c.html(
      <Frame title={mail.subject}>
        <p>
          <a href="/mailbox">All messages</a>
        </p>
        <dl>
          <dt>From</dt>
          <dd>{mail.from}</dd>
          <dt>Reply-To</dt>
          <dd>{mail.replyTo}</dd>
          <dt>To</dt>
          <dd>{mail.to.join(', ')}</dd>
        </dl>
        <Attachments id={c.req.param('id')} mail={mail} />
        <iframe src={`/mailbox/${c.req.param('id')}/html`} title="The message as HTML" />
        <h2>As text</h2>
        <pre>{mail.text}</pre>
      </Frame>,
    )
  })
  .get('/mailbox/:id/html', async c => {
    const mail = await composeMail(c.env.DB, configOf(c.env), c.req.param('id'))
    // In its frame here, a link of the mail opens the whole window: the portal refuses to be framed.
    return mail ? c.html(mail.html.replace('<head>', '<head><base target="_top">')) : c.html(<Gone />, 404)
  })
  .get('/mailbox/:id/attachments/:n', async c => {
    const { id, n } = c.req.param()
    const mail = await composeMail(c.env.DB, configOf(c.env), id)
    const file = mail?.attachments[Number(n)]
    if (!file) return c.html(<Gone />, 404)
    const disposition = `attachment; filename="${file.name}"`
    return c.body(file.text, 200, { 'content-type': file.type, 'content-disposition': disposition })
  })

const Entry = ({ row, subject }: { row: Message; subject: string | undefined }) => (
  <li>
    <a href={`/mailbox/${row.id}`}>
      <b>{subject ?? 'A message that may no longer be sent'}</b>
      <small>
        To {JSON.parse(row.recipients).join(', ')} · {new Date(row.createdAt).toISOString()} · {row.kind},{' '}
        {row.state}
      </small>
    </a>
  </li>
)

const Attachments = ({ id, mail }: { id: string; mail: Mail }) =>
  mail.attachments.length > 0 ? (
    <p>
      Attached:
      {mail.attachments.map(({ name, text }, n) => (
        <>
          {' '}
          <a href={`/mailbox/${id}/attachments/${n}`} download={name}>
            {name}
          </a>{' '}
          ({kilobytes(text)} KB)
        </>
      ))}
    </p>
  ) : null

const kilobytes = (text: string): string => (utf8(text).length / 1000).toFixed(1)

const Gone = () => (
  <Frame title="This message can’t be shown">
    <p>
      It is not there, its link was revoked or replaced since, or it reminded of what is settled: then what it
      said is no longer shown.
    </p>
    <p>
      <a href="/mailbox">All messages</a>
    </p>
  </Frame>
)
