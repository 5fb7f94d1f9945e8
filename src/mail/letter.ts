/**
 * A message as data: what the nouns write and the frame draws, once as HTML and once as text. Words of people
 * (names, titles) come in as they were typed; the frame escapes them, and a header never holds a line break.
 */
import type { Spoken } from '../i18n/words.ts'
import { words as uiWords } from '../ui/words.ts'
import { words as mailWords } from './words.ts'

/** Who writes, as it stands at the foot of the mail. */
export type Writer = { name: string; email: string; phone: string | null; address: string | null }

export type Letter = {
  subject: string
  /** What a mail client shows behind the subject. */
  preview: string
  greeting: string | null
  paragraphs: string[]
  /** What it is about, in large letters: the title of a document. */
  heading: string | null
  /** Label and value, such as the total. The first is a figure, drawn large, unless they are `plain`. */
  facts: [label: string, value: string][]
  plain?: true
  /** Words that somebody else typed, of any length: shown apart from ours, so that they can't pass for them. */
  quoted?: { intro: string; text: string }
  button: { text: string; url: string } | null
  /** What the attached file is good for, and where it can be checked. */
  attached?: { text: string; url: string }
  after: string | null
  /** Why one gets this mail. */
  reason: string
  /** Of a reminder: where reminders can be stopped. */
  stop?: string
}

/** A message ready to leave. */
export type Mail = {
  from: string
  replyTo: string
  to: string[]
  subject: string
  html: string
  text: string
  attachments: Attachment[]
  headers: Header[]
}

export type Header = { name: string; value: string }

/** A text file that goes along; its name is plain ASCII. */
export type Attachment = { name: string; type: string; text: string }

/** A text on one line, without control or direction characters: for headers, and for what a stranger typed. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** `"Name" <address>` by RFC 5322: quotes and backslashes in the name are escaped. */
export const mailbox = (name: string, address: string): string =>
  `"${oneLine(name).replace(/["\\]/g, '\\$&')}" <${address}>`

/** What a mail client needs to offer its own button that stops reminders: RFC 8058, which asks for both. */
export const headersOf = ({ stop }: Letter): Header[] =>
  stop
    ? [
        { name: 'List-Unsubscribe', value: `<${stop}>` },
        { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
      ]
    : []

/** The lines of a text, whichever sign ends them. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)

/** The text twin of a letter. */
export function letterText(letter: Letter, writer: Writer, reader: Spoken): string {
  const words = mailWords(reader)
  const { colon } = uiWords(reader)
  const facts = letter.facts.map(([label, value]) => `${label}${colon} ${value}`).join('\n')
  const button = letter.button && `${letter.button.text}${colon}\n${letter.button.url}`
  const { quoted, attached } = letter
  const signature = [writer.name, writer.phone, writer.email, writer.address].filter(Boolean).join('\n')
  const parts = [
    letter.greeting,
    ...letter.paragraphs,
    letter.heading,
    facts,
    quoted && [quoted.intro, ...linesOf(quoted.text).map(line => `> ${line}`)].join('\n'),
    button,
    attached && `${attached.text}\n${attached.url}`,
    letter.after,
    button && words.onlyYours,
    signature,
    letter.reason,
    letter.stop && `${words.stopReminders.text}\n${letter.stop}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
