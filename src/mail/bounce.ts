/** The e-mail to a business that a message to its client did not arrive. */
import type { Formats } from '../i18n/format.ts'
import { type Letter, oneLine } from './letter.ts'
import type { MessageKind, ReportKind } from './tables.ts'
import { bounceReason, bounceWords } from './words.ts'

/** What was reported of a message. */
export type Report = {
  kind: Exclude<ReportKind, 'delivered'>
  recipient: string
  /** The type of the bounce (rules/reports.ts). */
  reason: string | null
}

/** A message that did not arrive: what it told, about which document (null: the link itself), and to whom. */
export type Undelivered = Report & {
  about: MessageKind
  number: string | null
  title: string | null
  client: string
  phone: string | null
}

/** To the business. It carries no link of the client. */
export function bounceLetter(undelivered: Undelivered, formats: Formats): Letter {
  const words = bounceWords(formats)
  const { kind, recipient, reason, about, number, title, client, phone } = undelivered
  const named = words.messages[about]
  const what = number === null ? named : words.message(named, number)
  const said = words[kind]
  const address = oneLine(recipient)
  return {
    subject: said.subject(what, client),
    preview: said.preview(address),
    greeting: null,
    paragraphs: [said.intro(what, client)],
    heading: title,
    facts: [
      [words.address, address],
      [words.happened, bounceReason(words, reason ?? '') ?? said.happened],
      ...(phone ? [[words.phone, oneLine(phone)] as [string, string]] : []),
    ],
    plain: true,
    button: null,
    after: said.todo(client),
    reason: words.reason,
  }
}
