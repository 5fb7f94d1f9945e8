// What Postmark refuses in a message, by its documentation (developer/api/email-api, developer/api/overview, support
// articles 1125 and 1180). The sentences are this stand-in's own, except where the `postmark` package reads them.
import { type Address, addressesIn } from './addresses.ts'
import type { Message } from './types.ts'

/** An error as it is answered. */
export type Refusal = { ErrorCode: number; Message: string }

export const refusal = (ErrorCode: number, Message: string): Refusal => ({ ErrorCode, Message })
const invalid = (message: string) => refusal(300, message)

export const MB = 1024 * 1024
const MAX_RECIPIENTS = 50
const MAX_BODY = 5 * MB
const MAX_ATTACHMENTS = 10 * MB
const TRACK_LINKS = ['None', 'HtmlAndText', 'HtmlOnly', 'TextOnly']
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Some of the endings that are refused with 411; Postmark's list is longer. */
const FORBIDDEN_FILE =
  /\.(vbs|exe|bin|bat|chm|com|cpl|crt|hlp|hta|inf|ins|isp|jse?|lnk|mdb|pcd|pif|reg|scr|sct|shs|vbe|vba|wsf|wsh|wsl|msc|msi|msp|mst)$/i

export type Rules = { streams: string[]; senders: string[] | null }

/** Whether the JSON holds what the fields can hold; if not, the request is refused whole, with 403. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const given = value as Record<string, unknown>
  const are = (names: string[], type: string) =>
    names.every(name => given[name] === undefined || given[name] === null || typeof given[name] === type)
  const texts = ['From', 'To', 'Cc', 'Bcc', 'Subject', 'Tag', 'HtmlBody', 'TextBody', 'ReplyTo', 'TrackLinks']
  return (
    are([...texts, 'MessageStream'], 'string') &&
    are(['TrackOpens'], 'boolean') &&
    isListOf(given.Headers, ['Name', 'Value']) &&
    isListOf(given.Attachments, ['Name', 'Content', 'ContentType']) &&
    isTexts(given.Metadata)
  )
}

const isListOf = (value: unknown, names: string[]): boolean =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) &&
    value.every(one => typeof one === 'object' && one !== null && names.every(name => isText(one[name]))))
const isTexts = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isText))
const isText = (value: unknown): boolean => typeof value === 'string'

/** Everyone that a message names, by field. */
export const recipientsOf = (message: Message) => {
  const [to, cc, bcc] = [message.To, message.Cc, message.Bcc].map(field => addressesIn(field ?? ''))
  return { to: to?.addresses ?? [], cc: cc?.addresses ?? [], bcc: bcc?.addresses ?? [] }
}

/** Why a message is refused, or undefined. Inactive recipients are looked at afterwards. */
export const refusalOf = (message: Message, rules: Rules): Refusal | undefined =>
  ofSender(message, rules) ??
  ofRecipients(message) ??
  ofContent(message) ??
  ofTracking(message) ??
  ofMetadata(message.Metadata ?? {}) ??
  ofHeaders(message) ??
  ofAttachments(message) ??
  ofStream(message, rules)

function ofSender({ From, ReplyTo }: Message, { senders }: Rules): Refusal | undefined {
  const { addresses, illegal } = addressesIn(From ?? '')
  if (illegal !== undefined) return invalid(`Illegal email address in 'From': '${illegal}'.`)
  if (addresses.length !== 1) return invalid(`'From' must hold one address; it holds ${addresses.length}.`)
  const reply = addressesIn(ReplyTo ?? '')
  if (reply.illegal !== undefined) return invalid(`Illegal email address in 'ReplyTo': '${reply.illegal}'.`)
  const email = (addresses[0] as Address).Email
  if (senders !== null && !senders.some(sender => sender.toLowerCase() === email.toLowerCase()))
    return refusal(400, `There is no sender signature for the address '${email}'.`)
}

function ofRecipients(message: Message): Refusal | undefined {
  for (const name of ['To', 'Cc', 'Bcc'] as const) {
    const { illegal } = addressesIn(message[name] ?? '')
    if (illegal !== undefined) return invalid(`Illegal email address in '${name}': '${illegal}'.`)
  }
  const { to, cc, bcc } = recipientsOf(message)
  if (to.length === 0) return invalid("Zero recipients in 'To'.")
  const count = to.length + cc.length + bcc.length
  if (count > MAX_RECIPIENTS)
    return invalid(`At most ${MAX_RECIPIENTS} recipients in all; there are ${count}.`)
}

function ofContent({ HtmlBody, TextBody, Subject, Tag }: Message): Refusal | undefined {
  if (!HtmlBody && !TextBody) return invalid('There must be a TextBody, an HtmlBody, or both.')
  if (bytes(HtmlBody) > MAX_BODY || bytes(TextBody) > MAX_BODY) return invalid('A body is larger than 5 MB.')
  if ((Subject ?? '').length > 2000) return invalid('The Subject is longer than 2000 characters.')
  if ((Tag ?? '').length > 1000) return invalid('The Tag is longer than 1000 characters.')
}

const bytes = (text: string | undefined) => Buffer.byteLength(text ?? '')

function ofTracking({ TrackLinks }: Message): Refusal | undefined {
  if (TrackLinks && !TRACK_LINKS.includes(TrackLinks))
    return invalid(`'TrackLinks' is one of ${TRACK_LINKS.join(', ')}.`)
}

function ofMetadata(metadata: Record<string, string>): Refusal | undefined {
  const names = Object.keys(metadata)
  if (names.length > 10) return invalid(`At most 10 metadata fields; there are ${names.length}.`)
  const long = names.find(name => name === '' || name.length > 20)
  if (long !== undefined) return invalid(`Metadata name '${long}': 1 to 20 characters.`)
  const wordy = names.find(name => (metadata[name] ?? '').length > 80)
  if (wordy !== undefined) return invalid(`Metadata value of '${wordy}': at most 80 characters.`)
  if (new Set(names.map(name => name.toLowerCase())).size < names.length)
    return invalid('Metadata names must differ in more than upper and lower case.')
}

function ofHeaders({ Headers }: Message): Refusal | undefined {
  const wrong = Headers?.find(
    ({ Name, Value }) => !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(Name) || /[\r\n]/.test(Value),
  )
  if (wrong) return invalid(`Header '${wrong.Name}' is not valid.`)
}

function ofAttachments({ Attachments }: Message): Refusal | undefined {
  const all = Attachments ?? []
  for (const { Name, Content, ContentType } of all) {
    if (Name === '' || ContentType === '') return invalid('An attachment needs a Name and a ContentType.')
    if (!BASE64.test(Content)) return invalid(`The Content of attachment '${Name}' is not base64.`)
    if (FORBIDDEN_FILE.test(Name)) return refusal(411, `Attachments like '${Name}' are not allowed.`)
  }
  const size = all.reduce((sum, { Content }) => sum + Math.floor((Content.length * 3) / 4), 0)
  if (size > MAX_ATTACHMENTS) return invalid('The attachments are larger than 10 MB.')
}

function ofStream({ MessageStream }: Message, { streams }: Rules): Refusal | undefined {
  const stream = MessageStream || 'outbound'
  if (!streams.includes(stream)) return refusal(1235, `The stream '${stream}' does not exist on this server.`)
}
