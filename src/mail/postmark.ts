/**
 * Postmark (postmarkapp.com/developer): sends messages, always by the batch, and looks for one that may have left.
 */
import { Errors, Models, ServerClient } from 'postmark'
import type { Config } from '../core/config.ts'
import { base64, utf8 } from '../core/crypto.ts'
import { logRunFault } from '../core/log.ts'
import { type Found, type Outcome, outcomeOf } from './rules/sending.ts'
import type { Outgoing, Transport } from './transport.ts'

/** Seconds that a request may take in all. */
const PATIENCE = 10

/** How long a batch may be sent one by one, in milliseconds: well within a lease. */
const LONGEST = 30_000

const untried: Outcome = { is: 'untried' }
const noAnswer: Outcome = { is: 'later', problem: 'not_answered', isLost: true }

/** The transport of a deployment. */
export function postmark({ token, host, stream }: Config['mail']): Transport {
  const where = host === null ? {} : { requestHost: host, useHttps: false }
  const client = new ServerClient(token, { ...where, timeout: PATIENCE })
  const send = async (mails: readonly Outgoing[]): Promise<Outcome[]> => {
    const batch = client.sendEmailBatch(mails.map(one => messageOf(one, stream)))
    const outcomes = await batch.then(answers => outcomesOf(answers, mails)).catch(refusal)
    if (Array.isArray(outcomes)) return outcomes
    if (outcomes.is !== 'never' || mails.length === 1) return mails.map(() => outcomes)
    // Refused as a whole: which of them was it?
    const [began, alone]: [number, Outcome[]] = [Date.now(), []]
    for (const mail of mails) alone.push(...(Date.now() - began > LONGEST ? [untried] : await send([mail])))
    return alone
  }
  return { send, find: sending => find(client, stream, sending) }
}

/** What Postmark said no with. What is no answer of Postmark's at all was lost on the way. */
const refusal = (error: unknown): Outcome =>
  error instanceof Errors.PostmarkError ? understood(error.statusCode, error.code) : noAnswer

/**
 * What a refusal means. One of the portal itself stops all mail, and is for whoever runs it to mend: the log says which, by
 * its numbers alone, because Postmark's words can name an address.
 */
function understood(status: number, code: number): Outcome {
  const outcome = outcomeOf(status, code)
  if (outcome.is === 'later' && outcome.problem === 'mail_service_refused_us')
    logRunFault(
      'postmark',
      new Error(`It takes no mail from this portal: HTTP ${status}, ErrorCode ${code}.`),
    )
  return outcome
}

type Answers = Awaited<ReturnType<ServerClient['sendEmailBatch']>>

/** A proxy's page, or half an answer, comes as a text or an empty object. */
function outcomesOf(answers: Answers, mails: readonly Outgoing[]): Outcome[] {
  if (!Array.isArray(answers) || answers.length !== mails.length) return mails.map(() => noAnswer)
  return answers.map(({ ErrorCode: code, MessageID: postmarkId, Message: said }) => {
    if (code !== 0) return understood(422, code)
    if (!postmarkId) return noAnswer
    return {
      is: 'sent',
      postmarkId,
      inactive: Errors.InactiveRecipientsError.parseInactiveRecipients(said ?? ''),
    }
  })
}

/** Open and link tracking are off: a tracked link would hand the token to a third party. */
const messageOf = ({ id, sending, mail }: Outgoing, stream: string) => ({
  From: mail.from,
  ReplyTo: mail.replyTo,
  To: mail.to.join(', '),
  Subject: mail.subject,
  HtmlBody: mail.html,
  TextBody: mail.text,
  MessageStream: stream,
  TrackOpens: false,
  TrackLinks: Models.LinkTrackingOptions.None,
  Metadata: { message: id, sending },
  Headers: mail.headers.map(({ name, value }) => ({ Name: name, Value: value })),
  Attachments: mail.attachments.map(({ name, type, text }) => ({
    Name: name,
    ContentType: type,
    Content: base64(utf8(text)),
    ContentID: null,
  })),
})

/**
 * Postmark keeps what it accepted for 45 days, and finds it by one field of its metadata. The stream is named: which ones it
 * looks through otherwise is not documented, and what isn't found is sent again.
 */
async function find(client: ServerClient, messageStream: string, sending: string): Promise<Found> {
  const asked = { count: 1, offset: 0, messageStream, metadata_sending: sending }
  const answer = await client.getOutboundMessages(asked).catch(() => null)
  const messages: unknown = answer?.Messages
  if (!Array.isArray(messages)) return undefined
  return messages.length === 0 ? null : (messages[0]?.MessageID ?? undefined)
}
